// The province's name: on the console and in the packs made from now on. It lies in the database alone, so that every
// process that serves the province says the same; packs already given keep the name that they carry.
import { type Actor, writeAudit } from './audit/writeAudit.ts'
import type { Province } from './Province.ts'
import { inTransaction, type Rows } from './store/database.ts'
import { province as table } from './store/schema.ts'

/** What a province is called until it says its name. */
export const UNNAMED = 'Tỉnh (chưa đặt tên)'

export async function provinceName(rows: Rows): Promise<string> {
  const [row] = await rows.select({ name: table.name }).from(table)
  if (!row) throw new Error('an open province has its row')
  return row.name
}

/** Saves a name; the same name again writes nothing. */
export async function renameProvince(province: Province, actor: Actor, name: string): Promise<void> {
  await inTransaction(province.db, async (tx) => {
    if ((await provinceName(tx)) === name) return
    await tx.update(table).set({ name })
    await writeAudit(tx, actor, province.now(), { act: 'province-renamed', subject: name })
  })
}
