// Who signs and who receives: what was used last, so that nobody types it again. Kept only where it differs from what the
// province's template or the office's level would give, so that a new template or another addressee is not overruled by an
// old export.
import type { OfficeStore } from '../../db/OfficeStore.ts'
import type { Signer } from '../../shared/ipc/parts.ts'
import { addresseeOn } from '../../shared/profiles/profile.ts'
import { profileOf } from '../../shared/profiles/profiles.ts'
import type { ReportTemplate } from '../../shared/report/reportTemplate.ts'
import { usualSignerLines } from '../../shared/report/signerBlocks.ts'
import { officeOf } from './CoreContext.ts'
import { planOfPeriod, profileOfPeriod } from './periodChoices.ts'
import { settingsOf } from './settingsOf.ts'

/** Lines and name of who signed last; no lines: the usual ones. */
const SIGNER_KEY = 'export.signer'
/** Recipients last used, by report. */
const RECIPIENTS_KEY = 'export.recipients'

type Kept = { readonly lines: readonly string[] | null; readonly name: string }
type Signing = { readonly signer: Signer; readonly recipients: string[] }

function usual(store: OfficeStore, template: ReportTemplate | undefined, today: string) {
  const office = officeOf(store)
  return {
    lines: template?.signerLines ?? [...usualSignerLines(office.level)],
    recipients: template?.recipients ?? [...addresseesOf(store, today), 'Lưu: VT'],
  }
}

/** The province's own addressees of the office's plan, else of all plans; else the law's on that day. */
function addresseesOf(store: OfficeStore, today: string): readonly string[] {
  const period = today.slice(0, 4)
  const plan = planOfPeriod(store, period)
  const set = settingsOf(store).addressees
  const own = set.find((one) => one.plan !== '' && one.plan === plan) ?? set.find((one) => one.plan === '')
  return own?.names ?? [addresseeOn(profileOf(profileOfPeriod(store, period)), today)]
}

/** What the next report carries unless it is said otherwise. @param today `YYYY-MM-DD` */
export function signingOf(
  store: OfficeStore,
  report: string,
  template: ReportTemplate | undefined,
  today: string,
): Signing {
  const given = usual(store, template, today)
  const kept = store.setting<Kept>(SIGNER_KEY)
  return {
    signer: { lines: [...(kept?.lines ?? given.lines)], name: kept?.name ?? '' },
    recipients: store.setting<Record<string, string[]>>(RECIPIENTS_KEY)?.[report] ?? given.recipients,
  }
}

/** Keeps what an export was given, where it is not the usual. */
export function rememberSigning(
  store: OfficeStore,
  report: string,
  template: ReportTemplate | undefined,
  today: string,
  asked: { readonly signer?: Signer; readonly recipients?: readonly string[] },
): void {
  const given = usual(store, template, today)
  const { signer, recipients } = asked
  if (signer) {
    const lines = same(signer.lines, given.lines) ? null : signer.lines
    store.setSetting(SIGNER_KEY, { lines, name: signer.name } satisfies Kept)
  }
  if (!recipients) return
  const { [report]: _old, ...others } = store.setting<Record<string, readonly string[]>>(RECIPIENTS_KEY) ?? {}
  store.setSetting(
    RECIPIENTS_KEY,
    same(recipients, given.recipients) ? others : { ...others, [report]: recipients },
  )
}

/** A newly loaded template speaks for itself: what it says of signing and recipients is no longer overruled. */
export function forgetSigning(store: OfficeStore, template: ReportTemplate): void {
  const kept = store.setting<Kept>(SIGNER_KEY)
  if (template.signerLines && kept) store.setSetting(SIGNER_KEY, { ...kept, lines: null })
  if (!template.recipients) return
  const { [template.report]: _old, ...others } = store.setting<Record<string, string[]>>(RECIPIENTS_KEY) ?? {}
  store.setSetting(RECIPIENTS_KEY, others)
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((line, i) => line === b[i])
}
