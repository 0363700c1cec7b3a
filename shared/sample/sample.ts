// The sample office that “Dùng thử với dữ liệu mẫu” opens: a commune with a year's work in every register. All of it is
// invented, and marked so.
import type { Office } from '../ipc/contract.ts'
import type { SampleRecord } from './record.ts'
import { sampleDatabases } from './sampleDatabases.ts'
import { sampleDatasetFields, sampleDatasets, samplePublications } from './sampleDatasets.ts'
import { sampleFocalPoints } from './sampleFocalPoints.ts'
import { sampleItems } from './sampleItems.ts'
import { sampleLevels, sampleSecurity, sampleSystems } from './sampleSystems.ts'
import { outsideUnits, ownUnits } from './sampleUnits.ts'
import {
  sampleCheckParts,
  sampleChecks,
  sampleLeaders,
  sampleObstacles,
  samplePlans,
  samplePosted,
  sampleReviews,
  sampleTasks,
} from './sampleYear.ts'

export const SAMPLE_OFFICE: Office = {
  name: 'Ủy ban nhân dân xã Mẫu',
  parentName: 'Ủy ban nhân dân tỉnh Mẫu',
  level: 'xa',
  adminCode: '',
  docSymbol: 'UBND',
  placeName: 'Mẫu',
  profile: 'current_2025',
  plan: '',
  provinceName: '',
  provinceUrl: '',
}

/** Records to be saved wave by wave: links point to earlier waves only. */
export const sampleWaves: readonly (readonly SampleRecord[])[] = [
  outsideUnits,
  ownUnits,
  [
    ...sampleDatabases,
    ...sampleSystems,
    ...sampleFocalPoints,
    ...sampleLeaders,
    ...sampleTasks,
    ...sampleReviews,
  ],
  [...sampleItems, ...sampleLevels, ...sampleDatasets, ...samplePlans, ...sampleObstacles],
  [...sampleDatasetFields, ...sampleSecurity, ...samplePublications, ...sampleChecks, ...samplePosted],
  sampleCheckParts,
]
