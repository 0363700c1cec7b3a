// The browser door: the core's calls and the page, served to one browser on this machine where Electron cannot be had.
// Promises: bound to 127.0.0.1 only, GET and POST only, nothing answered before the request was judged, bodies counted
// as they come. It must never log a body, a token or a value, and never reach a path that the page names.
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { decodeWire, encodeWire } from '../../shared/ipc/wire.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Core } from '../core/Core.ts'
import {
  cookieName,
  type DoorRequest,
  type DoorSession,
  judgeOrigin,
  judgeToken,
  readCookie,
} from './admission.ts'
import { readPageFile, securityHeaders } from './pageFile.ts'
import { withoutPath } from './withoutPath.ts'

/** 64 MB of file bytes as base64 in JSON, and room for the rest of the call. */
const MAX_BODY_BYTES = 90 * 1024 * 1024
/** Keeps proxies and sleeping browsers from taking the event stream for dead. */
const HEARTBEAT_MS = 20_000

export type Door = {
  readonly port: number
  /** What the browser opens; the token is in the fragment, which no server or proxy sees. */
  readonly address: string
  /** Ends open streams and stops listening. The core stays its owner's. */
  close(): Promise<void>
}

export type DoorError = {
  readonly code: 'port-taken' | 'port-forbidden'
  readonly args: { readonly port: number }
}

/**
 * @param options.core the open core; the door never closes it
 * @param options.pageDir folder of the built page
 * @param options.port 1–65535, or 0 for any free one
 * @returns the open door, or why the port could not be had
 */
export async function startDoor(options: {
  readonly core: Core
  readonly pageDir: string
  readonly port: number
}): Promise<Result<Door, DoorError>> {
  const session: DoorSession & { port: number } = {
    token: randomBytes(32).toString('base64url'),
    port: options.port,
    boundTo: null,
  }
  const streams = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    answer(options, session, streams, request, response).catch((error: unknown) => {
      console.error('door:', error instanceof Error ? error.stack : 'unknown error')
      if (!response.headersSent) refuse(response, 500, 'internal', { where: 'door' })
      else response.destroy()
    })
  })
  server.headersTimeout = 10_000
  server.maxHeadersCount = 100
  const listening = await listen(server, options.port)
  if (!listening.ok) return listening
  session.port = listening.value
  const heartbeat = setInterval(() => {
    for (const stream of streams) stream.write(': \n\n')
  }, HEARTBEAT_MS)
  return ok({
    port: session.port,
    address: `http://127.0.0.1:${session.port}/#t=${session.token}`,
    close: () =>
      new Promise<void>((resolve) => {
        clearInterval(heartbeat)
        for (const stream of streams) stream.end()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  })
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<Result<number, DoorError>> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(err({ code: 'port-taken', args: { port } }))
      else if (error.code === 'EACCES') resolve(err({ code: 'port-forbidden', args: { port } }))
      else reject(error)
    })
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve(ok(typeof address === 'object' && address !== null ? address.port : port))
    })
  })
}

async function answer(
  { core, pageDir }: { readonly core: Core; readonly pageDir: string },
  session: DoorSession,
  streams: Set<ServerResponse>,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const base = `http://127.0.0.1:${session.port}`
  const url = URL.parse(message.url ?? '/', base)
  // `//other/x` and `http://other/x` are request targets too, and name another host.
  if (url === null || url.origin !== base) return refuse(response, 400, 'door-refused')
  const request: DoorRequest = {
    method: message.method ?? '',
    path: url.pathname,
    query: url.searchParams,
    headers: message.headers,
  }
  const foreign = judgeOrigin(request, session.port)
  if (foreign) return refuse(response, foreign.status, foreign.code)

  if (request.path.startsWith('/rpc/') || request.path === '/events') {
    const stranger = judgeToken(request, session)
    if (stranger) return refuse(response, stranger.status, stranger.code)
    if (request.path === '/events') {
      if (request.method !== 'GET') return refuse(response, 405, 'door-refused')
      return openStream(core, streams, response)
    }
    if (request.method !== 'POST') return refuse(response, 405, 'door-refused')
    return answerCall(core, request.path.slice('/rpc/'.length), message, response)
  }
  if (request.method !== 'GET') return refuse(response, 405, 'door-refused')
  return answerPage(pageDir, session, request, response)
}

async function answerCall(
  core: Core,
  name: string,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!/^application\/json\b/.test(message.headers['content-type'] ?? '')) {
    return refuse(response, 415, 'bad-input', { where: 'content-type' })
  }
  const body = await readBody(message)
  if (body === null) return refuse(response, 413, 'door-too-large')
  let input: unknown
  try {
    input = decodeWire(body)
  } catch {
    return refuse(response, 400, 'bad-input', { where: 'json' })
  }
  sendJson(response, 200, await core.call(name, withoutPath(input)))
}

/** The whole body as text, or null when it is larger than any call may be. */
async function readBody(message: IncomingMessage): Promise<string | null> {
  if (Number(message.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return null
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_BODY_BYTES) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function openStream(core: Core, streams: Set<ServerResponse>, response: ServerResponse): void {
  response.writeHead(200, {
    ...securityHeaders,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.write('retry: 1000\n\n')
  streams.add(response)
  const unsubscribe = core.subscribe((event) => response.write(`data: ${encodeWire(event)}\n\n`))
  response.on('close', () => {
    unsubscribe()
    streams.delete(response)
  })
}

async function answerPage(
  pageDir: string,
  session: DoorSession,
  request: DoorRequest,
  response: ServerResponse,
): Promise<void> {
  const file = await readPageFile(pageDir, request.path)
  if (file === null) return refuse(response, 404, 'door-refused')
  const headers: Record<string, string> = {
    ...securityHeaders,
    'content-type': file.type,
    'cache-control': file.immutable ? 'private, max-age=31536000, immutable' : 'no-store',
  }
  // Each browser gets a name of its own with the page, so that the token's first use can bind to it.
  if (readCookie(request, session.port) === null) {
    const browser = randomBytes(32).toString('base64url')
    headers['set-cookie'] = `${cookieName(session.port)}=${browser}; Path=/; HttpOnly; SameSite=Strict`
  }
  response.writeHead(200, headers).end(file.bytes)
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response
    .writeHead(status, {
      ...securityHeaders,
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
    })
    .end(encodeWire(value))
}

function refuse(response: ServerResponse, status: number, code: string, args?: Record<string, string>): void {
  // An unread body would keep the connection busy: it is closed with the answer.
  response.setHeader('connection', 'close')
  sendJson(response, status, { ok: false, error: args ? { code, args } : { code } })
}
