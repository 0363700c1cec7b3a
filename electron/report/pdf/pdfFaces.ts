// The four faces of a report: Tinos, which is as wide as Times New Roman sign for sign, may be shipped, and has every
// Vietnamese letter. Read from beside the bundle where the app is packed, else from its package. Never asks the machine
// which fonts it has: the same paper must look alike everywhere.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export type FaceName = 'regular' | 'bold' | 'italic' | 'boldItalic'

/** File of each face, as its package lays them out. */
export const FACE_FILES: Readonly<Record<FaceName, string>> = {
  regular: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  boldItalic: '700Bold_Italic/Tinos_700Bold_Italic.ttf',
}

const PACKAGE = '@expo-google-fonts/tinos'

/** Path of a face's file. @throws Error when the app was packed without it */
export function faceFile(name: FaceName): string {
  const packed = join(import.meta.dirname, 'fonts', FACE_FILES[name])
  if (existsSync(packed)) return packed
  const folder = dirname(createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`))
  return join(folder, FACE_FILES[name])
}

export function faceOf(look: { readonly bold?: boolean; readonly italic?: boolean }): FaceName {
  if (look.bold) return look.italic ? 'boldItalic' : 'bold'
  return look.italic ? 'italic' : 'regular'
}
