// Every act of a person on the console leaves one line that no one can change (a trigger refuses). It names accounts,
// offices and records by id and code, and never a value of a record.
import { batches } from '../chain/changeRows.ts'
import type { Rows } from '../store/database.ts'
import { audit } from '../store/schema.ts'

export type Act =
  | 'sign-in'
  | 'sign-in-failed'
  | 'sign-out'
  | 'password-changed'
  | 'account-created'
  | 'account-disabled'
  | 'account-enabled'
  | 'account-reset'
  | 'office-created'
  | 'office-changed'
  | 'province-renamed'
  | 'pack-issued'
  | 'device-approved'
  | 'device-refused'
  | 'device-revoked'
  | 'file-taken-in'
  | 'reply-file-given'
  | 'remark-made'
  | 'handin-accepted'
  | 'handin-returned'
  | 'handin-reopened'
  | 'record-accepted'
  | 'record-returned'
  | 'handin-entered'
  | 'entry-undone'
  | 'workbook-exported'
  | 'catalogue-changed'
  | 'held-settled'
  | 'round-opened'
  | 'round-edited'
  | 'round-closed'
  | 'round-reopened'
  | 'round-extended'
  | 'phone-note'
  | 'reminder-written'
  | 'rules-saved'
  | 'rules-given'
  | 'rebuilt'

/** Who acts: an account through the console, or the server's own command line. */
export type Actor = { readonly account: number | null; readonly name: string; readonly address: string }

export const SERVER_ACTOR: Actor = { account: null, name: 'máy chủ', address: '' }

export type AuditEntry = {
  readonly act: Act
  readonly office?: string | null
  /** What was acted on: id or code. */
  readonly subject: string
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>
}

/** Writes the line, in the caller's transaction: an act without its line does not happen. */
export async function writeAudit(rows: Rows, actor: Actor, at: number, entry: AuditEntry): Promise<void> {
  await writeAudits(rows, actor, at, [entry])
}

/** Writes a line for each of several acts. */
export async function writeAudits(
  rows: Rows,
  actor: Actor,
  at: number,
  entries: readonly AuditEntry[],
): Promise<void> {
  for (const part of batches(entries))
    await rows.insert(audit).values(
      part.map((entry) => ({
        at,
        account: actor.account,
        actor: actor.name,
        act: entry.act,
        office: entry.office ?? null,
        subject: entry.subject,
        detail: entry.detail ?? {},
        address: actor.address,
      })),
    )
}
