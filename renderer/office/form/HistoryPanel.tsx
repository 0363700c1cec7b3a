import { Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { CallOutput } from '../../../shared/ipc/contract.ts'
import type { Register, Value } from '../../../shared/registers/define.ts'
import { displayValue } from '../../../shared/registers/displayValue.ts'
import { isEmpty } from '../../../shared/registers/schema.ts'
import { formatInstant } from '../../ui/dates.ts'
import { useLabel, useLanguage } from '../../ui/language.ts'
import { ask } from '../bridge/bridge.ts'
import { useText } from '../text.ts'

type Entry = CallOutput<'records.history'>[number]

/** Who changed what and when, newest first. */
export function HistoryPanel({ register, id, version }: { register: Register; id: string; version: number }) {
  const t = useText()
  const [entries, setEntries] = useState<Entry[] | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: version says that the record may have changed
  useEffect(() => {
    void ask('records.history', { id }).then((found) => found && setEntries(found))
  }, [id, version])

  if (entries === null) return null
  if (entries.length === 0) return <Text size="sm">{t('form.historyNone')}</Text>
  return (
    <Stack gap="xs" component="ol" className="plain-list history">
      {[...entries]
        .sort((a, b) => b.at - a.at)
        .map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no id of their own and are never edited
          <li key={`${entry.at}.${index}`}>
            <Text size="xs" fw={600}>
              {formatInstant(entry.at)}, {entry.actor}
              {entry.merged && ` (${t('form.merged')})`}
            </Text>
            {Object.entries(entry.set).map(([field, value]) => (
              <ChangeLine
                key={field}
                register={register}
                id={field}
                before={(entry.before[field] ?? null) as Value}
                after={value as Value}
              />
            ))}
          </li>
        ))}
    </Stack>
  )
}

function ChangeLine({
  register,
  id,
  before,
  after,
}: {
  register: Register
  id: string
  before: Value
  after: Value
}) {
  const t = useText()
  const label = useLabel()
  const { language } = useLanguage()
  const field = register.fields.find((one) => one.id === id)
  const text = (value: Value) => (field ? displayValue(field, value, language) : JSON.stringify(value))
  return (
    <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
      {t(isEmpty(before) ? 'form.historyFirst' : 'form.historySet', {
        field: field ? label(field.label) : id,
        before: text(before),
        after: text(after) || t('conflict.empty'),
      })}
    </Text>
  )
}
