import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  Menu,
  Popover,
  ScrollArea,
  Stack,
  Text,
  TextInput,
  Title,
  Tooltip,
} from '@mantine/core'
import { IconColumns, IconDotsVertical, IconPlus, IconSearch, IconTrash, IconX } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { Register } from '../../../shared/registers/define.ts'
import { foldVietnamese } from '../../../shared/text/fold.ts'
import { useLabel, useLanguage } from '../../ui/language.ts'
import { go } from '../app/route.ts'
import { useMay } from '../app/useMay.ts'
import { saveTemplate } from '../send/saveFile.ts'
import { useText } from '../text.ts'
import { type ColumnFilter, filterText } from './FilterDialog.tsx'
import type { GridColumns } from './gridColumns.ts'
import { OpenPeriodButton } from './OpenPeriodButton.tsx'

const CatalogueDialog = lazy(async () => ({
  default: (await import('../send/CatalogueDialog.tsx')).CatalogueDialog,
}))
const ExportDialog = lazy(async () => ({ default: (await import('../send/ExportDialog.tsx')).ExportDialog }))

type Props = {
  readonly register: Register
  readonly search: string
  readonly onSearch: (search: string) => void
  readonly columns: GridColumns
  readonly filters: readonly ColumnFilter[]
  readonly onFilters: (filters: readonly ColumnFilter[]) => void
  readonly onlyProblems: boolean
  readonly onOnlyProblems: (on: boolean) => void
  readonly onDelete: () => void
  readonly onOpen: () => void
}

export function GridToolbar(props: Props) {
  const { register, filters, onFilters } = props
  const t = useText()
  const label = useLabel()
  const { language } = useLanguage()
  const search = useRef<HTMLInputElement>(null)
  const [dialog, setDialog] = useState<'catalogue' | 'export' | null>(null)
  const isMain = !register.parent
  const mayEdit = useMay('records.save')

  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'f') return
      event.preventDefault()
      search.current?.focus()
      search.current?.select()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])

  return (
    <Stack gap={6} px="sm" py={8}>
      <Group gap="xs" wrap="nowrap">
        <Title order={1} size="h4" style={{ whiteSpace: 'nowrap' }}>
          {label(register.label)}
        </Title>
        <TextInput
          ref={search}
          style={{ flex: 1, minWidth: 160 }}
          leftSection={<IconSearch size={16} aria-hidden />}
          placeholder={`${t('grid.search')} (Ctrl+F)`}
          aria-label={t('grid.search')}
          value={props.search}
          onChange={(event) => props.onSearch(event.currentTarget.value)}
          rightSection={
            props.search && (
              <ActionIcon
                variant="subtle"
                color="gray.8"
                aria-label={t('grid.clearAll')}
                onClick={() => props.onSearch('')}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            )
          }
        />
        {mayEdit && (
          <Button
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => go({ screen: 'form', register: register.id, id: null })}
          >
            {t('grid.add')}
          </Button>
        )}
        {mayEdit && register.period && <OpenPeriodButton register={register.id} />}
        {mayEdit && register.reference && (
          <Button variant="default" onClick={() => setDialog('catalogue')}>
            {t('grid.addCatalogue')}
          </Button>
        )}
        <ColumnChooser columns={props.columns} />
        {mayEdit && (
          <Tooltip label={`${t('grid.delete')} (Ctrl+−)`}>
            <ActionIcon variant="default" size={36} aria-label={t('grid.delete')} onClick={props.onDelete}>
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
        <Menu position="bottom-end" shadow="md">
          <Menu.Target>
            <ActionIcon variant="default" size={36} aria-label={t('home.actions')}>
              <IconDotsVertical size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={props.onOpen}>{t('grid.open')} (Enter)</Menu.Item>
            {mayEdit && (
              <Menu.Item onClick={() => go({ screen: 'import', register: register.id })}>
                {t('menu.import')}
              </Menu.Item>
            )}
            <Menu.Item onClick={() => void saveTemplate(register.id)}>{t('import.template')}</Menu.Item>
            <Menu.Item onClick={() => setDialog('export')}>{t('send.export')}</Menu.Item>
            {isMain && (
              <Menu.Item onClick={() => go({ screen: 'send', register: register.id })}>
                {t('send.confirm')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      </Group>
      <Group gap="md">
        <Checkbox
          size="xs"
          label={t('grid.problemsOnly')}
          checked={props.onlyProblems}
          onChange={(event) => props.onOnlyProblems(event.currentTarget.checked)}
        />
        {filters.map((filter) => {
          const field = register.fields.find((one) => one.id === filter.field)
          if (!field) return null
          return (
            <Button
              key={filter.field}
              size="compact-xs"
              variant="light"
              rightSection={<IconX size={12} aria-hidden />}
              aria-label={`${t('grid.filterClear')}: ${filterText(filter, field, language, t)}`}
              onClick={() => onFilters(filters.filter((other) => other !== filter))}
            >
              {filterText(filter, field, language, t)}
            </Button>
          )
        })}
      </Group>
      <Suspense>
        {dialog === 'catalogue' && <CatalogueDialog register={register} onClose={() => setDialog(null)} />}
        {dialog === 'export' && <ExportDialog register={register} onClose={() => setDialog(null)} />}
      </Suspense>
    </Stack>
  )
}

function ColumnChooser({ columns }: { columns: GridColumns }) {
  const t = useText()
  const label = useLabel()
  const [find, setFind] = useState('')
  const key = foldVietnamese(find)
  const fields = columns.fields.filter((field) => foldVietnamese(label(field.label)).includes(key))
  return (
    <Popover position="bottom-end" width={320} shadow="md" trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns size={16} aria-hidden />}>
          {t('grid.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('grid.columns')}>
        <Stack gap="xs">
          <TextInput
            size="xs"
            aria-label={t('grid.findColumn')}
            placeholder={t('grid.findColumn')}
            value={find}
            onChange={(event) => setFind(event.currentTarget.value)}
          />
          <Text size="xs" c="dimmed">
            {t('grid.columnsShown', { count: columns.shown.length, total: columns.fields.length })}
          </Text>
          <ScrollArea.Autosize mah={320} type="auto">
            <Stack gap={6}>
              {fields.map((field) => (
                <Checkbox
                  key={field.id}
                  size="xs"
                  label={label(field.label)}
                  checked={columns.isShown(field.id)}
                  onChange={(event) => columns.toggle(field.id, event.currentTarget.checked)}
                />
              ))}
            </Stack>
          </ScrollArea.Autosize>
          <Group gap="xs">
            <Button size="compact-xs" variant="default" onClick={() => columns.showAll(true)}>
              {t('grid.allColumns')}
            </Button>
            <Button size="compact-xs" variant="default" onClick={() => columns.showAll(false)}>
              {t('grid.firstColumns')}
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
