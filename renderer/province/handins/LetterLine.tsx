// The signed letter that a hand-in came with: number, date, signer, how it was sent, the code printed on its pages.
import { Text } from '@mantine/core'
import type { HandinRow } from '../../../shared/http/console.ts'
import { formatIsoDate } from '../../ui/dates.ts'
import { useText } from '../text.ts'

const WAYS = ['line', 'stick', 'mail', 'edoc', 'zalo', 'paper'] as const

export function LetterLine({ handin: { letter, roundName, reason } }: { readonly handin: HandinRow }) {
  const t = useText()
  const way = WAYS.find((w) => w === letter?.sentWay)
  const parts = [
    roundName && t('letter.round', { name: roundName }),
    letter &&
      t('letter.of', {
        number: letter.number || t('letter.noNumber'),
        day: letter.signedOn ? formatIsoDate(letter.signedOn) : '…',
      }),
    letter?.signerName && t('letter.signer', { name: letter.signerName }),
    letter?.contentCode && t('letter.code', { code: letter.contentCode.replace(/(.{4})(?=.)/g, '$1-') }),
    way && t(`letter.way.${way}`),
    letter?.approvedBy && t('letter.approved', { who: letter.approvedBy }),
    letter?.passedOver && t('letter.noSecond', { why: letter.passedOver }),
  ].filter((part) => typeof part === 'string' && part !== '')
  return (
    <>
      {parts.length > 0 && <Text size="sm">{parts.join(' · ')}</Text>}
      {reason && <Text size="sm">{t('letter.reason', { reason })}</Text>}
    </>
  )
}
