// A day typed as offices write it, dd/mm/yyyy. What is no day is said under the box, and no day is given for it.
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { formatIsoDate, parseDay } from '../../ui/dates.ts'
import { useText } from '../text.ts'

type Props = {
  readonly label: string
  readonly description?: string
  readonly required?: boolean
  /** ISO day, or null. */
  readonly value: string | null
  readonly onChange: (day: string | null) => void
}

export function DayInput({ label, description, required, value, onChange }: Props) {
  const t = useText()
  const [typed, setTyped] = useState(value ? formatIsoDate(value) : '')
  const isBad = typed.trim() !== '' && parseDay(typed) === null
  return (
    <TextInput
      label={label}
      {...(description === undefined ? {} : { description })}
      required={required ?? false}
      placeholder="dd/mm/yyyy"
      inputMode="numeric"
      maxLength={10}
      value={typed}
      error={isBad ? t('badDay') : null}
      onChange={(e) => {
        setTyped(e.currentTarget.value)
        onChange(parseDay(e.currentTarget.value))
      }}
      onBlur={() => {
        const day = parseDay(typed)
        if (day) setTyped(formatIsoDate(day))
      }}
    />
  )
}
