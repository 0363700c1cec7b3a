// Files that the console gives and takes: office packs, reply files for sticks, carried files from offices.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  type AccountRole,
  CONSOLE_FILE,
  consoleFiles,
  entryLetterSchema,
  entryPlanSchema,
  MAX_UPLOAD_BYTES,
} from '../../shared/http/console.ts'
import { boardQuerySchema, reminderLetterSchema } from '../../shared/http/consoleRoundCalls.ts'
import { day } from '../../shared/http/parts.ts'
import type { Actor } from '../audit/writeAudit.ts'
import { consolidatedWorkbook } from '../handin/consolidatedWorkbook.ts'
import { enterForOffice, planForOffice } from '../handin/enterForOffice.ts'
import { entryPlanDto } from '../handin/entryPlanDto.ts'
import { readUpload } from '../handin/readUpload.ts'
import { replyFile } from '../intake/replyFile.ts'
import { takeCarried } from '../intake/takeCarried.ts'
import { readCatalogue } from '../offices/catalogue.ts'
import { issuePack } from '../offices/offices.ts'
import type { Province } from '../Province.ts'
import { boardWorkbook } from '../rounds/boardWorkbook.ts'
import { reminderLetter } from '../rounds/reminder.ts'
import { rulesFile } from '../settings/rulesPacks.ts'
import { refusalFor } from './consoleRoutes.ts'
import { actorOf, isOwnPage, signedIn } from './signedIn.ts'
import { toConsoleError } from './toConsoleError.ts'

const officeQuery = z.object({ office: z.string().min(1).max(64) })
const registerQuery = z.object({ register: z.string().regex(/^[a-z][a-z-]{1,40}$/) })
const periodText = z.string().trim().min(1).max(20)
const workbookQuery = registerQuery.extend({ period: periodText.optional() })
const fileQuery = z.object({
  name: z
    .string()
    .max(200)
    .refine((s) => !/\p{Cc}/u.test(s)),
})
/** `columns`: one field id a column of the sheet, empty for a column that is left out, joined by commas. */
const entryQuery = registerQuery
  .extend({
    office: z.string().min(1).max(64),
    name: fileQuery.shape.name,
    sheet: z.string().max(200).optional(),
    columns: z
      .string()
      .max(12_000)
      .regex(/^[A-Za-z0-9$,_-]*$/)
      .optional(),
  })
  .transform(({ name, columns, sheet, ...rest }) => ({
    ...rest,
    fileName: name,
    ...(sheet === undefined ? {} : { sheet }),
    ...(columns === undefined
      ? {}
      : { mapping: Object.fromEntries(columns.split(',').map((field, i) => [String(i), field || null])) }),
  }))
const commitQuery = z
  .object({
    period: periodText,
    digest: z.string().regex(/^[0-9a-f]{64}$/),
    removeMissing: z.enum(['0', '1']),
    number: entryLetterSchema.shape.number.optional(),
    signedOn: day.optional(),
    signerName: entryLetterSchema.shape.signerName.optional(),
    way: entryLetterSchema.shape.way.unwrap().optional(),
  })
  .transform(({ removeMissing, number = '', signedOn = null, signerName = '', way = null, ...rest }) => ({
    ...rest,
    letter: { number, signedOn, signerName, way },
    removeMissing: removeMissing === '1',
  }))
  .and(entryQuery)
const boardFileQuery = boardQuerySchema
  .omit({ offset: true, limit: true, id: true, descending: true })
  .extend({ id: z.coerce.number().int().min(1), descending: z.enum(['0', '1']).transform((d) => d === '1') })
const deviceQuery = z.object({ device: z.string().regex(/^[0-9a-f]{16}$/) })

export function fileRoutes(province: Province) {
  return async (app: FastifyInstance): Promise<void> => {
    // POST although it only gives a file: every pack is a new token, and a link must not be able to make one.
    app.post(`${CONSOLE_FILE}${consoleFiles.pack}`, async (request, reply) => {
      const actor = await allowed(request, reply, 'admin')
      if (!actor) return reply
      const query = officeQuery.safeParse(request.query)
      if (!query.success) return refuse(reply, 400, { code: 'bad-input' })
      const made = await issuePack(province, actor, query.data.office)
      return made.ok ? sendFile(reply, made.value) : refuse(reply, 404, made.error)
    })

    app.post(`${CONSOLE_FILE}${consoleFiles.reply}`, async (request, reply) => {
      const actor = await allowed(request, reply, 'viewer')
      if (!actor) return reply
      const query = deviceQuery.safeParse(request.query)
      if (!query.success) return refuse(reply, 400, { code: 'bad-input' })
      const made = await replyFile(province, actor, query.data.device)
      return made.ok ? sendFile(reply, made.value) : refuse(reply, 404, made.error)
    })

    app.post(
      `${CONSOLE_FILE}${consoleFiles.takeIn}`,
      { bodyLimit: MAX_UPLOAD_BYTES },
      async (request, reply) => {
        const actor = await allowed(request, reply, 'reviewer')
        if (!actor) return reply
        const { body } = request
        if (!(body instanceof Uint8Array)) return refuse(reply, 400, { code: 'bad-input' })
        const taken = await takeCarried(province, actor, new Uint8Array(body))
        return taken.ok ? reply.send({ ok: true, value: taken.value }) : refuse(reply, 200, taken.error)
      },
    )

    app.post(`${CONSOLE_FILE}${consoleFiles.workbook}`, async (request, reply) => {
      const actor = await allowed(request, reply, 'reviewer')
      if (!actor) return reply
      const query = workbookQuery.safeParse(request.query)
      if (!query.success) return refuse(reply, 400, { code: 'bad-input' })
      const made = await consolidatedWorkbook(province, actor, query.data)
      return made.ok ? sendFile(reply, made.value) : refuse(reply, 404, made.error)
    })

    app.post(`${CONSOLE_FILE}${consoleFiles.rules}`, async (request, reply) => {
      const actor = await allowed(request, reply, 'viewer')
      if (!actor) return reply
      const made = await rulesFile(province, actor)
      return made.ok ? sendFile(reply, made.value) : refuse(reply, 200, made.error)
    })

    app.post(`${CONSOLE_FILE}${consoleFiles.board}`, async (request, reply) => {
      const actor = await allowed(request, reply, 'viewer')
      if (!actor) return reply
      const query = boardFileQuery.safeParse(request.query)
      if (!query.success) return refuse(reply, 400, { code: 'bad-input' })
      const made = await boardWorkbook(province, actor, query.data)
      return made.ok ? sendFile(reply, made.value) : refuse(reply, 404, made.error)
    })

    app.post(`${CONSOLE_FILE}${consoleFiles.reminder}`, async (request, reply) => {
      const actor = await allowed(request, reply, 'reviewer')
      if (!actor) return reply
      const letter = reminderLetterSchema.safeParse(jsonOf(request.body))
      if (!letter.success) return refuse(reply, 400, { code: 'bad-input' })
      const made = await reminderLetter(province, actor, letter.data)
      return made.ok ? sendFile(reply, made.value) : refuse(reply, 200, made.error)
    })

    app.post(
      `${CONSOLE_FILE}${consoleFiles.planEntry}`,
      { bodyLimit: MAX_UPLOAD_BYTES },
      async (request, reply) => {
        const actor = await allowed(request, reply, 'reviewer')
        if (!actor) return reply
        const query = entryQuery.safeParse(request.query)
        const { body } = request
        if (!query.success || !(body instanceof Uint8Array)) return refuse(reply, 400, { code: 'bad-input' })
        const planned = await planForOffice(province, { ...query.data, bytes: new Uint8Array(body) })
        return planned.ok
          ? reply.send({ ok: true, value: entryPlanSchema.parse(entryPlanDto(planned.value)) })
          : refuse(reply, 200, planned.error)
      },
    )

    app.post(
      `${CONSOLE_FILE}${consoleFiles.enter}`,
      { bodyLimit: MAX_UPLOAD_BYTES },
      async (request, reply) => {
        const actor = await allowed(request, reply, 'reviewer')
        if (!actor) return reply
        const query = commitQuery.safeParse(request.query)
        const { body } = request
        if (!query.success || !(body instanceof Uint8Array)) return refuse(reply, 400, { code: 'bad-input' })
        const entered = await enterForOffice(province, actor, { ...query.data, bytes: new Uint8Array(body) })
        return entered.ok ? reply.send({ ok: true, value: entered.value }) : refuse(reply, 200, entered.error)
      },
    )

    app.post(
      `${CONSOLE_FILE}${consoleFiles.readCatalogue}`,
      { bodyLimit: MAX_UPLOAD_BYTES },
      async (request, reply) => {
        const actor = await allowed(request, reply, 'admin')
        if (!actor) return reply
        const query = fileQuery.safeParse(request.query)
        const { body } = request
        if (!query.success || !(body instanceof Uint8Array)) return refuse(reply, 400, { code: 'bad-input' })
        const workbook = await readUpload(new Uint8Array(body), query.data.name)
        const read = workbook.ok ? readCatalogue(workbook.value) : workbook
        return read.ok ? reply.send({ ok: true, value: read.value }) : refuse(reply, 200, read.error)
      },
    )

    async function allowed(
      request: FastifyRequest,
      reply: FastifyReply,
      role: AccountRole,
    ): Promise<Actor | null> {
      const who = await signedIn(province, request)
      const refusal =
        refusalFor(who, role) ?? (isOwnPage(province, request) ? null : { status: 403, code: 'other-site' })
      if (who && !refusal) return actorOf(who, request)
      await refuse(reply, refusal?.status ?? 401, { code: refusal?.code ?? 'not-signed-in' })
      return null
    }
  }
}

/** A body of bytes that should be JSON; undefined when it is none. */
function jsonOf(body: unknown): unknown {
  if (!(body instanceof Uint8Array)) return body
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return undefined
  }
}

/** @param name plain ASCII */
function sendFile(
  reply: FastifyReply,
  file: { readonly name: string; readonly bytes: Uint8Array },
): FastifyReply {
  return reply
    .type('application/octet-stream')
    .header('content-disposition', `attachment; filename="${file.name}"`)
    .send(Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength))
}

function refuse(reply: FastifyReply, status: number, error: { readonly code: string }): FastifyReply {
  return reply.code(status).send({ ok: false, error: toConsoleError(error) })
}
