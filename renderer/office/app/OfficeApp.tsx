// Chooses between the start screens and the working window by the store's phase. Screens other than the unlock screen
// load when first needed, so that the PIN screen stands at once.
import { Center, Loader } from '@mantine/core'
import { lazy, Suspense, useEffect } from 'react'
import { UnlockScreen } from '../start/UnlockScreen.tsx'
import { useText } from '../text.ts'
import { useApp } from './appStore.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { lazyScreen } from './lazyScreen.tsx'
import { Toasts } from './Toasts.tsx'

const SetupScreen = lazy(async () => ({ default: (await import('../start/SetupScreen.tsx')).SetupScreen }))
const DamagedScreen = lazy(async () => ({
  default: (await import('../start/DamagedScreen.tsx')).DamagedScreen,
}))
const Workspace = lazyScreen(async () => (await import('../shell/Workspace.tsx')).Workspace)

/** Fetches and compiles what comes after the PIN while it is being typed. */
function loadAhead(): void {
  Workspace.loadAhead()
  import('../shell/Workspace.tsx').then(({ loadScreensAhead }) => loadScreensAhead()).catch(() => undefined)
}

export function OfficeApp() {
  const phase = useApp((state) => (state.settingUp ? 'empty' : state.status?.phase))
  useEffect(() => {
    if (phase !== 'locked') return
    const asked = requestIdleCallback(loadAhead)
    return () => cancelIdleCallback(asked)
  }, [phase])
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
