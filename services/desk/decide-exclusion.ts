/** Deciding on one ground, whether the hub suggested it or not: it applies, in part, not at all, or is waived, and why. */
import { z } from 'zod'
import { exclusionOutcomes, late, outcomesFor, saidAndSettled } from '../../shared/case/exclusion.ts'
import type { Rules } from '../../shared/knowledge.ts'
import { daysTold, decideExclusion } from '../store/case-acts-exclusion.ts'
import { findToSettle } from '../store/case-acts-settle-aloud.ts'
import { findDecision } from '../store/decision-letters.ts'
import type { CaseForm } from '../staff/case-form.ts'
import { why, type Parameters } from '../staff/form-input.ts'
import { dateInput } from './rules-input.ts'

/** Late matters are looked into only where both hold (SI 2009/309 reg 12(2)). */
const input = z
  .object({
    outcome: z.enum(exclusionOutcomes, 'desk:error.choose'),
    goodReasons: z.literal('yes').optional(),
    stillFair: z.literal('yes').optional(),
    knownSince: z
      .union([z.literal('').transform(() => null), dateInput], 'desk:rules.error.date')
      .default(null),
    why,
  })
  .superRefine(({ outcome, goodReasons, stillFair }, context) => {
    if (outcome !== 'waived') return
    const missing = { goodReasons, stillFair }
    for (const field of ['goodReasons', 'stillFair'] as const) {
      if (missing[field] === undefined)
        context.addIssue({ code: 'custom', path: [field], message: `exclusion:error.${field}` })
    }
  })

export const decideOnExclusion: CaseForm<z.infer<typeof input>> = {
  path: 'exclusions/:code',
  template: 'desk/decide-exclusion.njk',
  by: 'receiver',
  input,
  done: 'exclusion',
  async start({ queries, head, who, rules, parameters }) {
    const code = codeIn(parameters, rules)
    if (code === null) return null
    const decision = await findDecision(queries, head.id, code)
    const toSettle = code === saidAndSettled ? await findToSettle(queries, head.id, who.organisation) : null
    const told = code === late ? await daysTold(queries, head.id) : null
    return {
      values: { outcome: decision?.value, knownSince: told?.knownSince ?? '' },
      shows: {
        code,
        regulation: regulationOf(code, rules),
        // Settled it is only with the day and what was agreed, which have a form of their own.
        outcomes: outcomesFor(code).filter((outcome) => toSettle === null || outcome !== 'applies'),
        toSettle,
        told,
      },
    }
  },
  act: ({ db, acting, input: { outcome, why, knownSince }, parameters }) =>
    decideExclusion(db, acting, { code: parameters['code'] ?? '', outcome, why, knownSince }),
}

/** Null for what is no ground in the rules. */
export function codeIn({ code = '' }: Parameters, { exclusions }: Pick<Rules, 'exclusions'>): string | null {
  return code === late || exclusions.some((rule) => rule.code === code) ? code : null
}

export function regulationOf(code: string, { exclusions }: Pick<Rules, 'exclusions'>): string {
  return code === late ? '12' : (exclusions.find((rule) => rule.code === code)?.regulation ?? '8(1)')
}
