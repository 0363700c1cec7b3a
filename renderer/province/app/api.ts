// The page's one way to the server: calls as the contract declares them, answers parsed again here. A line that is down
// is a refusal like another, so that no screen waits for ever.
import {
  CONSOLE_API,
  CONSOLE_FILE,
  CONSOLE_HEADER,
  type ConsoleCall,
  type ConsoleError,
  type ConsoleInput,
  type ConsoleOutput,
  consoleContract,
  consoleErrorSchema,
} from '../../../shared/http/console.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { useConsole } from './consoleStore.ts'

const TIMEOUT_MS = 60_000

export type Answer<T> = Result<T, ConsoleError>

export async function call<N extends ConsoleCall>(
  name: N,
  input: ConsoleInput<N>,
): Promise<Answer<ConsoleOutput<N>>> {
  const response = await post(`${CONSOLE_API}${name}`, JSON.stringify(input), 'application/json')
  if (!response.ok) return response
  const body: unknown = await response.value.json().catch(() => null)
  const answer = readAnswer(body)
  if (!answer.ok) return noticeSignedOut(answer)
  const parsed = consoleContract[name].output.safeParse(answer.value)
  return parsed.success
    ? ok(parsed.data as ConsoleOutput<N>)
    : err({ code: 'internal', args: { where: name } })
}

/** Sends bytes; the answer is JSON with a value that the caller parses. */
export async function sendFile(
  name: string,
  query: Record<string, string>,
  bytes: Blob,
): Promise<Answer<unknown>> {
  const response = await post(fileUrl(name, query), bytes, 'application/octet-stream')
  if (!response.ok) return response
  return noticeSignedOut(readAnswer(await response.value.json().catch(() => null)))
}

/** Fetches a file and hands it to the browser's own downloads. @param body what the file is made of, beside the query */
export async function downloadFile(
  name: string,
  query: Record<string, string>,
  body?: unknown,
): Promise<Answer<{ name: string }>> {
  const response = await (body === undefined
    ? post(fileUrl(name, query), '', 'application/octet-stream')
    : post(fileUrl(name, query), JSON.stringify(body), 'application/json'))
  if (!response.ok) return response
  const type = response.value.headers.get('content-type') ?? ''
  if (type.startsWith('application/json')) {
    const answer = readAnswer(await response.value.json().catch(() => null))
    return answer.ok ? err({ code: 'internal', args: { where: name } }) : noticeSignedOut(answer)
  }
  const fileName =
    /filename="([^"]+)"/.exec(response.value.headers.get('content-disposition') ?? '')?.[1] ?? 'sodulieu.bin'
  const url = URL.createObjectURL(await response.value.blob())
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
  return ok({ name: fileName })
}

function fileUrl(name: string, query: Record<string, string>): string {
  return `${CONSOLE_FILE}${name}?${new URLSearchParams(query).toString()}`
}

async function post(url: string, body: string | Blob, type: string): Promise<Answer<Response>> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'content-type': type, [CONSOLE_HEADER]: '1' },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    return ok(response)
  } catch {
    // Down, refused or too slow: for the person in front of it all the same.
    return err({ code: 'server-gone' })
  }
}

function readAnswer(body: unknown): Answer<unknown> {
  if (typeof body !== 'object' || body === null || !('ok' in body))
    return err({ code: 'internal', args: { where: 'answer' } })
  if (body.ok === true && 'value' in body) return ok(body.value)
  const error = consoleErrorSchema.safeParse('error' in body ? body.error : null)
  return err(error.success ? error.data : { code: 'internal', args: { where: 'answer' } })
}

function noticeSignedOut<T>(answer: Answer<T>): Answer<T> {
  if (!answer.ok && answer.error.code === 'not-signed-in') useConsole.setState({ me: null })
  return answer
}
