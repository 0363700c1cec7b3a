import { Badge, Button, FileButton, Group, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { CallOutput } from '../../../shared/ipc/contract.ts'
import { showToast } from '../app/toastStore.ts'
import { ask } from '../bridge/bridge.ts'
import { saveBytes } from '../send/saveFile.ts'
import { useText } from '../text.ts'

type Template = CallOutput<'template.list'>[number]

/** The province's layouts of reports: load one, take the one in use as a start, go back to the shipped one. */
export function TemplatesPanel() {
  const t = useText()
  const [templates, setTemplates] = useState<readonly Template[]>([])

  async function refresh(): Promise<void> {
    setTemplates((await ask('template.list', {})) ?? [])
  }
  useEffect(() => {
    void ask('template.list', {}).then((known) => setTemplates(known ?? []))
  }, [])

  async function load(file: File | null): Promise<void> {
    if (!file) return
    const saved = file.name.toLowerCase().endsWith('.json')
      ? await ask('template.save', { json: await file.text() })
      : await ask('template.saveWorkbook', {
          name: file.name,
          bytes: new Uint8Array(await file.arrayBuffer()),
        })
    if (!saved) return
    showToast({ kind: 'good', text: t('settings.templateTaken') })
    await refresh()
  }

  async function save(report: string): Promise<void> {
    const made = await ask('template.workbook', { report })
    if (made) saveBytes(made.name, made.bytes)
  }

  async function remove(report: string): Promise<void> {
    if (!(await ask('template.remove', { report }))) return
    await refresh()
  }

  return (
    <Stack>
      <Text size="sm">{t('settings.templatesHelp')}</Text>
      <FileButton accept=".xlsx,.json" onChange={(file) => void load(file)}>
        {(props) => (
          <Button {...props} w="fit-content">
            {t('settings.templateLoad')}
          </Button>
        )}
      </FileButton>
      {templates.map(({ report, title, own }) => (
        <Group key={report} justify="space-between" wrap="nowrap">
          <Group gap="xs">
            <Text size="sm" fw={600}>
              {title}
            </Text>
            <Badge variant="light" tt="none">
              {t(own ? 'settings.templateOwn' : 'settings.templateShipped')}
            </Badge>
          </Group>
          <Group gap="xs" wrap="nowrap">
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('settings.templateSaveOf', { title })}
              onClick={() => void save(report)}
            >
              {t('settings.templateSave')}
            </Button>
            {own && (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('settings.templateRemoveOf', { title })}
                onClick={() => void remove(report)}
              >
                {t('settings.templateRemove')}
              </Button>
            )}
          </Group>
        </Group>
      ))}
    </Stack>
  )
}
