'use strict'
// Called by electron-builder on the packed program, before it is signed: sets the fuses and reads them back.
const path = require('node:path')
const { flipFuses, getCurrentFuseWire } = require('@electron/fuses')
const { fuses } = require('./fuses.cjs')

const SET = 0x31
const CLEARED = 0x30

function programPath({ appOutDir, electronPlatformName, packager }) {
  const name = packager.executableName || packager.appInfo.productFilename
  if (electronPlatformName === 'win32') return path.join(appOutDir, `${packager.appInfo.productFilename}.exe`)
  if (electronPlatformName === 'darwin')
    return path.join(appOutDir, `${packager.appInfo.productFilename}.app`)
  return path.join(appOutDir, name)
}

/** @param {string} program the packed executable; throws when a fuse does not read back as it was set */
async function setFuses(program) {
  await flipFuses(program, fuses)
  const wire = await getCurrentFuseWire(program)
  for (const [fuse, wanted] of Object.entries(fuses)) {
    if (!/^\d+$/.test(fuse)) continue
    if (wire[fuse] !== (wanted ? SET : CLEARED)) throw new Error(`fuse ${fuse} was not set`)
  }
}

module.exports = (context) => setFuses(programPath(context))
module.exports.setFuses = setFuses
