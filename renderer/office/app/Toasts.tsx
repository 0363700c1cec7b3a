import { Button, Group, Notification, Stack } from '@mantine/core'
import { useText } from '../text.ts'
import { useApp } from './appStore.ts'
import { useToasts } from './toastStore.ts'

/** Messages at the window's foot, read out by screen readers as they come. */
export function Toasts() {
  const t = useText()
  const { toasts, close } = useToasts()
  const lastStep = useApp((state) => state.undo?.at)
  return (
    <Stack className="toasts no-print" gap="xs" aria-live="polite" role="log" aria-label={t('app.name')}>
      {toasts.map((toast) => (
        <Notification
          key={toast.id}
          color={toast.kind === 'error' ? 'red.8' : toast.kind === 'good' ? 'green.8' : 'ink'}
          role={toast.kind === 'error' ? 'alert' : 'status'}
          withBorder
          onClose={() => close(toast.id)}
          closeButtonProps={{ 'aria-label': t('common.close') }}
        >
          <Group gap="sm" wrap="nowrap" justify="space-between">
            <span>{toast.text}</span>
            {toast.undoes && toast.undoes.at === lastStep && (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => {
                  toast.undoes?.run()
                  close(toast.id)
                }}
              >
                {t('common.undo')}
              </Button>
            )}
          </Group>
        </Notification>
      ))}
    </Stack>
  )
}
