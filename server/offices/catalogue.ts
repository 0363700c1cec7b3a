// The province's list of systems (of ministries, of the province) from which offices pick instead of declaring anew. It
// travels in packs: what is changed here is in the packs made from now on.
import { inArray, sql } from 'drizzle-orm'
import type { CatalogueEntry } from '../../shared/bundle/types.ts'
import { cellText, type SheetRow, type Workbook } from '../../shared/excel/workbook.ts'
import type { CatalogueRead } from '../../shared/http/console.ts'
import { userRegisters } from '../../shared/registers/registry.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { foldKey } from '../../shared/text/fold.ts'
import { type Actor, writeAudit } from '../audit/writeAudit.ts'
import { batches } from '../chain/changeRows.ts'
import type { Province } from '../Province.ts'
import { inTransaction, type Transaction } from '../store/database.ts'
import { catalogueEntry } from '../store/schema.ts'

/** Makes the list exactly these entries. */
export async function saveCatalogue(
  province: Province,
  actor: Actor,
  entries: readonly CatalogueEntry[],
): Promise<void> {
  await inTransaction(province.db, async (tx) => {
    await tx.delete(catalogueEntry)
    await put(tx, entries)
    await audited(tx, province, actor, { entries: entries.length })
  })
}

/** Adds entries and replaces those of the same code. */
export async function putCatalogue(
  province: Province,
  actor: Actor,
  entries: readonly CatalogueEntry[],
): Promise<void> {
  await inTransaction(province.db, async (tx) => {
    await put(tx, entries)
    await audited(tx, province, actor, { put: entries.length })
  })
}

export async function removeFromCatalogue(
  province: Province,
  actor: Actor,
  codes: readonly string[],
): Promise<void> {
  await inTransaction(province.db, async (tx) => {
    for (const part of batches(codes))
      await tx.delete(catalogueEntry).where(inArray(catalogueEntry.code, part))
    await audited(tx, province, actor, { removed: codes.length })
  })
}

async function put(tx: Transaction, entries: readonly CatalogueEntry[]): Promise<void> {
  // Of two lines with one code the last stands: one statement must not meet a row twice.
  const byCode = new Map(entries.map((e) => [e.code, e]))
  for (const part of batches([...byCode.values()], 500))
    await tx
      .insert(catalogueEntry)
      .values(part)
      .onConflictDoUpdate({
        target: catalogueEntry.code,
        set: { name: sql`excluded.name`, owner: sql`excluded.owner`, register: sql`excluded.register` },
      })
}

async function audited(
  tx: Transaction,
  province: Province,
  actor: Actor,
  detail: Record<string, number>,
): Promise<void> {
  await writeAudit(tx, actor, province.now(), { act: 'catalogue-changed', subject: 'catalogue', detail })
}

const HEADINGS: Readonly<Record<'code' | 'name' | 'owner' | 'register', readonly string[]>> = {
  code: ['code', 'ma', 'ma he thong', 'ma csdl', 'ky hieu'],
  name: ['name', 'ten', 'ten he thong', 'ten csdl', 'ten co so du lieu', 'ten he thong thong tin'],
  owner: ['owner', 'chu quan', 'co quan chu quan', 'don vi chu quan', 'bo nganh'],
  register: ['register', 'so', 'loai'],
}
const HEADER_WITHIN = 20
const MAX_PROBLEMS = 200
const DEFAULT_REGISTER = 'database'

type Columns = { readonly [K in keyof typeof HEADINGS]: number }

/** Entries of the first sheet that has a column of codes and one of names; lines that are none, with why. */
export function readCatalogue(
  workbook: Workbook,
): Result<CatalogueRead, { readonly code: 'catalogue-no-columns' }> {
  for (const { rows } of workbook.sheets) {
    for (const header of rows.slice(0, HEADER_WITHIN)) {
      const columns = columnsOf(header)
      if (columns)
        return ok(
          readRows(
            rows.filter((r) => r.row > header.row),
            columns,
          ),
        )
    }
  }
  return err({ code: 'catalogue-no-columns' })
}

function columnsOf(header: SheetRow): Columns | null {
  const headings = header.cells.map((cell) => foldKey(cellText(cell)))
  const at = (key: keyof typeof HEADINGS) => headings.findIndex((h) => HEADINGS[key].includes(h))
  const columns = { code: at('code'), name: at('name'), owner: at('owner'), register: at('register') }
  return columns.code >= 0 && columns.name >= 0 ? columns : null
}

function readRows(rows: readonly SheetRow[], columns: Columns): CatalogueRead {
  const entries: CatalogueEntry[] = []
  const problems: CatalogueRead['problems'] = []
  const codes = new Map<string, number>()
  for (const row of rows) {
    const text = (column: number) =>
      column < 0 ? '' : cellText(row.cells[column]).trim().replace(/\s+/g, ' ')
    const [code, name, owner] = [text(columns.code), text(columns.name), text(columns.owner)]
    if (code === '' && name === '') continue
    const register = registerNamed(text(columns.register))
    const earlier = codes.get(code)
    const wrong =
      code === '' || code.length > 60
        ? 'Thiếu mã, hoặc mã dài quá 60 ký tự.'
        : name === '' || name.length > 300
          ? 'Thiếu tên, hoặc tên dài quá 300 ký tự.'
          : owner.length > 300
            ? 'Tên cơ quan chủ quản dài quá 300 ký tự.'
            : register === null
              ? `Không có sổ “${text(columns.register)}”.`
              : earlier !== undefined
                ? `Trùng mã với dòng ${earlier}.`
                : null
    if (wrong !== null || register === null) {
      if (problems.length < MAX_PROBLEMS) problems.push({ row: row.row, message: wrong ?? '' })
      continue
    }
    codes.set(code, row.row)
    entries.push({ code, name, owner, register })
  }
  return { entries, problems }
}

/** By id or by label; empty: databases, which is what ministries' lists are of. */
function registerNamed(text: string): string | null {
  if (text === '') return DEFAULT_REGISTER
  const key = foldKey(text)
  return userRegisters.find((r) => r.id === text || foldKey(r.label.vi) === key)?.id ?? null
}
