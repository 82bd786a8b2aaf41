/** An organisation reads its part of the one response, and stands by it or says what must change. */
import { z } from 'zod'
import { asId } from '../../shared/ids.ts'
import { decideOnResponse } from '../store/joint/response-approvals.ts'
import type { PartForm } from './part-form.ts'

const input = z
  .object({
    response: z.uuid().transform((id) => asId<'response'>(id)),
    state: z.enum(['approved', 'changes-wanted'], 'partners:error.decision'),
    remark: z.string().trim().max(20_000, 'partners:error.long').catch(''),
  })
  .refine(({ state, remark }) => state === 'approved' || remark !== '', {
    path: ['remark'],
    message: 'partners:error.remark',
  })

export const decideResponse: PartForm<z.infer<typeof input>> = {
  path: 'response',
  template: 'partners/response.njk',
  input,
  start: ({ file }) =>
    file.response?.state === 'in-approval'
      ? { values: { response: file.response.id }, shows: { response: file.response } }
      : null,
  act: ({ parts: { db }, acting, input }) => decideOnResponse(db, acting, input),
  done: ({ state }) => state,
}
