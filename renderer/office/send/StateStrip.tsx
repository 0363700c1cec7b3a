import type { Handin } from '../../../shared/ipc/contract.ts'
import { useText } from '../text.ts'

const WAY = ['draft', 'awaiting-signature', 'sent', 'received'] as const
/** “Gửi” was pressed and the bytes are still on this machine: nothing is called sent before it left. */
const QUEUED = ['draft', 'awaiting-signature', 'queued', 'received'] as const

/** Đang soạn → Chờ ký → Đã gửi → Tỉnh đã nhận → Trả lại / Chấp nhận, with the present place marked. */
export function StateStrip({ state }: { state: Handin['state'] }) {
  const t = useText()
  const last: Handin['state'] = state === 'returned' ? 'returned' : 'accepted'
  const steps: readonly Handin['state'][] = [...(state === 'queued' ? QUEUED : WAY), last]
  const here = steps.indexOf(state)
  return (
    <ol className="state-strip" aria-label={t('send.states')}>
      {steps.map((step, at) => (
        <li
          key={step}
          data-done={at < here}
          data-here={at === here}
          aria-current={at === here ? 'step' : undefined}
        >
          {step === 'accepted' && here < 4
            ? `${t('state.returned')} / ${t('state.accepted')}`
            : t(`state.${step}`)}
        </li>
      ))}
    </ol>
  )
}
