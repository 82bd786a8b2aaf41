/** Adding an organisation: for which issues, to do what, and why; nothing leaves before the person says yes. */
import { z } from 'zod'
import { consentPurposes } from '../../shared/joint/consent.ts'
import type { CaseForm } from '../staff/case-form.ts'
import { why } from '../staff/form-input.ts'
import { listPlaces } from '../store/case-file-places.ts'
import { addOrganisation } from '../store/joint/joint-acts.ts'
import { issuesWithWords } from '../store/joint/issue-words.ts'
import { loadTold } from '../store/joint/told-consent.ts'
import { purposesOf } from '../store/joint/need-commissioner.ts'
import { issuesTicked, organisationChosen } from './chosen.ts'
import { tellingOf, type TellingParts } from './telling-of.ts'

const input = z.object({
  organisation: organisationChosen,
  purpose: z.enum(consentPurposes, 'response:error.purpose'),
  issues: issuesTicked,
  why,
})

export function addOrganisationForm(parts: TellingParts): CaseForm<z.infer<typeof input>> {
  return {
    path: 'joint/add',
    template: 'response/add-organisation.njk',
    by: 'receiver',
    input,
    done: 'joint',
    async start({ queries, head }) {
      const places = await listPlaces(queries)
      const issues = await issuesWithWords(queries, head.id)
      return {
        values: { purpose: 'joint-answer', issues: issues.length === 1 ? ['0'] : [] },
        shows: {
          places: places.filter(({ id }) => id !== head.received_by),
          issues,
          told: await loadTold(queries, head.id),
          purposes: await purposesOf(queries, head.received_by),
        },
      }
    },
    act: (given) => addOrganisation(given.db, given.acting, given.input, tellingOf(parts, given)),
  }
}
