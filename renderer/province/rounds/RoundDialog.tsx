// What a round asks: by which letter, until when, which lists and columns, of which offices.
import {
  Button,
  Checkbox,
  Group,
  Modal,
  MultiSelect,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { ConsoleError } from '../../../shared/http/console.ts'
import {
  officeLevels,
  type RoundInput,
  type RoundItemDto,
  type RoundRow,
} from '../../../shared/http/consoleRoundCalls.ts'
import { registerOf, userRegisters } from '../../../shared/registers/registry.ts'
import { useLabel } from '../../ui/language.ts'
import { call } from '../app/api.ts'
import { DayInput } from '../app/DayInput.tsx'
import { ErrorNote } from '../app/ErrorNote.tsx'
import { useLoad } from '../app/useLoad.ts'
import { useText } from '../text.ts'

const LISTS = userRegisters.filter((r) => !r.parent)

type Props = {
  /** Absent: a new one. */
  readonly round?: RoundRow
  /** What a new one begins with: the province's rule. */
  readonly lateBy?: RoundInput['lateBy']
  readonly onClose: () => void
  readonly onSaved: (text: string) => void
}

function emptyRound(lateBy: RoundInput['lateBy']): RoundInput {
  return {
    name: '',
    period: String(new Date().getFullYear()),
    letterNo: '',
    letterDate: null,
    dueText: '',
    dueOn: null,
    lateBy,
    note: '',
    items: [],
    scope: { by: 'all' },
  }
}

export function RoundDialog({ round, lateBy = 'letter', onClose, onSaved }: Props) {
  const t = useText()
  const label = useLabel()
  const offices = useLoad('office.list', {})
  const [input, setInput] = useState<RoundInput>(round ?? emptyRound(lateBy))
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ConsoleError | null>(null)
  const change = (part: Partial<RoundInput>) => setInput({ ...input, ...part })
  const { scope } = input
  const levels = scope.by === 'level' ? scope.levels : []
  const listed = scope.by === 'list' ? scope.offices : []
  const isWhole = input.items.length > 0 && (scope.by === 'all' || levels.length > 0 || listed.length > 0)
  async function submit(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    if (round) {
      const answer = await call('round.edit', { ...inputOf(input), id: round.id })
      setError(answer.ok ? null : answer.error)
      if (answer.ok) {
        const { offices: n, added, dropped, kept } = answer.value
        onSaved(t('round.edited', { n, added, dropped, kept }))
      }
    } else {
      const answer = await call('round.open', inputOf(input))
      setError(answer.ok ? null : answer.error)
      if (answer.ok) onSaved(t('round.sent', { n: answer.value.offices }))
    }
    setBusy(false)
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size={860}
      title={round ? t('round.edit') : t('rounds.open')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form onSubmit={(e) => void submit(e)}>
        <Stack gap="sm">
          <SimpleGrid cols={2}>
            <TextInput
              label={t('round.name')}
              description={t('round.nameExample')}
              required
              maxLength={300}
              data-autofocus
              value={input.name}
              onChange={(e) => change({ name: e.currentTarget.value })}
            />
            <TextInput
              label={t('period')}
              description={t('round.periodHelp')}
              required
              maxLength={20}
              value={input.period}
              onChange={(e) => change({ period: e.currentTarget.value })}
            />
            <TextInput
              label={t('round.letterNo')}
              maxLength={300}
              value={input.letterNo}
              onChange={(e) => change({ letterNo: e.currentTarget.value })}
            />
            <DayInput
              label={t('round.letterDate')}
              value={input.letterDate}
              onChange={(letterDate) => change({ letterDate })}
            />
            <TextInput
              label={t('round.dueText')}
              description={t('round.dueTextExample')}
              maxLength={300}
              value={input.dueText}
              onChange={(e) => change({ dueText: e.currentTarget.value })}
            />
            <DayInput
              label={t('round.dueOn')}
              description={t('round.dueOnHelp')}
              value={input.dueOn}
              onChange={(dueOn) => change({ dueOn })}
            />
          </SimpleGrid>
          <Choice
            label={t('round.lateBy')}
            value={input.lateBy}
            onChange={(value) => change({ lateBy: value === 'receipt' ? 'receipt' : 'letter' })}
            data={[
              { value: 'letter', label: t('round.lateBy.letter') },
              { value: 'receipt', label: t('round.lateBy.receipt') },
            ]}
          />
          <MultiSelect
            label={t('round.items')}
            placeholder={input.items.length === 0 ? t('round.itemsHelp') : ''}
            searchable
            data={LISTS.map((r) => ({ value: r.id, label: label(r.label) }))}
            value={input.items.map((i) => i.register)}
            onChange={(ids) => change({ items: itemsOf(input.items, ids) })}
          />
          {input.items.map((item) => (
            <ItemRow
              key={item.register}
              item={item}
              onChange={(next) =>
                change({ items: input.items.map((i) => (i.register === next.register ? next : i)) })
              }
            />
          ))}
          <Choice
            label={t('round.who')}
            value={scope.by}
            onChange={(by) =>
              change({
                scope:
                  by === 'level'
                    ? { by: 'level', levels: [] }
                    : by === 'list'
                      ? { by: 'list', offices: [] }
                      : { by: 'all' },
              })
            }
            data={(['all', 'level', 'list'] as const).map((by) => ({
              value: by,
              label: t(`round.who.${by}`),
            }))}
          />
          {scope.by === 'level' && (
            <MultiSelect
              label={t('round.levels')}
              data={officeLevels.map((level) => ({ value: level, label: t(`round.level.${level}`) }))}
              value={[...levels]}
              onChange={(chosen) =>
                change({ scope: { by: 'level', levels: officeLevels.filter((l) => chosen.includes(l)) } })
              }
            />
          )}
          {scope.by === 'list' && (
            <MultiSelect
              label={t('round.officeList')}
              searchable
              limit={50}
              data={(offices.value ?? []).map((o) => ({ value: o.id, label: o.name }))}
              value={[...listed]}
              onChange={(chosen) => change({ scope: { by: 'list', offices: chosen } })}
            />
          )}
          <Textarea
            label={t('round.note')}
            autosize
            minRows={2}
            maxLength={5_000}
            value={input.note}
            onChange={(e) => change({ note: e.currentTarget.value })}
          />
          <ErrorNote error={error ?? offices.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={!isWhole}>
              {round ? t('save') : t('round.openNow')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

/** What the call takes: a row of the list carries more. */
function inputOf(input: RoundInput): RoundInput {
  const { name, period, letterNo, letterDate, dueText, dueOn, lateBy, note, items, scope } = input
  return { name, period, letterNo, letterDate, dueText, dueOn, lateBy, note, items, scope }
}

function itemsOf(before: readonly RoundItemDto[], ids: readonly string[]): RoundItemDto[] {
  return ids.map(
    (id) => before.find((i) => i.register === id) ?? { register: id, columns: [], nilAllowed: true },
  )
}

function ItemRow({
  item,
  onChange,
}: {
  readonly item: RoundItemDto
  readonly onChange: (i: RoundItemDto) => void
}) {
  const t = useText()
  const label = useLabel()
  const register = registerOf(item.register)
  if (!register) return null
  return (
    <Group align="flex-end" wrap="nowrap" pl="md">
      <MultiSelect
        style={{ flex: 1 }}
        size="xs"
        label={t('round.columns', { register: label(register.label) })}
        placeholder={item.columns.length === 0 ? t('round.columnsHelp') : ''}
        searchable
        data={register.fields.map((f) => ({ value: f.id, label: label(f.label) }))}
        value={item.columns}
        onChange={(columns) => onChange({ ...item, columns })}
      />
      <Checkbox
        size="xs"
        mb={8}
        label={t('round.nilAllowed')}
        checked={item.nilAllowed}
        onChange={(e) => onChange({ ...item, nilAllowed: e.currentTarget.checked })}
      />
    </Group>
  )
}

type ChoiceProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly data: { value: string; label: string }[]
}

function Choice({ label, value, onChange, data }: ChoiceProps) {
  return (
    <div>
      <Text size="sm" fw={600} mb={2}>
        {label}
      </Text>
      <SegmentedControl aria-label={label} value={value} onChange={onChange} data={data} />
    </div>
  )
}
