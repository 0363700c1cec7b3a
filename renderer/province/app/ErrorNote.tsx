// A refusal as a calm sentence.
import { Alert } from '@mantine/core'
import type { ConsoleError } from '../../../shared/http/console.ts'
import { errorSentence } from '../../ui/errorSentence.ts'
import { useLanguage } from '../../ui/language.ts'

export function ErrorNote({ error }: { readonly error: ConsoleError | null }) {
  const language = useLanguage((s) => s.language)
  if (!error) return null
  return (
    <Alert color="red" variant="outline" role="alert" my="sm">
      {errorSentence(error, language)}
    </Alert>
  )
}
