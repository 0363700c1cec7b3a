// The submission that a hand-in names (letter number, date, signer, way), as it stands at the end of the bundle that brought
// the hand-in. One that no hand-in names was only locked: it is a draft, and nobody at the province sees it.
import { and, eq } from 'drizzle-orm'
import type { Value } from '../../shared/registers/define.ts'
import type { Rows } from '../store/database.ts'
import { frozenSubmission, person, record } from '../store/schema.ts'

/** Makes its row, or makes it again when another list of the same submission comes. */
export async function freezeSubmission(rows: Rows, office: string, id: string): Promise<void> {
  if (id === '') return
  const [found] = await rows
    .select({ values: record.fields })
    .from(record)
    .where(
      and(
        eq(record.office, office),
        eq(record.id, id),
        eq(record.register, 'submission'),
        eq(record.deleted, false),
      ),
    )
  if (!found) return
  const { values } = found
  const row = {
    round: text(values.round),
    period: text(values.period),
    kind: text(values.kind),
    contentHash: text(values.contentHash),
    number: text(values.number),
    signedOn: text(values.signedOn) || null,
    signerLines: text(values.signerLines),
    signerName: text(values.signerName),
    scanName: text(values.scanName),
    scanHash: text(values.scanHash),
    approvedBy: await nameOf(rows, office, text(values.approvedBy)),
    approvedAt: moment(values.approvedAt),
    passedOver: text(values.passedOver),
    sentWay: text(values.sentWay),
    sentAt: moment(values.sentAt),
    supersedes: text(values.supersedes),
    note: text(values.note),
  }
  await rows
    .insert(frozenSubmission)
    .values({ office, id, ...row })
    .onConflictDoUpdate({ target: [frozenSubmission.office, frozenSubmission.id], set: row })
}

/** An id of the office's own people means nothing here: their name, or nothing. */
async function nameOf(rows: Rows, office: string, id: string): Promise<string> {
  if (id === '') return ''
  const [found] = await rows
    .select({ name: person.name })
    .from(person)
    .where(and(eq(person.office, office), eq(person.id, id)))
    .limit(1)
  return found?.name ?? ''
}

function text(value: Value | undefined): string {
  return typeof value === 'string' ? value : ''
}

function moment(value: Value | undefined): number | null {
  return typeof value === 'number' ? value : null
}
