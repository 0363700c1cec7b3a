import { Group, NativeSelect, NumberInput, Stack, Textarea, TextInput } from '@mantine/core'
import { parseDate } from '../../../shared/excel/parseDate.ts'
import { signerBlocks } from '../../../shared/report/signerBlocks.ts'
import { useText } from '../text.ts'

/** What stands on the paper beside the list, as typed. */
export type SigningDraft = {
  readonly period: string
  readonly number: number | null
  readonly date: string
  readonly lines: string
  readonly name: string
  readonly recipients: string
}

/** ISO day, null where none is given, undefined where what was typed is no day. */
export function signingDay(text: string): string | null | undefined {
  if (text.trim() === '') return null
  const day = parseDate(text)
  return day.ok ? day.value : undefined
}

/** Lines of a text area without blank ones. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** Period, number and date, who signs and who receives. */
export function SigningForm(props: {
  level: string
  value: SigningDraft
  onChange: (value: SigningDraft) => void
}) {
  const t = useText()
  const { level, value, onChange } = props
  const set = (change: Partial<SigningDraft>) => onChange({ ...value, ...change })
  return (
    <Stack gap="xs">
      <Group grow align="flex-start">
        <TextInput
          label={t('sign.period')}
          value={value.period}
          maxLength={20}
          onChange={(event) => set({ period: event.currentTarget.value })}
        />
        <NumberInput
          label={t('sign.number')}
          placeholder={t('sign.byHand')}
          value={value.number ?? ''}
          min={1}
          max={999_999}
          allowDecimal={false}
          hideControls
          onChange={(number) => set({ number: typeof number === 'number' ? number : null })}
        />
        <TextInput
          label={t('sign.date')}
          placeholder="dd/mm/yyyy"
          value={value.date}
          maxLength={10}
          error={signingDay(value.date) === undefined ? t('sign.badDate') : undefined}
          onChange={(event) => set({ date: event.currentTarget.value })}
        />
      </Group>
      <SignerFields level={level} lines={value.lines} name={value.name} onChange={set} />
      <Textarea
        label={t('sign.recipients')}
        rows={3}
        value={value.recipients}
        onChange={(event) => set({ recipients: event.currentTarget.value })}
      />
    </Stack>
  )
}

/** Who signs: one of the usual blocks (himself, KT., TL.) or lines of one's own, and the name. */
export function SignerFields(props: {
  level: string
  lines: string
  name: string
  onChange: (change: { lines: string } | { name: string }) => void
}) {
  const t = useText()
  const { level, lines, name, onChange } = props
  const blocks = signerBlocks(level).map((block) => block.join('\n'))
  return (
    <Group grow align="flex-start">
      <Stack gap="xs">
        <NativeSelect
          label={t('sign.block')}
          value={blocks.includes(lines) ? lines : ''}
          data={[
            ...blocks.map((block) => ({ value: block, label: block.replaceAll('\n', ' – ') })),
            { value: '', label: t('sign.blockOther') },
          ]}
          onChange={(event) => onChange({ lines: event.currentTarget.value })}
        />
        <TextInput
          label={t('sign.name')}
          placeholder={t('sign.byHand')}
          value={name}
          maxLength={120}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
      </Stack>
      <Textarea
        label={t('sign.lines')}
        rows={5}
        value={lines}
        onChange={(event) => onChange({ lines: event.currentTarget.value })}
      />
    </Group>
  )
}
