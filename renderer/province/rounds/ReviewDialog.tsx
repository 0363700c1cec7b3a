// What of a round waits for a decision: the lists that changed no more than usual are accepted together, with progress, a
// stop and an undo; the others are named with why they deserve a look.
import {
  Alert,
  Button,
  Group,
  Modal,
  Progress,
  ScrollArea,
  Stack,
  Table,
  Text,
  UnstyledButton,
} from '@mantine/core'
import { useRef, useState } from 'react'
import type { ConsoleError } from '../../../shared/http/console.ts'
import { registerOf } from '../../../shared/registers/registry.ts'
import { useLabel } from '../../ui/language.ts'
import { call } from '../app/api.ts'
import { go, useConsole } from '../app/consoleStore.ts'
import { ErrorNote } from '../app/ErrorNote.tsx'
import { useLoad } from '../app/useLoad.ts'
import { useText } from '../text.ts'

type Ref = { readonly office: string; readonly handin: string }
type Props = { readonly round: number; readonly onClose: () => void; readonly onDecided: () => void }

/** So many at a time: each answer moves the progress, and a stop takes effect after it. */
const PART = 20

export function ReviewDialog({ round, onClose, onDecided }: Props) {
  const t = useText()
  const label = useLabel()
  const canDecide = useConsole((s) => s.me?.role !== 'viewer')
  const { value, error, reload } = useLoad('round.review', { id: round, register: null })
  const [progress, setProgress] = useState<{ readonly n: number; readonly total: number } | null>(null)
  const [accepted, setAccepted] = useState<readonly Ref[]>([])
  const [said, setSaid] = useState('')
  const [failed, setFailed] = useState<ConsoleError | null>(null)
  const stopped = useRef(false)

  /** Sends the hand-ins part by part. @returns those that went through, and how many did not */
  async function each(refs: readonly Ref[], send: (part: Ref[]) => Promise<readonly Ref[] | null>) {
    stopped.current = false
    const through: Ref[] = []
    let refused = 0
    for (let at = 0; at < refs.length && !stopped.current; at += PART) {
      setProgress({ n: at, total: refs.length })
      const part = refs.slice(at, at + PART)
      const notDone = await send([...part])
      if (!notDone) break
      const missed = new Set(notDone.map((r) => r.handin))
      refused += missed.size
      through.push(...part.filter((r) => !missed.has(r.handin)))
    }
    setProgress(null)
    reload()
    onDecided()
    return { through, refused }
  }
  async function acceptUsual() {
    const { through, refused } = await each(value?.usual ?? [], async (handins) => {
      const answer = await call('handin.decide', { handins, decision: 'accept', reason: '' })
      setFailed(answer.ok ? null : answer.error)
      return answer.ok ? answer.value.refused : null
    })
    setAccepted(through)
    setSaid(t('review.done', { n: through.length, refused }))
  }
  async function undo() {
    const { through } = await each(accepted, async (handins) => {
      const answer = await call('handin.reopen', { handins, reason: t('review.undoReason') })
      setFailed(answer.ok ? null : answer.error)
      return answer.ok ? answer.value.refused : null
    })
    setAccepted([])
    setSaid(t('review.undone', { n: through.length }))
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size={980}
      title={t('review.do')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack gap="sm">
        <ErrorNote error={failed ?? error} />
        {said && (
          <Alert role="status" py="xs">
            {said}
          </Alert>
        )}
        {progress && (
          <div>
            <Text size="sm" role="status">
              {t('review.progress', progress)}
            </Text>
            <Progress
              value={(100 * progress.n) / progress.total}
              aria-label={t('review.progress', progress)}
            />
            <Button mt="xs" size="xs" variant="default" onClick={() => (stopped.current = true)}>
              {t('review.stop')}
            </Button>
          </div>
        )}
        {accepted.length > 0 && !progress && (
          <Group>
            <Button variant="default" onClick={() => void undo()}>
              {t('review.undo', { n: accepted.length })}
            </Button>
          </Group>
        )}
        {value && value.usual.length + value.unusualTotal === 0 && <Text>{t('review.none')}</Text>}
        {value && value.usual.length > 0 && !progress && (
          <div>
            <Text fw={600}>{t('review.usual', { n: value.usual.length })}</Text>
            <Text size="sm" mb="xs">
              {t('review.usualWhat')}
            </Text>
            {canDecide && (
              <Button onClick={() => void acceptUsual()}>
                {t('review.acceptUsual', { n: value.usual.length })}
              </Button>
            )}
          </div>
        )}
        {value && value.unusual.length > 0 && (
          <>
            <Text fw={600}>{t('review.unusual', { n: value.unusualTotal })}</Text>
            <ScrollArea.Autosize
              offsetScrollbars
              mah="calc(100vh - 420px)"
              viewportProps={{ tabIndex: 0, 'aria-label': t('review.unusual', { n: value.unusualTotal }) }}
            >
              <Table bg="white" withTableBorder fz="sm">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('office')}</Table.Th>
                    <Table.Th>{t('register')}</Table.Th>
                    <Table.Th>{t('records')}</Table.Th>
                    <Table.Th>{t('review.why')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {value.unusual.map((u) => {
                    const register = registerOf(u.register)
                    return (
                      <Table.Tr key={u.handin}>
                        <Table.Td>{u.officeName}</Table.Td>
                        <Table.Td>
                          <UnstyledButton
                            fz="sm"
                            c="ink.8"
                            td="underline"
                            onClick={() => go({ screen: 'handin', office: u.office, handin: u.handin })}
                          >
                            {register ? label(register.label) : u.register}
                          </UnstyledButton>
                        </Table.Td>
                        <Table.Td>
                          {u.nil ? t('board.nil') : u.count}
                          <Text size="xs">
                            {t('review.diff', { new: u.new, changed: u.changed, removed: u.removed })}
                          </Text>
                        </Table.Td>
                        <Table.Td>{u.reasons.map((r) => t(`review.${r}`)).join(', ')}</Table.Td>
                      </Table.Tr>
                    )
                  })}
                </Table.Tbody>
              </Table>
            </ScrollArea.Autosize>
          </>
        )}
      </Stack>
    </Modal>
  )
}
