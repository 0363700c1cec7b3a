import { NavLink, ScrollArea, Text } from '@mantine/core'
import {
  IconAlertCircle,
  IconFileImport,
  IconHome,
  IconSend,
  IconSettings,
  IconTable,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { userRegisters } from '../../../shared/registers/registry.ts'
import { useLabel } from '../../ui/language.ts'
import { go, type Route, useRoute } from '../app/route.ts'
import { useText } from '../text.ts'

/** Home, one entry a register (children indented under their parent), then what is done with them. */
export function SideMenu() {
  const t = useText()
  const label = useLabel()
  const route = useRoute((state) => state.route)
  const item = (text: string, target: Route, icon: ReactNode, child = false) => (
    <NavLink
      key={text}
      component="button"
      type="button"
      label={text}
      leftSection={icon}
      pl={child ? 40 : undefined}
      active={isAt(route, target)}
      aria-current={isAt(route, target) ? 'page' : undefined}
      onClick={() => go(target)}
    />
  )
  const parents = userRegisters.filter((register) => !register.parent)
  return (
    <ScrollArea type="auto" py={6}>
      {item(t('menu.home'), { screen: 'home' }, <IconHome size={18} aria-hidden />)}
      <Text size="xs" fw={650} c="dimmed" px="sm" pt="sm" pb={4}>
        {t('menu.registers')}
      </Text>
      {parents.map((parent) => (
        <div key={parent.id}>
          {item(
            label(parent.label),
            { screen: 'grid', register: parent.id },
            <IconTable size={18} aria-hidden />,
          )}
          {userRegisters
            .filter((register) => register.parent?.register === parent.id)
            .map((child) => item(label(child.label), { screen: 'grid', register: child.id }, null, true))}
        </div>
      ))}
      <div className="menu-rule" />
      {item(t('menu.import'), { screen: 'import' }, <IconFileImport size={18} aria-hidden />)}
      {item(t('menu.attention'), { screen: 'attention' }, <IconAlertCircle size={18} aria-hidden />)}
      {item(t('menu.send'), { screen: 'send' }, <IconSend size={18} aria-hidden />)}
      {item(t('menu.settings'), { screen: 'settings' }, <IconSettings size={18} aria-hidden />)}
    </ScrollArea>
  )
}

function isAt(route: Route, target: Route): boolean {
  if (target.screen === 'grid')
    return (route.screen === 'grid' || route.screen === 'form') && route.register === target.register
  return route.screen === target.screen
}
