// The province's settings as they are typed: lists one a line. Both ways, so that what was saved is shown as it would be
// typed again. Parts that have no box here are kept as they are.
import { parseDeadline } from '../../../shared/deadlines/parseDeadline.ts'
import { userRegisters } from '../../../shared/registers/registry.ts'
import { type ProvinceSettings, provinceSettingsSchema } from '../../../shared/settings/provinceSettings.ts'
import { formatIsoDate, parseDay } from '../../ui/dates.ts'

type ListPart = 'holidays' | 'workdays' | 'addressees' | 'deadlines' | 'sectors'

export type RulesDraft = Pick<ProvinceSettings, 'strictBefore' | 'lateBy' | 'fourEyes' | 'inAppApproval'> &
  Readonly<Record<ListPart, string>>

export type ReadDraft = {
  /** null while a line cannot be read. */
  readonly settings: ProvinceSettings | null
  /** The first line of a part that cannot be read. */
  readonly bad: Partial<Record<ListPart, string>>
}

export function toDraft(s: ProvinceSettings): RulesDraft {
  return {
    strictBefore: s.strictBefore,
    lateBy: s.lateBy,
    fourEyes: s.fourEyes,
    inAppApproval: s.inAppApproval,
    holidays: s.holidays.map((h) => `${formatIsoDate(h.day)} ${h.name}`).join('\n'),
    workdays: s.workdays.map(formatIsoDate).join('\n'),
    addressees: s.addressees.map((a) => `${a.plan}: ${a.names.join('; ')}`).join('\n'),
    deadlines: s.deadlines.map((d) => [d.register, d.text, d.basis].join(' | ')).join('\n'),
    sectors: s.sectors.join('\n'),
  }
}

/** @param before what is kept where the draft has no box */
export function readDraft(draft: RulesDraft, before: ProvinceSettings): ReadDraft {
  const bad: Partial<Record<ListPart, string>> = {}
  function each<T>(part: ListPart, read: (line: string) => T | null): T[] {
    return draft[part]
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .flatMap((line) => {
        const made = read(line)
        if (made === null) bad[part] ??= line
        return made === null ? [] : [made]
      })
  }
  const made = {
    ...before,
    strictBefore: draft.strictBefore,
    lateBy: draft.lateBy,
    fourEyes: draft.fourEyes,
    inAppApproval: draft.inAppApproval,
    holidays: each('holidays', readHoliday),
    workdays: each('workdays', parseDay),
    addressees: each('addressees', readAddressees),
    deadlines: each('deadlines', readDeadline),
    sectors: each('sectors', (line) => line),
  }
  const parsed = provinceSettingsSchema.safeParse(made)
  return { settings: Object.keys(bad).length === 0 && parsed.success ? parsed.data : null, bad }
}

function readHoliday(line: string): { day: string; name: string } | null {
  const parts = /^(\S+)\s+(.+)$/.exec(line)
  const day = parseDay(parts?.[1] ?? '')
  return day && parts?.[2] ? { day, name: parts[2].trim() } : null
}

/** `Kế hoạch: Sở A; Sở B`; without a plan before the colon it stands for all others. */
function readAddressees(line: string): { plan: string; names: string[] } | null {
  const at = line.indexOf(':')
  if (at < 0) return null
  const names = line
    .slice(at + 1)
    .split(';')
    .map((name) => name.trim())
    .filter(Boolean)
  return names.length > 0 ? { plan: line.slice(0, at).trim(), names } : null
}

/** `sổ | thời hạn | căn cứ`; the register by its id. */
function readDeadline(line: string): { register: string; text: string; basis: string } | null {
  const [register = '', text = '', basis = ''] = line.split('|').map((part) => part.trim())
  const isRead = text !== '' && parseDeadline(text) !== null
  return isRead && userRegisters.some((r) => r.id === register) ? { register, text, basis } : null
}
