// What a row of already posted data brings along when it becomes an open dataset. What it does not say stays empty for
// the officer: nothing here claims that the data are published as the law asks.
import type { Value, Values } from './define.ts'
import { isEmpty } from './schema.ts'
import { valuesOf } from './valuesOf.ts'

/**
 * @param posted values of a `posted-data` record
 * @returns what to set on a new `open-dataset` record, a draft; null where the row was not decided to be open, or has
 * its dataset already
 */
export function datasetOfPosted(posted: Values): Readonly<Record<string, Value>> | null {
  if (posted.classification !== 'du_lieu_mo' || !isEmpty(posted.dataset)) return null
  return valuesOf('open-dataset', {
    title: posted.name ?? null,
    existingUrl: posted.address ?? null,
    openLabel: 'du_lieu_mo',
    sourceDb: posted.sourceDb ?? null,
    status: 'du_thao',
    ...(posted.form === 'van_ban' ? { priorityKind: 'da_cong_khai_van_ban' } : {}),
  })
}
