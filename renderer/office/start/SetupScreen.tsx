import { Alert, Button, Group, Stack, Text, TextInput, UnstyledButton } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Office } from '../../../shared/ipc/contract.ts'
import { errorSentence, type ShownError } from '../../ui/errorSentence.ts'
import { useLanguage } from '../../ui/language.ts'
import { useApp } from '../app/appStore.ts'
import { ask, call } from '../bridge/bridge.ts'
import { useText } from '../text.ts'
import { NewPin, type PinDraft, pinProblem } from './NewPin.tsx'
import { OfficeStep } from './OfficeStep.tsx'
import { RecoveryStep } from './RecoveryStep.tsx'
import { SnapshotList } from './SnapshotList.tsx'
import { StartFrame } from './StartFrame.tsx'

type Step = 'choose' | 'office' | 'person' | 'recovery' | 'restore'

/** A fresh sample store still needs an office; the core fills in the sample's own. */
const SAMPLE_OFFICE: Office = {
  name: 'Ủy ban nhân dân xã Mẫu',
  parentName: 'Ủy ban nhân dân tỉnh Mẫu',
  level: 'xa',
  adminCode: '',
  docSymbol: 'UBND',
  placeName: 'Xã Mẫu',
  profile: 'current_2025',
  plan: '',
  provinceName: '',
  provinceUrl: '',
}

/** The first run: real set-up or sample, office, person and PIN, recovery sheet. */
export function SetupScreen() {
  const t = useText()
  const [step, setStep] = useState<Step>('choose')
  const [sample, setSample] = useState(false)
  const [office, setOffice] = useState<Office | null>(null)
  const [pack, setPack] = useState<Uint8Array | null>(null)
  const [recoveryCode, setRecoveryCode] = useState('')
  const [hasSnapshots, setHasSnapshots] = useState(false)

  useEffect(() => {
    void ask('snapshots.list', {}).then((found) => setHasSnapshots((found?.length ?? 0) > 0))
  }, [])

  function begin(withSample: boolean): void {
    setSample(withSample)
    setOffice(withSample ? SAMPLE_OFFICE : null)
    setStep(withSample ? 'person' : 'office')
  }

  if (step === 'choose') {
    return (
      <StartFrame title={t('start.welcome')}>
        <Text mb="md">{t('start.lead')}</Text>
        <Stack>
          <Choice title={t('start.real')} help={t('start.realHelp')} onClick={() => begin(false)} />
          <Choice title={t('start.sample')} help={t('start.sampleHelp')} onClick={() => begin(true)} />
          {hasSnapshots && (
            <Choice
              title={t('start.restore')}
              help={t('snapshots.leadGone')}
              onClick={() => setStep('restore')}
            />
          )}
        </Stack>
      </StartFrame>
    )
  }
  if (step === 'restore') {
    return (
      <StartFrame title={t('snapshots.title')} wide>
        <SnapshotList />
        <Button mt="md" variant="default" onClick={() => setStep('choose')}>
          {t('common.back')}
        </Button>
      </StartFrame>
    )
  }
  const total = sample ? 2 : 3
  if (step === 'office') {
    return (
      <StartFrame title={t('wizard.step', { step: 1, total, title: t('wizard.office') })} wide>
        <OfficeStep
          office={office}
          onBack={() => setStep('choose')}
          onNext={(chosen, packBytes) => {
            setOffice(chosen)
            setPack(packBytes)
            setStep('person')
          }}
        />
      </StartFrame>
    )
  }
  if (step === 'person' && office) {
    return (
      <StartFrame title={t('wizard.step', { step: total - 1, total, title: t('wizard.person') })}>
        <PersonStep
          office={office}
          pack={pack}
          sample={sample}
          onBack={() => setStep(sample ? 'choose' : 'office')}
          onDone={(code) => {
            setRecoveryCode(code)
            setStep('recovery')
          }}
        />
      </StartFrame>
    )
  }
  return (
    <StartFrame title={t('wizard.step', { step: total, total, title: t('wizard.recovery') })} wide>
      <RecoveryStep code={recoveryCode} />
    </StartFrame>
  )
}

function Choice({ title, help, onClick }: { title: string; help: string; onClick: () => void }) {
  return (
    <UnstyledButton className="choice" onClick={onClick}>
      <Text fw={650}>{title}</Text>
      <Text size="sm" c="dimmed">
        {help}
      </Text>
    </UnstyledButton>
  )
}

type PersonStepProps = {
  office: Office
  pack: Uint8Array | null
  sample: boolean
  onBack: () => void
  onDone: (recoveryCode: string) => void
}

function PersonStep({ office, pack, sample, onBack, onDone }: PersonStepProps) {
  const t = useText()
  const { language } = useLanguage()
  const [name, setName] = useState(sample ? t('start.sampleName') : '')
  const [pin, setPin] = useState<PinDraft>({ pin: '', again: '' })
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ShownError | null>(null)
  const missing = name.trim() === '' ? 'wizard.nameMissing' : pinProblem(pin)

  async function create(): Promise<void> {
    setBusy(true)
    useApp.setState({ settingUp: true })
    const input = { office, userName: name.trim(), pin: pin.pin, sample }
    const answer = await call('setup.create', pack ? { ...input, pack } : input)
    setBusy(false)
    if (answer.ok) {
      onDone(answer.value.recoveryCode)
      return
    }
    useApp.setState({ settingUp: false })
    setError(answer.error)
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!missing) void create()
      }}
    >
      <Stack>
        <Text c="dimmed">{office.name}</Text>
        <TextInput
          label={t('wizard.yourName')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          autoFocus
          maxLength={120}
        />
        <NewPin label={t('wizard.pin')} value={pin} onChange={setPin} />
        {error && (
          <Alert color="red.8" role="alert">
            {errorSentence(error, language)}
          </Alert>
        )}
        {missing && pin.pin !== '' && (
          <Text size="sm" c="dimmed">
            {t(missing)}
          </Text>
        )}
        <Group justify="space-between">
          <Button variant="default" onClick={onBack}>
            {t('common.back')}
          </Button>
          <Button type="submit" loading={busy} disabled={missing !== null}>
            {busy ? t('wizard.creating') : t('wizard.create')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
