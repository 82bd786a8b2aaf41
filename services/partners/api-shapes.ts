/** What the programs of partners may send, as the API checks and describes it. */
import { z } from 'zod'
import { asId } from '../../shared/ids.ts'
import { outcomes } from '../../shared/joint/response.ts'

/** Whoever sends it makes the id: the same sent again is the same, and is done once. */
export const contribution = z.object({
  id: z.uuid().transform((id) => asId<'contribution'>(id)),
  issue: z.int().min(0),
  whatHappened: z.string().min(1).max(50_000),
  outcome: z.enum(outcomes),
  whatChanges: z.string().max(50_000).default(''),
  changeBy: z.iso.date().nullable().default(null),
})

const exchangeId = z.uuid().transform((id) => asId<'exchange'>(id))
export const exchange = z.object({
  id: exchangeId,
  kind: z.enum(['question', 'answer', 'document-request', 'remark']),
  body: z.string().min(1).max(20_000),
  answers: exchangeId.nullable().default(null),
})

export const moreTime = z.object({
  id: exchangeId,
  why: z.string().min(1).max(20_000),
  wantedOn: z.iso.date(),
})

export const decision = z.object({
  response: z.uuid().transform((id) => asId<'response'>(id)),
  state: z.enum(['approved', 'changes-wanted']),
  remark: z.string().max(20_000).default(''),
})

/** Beside the file itself, as a form with files is sent. */
export const documentFields = z.object({
  id: exchangeId,
  body: z.string().max(2_000).default(''),
  answers: exchangeId.nullable().default(null),
})

export const leadAnswer = z
  .object({ answer: z.enum(['accept', 'decline']), why: z.string().trim().max(5_000).default('') })
  .refine(({ answer, why }) => answer === 'accept' || why !== '', { path: ['why'] })

/** `issue`: its position; null: what the whole taught. */
export const lesson = z.object({
  id: z.uuid(),
  issue: z.int().min(0).nullable().default(null),
  learned: z.string().min(1).max(20_000),
  action: z.string().min(1).max(20_000),
  actionBy: z.iso.date().nullable().default(null),
})

/** `meetsAt`, `place`: of the meeting that is meant; one that was moved meanwhile is not answered. Absent: as it is now. */
export const meetingAnswer = z.object({
  attends: z.enum(['yes', 'represented', 'no']),
  who: z.string().trim().max(500).nullable().default(null),
  meetsAt: z.iso.datetime().nullable().default(null),
  place: z.string().max(50_000).nullable().default(null),
})
