import { Table, Text, Title } from '@mantine/core'
import type { CallOutput } from '../../../shared/ipc/contract.ts'
import { registerOf } from '../../../shared/registers/registry.ts'
import { useLanguage } from '../../ui/language.ts'
import { useText } from '../text.ts'

/** What the period's plan asks of each register, in words and in the text's own times. */
export function PlanDuties({ holds }: { holds: CallOutput<'profile.get'> }) {
  const t = useText()
  const { language } = useLanguage()
  return (
    <section aria-labelledby="plan-duties">
      <Title order={3} size="h5" id="plan-duties">
        {t('plan.asks')}
      </Title>
      {holds.obligations.length === 0 && <Text size="sm">{t('plan.asksNothing')}</Text>}
      {holds.obligations.length > 0 && (
        <Table aria-labelledby="plan-duties">
          <Table.Thead>
            <Table.Tr>
              {(['colRegister', 'colHow', 'colWho', 'colWhen', 'colPlace'] as const).map((key) => (
                <Table.Th key={key}>{t(`plan.${key}`)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {holds.obligations.map((one) => (
              <Table.Tr key={`${one.register} ${one.place}`}>
                <Table.Td>{registerOf(one.register)?.label[language] ?? one.register}</Table.Td>
                <Table.Td>
                  <Text size="sm" fw={one.obligation === 'must' ? 600 : 400} style={{ whiteSpace: 'nowrap' }}>
                    {t(`plan.${one.obligation}`)}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <Text size="sm">{t(`plan.if.${one.boundIf}`)}</Text>
                  {one.boundIf !== 'all' && (
                    <Text size="xs">{t(one.binds ? 'plan.binds' : 'plan.bindsNot')}</Text>
                  )}
                </Table.Td>
                <Table.Td>{one.timeText || '–'}</Table.Td>
                <Table.Td>{one.place}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {holds.notes.map((note) => (
        <Text size="sm" key={note}>
          {note}
        </Text>
      ))}
    </section>
  )
}
