// Who a console request comes from, and whether another site could have sent it. Three locks, each enough alone: the
// cookie is SameSite=Strict, the Origin must be ours, and the call carries a header no other site can set.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { CONSOLE_HEADER } from '../../shared/http/console.ts'
import { type SignedIn, whoIs } from '../accounts/sessions.ts'
import type { Actor } from '../audit/writeAudit.ts'
import type { Province } from '../Province.ts'

const COOKIE = 'sdl_console'

export function setSessionCookie(province: Province, reply: FastifyReply, token: string): void {
  reply.setCookie(COOKIE, token, cookieOptions(province))
}

export function clearSessionCookie(province: Province, reply: FastifyReply): void {
  reply.clearCookie(COOKIE, cookieOptions(province))
}

function cookieOptions(province: Province) {
  const isHttps = new URL(province.publicUrl).protocol === 'https:'
  return { httpOnly: true, sameSite: 'strict', path: '/console', secure: isHttps } as const
}

export async function signedIn(province: Province, request: FastifyRequest): Promise<SignedIn | null> {
  const token = request.cookies[COOKIE]
  return token && token.length <= 100 ? whoIs(province, token) : null
}

/** A POST of this page: its Origin is the host it was sent to, or the province's public address. */
export function isOwnPage(province: Province, request: FastifyRequest): boolean {
  const { origin, host } = request.headers
  if (request.headers[CONSOLE_HEADER] !== '1' || typeof origin !== 'string') return false
  return (
    origin === new URL(province.publicUrl).origin || (URL.canParse(origin) && new URL(origin).host === host)
  )
}

export function actorOf(who: SignedIn, request: FastifyRequest): Actor & { readonly account: number } {
  return { account: who.account, name: who.fullName, address: request.ip }
}
