// What the province sets for its offices (gói quy định). Lists are typed one a line; a line that cannot be read is named
// and nothing is saved until it is mended.
import { Alert, Button, Group, SegmentedControl, Stack, Switch, Text, Textarea, Title } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { type ConsoleError, consoleFiles } from '../../../shared/http/console.ts'
import { call, downloadFile } from '../app/api.ts'
import { ErrorNote } from '../app/ErrorNote.tsx'
import { useLoad } from '../app/useLoad.ts'
import { useText } from '../text.ts'
import { type RulesDraft, readDraft, toDraft } from './rulesDraft.ts'

export function RulesForm() {
  const t = useText()
  const { value, error, reload } = useLoad('rules.get', {})
  const [draft, setDraft] = useState<RulesDraft | null>(null)
  const [failed, setFailed] = useState<ConsoleError | null>(null)
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (value) setDraft(toDraft(value.settings))
  }, [value])
  if (!value || !draft) return <ErrorNote error={error} />
  const read = readDraft(draft, value.settings)
  const change = (part: Partial<RulesDraft>) => {
    setDraft({ ...draft, ...part })
    setSaid('')
  }
  async function save() {
    if (!value || !read.settings) return
    const answer = await call('rules.save', { after: value.number, settings: read.settings })
    setFailed(answer.ok ? null : answer.error)
    if (!answer.ok) return
    setSaid(t('rules.saved', { n: answer.value.number }))
    reload()
  }
  async function download() {
    const answer = await downloadFile(consoleFiles.rules, {})
    setFailed(answer.ok ? null : answer.error)
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    void save()
  }
  const lines = (part: 'holidays' | 'workdays' | 'addressees' | 'deadlines' | 'sectors') => (
    <Textarea
      label={t(`rules.${part}`)}
      description={t(`rules.${part}Help`)}
      autosize
      minRows={2}
      maxRows={8}
      value={draft[part]}
      error={read.bad[part] ? t('rules.badLine', { line: read.bad[part] }) : null}
      onChange={(e) => change({ [part]: e.currentTarget.value })}
    />
  )
  return (
    <form onSubmit={submit}>
      <Stack maw={760} mt="xl" gap="sm">
        <Title order={2} size="h4">
          {t('rules.title')}
        </Title>
        <Text size="sm">{t('rules.what')}</Text>
        <Text size="sm">
          {value.number === 0
            ? t('rules.none')
            : t('rules.now', {
                n: value.number,
                who: value.madeBy,
                reached: value.reached,
                devices: value.devices,
              })}
        </Text>
        <Switch
          label={t('rules.strictBefore')}
          description={t('rules.strictBeforeHelp')}
          checked={draft.strictBefore}
          onChange={(e) => change({ strictBefore: e.currentTarget.checked })}
        />
        <div>
          <Text size="sm" fw={600} mb={2}>
            {t('round.lateBy')}
          </Text>
          <SegmentedControl
            aria-label={t('round.lateBy')}
            value={draft.lateBy}
            onChange={(by) => change({ lateBy: by === 'receipt' ? 'receipt' : 'letter' })}
            data={[
              { value: 'letter', label: t('round.lateBy.letter') },
              { value: 'receipt', label: t('round.lateBy.receipt') },
            ]}
          />
        </div>
        <Switch
          label={t('rules.fourEyes')}
          description={t('rules.fourEyesHelp')}
          checked={draft.fourEyes}
          onChange={(e) => change({ fourEyes: e.currentTarget.checked })}
        />
        <Switch
          label={t('rules.inAppApproval')}
          description={t('rules.inAppApprovalHelp')}
          checked={draft.inAppApproval}
          onChange={(e) => change({ inAppApproval: e.currentTarget.checked })}
        />
        {lines('holidays')}
        {lines('workdays')}
        {lines('addressees')}
        {lines('deadlines')}
        {lines('sectors')}
        <ErrorNote error={failed ?? error} />
        {said && <Alert role="status">{said}</Alert>}
        <Group>
          <Button type="submit" disabled={!read.settings}>
            {t('rules.save')}
          </Button>
          <Button variant="default" disabled={value.number === 0} onClick={() => void download()}>
            {t('rules.download')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
