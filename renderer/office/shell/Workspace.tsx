// The working window: menu at the left, bar at the top, one screen. Each screen loads when first opened.
import { Anchor, AppShell, Center, Loader } from '@mantine/core'
import { lazy, Suspense, useEffect } from 'react'
import { undoOrRedo } from '../app/appStore.ts'
import { lazyScreen } from '../app/lazyScreen.tsx'
import { useRoute } from '../app/route.ts'
import { useText } from '../text.ts'
import { SideMenu } from './SideMenu.tsx'
import { TopBar } from './TopBar.tsx'

const HomeScreen = lazyScreen(async () => (await import('../home/HomeScreen.tsx')).HomeScreen)
const GridScreen = lazyScreen(async () => (await import('../grid/GridScreen.tsx')).GridScreen)
const FormScreen = lazyScreen(async () => (await import('../form/FormScreen.tsx')).FormScreen)
const ImportScreen = lazy(async () => ({
  default: (await import('../import/ImportScreen.tsx')).ImportScreen,
}))
const AttentionScreen = lazy(async () => ({
  default: (await import('../attention/AttentionScreen.tsx')).AttentionScreen,
}))
const RoundsScreen = lazyScreen(async () => (await import('../rounds/RoundsScreen.tsx')).RoundsScreen)
const RoundScreen = lazyScreen(async () => (await import('../rounds/RoundScreen.tsx')).RoundScreen)
const CalendarScreen = lazyScreen(async () => (await import('../rounds/CalendarScreen.tsx')).CalendarScreen)
const RoomsScreen = lazy(async () => ({ default: (await import('../rooms/RoomsScreen.tsx')).RoomsScreen }))
const SendScreen = lazy(async () => ({ default: (await import('../send/SendScreen.tsx')).SendScreen }))
const SettingsScreen = lazy(async () => ({
  default: (await import('../settings/SettingsScreen.tsx')).SettingsScreen,
}))

/** The screens that nearly everybody opens first. */
export function loadScreensAhead(): void {
  HomeScreen.loadAhead()
  GridScreen.loadAhead()
  FormScreen.loadAhead()
}

/** True while a text field has the keyboard: its own undo comes first there. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}

export function Workspace() {
  const t = useText()

  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return
      const key = event.key.toLowerCase()
      const which = key === 'y' || (key === 'z' && event.shiftKey) ? 'redo' : key === 'z' ? 'undo' : null
      if (!which) return
      event.preventDefault()
      void undoOrRedo(which)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])

  return (
    <AppShell header={{ height: 48 }} navbar={{ width: 224, breakpoint: 'xs' }} padding={0}>
      <Anchor href="#main" className="skip-link no-print">
        {t('common.toMain')}
      </Anchor>
      <AppShell.Header className="no-print">
        <TopBar />
      </AppShell.Header>
      <AppShell.Navbar className="no-print" aria-label={t('menu.label')}>
        <SideMenu />
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1} className="workspace-main">
        <Suspense
          fallback={
            <Center h="50vh">
              <Loader aria-label={t('app.loading')} />
            </Center>
          }
        >
          <Screen />
        </Suspense>
      </AppShell.Main>
    </AppShell>
  )
}

function Screen() {
  const route = useRoute((state) => state.route)
  switch (route.screen) {
    case 'home':
      return <HomeScreen />
    case 'grid':
      return (
        <GridScreen
          key={route.register}
          register={route.register}
          problemsOnly={route.problemsOnly ?? false}
        />
      )
    case 'form':
      return <FormScreen key={`${route.register}.${route.id ?? 'new'}`} route={route} />
    case 'import':
      return (
        <ImportScreen
          key={`${route.register ?? ''}.${route.parked ?? false}`}
          register={route.register}
          parked={route.parked ?? false}
        />
      )
    case 'attention':
      return <AttentionScreen />
    case 'rounds':
      return <RoundsScreen />
    case 'round':
      return <RoundScreen key={route.id} id={route.id} />
    case 'calendar':
      return <CalendarScreen />
    case 'rooms':
      return <RoomsScreen register={route.register} />
    case 'send':
      return <SendScreen register={route.register} />
    case 'settings':
      return <SettingsScreen />
  }
}
