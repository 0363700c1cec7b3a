import { Text } from '@mantine/core'
import type { Round } from '../../../shared/ipc/roundCalls.ts'
import { formatIsoDate } from '../../ui/dates.ts'
import { useLanguage } from '../../ui/language.ts'
import { useText } from '../text.ts'
import { dueDays, weekdayAndDay } from './dueWords.ts'

/** The day that is worked towards, and why it is that one. */
export function RoundDue({ round }: { round: Round }) {
  const t = useText()
  const { language } = useLanguage()
  const { workUntil, offDay } = dueDays(round)
  const why = [
    offDay ? t('round.lastDay', { day: weekdayAndDay(offDay, language) }) : '',
    round.dueText,
    round.extendedTo ? t('round.extended', { day: formatIsoDate(round.extendedTo) }) : '',
  ].filter(Boolean)
  return (
    <>
      <Text size="sm" fw={600}>
        {workUntil ? t('round.workUntil', { day: weekdayAndDay(workUntil, language) }) : t('round.noDay')}
        {round.urgency !== 'none' && (
          <Text span size="sm" fw={600} c={round.urgency === 'late' ? 'red.9' : 'orange.9'}>
            {' · '}
            {t(`round.${round.urgency}`)}
          </Text>
        )}
      </Text>
      {why.length > 0 && (
        <Text size="xs" c="dimmed">
          {why.join('; ')}
        </Text>
      )}
    </>
  )
}

/** Who asks: the letter's number and date, or a rule. */
export function useAskedBy(): (round: Round) => string {
  const t = useText()
  return (round) => {
    if (round.letterNo && round.letterDate)
      return t('round.letter', { number: round.letterNo, date: formatIsoDate(round.letterDate) })
    if (round.letterNo) return t('round.letterNo', { number: round.letterNo })
    return t(round.from === 'province' ? 'round.askedByProvince' : 'round.askedByRule')
  }
}
