import { Button, FileButton, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useText } from '../text.ts'

const ACCEPT = '.xlsx,.xls,.xlsm,.ods,.csv'

/** Takes one workbook, by button or by dropping it. */
export function FileDrop({ busy, onFile }: { busy: boolean; onFile: (file: File) => void }) {
  const t = useText()
  const [over, setOver] = useState(false)
  return (
    <section
      className="file-drop"
      data-over={over || undefined}
      aria-label={t('import.step.file')}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const file = event.dataTransfer.files[0]
        if (file && !busy) onFile(file)
      }}
    >
      <Group>
        <Text size="sm">{t('import.drop')}</Text>
        <FileButton accept={ACCEPT} onChange={(file) => file && onFile(file)}>
          {(props) => (
            <Button {...props} loading={busy}>
              {t('common.chooseFile')}
            </Button>
          )}
        </FileButton>
      </Group>
    </section>
  )
}
