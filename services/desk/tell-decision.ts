/** Telling the person of a decision and its reason: a draft, finished by a person, sent once or put on record as posted. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { asOutcome } from '../../shared/case/exclusion.ts'
import { asId } from '../../shared/ids.ts'
import type { Words } from '../pages/languages.ts'
import type { CaseForm } from '../staff/case-form.ts'
import { decisionGiven, sendDecision } from '../store/case-acts-exclusion.ts'
import { waysToGive } from '../store/case-acts-record.ts'
import { findDecision, processesOf } from '../store/decision-letters.ts'
import { findWayOfReply } from '../store/way-of-reply.ts'
import { codeIn, regulationOf } from './decide-exclusion.ts'
import { decisionLetter, ombudsmenFor } from './decision-letter.ts'

const input = z.object({
  message: z.uuid().transform((id) => asId<'message'>(id)),
  decision: z.coerce.number().int().positive(),
  channel: z.enum(['email', 'sms']),
  recipient: z.string().transform((address) => (address === '' ? null : address)),
  subject: z.string().max(200),
  body: z.string('desk:error.body').trim().min(1, 'desk:error.body').max(50_000, 'desk:error.bodyLong'),
  how: z.enum(['send', ...waysToGive], 'desk:record.error.how'),
})

export function tellDecision(words: Words): CaseForm<z.infer<typeof input>> {
  return {
    path: 'exclusions/:code/letter',
    template: 'desk/tell-decision.njk',
    preview: 'desk/tell-decision-check.njk',
    by: 'receiver',
    input,
    done: 'told',
    async start({ queries, head, rules, canSend, parameters, today }) {
      const code = codeIn(parameters, rules)
      const decision = code === null ? null : await findDecision(queries, head.id, code)
      const outcome = asOutcome(decision?.value)
      if (code === null || decision === null || outcome === null) return null
      const way = await findWayOfReply(queries, head, canSend)
      const told = {
        code,
        regulation: regulationOf(code, rules),
        outcome,
        why: decision.why ?? '',
        ombudsmen: ombudsmenFor(rules.contacts, await processesOf(queries, head.id), today),
      }
      return {
        values: {
          message: randomUUID(),
          decision: decision.id,
          subject: head.reference,
          body: decisionLetter(head, told, words),
        },
        shows: { way, person: head.person, waysToGive, code },
      }
    },
    act({ db, acting, input, canSend }) {
      const { message: id, decision, how, channel, recipient, subject } = input
      // Browsers end lines with two characters, which nobody means.
      const body = input.body.replace(/\r\n?/g, '\n')
      return how === 'send'
        ? sendDecision(
            db,
            acting,
            decision,
            { id, channel, recipient, subject, body, acknowledges: false },
            canSend,
          )
        : decisionGiven(db, acting, decision, { id, how, subject, body })
    },
  }
}
