// The province's one HTTP surface: messages of offices, the console's calls and files, the console's page. GET and POST
// only, bounded bodies, bounded time, strict headers; what lies behind a route is a use case that knows no HTTP.
import { existsSync } from 'node:fs'
import fastifyCookie from '@fastify/cookie'
import fastifyStatic from '@fastify/static'
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import { CONSOLE_FILE, MAX_UPLOAD_BYTES } from '../../shared/http/console.ts'
import { MAX_MESSAGE_BYTES } from '../../shared/http/contract.ts'
import type { Province } from '../Province.ts'
import { consoleRoutes } from './consoleRoutes.ts'
import { describeError } from './describeError.ts'
import { fileRoutes } from './fileRoutes.ts'
import { syncRoutes, tooLargeAnswer } from './syncRoutes.ts'

export type AppOptions = {
  /** Folder of the built console page; without it only the routes are served. */
  readonly pageDir: string | null
}

const REQUEST_TIMEOUT_MS = 120_000
const FILE_TOO_LARGE = { code: 'upload-too-large', args: { mb: MAX_UPLOAD_BYTES / 1_048_576 } }
const KEEP_ALIVE_MS = 65_000
const MAX_HEADER_BYTES = 16 * 1024

/** Scripts and connections from here only; Mantine puts its measures into style elements, hence the one exception. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

export async function createApp(province: Province, options: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    // No proxy is believed: an address that audit and rate limits use must not be a header of the client's making.
    trustProxy: false,
    bodyLimit: MAX_MESSAGE_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    http: { maxHeaderSize: MAX_HEADER_BYTES },
    routerOptions: { maxParamLength: 200 },
    exposeHeadRoutes: false,
    logger: false,
  })
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )
  app.addHook('onRequest', async (request, reply) => {
    setHeaders(reply)
    if (request.method !== 'GET' && request.method !== 'POST')
      await reply.code(405).header('allow', 'GET, POST').send()
  })
  app.setErrorHandler(async (error: { statusCode?: number; code?: string }, request, reply) => {
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
      return request.url.startsWith(CONSOLE_FILE)
        ? reply.code(413).send({ ok: false, error: FILE_TOO_LARGE })
        : tooLargeAnswer(request, reply)
    const status = error.statusCode && error.statusCode < 500 ? error.statusCode : 500
    // The cause goes to the server's own log, by its code; the sender learns nothing of our insides.
    if (status === 500)
      process.stderr.write(`${request.method} ${request.routeOptions.url ?? '?'}: ${describeError(error)}\n`)
    return reply.code(status).send({ code: status === 500 ? 'internal' : 'bad-request' })
  })
  app.setNotFoundHandler(async (_request, reply) => reply.code(404).send({ code: 'not-found' }))
  await app.register(fastifyCookie)
  await app.register(syncRoutes(province))
  await app.register(consoleRoutes(province))
  await app.register(fileRoutes(province))
  if (options.pageDir && existsSync(options.pageDir)) {
    await app.register(fastifyStatic, {
      root: options.pageDir,
      index: 'index.html',
      dotfiles: 'deny',
      cacheControl: false,
    })
  }
  return app
}

function setHeaders(reply: FastifyReply): void {
  reply.headers({
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=()',
    'cache-control': 'no-store',
  })
}
