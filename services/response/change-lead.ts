/** Proposing who leads: one of the organisations that have a part, with the reason. */
import { z } from 'zod'
import type { CaseForm } from '../staff/case-form.ts'
import { why } from '../staff/form-input.ts'
import { loadJointFile } from '../store/joint/joint-file.ts'
import { proposeLead } from '../store/joint/lead-acts.ts'
import { organisationChosen } from './chosen.ts'
import { tellingOf, type TellingParts } from './telling-of.ts'

const input = z.object({ organisation: organisationChosen, why })

export function changeLeadForm(parts: TellingParts): CaseForm<z.infer<typeof input>> {
  return {
    path: 'joint/lead',
    template: 'response/change-lead.njk',
    by: 'receiver',
    input,
    done: 'lead',
    async start({ queries, head }) {
      const file = await loadJointFile(queries, head.id)
      if (file === null || file.joint === null) return null
      return {
        values: { organisation: head.lead ?? '' },
        shows: {
          parts: file.parts.filter(({ state }) => state !== 'left' && state !== 'ours'),
          because: file.joint.because,
          preferred: file.joint.preferredLeadName,
          declined: file.proposals.filter(({ state }) => state === 'declined'),
        },
      }
    },
    act: (given) => proposeLead(given.db, given.acting, given.input, tellingOf(parts, given)),
  }
}
