// One record: its fields at three depths, what is still to do, help and legal basis beside the field in hand. Any
// unfinished record can be saved; leaving the screen saves what was typed.
import { Badge, Box, Button, Group, SegmentedControl, Stack, Tabs, Text, Title } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useEffect, useMemo, useState } from 'react'
import type { Depth, Field, Register, Value, Values } from '../../../shared/registers/define.ts'
import { displayValue } from '../../../shared/registers/displayValue.ts'
import { childrenOf, registerOf } from '../../../shared/registers/registry.ts'
import { isRequired } from '../../../shared/registers/required.ts'
import { isShown } from '../../../shared/registers/schema.ts'
import { formatTime } from '../../ui/dates.ts'
import { useLabel, useLanguage } from '../../ui/language.ts'
import { setPreference, showDone, useApp, useProfile, useVersion } from '../app/appStore.ts'
import { addPendingSave } from '../app/pendingSaves.ts'
import { goBack, type Route } from '../app/route.ts'
import { useMay } from '../app/useMay.ts'
import { ask } from '../bridge/bridge.ts'
import { StateBadge } from '../send/StateBadge.tsx'
import { useText } from '../text.ts'
import { ChildList } from './ChildList.tsx'
import { ConflictNote } from './ConflictNote.tsx'
import { FieldInput } from './FieldInput.tsx'
import { HelpPanel } from './HelpPanel.tsx'
import { HistoryPanel } from './HistoryPanel.tsx'
import { MatrixGrid } from './MatrixGrid.tsx'
import { ProblemsPanel } from './ProblemsPanel.tsx'
import { RemarkNote } from './RemarkNote.tsx'
import { createRecordDraft, type RecordDraft } from './recordDraft.ts'

type FormRoute = Extract<Route, { screen: 'form' }>

const DEPTHS: readonly Depth[] = ['minimal', 'regulated', 'full']

export function inputId(fieldId: string): string {
  return `field-${fieldId.replace('$', '_')}`
}

export function FormScreen({ route }: { route: FormRoute }) {
  const register = registerOf(route.register)
  if (!register) throw new Error(`No register ${route.register}`)
  const [draft] = useState(() => {
    const initial: Record<string, Value> = {}
    if (register.parent && route.parent)
      initial[register.parent.field] = { text: route.parent.name, id: route.parent.id }
    return createRecordDraft(register, route.id, initial, (id) => {
      // The address gets its id without the form being drawn anew under the officer's hands.
      history.replaceState({ route: { screen: 'form', register: register.id, id } satisfies Route }, '')
    })
  })
  return <RecordForm register={register} draft={draft} startField={route.field} />
}

function RecordForm({
  register,
  draft,
  startField,
}: {
  register: Register
  draft: RecordDraft
  startField: string | undefined
}) {
  const t = useText()
  const label = useLabel()
  const state = draft.useDraft()
  const version = useVersion(register.id)
  const mayEdit = useMay('records.save')
  const preferred = useApp((app) => app.preferences.depth)
  const [depth, setDepth] = useState<Depth>(DEPTHS.find((one) => one === preferred) ?? 'regulated')
  const [focused, setFocused] = useState<string | null>(null)
  const { language } = useLanguage()
  const nameField = register.fields.find((field) => field.id === register.nameField)!
  const name = displayValue(nameField, state.values[register.nameField] ?? null, language)

  // biome-ignore lint/correctness/useExhaustiveDependencies: loaded anew at every change of the register
  useEffect(() => void draft.load(), [draft, version])
  useEffect(() => {
    const remove = addPendingSave(draft.flush)
    return () => {
      remove()
      void draft.flush()
    }
  }, [draft])

  const fields = useMemo(() => visibleFields(register, depth, state.values), [register, depth, state.values])

  function lead(fieldId: string): void {
    const field = register.fields.find((one) => one.id === fieldId)
    if (!field) return
    if (DEPTHS.indexOf(field.depth) > DEPTHS.indexOf(depth)) setDepth(field.depth)
    focusWhenDrawn(inputId(fieldId))
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the record is there
  useEffect(() => {
    if (startField && (state.record || state.id === null)) lead(startField)
  }, [state.record === null])

  async function remove(): Promise<void> {
    if (!state.id) return
    const removed = await ask('records.delete', { register: register.id, ids: [state.id] })
    if (!removed) return
    void showDone(t('form.deleted', { name: name || t('form.unnamed') }))
    goBack({ screen: 'grid', register: register.id })
  }

  return (
    <Box className="form-screen">
      <Group className="form-top" gap="sm" wrap="nowrap">
        <Button
          variant="default"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
          onClick={() => {
            void draft.flush().then(() => goBack({ screen: 'grid', register: register.id }))
          }}
        >
          {t('common.back')}
        </Button>
        <Title order={1} size="h4" style={{ flex: 1, minWidth: 0 }} lineClamp={1}>
          {name || (state.id ? t('form.unnamed') : t('form.new', { register: label(register.singular) }))}
        </Title>
        {state.record && <StateBadge state={state.record.state} />}
        <SaveState draft={draft} />
        <SegmentedControl
          size="xs"
          aria-label={t('form.depth')}
          value={depth}
          onChange={(value) => {
            setDepth(value as Depth)
            setPreference('depth', value)
          }}
          data={DEPTHS.map((value) => ({ value, label: t(`form.depth.${value}`) }))}
        />
        {state.id && mayEdit && (
          <Button variant="default" c="red.9" onClick={() => void remove()}>
            {t('form.delete')}
          </Button>
        )}
      </Group>
      <Box className="form-body">
        <fieldset className="form-fields" aria-label={label(register.singular)} disabled={!mayEdit}>
          {state.remarks
            .filter((remark) => !fields.some((field) => field.id === remark.field))
            .map((remark) => (
              <RemarkNote key={remark.id} remark={remark} onAnswered={() => void draft.load()} />
            ))}
          {fields.map((field) => (
            <FormField
              key={field.id}
              register={register}
              field={field}
              draft={draft}
              onFocus={() => setFocused(field.id)}
              onLead={lead}
            />
          ))}
          {childrenOf(register.id).map((child) => (
            <Box key={child.id} mt="lg">
              {state.id === null ? (
                <Stack gap={4}>
                  <Title order={2} size="h5">
                    {label(child.label)}
                  </Title>
                  <Text size="sm">{t('children.saveFirst')}</Text>
                </Stack>
              ) : child.matrix ? (
                <MatrixGrid register={child} parentId={state.id} parentName={name} />
              ) : (
                <ChildList register={child} parentId={state.id} parentName={name} />
              )}
            </Box>
          ))}
        </fieldset>
        <aside className="form-aside" aria-label={t('form.help')}>
          <Tabs defaultValue="todo" keepMounted={false}>
            <Tabs.List grow>
              <Tabs.Tab value="todo">{t('form.problems', { count: state.problems.length })}</Tabs.Tab>
              <Tabs.Tab value="history">{t('form.history')}</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="todo" pt="xs">
              <ProblemsPanel
                register={register}
                problems={state.problems}
                onLead={lead}
                onTake={(values) => {
                  for (const [field, value] of Object.entries(values)) draft.type(field, value as Value)
                  void draft.flush()
                }}
              />
            </Tabs.Panel>
            <Tabs.Panel value="history" pt="xs">
              {state.id && <HistoryPanel register={register} id={state.id} version={version} />}
            </Tabs.Panel>
          </Tabs>
          <HelpPanel
            register={register}
            field={register.fields.find((field) => field.id === focused) ?? null}
            values={state.values}
          />
        </aside>
      </Box>
    </Box>
  )
}

const FRAMES_TO_WAIT = 120

/** The field may have to be drawn first, when the depth changes or the record is still on its way. */
function focusWhenDrawn(id: string, frames = FRAMES_TO_WAIT): void {
  requestAnimationFrame(() => {
    const element = document.getElementById(id)
    if (!element) {
      if (frames > 0) focusWhenDrawn(id, frames - 1)
      return
    }
    element.scrollIntoView({ block: 'center' })
    element.focus()
  })
}

function visibleFields(register: Register, depth: Depth, values: Values): Field[] {
  const deepest = DEPTHS.indexOf(depth)
  return register.fields.filter(
    (field) =>
      DEPTHS.indexOf(field.depth) <= deepest && isShown(field, values) && field.id !== register.parent?.field,
  )
}

function FormField(props: {
  register: Register
  field: Field
  draft: RecordDraft
  onFocus: () => void
  onLead: (field: string) => void
}) {
  const { register, field, draft } = props
  const t = useText()
  const label = useLabel()
  const value = draft.useDraft((state) => state.values[field.id] ?? null)
  const problems = draft.useDraft((state) => state.problems)
  const remarks = draft.useDraft((state) => state.remarks)
  const record = draft.useDraft((state) => state.record)
  const profile = useProfile()
  const required = draft.useDraft((state) => isRequired(register, field, state.values, profile))
  const chosen = draft.useDraft((state) =>
    field.suggestions ? String(state.values[field.suggestions.by] ?? '') : '',
  )
  const own = problems.filter((problem) => problem.field === field.id)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens to its control's focus, is none itself
    <div
      className="form-field"
      data-wide={field.type === 'longtext' || field.type === 'refs' || field.type === 'multi' || undefined}
      onFocus={props.onFocus}
      onBlur={() => draft.leave()}
    >
      <FieldInput
        id={inputId(field.id)}
        field={field}
        value={value}
        problem={own.find((problem) => problem.severity === 'error' && problem.rule !== 'required') ?? null}
        required={required}
        suggestions={(field.suggestions?.of[chosen] ?? []).map((offered) => label(offered))}
        onChange={(next) => {
          draft.type(field.id, next)
          if (!['text', 'longtext', 'int', 'date'].includes(field.type)) draft.leave()
        }}
      />
      {field.writer === 'province' && (
        <Badge size="xs" variant="outline" color="gray.8" tt="none">
          {t('form.byProvince')}
        </Badge>
      )}
      {record?.conflicts.includes(field.id) && (
        <ConflictNote register={register} recordId={record.id} field={field} />
      )}
      {remarks
        .filter((remark) => remark.field === field.id)
        .map((remark) => (
          <RemarkNote key={remark.id} remark={remark} onAnswered={() => void draft.load()} />
        ))}
    </div>
  )
}

function SaveState({ draft }: { draft: RecordDraft }) {
  const t = useText()
  const saving = draft.useDraft((state) => state.saving)
  const savedAt = draft.useDraft((state) => state.savedAt)
  return (
    <Group gap="xs" wrap="nowrap">
      <Text
        size="sm"
        role="status"
        c={saving === 'failed' ? 'red.9' : 'dimmed'}
        style={{ whiteSpace: 'nowrap' }}
      >
        {saving === 'failed'
          ? t('form.saveFailed')
          : saving !== 'idle'
            ? t('common.saving')
            : savedAt
              ? t('common.saved', { time: formatTime(savedAt) })
              : ''}
      </Text>
      {saving === 'failed' && (
        <Button size="compact-sm" variant="default" onClick={() => void draft.flush()}>
          {t('form.retry')}
        </Button>
      )}
    </Group>
  )
}
