import { Alert, Button, Stack } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { errorSentence } from '../../ui/errorSentence.ts'
import { useLanguage } from '../../ui/language.ts'
import { textNow } from '../text.ts'

/** Our own mistakes end here: the officer reads that saved work is safe and can open the page anew. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: string | null }> {
  override state = { failed: null as string | null }

  static getDerivedStateFromError(error: unknown): { failed: string } {
    return { failed: error instanceof Error ? error.message : String(error) }
  }

  override render(): ReactNode {
    if (this.state.failed === null) return this.props.children
    const sentence = errorSentence(
      { code: 'internal', args: { where: this.state.failed } },
      useLanguage.getState().language,
    )
    return (
      <Stack p="xl" maw={640} mx="auto">
        <Alert color="red.8" role="alert">
          {sentence}
        </Alert>
        <Button onClick={() => location.reload()}>{textNow('damaged.retry')}</Button>
      </Stack>
    )
  }
}
