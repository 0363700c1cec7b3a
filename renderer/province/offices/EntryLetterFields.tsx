// What is known of the letter that an office's Excel list came with; all of it may stay empty.
import { Select, SimpleGrid, TextInput } from '@mantine/core'
import type { EntryLetter } from '../../../shared/http/console.ts'
import { DayInput } from '../app/DayInput.tsx'
import { useText } from '../text.ts'

export const NO_LETTER: EntryLetter = { number: '', signedOn: null, signerName: '', way: null }

const WAYS = ['mail', 'edoc', 'zalo', 'paper'] as const

/** The letter as the file's route takes it: what is empty is left out. */
export function letterQuery({ number, signedOn, signerName, way }: EntryLetter): Record<string, string> {
  return {
    ...(number.trim() ? { number } : {}),
    ...(signedOn ? { signedOn } : {}),
    ...(signerName.trim() ? { signerName } : {}),
    ...(way ? { way } : {}),
  }
}

type Props = { readonly letter: EntryLetter; readonly onChange: (letter: EntryLetter) => void }

export function EntryLetterFields({ letter, onChange }: Props) {
  const t = useText()
  return (
    <SimpleGrid cols={4}>
      <TextInput
        label={t('entry.letterNo')}
        maxLength={300}
        value={letter.number}
        onChange={(e) => onChange({ ...letter, number: e.currentTarget.value })}
      />
      <DayInput
        label={t('entry.signedOn')}
        value={letter.signedOn}
        onChange={(signedOn) => onChange({ ...letter, signedOn })}
      />
      <TextInput
        label={t('entry.signer')}
        maxLength={300}
        value={letter.signerName}
        onChange={(e) => onChange({ ...letter, signerName: e.currentTarget.value })}
      />
      <Select
        label={t('entry.way')}
        clearable
        data={WAYS.map((way) => ({ value: way, label: t(`letter.way.${way}`) }))}
        value={letter.way}
        onChange={(way) => onChange({ ...letter, way: WAYS.find((w) => w === way) ?? null })}
      />
    </SimpleGrid>
  )
}
