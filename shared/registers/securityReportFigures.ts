// The figures of Mẫu số 08's section 1, counted from the systems that the office answers for and their levels. Pure: the
// same records give the same figures on the office's PC and at the province.

import type { Register, Values } from './define.ts'
import { informationSystem } from './informationSystem.ts'
import { isReference } from './required.ts'
import { APPROVED } from './securityLevel.ts'

export type SecurityRecord = { readonly id: string; readonly values: Values }

/** Counts by the form's own lines; `allApprovedBy` is a day, null when every system is approved, or one has no
 * level record or no day. */
export type SecurityFigures = {
  readonly systemsTotal: number
  readonly systemsClassified: number
  readonly systemsWithDossier: number
  readonly systemsAppraised: number
  readonly systemsApproved: number
  readonly systemsCheckedRegularly: number
  readonly allApprovedBy: string | null
}

/** Systems the office owns or operates: those of others are reported by their owners. */
export function reportedSystems<R extends SecurityRecord>(systems: readonly R[]): R[] {
  return systems.filter(({ values }) => !isReference(informationSystem as Register, values))
}

export function systemOfLevel(values: Values): string | null {
  const system = values.system
  return system !== null && typeof system === 'object' && 'id' in system ? system.id : null
}

/** Levels of the reported systems, in the systems' order: the rows of section 3. */
export function reportedLevels<R extends SecurityRecord>(
  systems: readonly SecurityRecord[],
  levels: readonly R[],
): R[] {
  const bySystem = new Map(levels.map((level) => [systemOfLevel(level.values), level]))
  return reportedSystems(systems).flatMap(({ id }) => bySystem.get(id) ?? [])
}

export function securityReportFigures(
  systems: readonly SecurityRecord[],
  levels: readonly SecurityRecord[],
): SecurityFigures {
  const own = reportedSystems(systems)
  const rows = reportedLevels(systems, levels).map(({ values }) => values)
  const approved = rows.filter((level) => level.approvalState === APPROVED)
  const waiting = rows.filter((level) => level.approvalState !== APPROVED)
  const expected = waiting
    .map((level) => level.plannedApprovalAt)
    .filter((day): day is string => typeof day === 'string')
  return {
    systemsTotal: own.length,
    systemsClassified: own.filter(({ values }) => typeof values.systemType === 'string').length,
    systemsWithDossier: rows.filter(hasDossier).length,
    systemsAppraised: rows.filter(
      (level) => level.approvalState === 'da_tham_dinh' || level.approvalState === APPROVED,
    ).length,
    systemsApproved: approved.length,
    systemsCheckedRegularly: approved.filter((level) => includes(level.checks, 'dinh_ky')).length,
    allApprovedBy:
      rows.length === own.length && expected.length > 0 && expected.length === waiting.length
        ? (expected.sort().at(-1) ?? null)
        : null,
  }
}

/** A dossier that was sent stands; one that is drafted counts once its parts are there. */
function hasDossier(level: Values): boolean {
  return (
    (typeof level.approvalState === 'string' && level.approvalState !== 'du_thao') ||
    ['thuyet_minh', 'thiet_ke', 'de_xuat', 'phuong_an'].every((part) => includes(level.dossier, part))
  )
}

function includes(value: unknown, id: string): boolean {
  return Array.isArray(value) && value.includes(id)
}
