// The shipped list of administrative units as the People's Committees that set-up offers. Pure: callers read the files,
// whose paths from the repository's (or the package's) root stand here.
import type { UnitChoice } from '../ipc/contract.ts'

export const UNIT_FILES = {
  /** State of 2 August 2026: 34 provinces, 3,321 communes. */
  current: 'shared/units/data/units-2026-08-02.csv',
  /** Before 1 July 2025: 63 provinces, 696 districts, 10,035 communes. */
  historic: 'shared/units/data/units-before-2025-07-01.csv',
} as const

type Area = { readonly code: string; readonly name: string; readonly parent: string }

/**
 * The People's Committees of a unit file.
 * @param csv `code,name,parent`, one unit a line; a code of 2 digits is a province, 3 a district, 5 a commune
 * @throws Error on a line that is none: the file is ours
 */
export function parseUnits(csv: string, historic: boolean): UnitChoice[] {
  const areas = csv
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line !== '')
    .map(parseArea)
  const byCode = new Map(areas.map((area) => [area.code, area]))
  return areas.map((area) => ({
    code: area.code,
    name: committeeOf(area.name),
    level: area.code.length === 2 ? 'tinh' : area.code.length === 3 ? 'huyen' : 'xa',
    parentName: superiorOf(area, byCode),
    historic,
  }))
}

function parseArea(line: string): Area {
  const [code, name, parent] = line.split(',')
  if (!code || !/^(?:\d{2}|\d{3}|\d{5})$/.test(code) || !name || parent === undefined)
    throw new Error(`unit line: ${line}`)
  return { code, name, parent }
}

/** "Xã Hòa Bình" → "Ủy ban nhân dân xã Hòa Bình". */
function committeeOf(area: string): string {
  return `Ủy ban nhân dân ${lowerFirst(area)}`
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** The superior's committee; a district's with its province, since 246 names of communes repeat. */
function superiorOf(area: Area, byCode: ReadonlyMap<string, Area>): string {
  const parent = byCode.get(area.parent)
  if (!parent) return ''
  const above = byCode.get(parent.parent)
  return committeeOf(parent.name) + (above ? `, ${lowerFirst(above.name)}` : '')
}

/** What stands before the date on documents: "Ủy ban nhân dân xã Hòa Bình" → "Hòa Bình". */
export function placeNameOf(unitName: string): string {
  return unitName
    .normalize('NFC')
    .replace(/^(?:ủy|uỷ) ban nhân dân\s+/iu, '')
    .replace(/^(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh)\s+/iu, '')
    .replace(/^(\d+)$/, 'Phường $1')
}
