// Every hand-in, newest first; several can be accepted or returned in one act.
import { Alert, Button, Group, Pagination, Select, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { type ConsoleError, consoleFiles, type HandinRow } from '../../../shared/http/console.ts'
import { userRegisters } from '../../../shared/registers/registry.ts'
import { useLabel } from '../../ui/language.ts'
import { call, downloadFile } from '../app/api.ts'
import { useConsole } from '../app/consoleStore.ts'
import { ErrorNote } from '../app/ErrorNote.tsx'
import { useLoad } from '../app/useLoad.ts'
import { useText } from '../text.ts'
import { HandinTable } from './HandinTable.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'

const PAGE = 50
const STATES = ['received', 'returned', 'accepted'] as const

/** Those shown that still wait for a decision; all that can be decided when none does. */
function undecided(rows: readonly HandinRow[]): string[] {
  const decidable = rows.filter((row) => !row.superseded)
  const open = decidable.filter((row) => row.state === 'received')
  return (open.length > 0 ? open : decidable).map((row) => row.id)
}

export function HandinsScreen() {
  const t = useText()
  const label = useLabel()
  const canDecide = useConsole((s) => s.me?.role !== 'viewer')
  const [register, setRegister] = useState<string | null>(null)
  const [state, setState] = useState<(typeof STATES)[number] | null>('received')
  const [period, setPeriod] = useState('')
  const [page, setPage] = useState(1)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [returning, setReturning] = useState(false)
  const [failed, setFailed] = useState<ConsoleError | null>(null)
  const [said, setSaid] = useState('')
  const { value, error, reload } = useLoad('handin.list', {
    ...(register ? { register } : {}),
    ...(state ? { state } : {}),
    latestOnly: true,
    offset: (page - 1) * PAGE,
    limit: PAGE,
  })
  const rows = value?.rows ?? []
  async function getWorkbook(id: string) {
    const answer = await downloadFile(consoleFiles.workbook, {
      register: id,
      ...(period.trim() === '' ? {} : { period: period.trim() }),
    })
    setFailed(answer.ok ? null : answer.error)
  }
  async function decide(decision: 'accept' | 'return', reason: string) {
    const handins = rows.filter((r) => chosen.has(r.id)).map((r) => ({ office: r.office, handin: r.id }))
    const answer = await call('handin.decide', { handins, decision, reason })
    setReturning(false)
    setFailed(answer.ok ? null : answer.error)
    setSaid(answer.ok ? t('decided', { n: answer.value.decided, refused: answer.value.refused.length }) : '')
    setChosen(new Set())
    reload()
  }
  return (
    <>
      <Group justify="space-between" mb="sm">
        <Title order={1} size="h3">
          {t('menu.handins')}
        </Title>
        <Group gap="sm">
          <Select
            aria-label={t('register')}
            placeholder={t('allRegisters')}
            clearable
            data={userRegisters.filter((r) => !r.parent).map((r) => ({ value: r.id, label: label(r.label) }))}
            value={register}
            onChange={setRegister}
          />
          <Select
            aria-label={t('state')}
            placeholder={t('allStates')}
            clearable
            data={STATES.map((s) => ({ value: s, label: t(`state.${s}`) }))}
            value={state}
            onChange={(s) => setState(STATES.find((known) => known === s) ?? null)}
          />
          {canDecide && register && (
            <TextInput
              w={150}
              maxLength={20}
              aria-label={t('workbookPeriod')}
              placeholder={t('workbookPeriod')}
              value={period}
              onChange={(e) => setPeriod(e.currentTarget.value)}
            />
          )}
          {canDecide && register && (
            <Button variant="default" onClick={() => void getWorkbook(register)}>
              {t('workbook')}
            </Button>
          )}
          <Button variant="default" onClick={reload}>
            {t('reload')}
          </Button>
        </Group>
      </Group>
      <ErrorNote error={failed ?? error} />
      {said && (
        <Alert role="status" mb="sm">
          {said}
        </Alert>
      )}
      {canDecide && (
        <Group mb="sm">
          <Button disabled={chosen.size === 0} onClick={() => void decide('accept', '')}>
            {t('acceptChosen', { n: chosen.size })}
          </Button>
          <Button variant="default" disabled={chosen.size === 0} onClick={() => setReturning(true)}>
            {t('returnChosen', { n: chosen.size })}
          </Button>
        </Group>
      )}
      {value && (
        <HandinTable
          rows={rows}
          showOffice
          {...(canDecide
            ? {
                chosen,
                onChooseAll: (on: boolean) => setChosen(new Set(on ? undecided(rows) : [])),
                onChoose: (id: string, on: boolean) => {
                  const next = new Set(chosen)
                  if (on) next.add(id)
                  else next.delete(id)
                  setChosen(next)
                },
              }
            : {})}
        />
      )}
      {value && value.total > PAGE && (
        <Pagination
          mt="md"
          total={Math.ceil(value.total / PAGE)}
          value={page}
          onChange={setPage}
          getControlProps={(control) => ({ 'aria-label': control })}
        />
      )}
      {returning && (
        <ReasonDialog
          onClose={() => setReturning(false)}
          onReturn={(reason) => void decide('return', reason)}
        />
      )}
    </>
  )
}
