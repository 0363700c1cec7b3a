import { Button, Group, Modal, Table, Text } from '@mantine/core'
import { useLabel } from '../../ui/language.ts'
import { useText } from '../text.ts'
import type { BadCell } from './gridEdits.ts'

/** Cells that were not understood, each with its place, text and reason; nothing typed is lost. */
export function BadCells({ cells, onClose }: { cells: readonly BadCell[]; onClose: () => void }) {
  const t = useText()
  const label = useLabel()
  return (
    <Modal
      opened={cells.length > 0}
      onClose={onClose}
      title={t('grid.badTitle', { count: cells.length })}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Text size="sm">{t('grid.badHelp')}</Text>
      <Table mt="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('grid.badRow')}</Table.Th>
            <Table.Th>{t('grid.badColumn')}</Table.Th>
            <Table.Th>{t('grid.badText')}</Table.Th>
            <Table.Th>{t('grid.badWhy')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {cells.slice(0, 200).map((cell) => (
            <Table.Tr key={`${cell.row}.${cell.field.id}`}>
              <Table.Td>{cell.row + 1}</Table.Td>
              <Table.Td>{label(cell.field.label)}</Table.Td>
              <Table.Td style={{ userSelect: 'all', overflowWrap: 'anywhere' }}>{cell.text}</Table.Td>
              <Table.Td>{t(`problem.${cell.problem}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group justify="flex-end" mt="md">
        <Button onClick={onClose} data-autofocus>
          {t('common.close')}
        </Button>
      </Group>
    </Modal>
  )
}
