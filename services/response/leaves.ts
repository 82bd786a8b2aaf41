/** An organisation leaves a joint case: why, and with nothing of it left to them. */
import { z } from 'zod'
import { asId } from '../../shared/ids.ts'
import type { CaseForm } from '../staff/case-form.ts'
import { idIn, why, type Parameters } from '../staff/form-input.ts'
import { loadJointFile } from '../store/joint/joint-file.ts'
import { letOrganisationLeave } from '../store/joint/joint-acts.ts'
import { tellingOf, type TellingParts } from './telling-of.ts'

const input = z.object({ why })

export function leaves(parts: TellingParts): CaseForm<z.infer<typeof input>> {
  return {
    path: 'joint/parts/:part/leave',
    template: 'response/leaves.njk',
    by: 'receiver',
    input,
    done: 'joint',
    async start({ queries, head, parameters }) {
      const file = await loadJointFile(queries, head.id)
      const part = file?.parts.find(({ id }) => id === partIn(parameters))
      if (part === undefined || part.organisation === head.received_by) return null
      return { values: {}, shows: { part } }
    },
    act: (given) =>
      letOrganisationLeave(
        given.db,
        given.acting,
        partIn(given.parameters),
        given.input.why,
        tellingOf(parts, given),
      ),
  }
}

function partIn(parameters: Parameters) {
  return asId<'part'>(idIn(parameters, 'part'))
}
