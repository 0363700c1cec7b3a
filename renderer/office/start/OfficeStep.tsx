import {
  Alert,
  Button,
  Checkbox,
  FileButton,
  Group,
  NativeSelect,
  ScrollArea,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  UnstyledButton,
} from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import type { Office, UnitChoice } from '../../../shared/ipc/contract.ts'
import { placeNameOf } from '../../../shared/units/unitData.ts'
import { formatDay } from '../../ui/dates.ts'
import { errorSentence, type ShownError } from '../../ui/errorSentence.ts'
import { useLanguage } from '../../ui/language.ts'
import { ask, call } from '../bridge/bridge.ts'
import { useText } from '../text.ts'

const LEVELS = ['xa', 'so_nganh', 'don_vi_su_nghiep', 'tinh', 'bo', 'huyen'] as const

const BLANK: Office = {
  name: '',
  parentName: '',
  level: 'xa',
  adminCode: '',
  docSymbol: '',
  placeName: '',
  profile: 'current_2025',
  plan: '',
  provinceName: '',
  provinceUrl: '',
}

type Props = {
  office: Office | null
  onBack: () => void
  onNext: (office: Office, pack: Uint8Array | null) => void
}

/** Which office this is: from the province's pack, from the shipped list, or filled in by hand. */
export function OfficeStep({ office, onBack, onNext }: Props) {
  const t = useText()
  const [draft, setDraft] = useState<Office>(office ?? BLANK)
  const [pack, setPack] = useState<Uint8Array | null>(null)
  const [byHand, setByHand] = useState(false)

  function choose(unit: UnitChoice): void {
    setPack(null)
    setDraft({
      ...BLANK,
      name: unit.name,
      parentName: unit.parentName,
      level: unit.level,
      adminCode: /^\d+$/.test(unit.code) ? unit.code : '',
      placeName: placeNameOf(unit.name),
      profile: unit.historic ? 'nd47_2020' : 'current_2025',
    })
  }

  return (
    <Stack>
      <PackReader
        onRead={(read, bytes) => {
          setDraft(read)
          setPack(bytes)
        }}
      />
      {!pack && <UnitSearch onChoose={choose} />}
      <Checkbox
        label={t('wizard.byHand')}
        checked={byHand}
        onChange={(event) => setByHand(event.currentTarget.checked)}
      />
      {byHand && <OfficeFields office={draft} onChange={setDraft} />}
      {draft.name !== '' && (
        <Alert color="ink" aria-live="polite">
          {t('wizard.chosen', {
            name: draft.parentName ? `${draft.name} (${draft.parentName})` : draft.name,
          })}
        </Alert>
      )}
      <Group justify="space-between">
        <Button variant="default" onClick={onBack}>
          {t('common.back')}
        </Button>
        <Button disabled={draft.name.trim() === ''} onClick={() => onNext(draft, pack)}>
          {t('common.next')}
        </Button>
      </Group>
    </Stack>
  )
}

/** The office's own particulars as printed on its documents. */
export function OfficeFields({ office, onChange }: { office: Office; onChange: (office: Office) => void }) {
  const t = useText()
  const text = (key: 'name' | 'parentName' | 'adminCode' | 'docSymbol' | 'placeName', label: string) => (
    <TextInput
      label={label}
      value={office[key]}
      maxLength={500}
      onChange={(event) => onChange({ ...office, [key]: event.currentTarget.value })}
    />
  )
  return (
    <SimpleGrid cols={2} spacing="sm">
      {text('name', t('settings.officeName'))}
      {text('parentName', t('settings.parentName'))}
      <NativeSelect
        label={t('wizard.level')}
        value={office.level}
        data={LEVELS.map((level) => ({ value: level, label: t(`level.${level}`) }))}
        onChange={(event) => onChange({ ...office, level: event.currentTarget.value as Office['level'] })}
      />
      {text('adminCode', t('settings.adminCode'))}
      {text('docSymbol', t('settings.docSymbol'))}
      {text('placeName', t('settings.placeName'))}
      <NativeSelect
        label={t('settings.profile')}
        value={office.profile}
        data={[
          { value: 'current_2025', label: t('settings.profileNow') },
          { value: 'nd47_2020', label: t('settings.profileOld') },
        ]}
        onChange={(event) => onChange({ ...office, profile: event.currentTarget.value as Office['profile'] })}
      />
    </SimpleGrid>
  )
}

function PackReader({ onRead }: { onRead: (office: Office, bytes: Uint8Array) => void }) {
  const t = useText()
  const { language } = useLanguage()
  const [read, setRead] = useState<string | null>(null)
  const [error, setError] = useState<ShownError | null>(null)

  async function take(file: File | null): Promise<void> {
    if (!file) return
    const bytes = new Uint8Array(await file.arrayBuffer())
    const answer = await call('setup.readPack', { bytes })
    if (!answer.ok) {
      setRead(null)
      setError(answer.error)
      return
    }
    const { office, fingerprint, expiresAt } = answer.value
    setError(null)
    setRead(
      t('wizard.packRead', {
        name: office.name,
        province: office.provinceName,
        fingerprint,
        date: formatDay(expiresAt),
      }),
    )
    onRead(office, bytes)
  }

  return (
    <Stack gap="xs">
      <FileButton onChange={(file) => void take(file)}>
        {(props) => (
          <Button {...props} variant="light" w="fit-content">
            {t('wizard.pack')}
          </Button>
        )}
      </FileButton>
      <Text size="sm" c="dimmed">
        {t('wizard.packHelp')}
      </Text>
      {read && (
        <Alert color="green.8" role="status">
          {read}
        </Alert>
      )}
      {error && (
        <Alert color="red.8" role="alert">
          {errorSentence(error, language)}
        </Alert>
      )}
    </Stack>
  )
}

function UnitSearch({ onChoose }: { onChoose: (unit: UnitChoice) => void }) {
  const t = useText()
  const [search, setSearch] = useState('')
  const [historic, setHistoric] = useState(false)
  const [units, setUnits] = useState<UnitChoice[]>([])
  const [settled] = useDebouncedValue(search, 60)

  useEffect(() => {
    let current = true
    if (settled.trim() === '') setUnits([])
    else {
      void ask('setup.units', { search: settled, historic, limit: 40 }).then((found) => {
        if (current) setUnits(found ?? [])
      })
    }
    return () => {
      current = false
    }
  }, [settled, historic])

  return (
    <Stack gap="xs">
      <TextInput
        label={t('wizard.searchUnit')}
        description={t('wizard.searchUnitHelp')}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        autoFocus
      />
      <Checkbox
        label={t('wizard.historic')}
        checked={historic}
        onChange={(event) => setHistoric(event.currentTarget.checked)}
      />
      <Text size="xs" c="dimmed" role="status">
        {settled.trim() !== '' &&
          (units.length === 0 ? t('wizard.noUnit') : t('wizard.unitCount', { count: units.length }))}
      </Text>
      {units.length > 0 && (
        <ScrollArea.Autosize
          mah={190}
          type="auto"
          viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('wizard.searchUnit') }}
        >
          {units.map((unit) => (
            <UnstyledButton key={unit.code + unit.name} className="pick" onClick={() => onChoose(unit)}>
              <Text size="sm" fw={600}>
                {unit.name}
              </Text>
              <Text size="xs" c="dimmed">
                {[unit.parentName, t(`level.${unit.level}`), unit.code].filter(Boolean).join(' · ')}
              </Text>
            </UnstyledButton>
          ))}
        </ScrollArea.Autosize>
      )}
    </Stack>
  )
}
