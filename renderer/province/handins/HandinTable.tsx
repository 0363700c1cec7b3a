// Hand-ins as rows; with a choice of several when they are to be decided together.
import { Badge, Checkbox, Table, Text, UnstyledButton } from '@mantine/core'
import type { HandinRow } from '../../../shared/http/console.ts'
import { registerOf } from '../../../shared/registers/registry.ts'
import { formatInstant } from '../../ui/dates.ts'
import { useLabel } from '../../ui/language.ts'
import { go } from '../app/consoleStore.ts'
import { StateBadge } from '../app/StateBadge.tsx'
import { useText } from '../text.ts'

type Props = {
  readonly rows: readonly HandinRow[]
  readonly showOffice: boolean
  readonly chosen?: ReadonlySet<string>
  readonly onChoose?: (id: string, on: boolean) => void
  readonly onChooseAll?: (on: boolean) => void
}

export function HandinTable({ rows, showOffice, chosen, onChoose, onChooseAll }: Props) {
  const t = useText()
  const label = useLabel()
  if (rows.length === 0) return <Text>{t('noHandins')}</Text>
  return (
    <Table bg="white" withTableBorder highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          {chosen && (
            <Table.Th>
              <Checkbox
                aria-label={t('chooseAll')}
                title={t('chooseAll')}
                checked={chosen.size > 0}
                indeterminate={chosen.size > 0 && chosen.size < rows.length}
                onChange={(e) => onChooseAll?.(e.currentTarget.checked)}
              />
            </Table.Th>
          )}
          {showOffice && <Table.Th>{t('office')}</Table.Th>}
          <Table.Th>{t('register')}</Table.Th>
          <Table.Th>{t('period')}</Table.Th>
          <Table.Th>{t('records')}</Table.Th>
          <Table.Th>{t('received')}</Table.Th>
          <Table.Th>{t('contentCode')}</Table.Th>
          <Table.Th>{t('state')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((h) => {
          const register = registerOf(h.register)
          const name = register ? label(register.label) : h.register
          return (
            <Table.Tr key={h.id}>
              {chosen && (
                <Table.Td>
                  <Checkbox
                    aria-label={`${h.officeName}, ${name}, ${h.period}`}
                    disabled={h.superseded}
                    checked={chosen.has(h.id)}
                    onChange={(e) => onChoose?.(h.id, e.currentTarget.checked)}
                  />
                </Table.Td>
              )}
              {showOffice && <Table.Td>{h.officeName}</Table.Td>}
              <Table.Td>
                <UnstyledButton
                  c="ink.8"
                  td="underline"
                  onClick={() => go({ screen: 'handin', office: h.office, handin: h.id })}
                >
                  {name}
                </UnstyledButton>
              </Table.Td>
              <Table.Td>{h.period}</Table.Td>
              <Table.Td>
                {h.nil ? t('nil') : h.count}
                {(h.accepted > 0 || h.returned > 0 || h.remarks > 0) && (
                  <Text size="xs" c="dimmed">
                    {t('decidedCount', { accepted: h.accepted, returned: h.returned, remarks: h.remarks })}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                {formatInstant(h.receivedAt)}
                <Text size="xs" c="dimmed">
                  {h.madeBy}
                </Text>
              </Table.Td>
              <Table.Td ff="monospace">{h.contentCode.replace(/(.{4})(?=.)/g, '$1-')}</Table.Td>
              <Table.Td>
                <StateBadge state={h.state} />{' '}
                {h.superseded && (
                  <Badge color="gray.7" tt="none" miw="max-content">
                    {t('superseded')}
                  </Badge>
                )}
                {h.byProvince && (
                  <Badge color="gray.7" tt="none" miw="max-content">
                    {t('byProvince')}
                  </Badge>
                )}
              </Table.Td>
            </Table.Tr>
          )
        })}
      </Table.Tbody>
    </Table>
  )
}
