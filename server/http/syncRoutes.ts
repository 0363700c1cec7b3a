// Where offices' messages arrive. A refusal is an answer like another (200, CBOR): proxies replace the bodies of error
// pages with their own, and the office would never learn why.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { encodeEnrolAnswer, encodeSyncAnswer } from '../../shared/http/answer.ts'
import { MAX_MESSAGE_BYTES, MESSAGE_TYPE, routes } from '../../shared/http/contract.ts'
import { takeEnrolRequest } from '../intake/enrolment.ts'
import { takeBundle } from '../intake/takeBundle.ts'
import { takeHello } from '../intake/takeHello.ts'
import type { Province } from '../Province.ts'
import { provinceName } from '../provinceName.ts'
import { RateLimit } from './RateLimit.ts'

/** Requests to be enrolled, per address: each may cost a key derivation. */
const ENROLS_A_MINUTE = 60

export function syncRoutes(province: Province) {
  const enrols = new RateLimit(ENROLS_A_MINUTE, 60_000)
  return async (app: FastifyInstance): Promise<void> => {
    app.get(routes.about, async () => ({
      province: province.keys.id,
      name: await provinceName(province.db),
      time: province.now(),
    }))

    app.post(routes.enrol, async (request, reply) => {
      if (!enrols.take(request.ip)) return reply.code(429).send()
      return send(reply, encodeEnrolAnswer(await takeEnrolRequest(province, bodyOf(request))))
    })

    app.post(routes.hello, async (request, reply) =>
      send(reply, encodeSyncAnswer(await takeHello(province, bodyOf(request)))),
    )

    app.post(routes.bundle, async (request, reply) => {
      const { answer } = await takeBundle(province, bodyOf(request), 'line')
      return send(reply, encodeSyncAnswer(answer))
    })
  }
}

/** The one refusal with a status of its own: the body was never read. */
export async function tooLargeAnswer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const refusal = { code: 'too-large', maxBytes: MAX_MESSAGE_BYTES } as const
  if (request.routeOptions.url === routes.enrol) {
    return send(reply.code(413), encodeEnrolAnswer({ status: 'refused', refusal }))
  }
  return send(reply.code(413), encodeSyncAnswer({ expects: 0, replies: [], refusal }))
}

function bodyOf(request: FastifyRequest): Uint8Array {
  const { body } = request
  return body instanceof Uint8Array
    ? new Uint8Array(body.buffer, body.byteOffset, body.byteLength)
    : new Uint8Array()
}

function send(reply: FastifyReply, bytes: Uint8Array): FastifyReply {
  return reply.type(MESSAGE_TYPE).send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
}
