// Who may talk to the browser door. Any web page the officer visits, and any other person on a shared PC, can reach a
// port on 127.0.0.1; so every request is judged by its Host (against DNS rebinding), its Origin and fetch metadata
// (against other sites), the session's token and the one browser that used it first. Pure: it decides, it never answers.
import { createHash, timingSafeEqual } from 'node:crypto'

/** What of a request the judgement reads; header names in lower case, as node:http gives them. */
export type DoorRequest = {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
}

export type Refusal = {
  readonly status: 400 | 401 | 403 | 404 | 405
  /** Code of shared/messages' sentences. */
  readonly code: 'door-refused' | 'door-token' | 'door-used'
}

/** Secret of one run of the door, and the browser that first used it. */
export type DoorSession = {
  readonly token: string
  readonly port: number
  /** Value of the browser's own cookie once the token was used; null until then. */
  boundTo: string | null
}

export function cookieName(port: number): string {
  // Cookies of 127.0.0.1 are shared by every port: two doors must not overwrite each other's.
  return `sdl-${port}`
}

function header(request: DoorRequest, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}

/** Compares without telling, by its time, how much of a guess was right. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}

export function readCookie(request: DoorRequest, port: number): string | null {
  const name = `${cookieName(port)}=`
  for (const part of (header(request, 'cookie') ?? '').split(';')) {
    if (part.trim().startsWith(name)) return part.trim().slice(name.length)
  }
  return null
}

/**
 * Judges where a request comes from: method, Host, Origin and fetch metadata. Applies to every request, the page's own
 * files included.
 * @returns the refusal, or null when it may go on.
 */
export function judgeOrigin(request: DoorRequest, port: number): Refusal | null {
  const refused = (status: Refusal['status']): Refusal => ({ status, code: 'door-refused' })
  if (request.method !== 'GET' && request.method !== 'POST') return refused(405)
  const host = `127.0.0.1:${port}`
  if (header(request, 'host') !== host) return refused(403)
  const origin = header(request, 'origin')
  if (origin !== undefined && origin !== `http://${host}`) return refused(403)
  if (request.method === 'POST' && origin === undefined) return refused(403)
  const site = header(request, 'sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return refused(403)
  return null
}

/**
 * Judges a call or an event stream: the token must be this run's and the browser the one that used it first. The first
 * good use binds the token to that browser's cookie, so that an address read over a shoulder opens nothing.
 */
export function judgeToken(request: DoorRequest, session: DoorSession): Refusal | null {
  const given = header(request, 'x-sdl-token') ?? request.query.get('t') ?? ''
  if (!isSame(given, session.token)) return { status: 401, code: 'door-token' }
  const browser = readCookie(request, session.port)
  if (browser === null || browser.length < 32) return { status: 401, code: 'door-token' }
  session.boundTo ??= browser
  if (!isSame(session.boundTo, browser)) return { status: 401, code: 'door-used' }
  return null
}
