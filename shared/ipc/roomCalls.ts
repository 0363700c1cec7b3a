// Calls about rooms, schools and stations that supply the office's data: a workbook for each, and many returns at once.
import { z } from 'zod'
import { bytesSchema, call, countsSchema, id, nothing, register } from './parts.ts'

const period = z.string().min(1).max(20)
const room = z.object({ id, name: z.string() })
export const returnSchema = z.object({
  /** Its place among the files given. */
  index: z.number().int(),
  name: z.string(),
  /** As the workbook itself says, else as its name says; null asks the officer. */
  room: room.nullable(),
  /** Null where the file could not be read; `refusal` then says why, a key of the sentence table. */
  counts: countsSchema.nullable(),
  refusal: z.string().nullable(),
})
export type RoomReturn = z.infer<typeof returnSchema>

export const roomCalls = {
  /** Rooms and units under the office, as its list of agencies has them. */
  'rooms.list': call(nothing, z.array(room)),
  /** Who was asked for a list, who answered and who has not. */
  'rooms.status': call(
    z.object({ register, period }),
    z.array(
      z.object({
        room,
        madeAt: z.number().nullable(),
        returnedAt: z.number().nullable(),
        file: z.string(),
        rows: z.number(),
        /** Live records that the room supplied. */
        records: z.number(),
      }),
    ),
  ),
  /**
   * One workbook a room, filled with what it supplied last; several come in one .zip.
   * `unassigned`: records of no room are put in as well, for a first year.
   */
  'rooms.workbooks': call(
    z.object({
      register,
      period,
      rooms: z.array(id).min(1).max(200),
      unassigned: z.boolean(),
      path: z.string().max(2_000).optional(),
    }),
    z.object({
      name: z.string(),
      bytes: bytesSchema.nullable(),
      path: z.string().nullable(),
      rooms: z.number(),
    }),
  ),
  /** Reads returned workbooks and says what each would do; nothing is taken in yet. */
  'rooms.open': call(
    z.object({
      register,
      period,
      files: z
        .array(z.object({ name: z.string().max(300), bytes: bytesSchema }))
        .min(1)
        .max(100),
    }),
    z.object({ returnsId: id, files: z.array(returnSchema) }),
  ),
  /** Takes in the files whose room is known, each an undo step of its own, its rows marked with the room. */
  'rooms.commit': call(
    z.object({
      returnsId: id,
      /** Room by the file's place, as the officer confirmed it; files left out are not taken in. */
      rooms: z.record(z.string().regex(/^\d{1,3}$/), id),
    }),
    z.object({ files: z.number(), counts: countsSchema }),
  ),
} as const
