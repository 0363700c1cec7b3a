'use strict'
// Electron's fuses as this app ships them: the packaged program runs our archive and nothing else.
const { FuseV1Options, FuseVersion } = require('@electron/fuses')

/** @type {import('@electron/fuses').FuseConfig} */
const fuses = {
  version: FuseVersion.V1,
  // A fuse that a later Electron adds must be decided here, not left to its default in silence.
  strictlyRequireAllFuses: true,
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
}

module.exports = { fuses }
