import { Button } from '@mantine/core'
import { showDone } from '../app/appStore.ts'
import { go } from '../app/route.ts'
import { ask } from '../bridge/bridge.ts'
import { useText } from '../text.ts'

/** The year's record of a period register, made from the last accepted year; refused in words when it is there. */
export function OpenPeriodButton({ register }: { register: string }) {
  const t = useText()
  const year = new Date().getFullYear()

  async function open(): Promise<void> {
    const opened = await ask('periods.open', { register, year })
    if (!opened) return
    await showDone(
      opened.from === null
        ? t('period.opened', { year })
        : t('period.openedFrom', { year, from: opened.from }),
    )
    const [id] = opened.ids
    if (opened.ids.length === 1 && id) go({ screen: 'form', register, id })
  }

  return (
    <Button variant="default" onClick={() => void open()}>
      {t('period.open', { year })}
    </Button>
  )
}
