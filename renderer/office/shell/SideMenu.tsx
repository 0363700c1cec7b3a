import { AppShell, NavLink, ScrollArea, Text } from '@mantine/core'
import {
  IconAlertCircle,
  IconCalendar,
  IconChecklist,
  IconChevronDown,
  IconChevronRight,
  IconFileImport,
  IconHome,
  IconSend,
  IconSettings,
  IconTable,
} from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import type { Register, RegisterGroup } from '../../../shared/registers/define.ts'
import { userRegisters } from '../../../shared/registers/registry.ts'
import { useLabel } from '../../ui/language.ts'
import { useApp } from '../app/appStore.ts'
import { go, type Route, useRoute } from '../app/route.ts'
import { useMay } from '../app/useMay.ts'
import { ask } from '../bridge/bridge.ts'
import { useText } from '../text.ts'

const GROUPS: readonly RegisterGroup[] = ['lists', 'checks', 'tasks']
const PARENTS = userRegisters.filter((register) => !register.parent)
const SELDOM = PARENTS.filter((register) => register.seldom)

/**
 * Home and the registers by group, then, always in sight, what is done with them. A register that few offices need stands behind “Thêm sổ
 * khác” while it is empty; what hangs on a register is shown while the officer is in it.
 */
export function SideMenu() {
  const t = useText()
  const label = useLabel()
  const route = useRoute((state) => state.route)
  const mayImport = useMay('import.commit')
  const [isUnfolded, setUnfolded] = useState(false)
  const filled = useFilled(SELDOM)
  const item = (text: string, target: Route, icon: ReactNode, child = false, full?: string) => (
    <NavLink
      key={text}
      component="button"
      type="button"
      className="menu-item"
      label={text}
      title={full}
      leftSection={icon}
      pl={child ? 54 : undefined}
      active={isAt(route, target)}
      aria-current={isAt(route, target) ? 'page' : undefined}
      onClick={() => go(target)}
    />
  )
  const entry = (register: Register) => {
    const icon = register.parent ? null : <IconTable size={18} aria-hidden />
    const target = { screen: 'grid', register: register.id } as const
    return item(
      label(register.short ?? register.label),
      target,
      icon,
      !!register.parent,
      label(register.label),
    )
  }
  const family = (parent: Register) => (
    <div key={parent.id}>
      {entry(parent)}
      {isIn(route, parent) && childrenOf(parent).map(entry)}
    </div>
  )
  const isFolded = (register: Register) =>
    register.seldom === true && !filled.has(register.id) && !isIn(route, register)
  const folded = PARENTS.filter(isFolded)
  return (
    <>
      <AppShell.Section grow component={ScrollArea} type="auto" pt={4}>
        {item(t('menu.home'), { screen: 'home' }, <IconHome size={18} aria-hidden />)}
        {item(t('menu.rounds'), { screen: 'rounds' }, <IconChecklist size={18} aria-hidden />)}
        {item(t('menu.calendar'), { screen: 'calendar' }, <IconCalendar size={18} aria-hidden />)}
        {GROUPS.map((group) => (
          <section key={group} aria-label={t(`menu.group.${group}`)}>
            <Text size="xs" fw={650} c="dimmed" px="sm" pt="xs" pb={2} aria-hidden>
              {t(`menu.group.${group}`)}
            </Text>
            {PARENTS.filter((register) => register.group === group && !isFolded(register)).map(family)}
          </section>
        ))}
        {folded.length > 0 && (
          <section aria-label={t('menu.more')}>
            <NavLink
              component="button"
              type="button"
              className="menu-item"
              label={t('menu.more')}
              leftSection={
                isUnfolded ? (
                  <IconChevronDown size={18} aria-hidden />
                ) : (
                  <IconChevronRight size={18} aria-hidden />
                )
              }
              aria-expanded={isUnfolded}
              onClick={() => setUnfolded(!isUnfolded)}
            />
            {isUnfolded && folded.map(family)}
          </section>
        )}
      </AppShell.Section>
      <AppShell.Section className="menu-actions">
        {mayImport && item(t('menu.import'), { screen: 'import' }, <IconFileImport size={18} aria-hidden />)}
        {item(t('menu.attention'), { screen: 'attention' }, <IconAlertCircle size={18} aria-hidden />)}
        {item(t('menu.send'), { screen: 'send' }, <IconSend size={18} aria-hidden />)}
        {item(t('menu.settings'), { screen: 'settings' }, <IconSettings size={18} aria-hidden />)}
      </AppShell.Section>
    </>
  )
}

/** What hangs on a register, and what hangs on that. */
function childrenOf(parent: Register): readonly Register[] {
  return userRegisters
    .filter((register) => register.parent?.register === parent.id)
    .flatMap((child) => [child, ...childrenOf(child)])
}

/** Which of these registers hold a record; asked anew when one of them changes. */
function useFilled(of: readonly Register[]): ReadonlySet<string> {
  const version = useApp((state) => of.map(({ id }) => state.versions[id] ?? 0).join())
  const [filled, setFilled] = useState<ReadonlySet<string>>(new Set())
  // biome-ignore lint/correctness/useExhaustiveDependencies: `of` never changes, and the version tells when to ask anew.
  useEffect(() => {
    let isCurrent = true
    const counted = of.map(async ({ id }) => {
      const found = await ask('records.window', { register: id, offset: 0, limit: 1 })
      return found && found.total > 0 ? [id] : []
    })
    void Promise.all(counted).then((ids) => isCurrent && setFilled(new Set(ids.flat())))
    return () => {
      isCurrent = false
    }
  }, [version])
  return filled
}

/** In the register itself or in what hangs on it. */
function isIn(route: Route, parent: Register): boolean {
  if (route.screen !== 'grid' && route.screen !== 'form') return false
  return route.register === parent.id || childrenOf(parent).some(({ id }) => id === route.register)
}

function isAt(route: Route, target: Route): boolean {
  if (target.screen === 'grid')
    return (route.screen === 'grid' || route.screen === 'form') && route.register === target.register
  if (target.screen === 'rounds' && route.screen === 'round') return true
  return route.screen === target.screen
}
