// Chooses between the start screens and the working window by the store's phase. Screens other than the unlock screen
// load when first needed, so that the PIN screen stands at once.
import { Center, Loader } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { UnlockScreen } from '../start/UnlockScreen.tsx'
import { useText } from '../text.ts'
import { useApp } from './appStore.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Toasts } from './Toasts.tsx'

const SetupScreen = lazy(async () => ({ default: (await import('../start/SetupScreen.tsx')).SetupScreen }))
const DamagedScreen = lazy(async () => ({
  default: (await import('../start/DamagedScreen.tsx')).DamagedScreen,
}))
const Workspace = lazy(async () => ({ default: (await import('../shell/Workspace.tsx')).Workspace }))

export function OfficeApp() {
  const phase = useApp((state) => (state.settingUp ? 'empty' : state.status?.phase))
  return (
    <ErrorBoundary>
      <Suspense fallback={<Opening />}>
        {phase === undefined && <Opening />}
        {phase === 'empty' && <SetupScreen />}
        {phase === 'locked' && <UnlockScreen />}
        {phase === 'damaged' && <DamagedScreen />}
        {phase === 'open' && <Workspace />}
      </Suspense>
      <Toasts />
    </ErrorBoundary>
  )
}

function Opening() {
  const t = useText()
  return (
    <Center h="100vh" role="status" aria-label={t('app.loading')}>
      <Loader />
    </Center>
  )
}
