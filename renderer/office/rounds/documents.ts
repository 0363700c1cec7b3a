// A submission's papers, handed to the officer.

import { showToast } from '../app/toastStore.ts'
import { ask } from '../bridge/bridge.ts'
import { saveBytes } from '../send/saveFile.ts'
import { textNow } from '../text.ts'

export type DocumentFormat = 'pdf' | 'docx' | 'xlsx' | 'pair'

/** Writes and hands over the papers; says their names. @returns false when it was refused or cancelled */
export async function saveDocuments(id: string, format: DocumentFormat): Promise<boolean> {
  const made = await ask('submissions.documents', { id, format })
  if (!made) return false
  for (const file of made.files) if (file.bytes) saveBytes(file.name, file.bytes)
  const names = made.files.map((file) => file.path ?? file.name).join(', ')
  showToast({ kind: 'good', text: textNow('lock.saved', { names }) })
  return true
}
