/** Saying something to a contributor, and giving or refusing more time. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { asId } from '../../shared/ids.ts'
import type { CaseForm } from '../staff/case-form.ts'
import { idIn } from '../staff/form-input.ts'
import { decideTime, sayToPart } from '../store/joint/lead-exchanges.ts'
import { asSent, backTo, formPage, template } from './form-page.ts'

const kinds = ['question', 'answer', 'document-request', 'remark'] as const

const exchange = z.uuid().transform((id) => asId<'exchange'>(id))
const body = z.string().trim().min(1, 'answer:error.text').max(50_000, 'answer:error.long').transform(asSent)

const said = z.object({
  exchange,
  kind: z.enum(kinds, 'answer:error.kind'),
  answers: z.union([z.literal('').transform(() => null), exchange]),
  body,
})

export const sayForm: CaseForm<z.infer<typeof said>> = {
  path: 'response/parts/:part/say/:kind/:answers',
  template,
  by: 'receiver',
  input: said,
  done: 'said',
  then: backTo,
  start({ parameters }) {
    const kind = kinds.find((each) => each === parameters['kind'])
    if (kind === undefined) return Promise.resolve(null)
    const answers = kind === 'answer' ? idIn(parameters, 'answers') : ''
    return Promise.resolve({
      values: { exchange: randomUUID(), kind, answers },
      shows: formPage(`say-${kind}`, [
        { kind: 'hidden', name: 'exchange' },
        { kind: 'hidden', name: 'kind' },
        { kind: 'hidden', name: 'answers' },
        { kind: 'text', name: 'body', rows: 6 },
      ]),
    })
  },
  act: ({ db, acting, input, parameters }) =>
    sayToPart(db, acting, { ...input, id: input.exchange, part: asId<'part'>(idIn(parameters, 'part')) }),
}

const decided = z.object({ exchange, body })

export const decideTimeForm: CaseForm<z.infer<typeof decided>> = {
  path: 'response/time/:request/:how',
  template,
  by: 'receiver',
  input: decided,
  done: 'said',
  then: backTo,
  start({ parameters }) {
    const { how } = parameters
    if (how !== 'grant' && how !== 'refuse') return Promise.resolve(null)
    return Promise.resolve({
      values: { exchange: randomUUID() },
      shows: formPage(`time-${how}`, [
        { kind: 'hidden', name: 'exchange' },
        { kind: 'text', name: 'body', rows: 4 },
      ]),
    })
  },
  act: ({ db, acting, input, parameters }) =>
    decideTime(db, acting, {
      id: input.exchange,
      request: asId<'exchange'>(idIn(parameters, 'request')),
      grants: parameters['how'] === 'grant',
      why: input.body,
    }),
}
