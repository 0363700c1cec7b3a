// Excel in, in four steps: file, columns, preview as a diff, result. Nothing is written before the third step's button;
// the whole import is one undo step; rows that are not understood are parked, never dropped.
import { Alert, Button, Group, Loader, NativeSelect, Stack, Stepper, Tabs, Text, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { CallOutput } from '../../../shared/ipc/contract.ts'
import type { ImportCounts } from '../../../shared/ipc/parts.ts'
import { registerOf, userRegisters } from '../../../shared/registers/registry.ts'
import { errorSentence, type ShownError } from '../../ui/errorSentence.ts'
import { useLabel, useLanguage } from '../../ui/language.ts'
import { undoOrRedo } from '../app/appStore.ts'
import { go } from '../app/route.ts'
import { ask, call } from '../bridge/bridge.ts'
import { saveBytes, saveTemplate } from '../send/saveFile.ts'
import { useText } from '../text.ts'
import { ColumnsStep } from './ColumnsStep.tsx'
import { FileDrop } from './FileDrop.tsx'
import { JobProgress } from './JobProgress.tsx'
import { ParkedRows } from './ParkedRows.tsx'
import { PreviewStep } from './PreviewStep.tsx'

export type ImportOpened = CallOutput<'import.open'>
export type ImportPlanned = CallOutput<'import.plan'>

type Step =
  | { readonly at: 'file' }
  | { readonly at: 'columns'; readonly opened: ImportOpened }
  | { readonly at: 'check'; readonly opened: ImportOpened; readonly planned: ImportPlanned }
  | { readonly at: 'done'; readonly opened: ImportOpened; readonly counts: ImportCounts }

const ORDER = ['file', 'columns', 'check', 'done'] as const

export function ImportScreen({ register, parked }: { register: string | undefined; parked: boolean }) {
  const t = useText()
  const [chosen, setChosen] = useState(register ?? userRegisters[0]!.id)
  return (
    <Stack p="md" gap="md">
      <Title order={1} size="h3">
        {t('import.title')}
      </Title>
      <Tabs defaultValue={parked ? 'parked' : 'import'} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="import">{t('import.title')}</Tabs.Tab>
          <Tabs.Tab value="parked">{t('parked.title')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="import" pt="md">
          <Wizard key={chosen} register={chosen} onRegister={setChosen} />
        </Tabs.Panel>
        <Tabs.Panel value="parked" pt="md">
          <ParkedRows register={register} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  )
}

function Wizard({ register, onRegister }: { register: string; onRegister: (register: string) => void }) {
  const t = useText()
  const label = useLabel()
  const { language } = useLanguage()
  const [step, setStep] = useState<Step>({ at: 'file' })
  const [error, setError] = useState<ShownError | null>(null)
  const [busy, setBusy] = useState(false)
  const importId = step.at === 'file' ? null : step.opened.importId

  // The core holds the file's rows until told that the import is over.
  useEffect(() => {
    if (!importId) return
    return () => void call('import.close', { importId })
  }, [importId])

  async function read(file: File): Promise<void> {
    setError(null)
    setBusy(true)
    const bytes = new Uint8Array(await file.arrayBuffer())
    const answer = await call('import.open', { register, name: file.name, bytes })
    setBusy(false)
    if (answer.ok) setStep({ at: 'columns', opened: answer.value })
    else setError(answer.error)
  }

  async function commit(opened: ImportOpened): Promise<void> {
    setBusy(true)
    const done = await ask('import.commit', { importId: opened.importId })
    setBusy(false)
    if (done) setStep({ at: 'done', opened, counts: done.counts })
  }

  const definition = registerOf(register)
  if (!definition) return null
  return (
    <Stack gap="md">
      <Stepper active={ORDER.indexOf(step.at)} size="xs" allowNextStepsSelect={false}>
        {ORDER.map((at) => (
          <Stepper.Step key={at} label={t(`import.step.${at}`)} allowStepSelect={false} />
        ))}
      </Stepper>
      {error && (
        <Alert color="red.8" role="alert">
          {errorSentence(error, language)}
        </Alert>
      )}
      <JobProgress />
      {step.at === 'file' && (
        <Stack maw={640}>
          <NativeSelect
            label={t('import.register')}
            value={register}
            onChange={(event) => onRegister(event.currentTarget.value)}
            data={userRegisters.map((one) => ({ value: one.id, label: label(one.label) }))}
          />
          <Text size="sm">{t('import.fileHelp')}</Text>
          <FileDrop busy={busy} onFile={(file) => void read(file)} />
          {busy && (
            <Group gap="xs" role="status">
              <Loader size="sm" /> {t('import.reading')}
            </Group>
          )}
          <Group>
            <Button variant="default" onClick={() => void saveTemplate(register)}>
              {t('import.template')}
            </Button>
            <Button variant="default" onClick={() => go({ screen: 'rooms', register })}>
              {t('rooms.title')}
            </Button>
          </Group>
        </Stack>
      )}
      {step.at === 'columns' && (
        <ColumnsStep
          register={definition}
          opened={step.opened}
          onBack={() => setStep({ at: 'file' })}
          onPlanned={(planned) => setStep({ at: 'check', opened: step.opened, planned })}
        />
      )}
      {step.at === 'check' && (
        <PreviewStep
          register={definition}
          opened={step.opened}
          planned={step.planned}
          busy={busy}
          onBack={() => setStep({ at: 'columns', opened: step.opened })}
          onCommit={() => void commit(step.opened)}
        />
      )}
      {step.at === 'done' && (
        <Stack maw={720}>
          <Alert color="green.8" role="status">
            {t('import.done', step.counts)}
          </Alert>
          <Group>
            {step.counts.parked > 0 && (
              <Button onClick={() => go({ screen: 'import', register, parked: true })}>
                {t('import.mend', { count: step.counts.parked })}
              </Button>
            )}
            <Button
              variant={step.counts.parked > 0 ? 'default' : 'filled'}
              onClick={() => go({ screen: 'grid', register })}
            >
              {t('import.openRegister')}
            </Button>
            <Button
              variant="default"
              onClick={() => void undoOrRedo('undo').then(() => setStep({ at: 'file' }))}
            >
              {t('import.undone')}
            </Button>
            {step.counts.parked > 0 && <MarkedButton importId={step.opened.importId} />}
            <Button variant="default" onClick={() => setStep({ at: 'file' })}>
              {t('import.another')}
            </Button>
          </Group>
        </Stack>
      )}
    </Stack>
  )
}

export function MarkedButton({ importId }: { importId: string }) {
  const t = useText()
  return (
    <Button
      variant="default"
      onClick={() =>
        void ask('import.marked', { importId }).then((file) => file && saveBytes(file.name, file.bytes))
      }
    >
      {t('import.marked')}
    </Button>
  )
}
