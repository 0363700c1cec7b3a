import {
  Alert,
  Badge,
  Button,
  Group,
  NativeSelect,
  NumberInput,
  Select,
  Stack,
  Table,
  Text,
} from '@mantine/core'
import { useState } from 'react'
import type { CallOutput, ColumnProposal } from '../../../shared/ipc/contract.ts'
import type { Register } from '../../../shared/registers/define.ts'
import { useLabel } from '../../ui/language.ts'
import { ask } from '../bridge/bridge.ts'
import { saveBytes } from '../send/saveFile.ts'
import { useText } from '../text.ts'
import type { ImportOpened, ImportPlanned } from './ImportScreen.tsx'

type Sheet = ImportOpened['sheets'][number]
type Mapping = Readonly<Record<string, string | null>>

type Props = {
  readonly register: Register
  readonly opened: ImportOpened
  readonly onBack: () => void
  readonly onPlanned: (planned: ImportPlanned) => void
}

/** Which sheet, which header row, which column means what: proposed, and corrected by hand. */
export function ColumnsStep({ register, opened, onBack, onPlanned }: Props) {
  const t = useText()
  const [at, setAt] = useState(Math.min(Math.max(0, opened.best), opened.sheets.length - 1))
  const [byHand, setByHand] = useState<Mapping>({})
  const [header, setHeader] = useState<readonly [number, number] | null>(null)
  const [columns, setColumns] = useState<readonly ColumnProposal[] | null>(null)
  const [busy, setBusy] = useState(false)
  const [filled, setFilled] = useState<CallOutput<'import.fill'> | null>(null)
  const sheet = opened.sheets[at]!
  const headerRows = header ?? sheet.headerRows
  const shown = columns ?? sheet.columns

  async function plan(
    rows: readonly [number, number] | null,
    mapping: Mapping,
  ): Promise<ImportPlanned | null> {
    setBusy(true)
    const planned = await ask('import.plan', {
      importId: opened.importId,
      sheet: sheet.name,
      ...(rows ? { headerRows: [rows[0], rows[1]] as [number, number] } : {}),
      mapping: { ...mapping },
    })
    setBusy(false)
    return planned
  }

  /** The other way round: the file is a superior's empty form, and the register fills it. */
  async function fill(): Promise<void> {
    setBusy(true)
    const made = await ask('import.fill', {
      importId: opened.importId,
      sheet: sheet.name,
      ...(header ? { headerRows: [header[0], header[1]] as [number, number] } : {}),
      mapping: { ...byHand },
    })
    setBusy(false)
    if (made?.bytes) saveBytes(made.name, made.bytes)
    setFilled(made)
  }

  async function changeHeader(rows: readonly [number, number]): Promise<void> {
    setHeader(rows)
    setByHand({})
    const planned = await plan(rows, {})
    if (planned) setColumns(planned.columns)
  }

  return (
    <Stack>
      <Group align="flex-end" gap="lg">
        <NativeSelect
          label={t('import.sheet')}
          value={String(at)}
          data={opened.sheets.map((one, index) => ({
            value: String(index),
            label: t('import.sheetRows', { name: one.name, rows: one.rowCount }),
          }))}
          onChange={(event) => {
            setAt(Number(event.currentTarget.value))
            setByHand({})
            setHeader(null)
            setColumns(null)
          }}
        />
        <HeaderRows sheet={sheet} rows={headerRows} onChange={(rows) => void changeHeader(rows)} />
      </Group>
      {!headerRows && <Alert color="orange.9">{t('import.headerNone')}</Alert>}
      <ColumnTable
        register={register}
        sheet={sheet}
        columns={shown}
        byHand={byHand}
        onChange={(index, field) => setByHand((now) => ({ ...now, [String(index)]: field }))}
      />
      <Group justify="space-between">
        <Button variant="default" onClick={onBack}>
          {t('common.back')}
        </Button>
        <Group>
          <Button variant="default" disabled={!headerRows || busy} onClick={() => void fill()}>
            {t('import.fill')}
          </Button>
          <Button
            loading={busy}
            disabled={!headerRows}
            onClick={() => void plan(header, byHand).then((planned) => planned && onPlanned(planned))}
          >
            {t('import.step.check')}
          </Button>
        </Group>
      </Group>
      <Text size="xs" c="dimmed">
        {t('import.fillHelp')}
      </Text>
      {filled && (
        <Alert color="green.8" role="status">
          {t('import.filled', { rows: filled.rows, name: filled.name })}
          {filled.unanswered.length > 0 &&
            ` ${t('import.unanswered', { headings: filled.unanswered.join('; ') })}`}
        </Alert>
      )}
    </Stack>
  )
}

function HeaderRows(props: {
  sheet: Sheet
  rows: readonly [number, number] | null
  onChange: (rows: readonly [number, number]) => void
}) {
  const t = useText()
  const [first, last] = props.rows ?? [1, 1]
  const set = (a: number, b: number) => {
    if (a >= 1 && b >= a) props.onChange([a, b])
  }
  return (
    <Group gap="xs">
      <NumberInput
        label={t('import.headerFirst')}
        w={130}
        min={1}
        value={first}
        onChange={(value) => set(Number(value), Math.max(Number(value), last))}
      />
      <NumberInput
        label={t('import.headerLast')}
        w={130}
        min={first}
        value={last}
        onChange={(value) => set(first, Number(value))}
      />
    </Group>
  )
}

function ColumnTable(props: {
  register: Register
  sheet: Sheet
  columns: readonly ColumnProposal[]
  byHand: Mapping
  onChange: (index: number, field: string | null) => void
}) {
  const { register, sheet, columns, byHand } = props
  const t = useText()
  const label = useLabel()
  const fieldOf = (column: ColumnProposal) => {
    const own = byHand[String(column.index)]
    return own === undefined ? column.field : own
  }
  const used = new Set(columns.map(fieldOf))
  const under = firstRowUnder(sheet, columns)
  return (
    <div className="card import-columns">
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('import.column')}</Table.Th>
            <Table.Th>{t('import.sampleCells')}</Table.Th>
            <Table.Th>{t('import.field')}</Table.Th>
            <Table.Th>{t('import.state')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {columns.map((column) => (
            <Table.Tr key={column.index}>
              <Table.Td fw={600}>{column.header || `(${columnLetter(column.index)})`}</Table.Td>
              <Table.Td c="dimmed" maw={320}>
                <Text size="xs" lineClamp={2}>
                  {sheet.preview
                    .slice(under)
                    .map((row) => row[column.index])
                    .filter(Boolean)
                    .slice(0, 3)
                    .join(' · ')}
                </Text>
              </Table.Td>
              <Table.Td miw={280}>
                <Select
                  size="xs"
                  searchable
                  aria-label={`${t('import.field')}: ${column.header}`}
                  value={fieldOf(column) ?? ''}
                  onChange={(value) => props.onChange(column.index, value || null)}
                  allowDeselect={false}
                  data={[
                    { value: '', label: t('import.ignore') },
                    ...register.fields.map((field) => ({
                      value: field.id,
                      label: label(field.label),
                      disabled: used.has(field.id) && fieldOf(column) !== field.id,
                    })),
                  ]}
                />
              </Table.Td>
              <Table.Td>
                <Confidence
                  column={column}
                  byHand={byHand[String(column.index)] !== undefined}
                  ignored={fieldOf(column) === null}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

function Confidence(props: { column: ColumnProposal; byHand: boolean; ignored: boolean }) {
  const { column, byHand, ignored } = props
  const t = useText()
  const [color, key] = ignored
    ? (['gray.7', 'import.ignored'] as const)
    : byHand
      ? (['ink', 'import.byHand'] as const)
      : column.confidence >= 0.9
        ? (['green.9', 'import.sure'] as const)
        : column.confidence >= 0.6
          ? (['ink', 'import.likely'] as const)
          : (['orange.9', 'import.unsure'] as const)
  return (
    <Badge color={color} variant="outline" radius="sm" tt="none">
      {t(key)}
    </Badge>
  )
}

/** Where the preview's data begin: under its last row that reads like the headings (blank rows are not in it). */
function firstRowUnder(sheet: Sheet, columns: readonly ColumnProposal[]): number {
  const isHeading = (row: readonly string[]) =>
    columns.filter((column) => row[column.index] && column.header.includes(row[column.index]!)).length * 2 >
    columns.length
  return sheet.preview.findLastIndex(isHeading) + 1
}

/** 0 → A, 25 → Z, 26 → AA, as Excel names columns. */
function columnLetter(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (index % 26))
}
