// Sending a list to the province, what became of it, and the ways for when there is no line. Everything cryptographic
// is one click down, under its own name.
import {
  Alert,
  Button,
  Collapse,
  FileButton,
  Group,
  NativeSelect,
  Paper,
  SimpleGrid,
  Stack,
  Text,
  Title,
} from '@mantine/core'
import { useEffect, useState } from 'react'
import { formatCode } from '../../../shared/bundle/codes.ts'
import type { CallOutput, Handin } from '../../../shared/ipc/contract.ts'
import { registerOf, userRegisters } from '../../../shared/registers/registry.ts'
import { formatInstant } from '../../ui/dates.ts'
import { useLabel } from '../../ui/language.ts'
import { printHtml } from '../../ui/printHtml.ts'
import { useApp, useVersion } from '../app/appStore.ts'
import { go } from '../app/route.ts'
import { showToast } from '../app/toastStore.ts'
import { ask } from '../bridge/bridge.ts'
import { useText } from '../text.ts'
import { EnrolPanel } from './EnrolPanel.tsx'
import { ExportDialog } from './ExportDialog.tsx'
import { StateStrip } from './StateStrip.tsx'
import { saveBytes } from './saveFile.ts'
import { TechnicalDetails } from './TechnicalDetails.tsx'

export function SendScreen({ register }: { register: string | undefined }) {
  const t = useText()
  const enrolment = useApp((state) => state.sync?.enrolment)
  const [details, setDetails] = useState(false)
  return (
    <Stack p="md" gap="md" maw={1080}>
      <Title order={1} size="h3">
        {t('send.title')}
      </Title>
      <Group gap="xs">
        <Text size="sm">{t('send.rounds')}</Text>
        <Button size="compact-sm" variant="default" onClick={() => go({ screen: 'rounds' })}>
          {t('menu.rounds')}
        </Button>
      </Group>
      <SimpleGrid cols={2} spacing="md">
        <SendList startWith={register} />
        <Stack>
          {enrolment === 'no-pack' && <PackWanted />}
          {(enrolment === 'new' || enrolment === 'pending' || enrolment === 'refused') && (
            <EnrolPanel enrolment={enrolment} />
          )}
          <ByFile />
        </Stack>
      </SimpleGrid>
      <HandinList />
      <Button
        variant="subtle"
        w="fit-content"
        aria-expanded={details}
        onClick={() => setDetails((on) => !on)}
      >
        {t('common.details')}
      </Button>
      <Collapse expanded={details}>{details && <TechnicalDetails />}</Collapse>
    </Stack>
  )
}

const sendable = userRegisters.filter((one) => !one.parent)

function SendList({ startWith }: { startWith: string | undefined }) {
  const t = useText()
  const label = useLabel()
  const version = useVersion('*')
  const [register, setRegister] = useState(
    sendable.find((one) => one.id === startWith)?.id ?? sendable[0]!.id,
  )
  const [period, setPeriod] = useState<string | null>(null)
  const [preview, setPreview] = useState<CallOutput<'handin.preview'> | null>(null)
  const [busy, setBusy] = useState(false)
  const [exporting, setExporting] = useState(false)

  useEffect(() => {
    void ask('home.summary', {}).then((summary) => summary && setPeriod(summary.period))
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: version says that the list may have changed
  useEffect(() => {
    if (period === null) return
    let current = true
    void ask('handin.preview', { register, period }).then((found) => {
      if (current) setPreview(found)
    })
    return () => {
      current = false
    }
  }, [register, period, version])

  async function send(): Promise<void> {
    if (period === null) return
    setBusy(true)
    const made = await ask('handin.make', { register, period })
    setBusy(false)
    if (made) showToast({ kind: 'good', text: t('send.made', { code: formatCode(made.contentCode) }) })
  }

  const definition = registerOf(register)
  return (
    <Paper withBorder p="md" component="section" aria-label={t('send.list')}>
      <Stack gap="xs">
        <Title order={2} size="h5">
          {t('send.list')}
        </Title>
        <NativeSelect
          label={t('send.chooseRegister')}
          value={register}
          onChange={(event) => setRegister(event.currentTarget.value)}
          data={sendable.map((one) => ({ value: one.id, label: label(one.label) }))}
        />
        {preview && (
          <Stack gap={4} aria-live="polite">
            <Text size="sm" fw={600}>
              {t('send.count', { count: preview.count })} · {t('send.period')} {period}
            </Text>
            {preview.changed > 0 && preview.changed < preview.count && (
              <Text size="sm">{t('send.changed', { count: preview.changed })}</Text>
            )}
            {preview.gaps > 0 ? (
              <Alert color="orange.9" variant="outline" p="xs">
                {t('send.gaps', { count: preview.gaps })}
              </Alert>
            ) : (
              <Text size="sm">{t('send.noGaps')}</Text>
            )}
            <Text size="sm">
              <b>{t('send.code', { code: formatCode(preview.contentCode) })}</b>. {t('send.codeHelp')}
            </Text>
          </Stack>
        )}
        <Text size="xs" c="dimmed">
          {t('send.only')}
        </Text>
        <Group>
          <Button loading={busy} disabled={!preview} onClick={() => void send()}>
            {t('send.confirm')}
          </Button>
          <Button variant="default" onClick={() => setExporting(true)}>
            {t('send.export')}
          </Button>
        </Group>
        {exporting && definition && (
          <ExportDialog register={definition} onClose={() => setExporting(false)} />
        )}
      </Stack>
    </Paper>
  )
}

/** Without the province's pack nothing can be sent: says so, and where to load it. */
function PackWanted() {
  const t = useText()
  return (
    <Paper withBorder p="md" component="section" aria-label={t('send.packWanted')}>
      <Stack gap="xs">
        <Title order={2} size="h5">
          {t('send.packWanted')}
        </Title>
        <Text size="sm">{t('settings.noProvince')}</Text>
        <Button w="fit-content" variant="default" onClick={() => go({ screen: 'settings' })}>
          {t('send.packLoad')}
        </Button>
      </Stack>
    </Paper>
  )
}

function ByFile() {
  const t = useText()

  async function write(): Promise<void> {
    const file = await ask('bundle.toFile', {})
    if (!file) return
    if (file.bytes) saveBytes(file.name, file.bytes)
    showToast({
      kind: 'good',
      text: t(file.bundles === 0 ? 'send.toFileEnrol' : 'send.toFileDone', {
        count: file.bundles,
        name: file.path ?? file.name,
      }),
    })
  }

  async function read(file: File | null): Promise<void> {
    if (!file) return
    const taken = await ask('reply.fromFile', { bytes: new Uint8Array(await file.arrayBuffer()) })
    if (taken) showToast({ kind: 'good', text: t('send.fromFileDone', taken) })
  }

  return (
    <Paper withBorder p="md" component="section" aria-label={t('send.file')}>
      <Stack gap="xs">
        <Title order={2} size="h5">
          {t('send.file')}
        </Title>
        <Text size="sm">{t('send.fileHelp')}</Text>
        <Group>
          <Button variant="default" onClick={() => void write()}>
            {t('send.toFile')}
          </Button>
          <FileButton onChange={(file) => void read(file)}>
            {(props) => (
              <Button {...props} variant="default">
                {t('send.fromFile')}
              </Button>
            )}
          </FileButton>
        </Group>
      </Stack>
    </Paper>
  )
}

function HandinList() {
  const t = useText()
  const version = useVersion('*')
  const [handins, setHandins] = useState<Handin[]>([])
  const sync = useApp((state) => state.sync)

  // biome-ignore lint/correctness/useExhaustiveDependencies: fetched anew after changes and exchanges
  useEffect(() => {
    void ask('handin.list', {}).then((found) => found && setHandins(found))
  }, [version, sync?.lastGoodAt])

  return (
    <section aria-label={t('send.handins')}>
      <Title order={2} size="h5" mb="xs">
        {t('send.handins')}
      </Title>
      {handins.length === 0 && <Text size="sm">{t('send.none')}</Text>}
      <Stack gap="xs">
        {[...handins]
          .sort((a, b) => b.madeAt - a.madeAt)
          .map((handin) => (
            <HandinCard key={handin.id} handin={handin} />
          ))}
      </Stack>
    </section>
  )
}

function HandinCard({ handin }: { handin: Handin }) {
  const t = useText()
  const label = useLabel()
  const register = registerOf(handin.register)
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Stack gap={2}>
          <Text fw={600}>
            {register ? label(register.label) : handin.register} · {t('send.period')} {handin.period} ·{' '}
            {handin.nil ? t('send.nil') : t('send.records', { count: handin.count })}
          </Text>
          <Text size="xs" c="dimmed">
            {t('send.code', { code: formatCode(handin.contentCode) })} ·{' '}
            {t('send.madeBy', { person: handin.madeBy, time: formatInstant(handin.madeAt) })}
          </Text>
          {handin.receiptCode && handin.receiptAt !== null && (
            <Text size="xs">
              {t('send.receipt', { code: handin.receiptCode, time: formatInstant(handin.receiptAt) })}
            </Text>
          )}
          {handin.accepted + handin.returned > 0 && (
            <Text size="xs">
              {t('send.outcome', { accepted: handin.accepted, returned: handin.returned })}
            </Text>
          )}
        </Stack>
        <Stack gap={6} align="flex-end">
          <StateStrip state={handin.state} />
          {handin.receiptCode && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() =>
                void ask('handin.receiptSlip', { id: handin.id }).then((slip) => slip && printHtml(slip.html))
              }
            >
              {t('send.printReceipt')}
            </Button>
          )}
          {handin.returned > 0 && (
            <Button size="compact-sm" variant="default" onClick={() => go({ screen: 'attention' })}>
              {t('attention.remarks')}
            </Button>
          )}
        </Stack>
      </Group>
    </Paper>
  )
}
