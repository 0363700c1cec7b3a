import { Alert, Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { CallOutput } from '../../../shared/ipc/contract.ts'
import { showToast } from '../app/toastStore.ts'
import { ask } from '../bridge/bridge.ts'
import { useText } from '../text.ts'
import { PlanDuties } from './PlanDuties.tsx'
import { SwitchList } from './SwitchList.tsx'

type Holds = CallOutput<'profile.get'>
type ProfileId = Holds['profile']

/** Value of a choice that leaves it to the pack; an empty plan is a choice of its own. */
const GIVEN = 'given'
const FIRST_YEAR = 2020

/** The plan and the legal profile of a period, what they ask for, and what a change of law leaves to do. */
export function PlanPanel() {
  const t = useText()
  const thisYear = new Date().getFullYear()
  const [period, setPeriod] = useState(String(thisYear))
  const [holds, setHolds] = useState<Holds | null>(null)

  useEffect(() => {
    let isCurrent = true
    void ask('profile.get', { period }).then((found) => {
      if (isCurrent) setHolds(found ?? null)
    })
    return () => {
      isCurrent = false
    }
  }, [period])

  async function set(chosen: Holds['chosen']): Promise<void> {
    if (!(await ask('profile.set', { period, ...chosen }))) return
    setHolds((await ask('profile.get', { period })) ?? null)
    showToast({ kind: 'good', text: t('plan.saved', { period }) })
  }

  async function take(): Promise<void> {
    const taken = await ask('tasks.fromPlan', { period })
    if (!taken) return
    showToast({ kind: 'good', text: t('plan.tasksTaken', taken) })
    setHolds((await ask('profile.get', { period })) ?? null)
  }

  if (!holds) return null
  const years = Array.from({ length: thisYear + 2 - FIRST_YEAR }, (_, i) => String(thisYear + 1 - i))
  const planName = holds.plans.find(({ id }) => id === holds.plan)?.name ?? holds.plan
  return (
    <Stack>
      <Title order={2} size="h4">
        {t('plan.title')}
      </Title>
      <Text size="sm">{t('plan.help')}</Text>
      <Group align="end">
        <NativeSelect
          label={t('plan.period')}
          w={110}
          data={years}
          value={period}
          onChange={(event) => setPeriod(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('plan.plan')}
          w={400}
          value={holds.chosen.plan ?? GIVEN}
          data={[
            { value: GIVEN, label: t('plan.given') },
            { value: '', label: t('plan.none') },
            ...holds.plans
              .filter(({ fits }) => fits)
              .map(({ id, name, isDraft }) => ({
                value: id,
                label: isDraft && !name.includes('(') ? t('plan.draft', { name }) : name,
              })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            void set({ ...holds.chosen, plan: value === GIVEN ? null : value })
          }
        />
        <NativeSelect
          label={t('settings.profile')}
          w={330}
          value={holds.chosen.profile ?? GIVEN}
          data={[
            { value: GIVEN, label: t('plan.given') },
            ...holds.profiles.filter(({ fits }) => fits).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            void set({ ...holds.chosen, profile: value === GIVEN ? null : (value as ProfileId) })
          }
        />
      </Group>
      <Alert color="ink" role="status">
        <Text size="sm">
          {t('plan.holds', {
            plan: planName || t('plan.noPlan'),
            profile: holds.profiles.find(({ id }) => id === holds.profile)?.name ?? '',
          })}
        </Text>
        {holds.reportsTo && <Text size="sm">{t('plan.reports', { to: holds.reportsTo })}</Text>}
      </Alert>
      <PlanDuties holds={holds} />
      {holds.obligations.length > 0 && (
        <Group>
          <Button disabled={holds.tasks.taken >= holds.tasks.bound} onClick={() => void take()}>
            {t('plan.tasks')}
          </Button>
          <Text size="sm">{t('plan.tasksState', holds.tasks)}</Text>
        </Group>
      )}
      <SwitchList />
    </Stack>
  )
}
