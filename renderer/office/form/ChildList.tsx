import { Anchor, Button, Group, Stack, Table, Text, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { RecordDto } from '../../../shared/ipc/contract.ts'
import type { Register, Value } from '../../../shared/registers/define.ts'
import { displayValue } from '../../../shared/registers/displayValue.ts'
import { useLabel, useLanguage } from '../../ui/language.ts'
import { useVersion } from '../app/appStore.ts'
import { go } from '../app/route.ts'
import { ask } from '../bridge/bridge.ts'
import { useText } from '../text.ts'

/** The children of one record, up to the contract's window; refetched when their register changes. */
export function useChildren(register: Register, parentId: string): RecordDto[] {
  const version = useVersion(register.id)
  const [rows, setRows] = useState<RecordDto[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: version says that children may have changed
  useEffect(() => {
    let current = true
    void ask('records.window', { register: register.id, parentId, offset: 0, limit: 1_000 }).then((found) => {
      if (current && found) setRows(found.rows)
    })
    return () => {
      current = false
    }
  }, [register, parentId, version])
  return rows
}

type Props = { readonly register: Register; readonly parentId: string; readonly parentName: string }

/** What hangs on a record, as a short table; each line opens its own form. */
export function ChildList({ register, parentId, parentName }: Props) {
  const t = useText()
  const label = useLabel()
  const { language } = useLanguage()
  const rows = useChildren(register, parentId)
  const columns = register.fields
    .filter((field) => field.depth === 'minimal' && field.id !== register.parent?.field)
    .slice(0, 5)
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Title order={2} size="h5">
          {label(register.label)} ({rows.length})
        </Title>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() =>
            go({
              screen: 'form',
              register: register.id,
              id: null,
              parent: { id: parentId, name: parentName },
            })
          }
        >
          {t('children.add', { name: label(register.singular).toLowerCase() })}
        </Button>
      </Group>
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('children.none')}
        </Text>
      ) : (
        <div className="card">
          <Table>
            <Table.Thead>
              <Table.Tr>
                {columns.map((field) => (
                  <Table.Th key={field.id}>{label(field.label)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <Table.Tr key={row.id}>
                  {columns.map((field) => {
                    const text = displayValue(field, (row.values[field.id] ?? null) as Value, language)
                    return (
                      <Table.Td key={field.id}>
                        {field.id === register.nameField ? (
                          <Anchor
                            component="button"
                            type="button"
                            size="sm"
                            ta="left"
                            onClick={() => go({ screen: 'form', register: register.id, id: row.id })}
                          >
                            {text || t('form.unnamed')}
                          </Anchor>
                        ) : (
                          text
                        )}
                      </Table.Td>
                    )
                  })}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </Stack>
  )
}
