import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { CallOutput } from '../../../shared/ipc/contract.ts'
import { useLanguage } from '../../ui/language.ts'
import { go } from '../app/route.ts'
import { ask } from '../bridge/bridge.ts'
import { rememberPlace, START } from '../grid/gridMemory.ts'
import { useText } from '../text.ts'

type Row = CallOutput<'profile.switchTasks'>[number]

/** What the change from Decree 47/2020 to the rules in force leaves to be looked at, each with its records. */
export function SwitchList() {
  const t = useText()
  const { language } = useLanguage()
  const [rows, setRows] = useState<readonly Row[]>([])
  useEffect(() => {
    void ask('profile.switchTasks', { from: 'nd47_2020', to: 'current_2025' }).then((found) =>
      setRows(found ?? []),
    )
  }, [])

  function open({ register, filter }: Row): void {
    rememberPlace(register, { ...START, filters: filter })
    go({ screen: 'grid', register })
  }

  return (
    <section aria-labelledby="plan-switch">
      <Title order={3} size="h5" id="plan-switch">
        {t('plan.switch')}
      </Title>
      <Text size="sm">{rows.length > 0 ? t('plan.switchHelp') : t('plan.switchNone')}</Text>
      <Stack gap="xs" mt="xs" component="ul" pl={0} style={{ listStyle: 'none' }}>
        {rows.map((row) => (
          <Group key={row.id} component="li" justify="space-between" wrap="nowrap">
            <div>
              <Group gap="xs">
                <Text size="sm" fw={600}>
                  {row.what[language]}
                </Text>
                {!row.verified && (
                  <Badge variant="light" tt="none">
                    {t('plan.toConfirm')}
                  </Badge>
                )}
              </Group>
              <Text size="xs">{row.why[language]}</Text>
            </div>
            <Button
              size="compact-sm"
              variant="default"
              style={{ flexShrink: 0 }}
              aria-label={t('plan.openOf', { count: row.count, what: row.what[language] })}
              onClick={() => open(row)}
            >
              {t('plan.open', { count: row.count })}
            </Button>
          </Group>
        ))}
      </Stack>
    </section>
  )
}
