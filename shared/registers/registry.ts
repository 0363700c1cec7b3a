// Every register there is. Nothing else lists them: tables, menus, templates and sync all read this.
import { checkPlan } from './checkPlan.ts'
import { database } from './database.ts'
import { dataCheck } from './dataCheck.ts'
import { dataCheckAction } from './dataCheckAction.ts'
import { dataCheckDatabase } from './dataCheckDatabase.ts'
import { dataItem } from './dataItem.ts'
import { dataLeader } from './dataLeader.ts'
import type { Register, RegisterId } from './define.ts'
import { focalPoint } from './focalPoint.ts'
import { informationSystem } from './informationSystem.ts'
import { legalReview } from './legalReview.ts'
import { obstacle } from './obstacle.ts'
import { openDataset } from './openDataset.ts'
import { datasetField, publication } from './openDatasetChildren.ts'
import { postedData } from './postedData.ts'
import { attestation, collection, round, roundItem, submission, submissionList } from './roundRegisters.ts'
import { securityLevel } from './securityLevel.ts'
import { securityReport } from './securityReport.ts'
import { securityRisk } from './securityRisk.ts'
import { handin, nilAnswer, remark, review } from './systemRegisters.ts'
import { task } from './task.ts'
import { unit } from './unit.ts'

/** Registers an office fills in, in the menu's order; child registers follow their parent. */
export const userRegisters: readonly Register[] = [
  database,
  dataItem,
  openDataset,
  datasetField,
  publication,
  informationSystem,
  securityLevel,
  securityRisk,
  focalPoint,
  dataLeader,
  unit,
  securityReport,
  dataCheck,
  dataCheckDatabase,
  dataCheckAction,
  checkPlan,
  task,
  postedData,
  legalReview,
  obstacle,
]

/** All of them, the app's own included. */
export const registers: readonly Register[] = [
  ...userRegisters,
  handin,
  remark,
  review,
  nilAnswer,
  round,
  roundItem,
  submission,
  submissionList,
  attestation,
  collection,
]

const byId: ReadonlyMap<RegisterId, Register> = new Map(registers.map((r) => [r.id, r]))

/** The register of that id; undefined for one that only a newer app knows. */
export function registerOf(id: RegisterId): Register | undefined {
  return byId.get(id)
}

/** The child registers that hang on this one, e.g. data items on a database. */
export function childrenOf(id: RegisterId): readonly Register[] {
  return registers.filter((r) => r.parent?.register === id)
}
