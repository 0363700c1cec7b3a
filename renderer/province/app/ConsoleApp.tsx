// The console's frame: sign-in before everything, then a menu by role and the screen.
import { AppShell, Button, Center, Group, Loader, NavLink, SegmentedControl, Text } from '@mantine/core'
import { useEffect } from 'react'
import { useLanguage } from '../../ui/language.ts'
import { AccountsScreen } from '../admin/AccountsScreen.tsx'
import { AuditScreen } from '../admin/AuditScreen.tsx'
import { CatalogueScreen } from '../admin/CatalogueScreen.tsx'
import { SettingsScreen } from '../admin/SettingsScreen.tsx'
import { DevicesScreen } from '../devices/DevicesScreen.tsx'
import { IntakeScreen } from '../devices/IntakeScreen.tsx'
import { HandinScreen } from '../handins/HandinScreen.tsx'
import { HandinsScreen } from '../handins/HandinsScreen.tsx'
import { OfficeScreen } from '../offices/OfficeScreen.tsx'
import { OfficesScreen } from '../offices/OfficesScreen.tsx'
import { BoardScreen } from '../rounds/BoardScreen.tsx'
import { RoundsScreen } from '../rounds/RoundsScreen.tsx'
import { ChangePassword } from '../session/ChangePassword.tsx'
import { SignIn } from '../session/SignIn.tsx'
import { useText } from '../text.ts'
import { call } from './api.ts'
import { go, type Route, useConsole } from './consoleStore.ts'

const MENU = [
  { screen: 'offices', text: 'menu.offices', admin: false },
  { screen: 'rounds', text: 'menu.rounds', admin: false },
  { screen: 'handins', text: 'menu.handins', admin: false },
  { screen: 'devices', text: 'menu.devices', admin: false },
  { screen: 'intake', text: 'menu.intake', admin: false },
  { screen: 'catalogue', text: 'menu.catalogue', admin: false },
  { screen: 'accounts', text: 'menu.accounts', admin: true },
  { screen: 'audit', text: 'menu.audit', admin: true },
  { screen: 'settings', text: 'menu.settings', admin: true },
] as const

const PARENT: Partial<Record<Route['screen'], Route['screen']>> = {
  office: 'offices',
  board: 'rounds',
  handin: 'handins',
}

export function ConsoleApp() {
  const { me, provinceName, route } = useConsole()
  const t = useText()
  useEffect(() => {
    void call('session.me', {}).then((answer) => useConsole.setState(answer.ok ? answer.value : { me: null }))
  }, [])
  if (me === undefined) return <Center h="100%">{<Loader aria-label={t('loading')} />}</Center>
  if (me === null) return <SignIn provinceName={provinceName} />
  if (me.mustChange) return <ChangePassword first />
  const shown = PARENT[route.screen] ?? route.screen
  return (
    <AppShell header={{ height: 52 }} navbar={{ width: 210, breakpoint: 0 }} padding="md">
      <a className="visually-hidden" href="#content">
        {t('skip')}
      </a>
      <AppShell.Header px="md">
        <Group h="100%" justify="space-between" wrap="nowrap">
          <Text fw={650}>
            {t('title')} · {provinceName}
          </Text>
          <Group gap="sm" wrap="nowrap">
            <LanguageSwitch />
            <Text size="sm">{me.fullName}</Text>
            <Button variant="default" size="xs" onClick={() => void signOut()}>
              {t('signOut')}
            </Button>
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label={t('menu.label')}>
        {MENU.filter((item) => !item.admin || me.role === 'admin').map((item) => (
          <NavLink
            key={item.screen}
            component="button"
            label={t(item.text)}
            active={shown === item.screen}
            aria-current={shown === item.screen ? 'page' : undefined}
            onClick={() => go({ screen: item.screen })}
          />
        ))}
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} style={{ outline: 'none' }}>
        <Screen route={route} />
      </AppShell.Main>
    </AppShell>
  )
}

function Screen({ route }: { readonly route: Route }) {
  switch (route.screen) {
    case 'offices':
      return <OfficesScreen />
    case 'office':
      return <OfficeScreen office={route.office} />
    case 'rounds':
      return <RoundsScreen />
    case 'board':
      return <BoardScreen key={route.round} round={route.round} />
    case 'handins':
      return <HandinsScreen />
    case 'handin':
      return <HandinScreen key={route.handin} office={route.office} handin={route.handin} />
    case 'devices':
      return <DevicesScreen />
    case 'intake':
      return <IntakeScreen />
    case 'catalogue':
      return <CatalogueScreen />
    case 'accounts':
      return <AccountsScreen />
    case 'audit':
      return <AuditScreen />
    case 'settings':
      return <SettingsScreen />
  }
}

export function LanguageSwitch() {
  const { language, setLanguage } = useLanguage()
  const t = useText()
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('language')}
      value={language}
      onChange={(value) => setLanguage(value === 'en' ? 'en' : 'vi')}
      data={[
        { value: 'vi', label: 'Tiếng Việt' },
        { value: 'en', label: 'English' },
      ]}
    />
  )
}

async function signOut(): Promise<void> {
  await call('session.signOut', {})
  useConsole.setState({ me: null, route: { screen: 'offices' } })
}
