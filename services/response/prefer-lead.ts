/** Whom the person would like to have their answer from, as they told a member of staff. */
import { z } from 'zod'
import { asId } from '../../shared/ids.ts'
import type { CaseForm } from '../staff/case-form.ts'
import { loadJointFile } from '../store/joint/joint-file.ts'
import { savePreferredLead } from '../store/joint/joint-acts.ts'

const input = z.object({
  organisation: z
    .string('response:error.organisation')
    .transform((id) => (id === 'none' ? null : asId<'organisation'>(id))),
})

export const preferLead: CaseForm<z.infer<typeof input>> = {
  path: 'joint/preferred-lead',
  template: 'response/prefer-lead.njk',
  by: 'receiver',
  input,
  done: 'joint',
  async start({ queries, head }) {
    const file = await loadJointFile(queries, head.id)
    if (file === null || file.joint === null) return null
    return { values: { organisation: file.joint.preferred_lead ?? 'none' }, shows: { parts: file.parts } }
  },
  act: ({ db, acting, input }) => savePreferredLead(db, acting, input.organisation),
}
