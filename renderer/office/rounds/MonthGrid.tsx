import { formatIsoDate } from '../../ui/dates.ts'
import { useLanguage } from '../../ui/language.ts'
import { useText } from '../text.ts'

const HEADS = {
  vi: ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const

/** A month by weeks from Monday; days on which something is due are marked and say what. */
export function MonthGrid(props: {
  month: string
  entries: readonly { readonly day: string; readonly name: string }[]
}) {
  const t = useText()
  const { language } = useLanguage()
  const { month } = props
  const [year, at] = [Number(month.slice(0, 4)), Number(month.slice(5))]
  const before = (new Date(Date.UTC(year, at - 1, 1)).getUTCDay() + 6) % 7
  const length = new Date(Date.UTC(year, at, 0)).getUTCDate()
  const weeks = Array.from({ length: Math.ceil((before + length) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => week * 7 + day - before + 1),
  )
  return (
    <table className="month-grid" aria-label={t('calendar.month', { month: month.slice(5), year })}>
      <thead>
        <tr>
          {HEADS[language].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => {
              if (day < 1 || day > length) return <td key={day} />
              const iso = `${month}-${String(day).padStart(2, '0')}`
              const due = props.entries.filter((entry) => entry.day === iso)
              const says = t('calendar.due', {
                day: formatIsoDate(iso),
                names: due.map((entry) => entry.name).join('; '),
              })
              return (
                <td
                  key={day}
                  data-due={due.length > 0 || undefined}
                  title={due.length > 0 ? says : undefined}
                >
                  {due.length > 0 ? (
                    <>
                      <span aria-hidden>{day}</span>
                      <span className="visually-hidden">{says}</span>
                    </>
                  ) : (
                    day
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
