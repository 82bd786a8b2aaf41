/** Saying what one issue is about and whose matter it is. */
import { z } from 'zod'
import { kinds } from '../../shared/words.ts'
import { correctIssue as correct } from '../store/case-acts-correct.ts'
import { listPlaces } from '../store/case-file-places.ts'
import { issuesOf } from '../store/case-file-parts.ts'
import type { CaseForm } from '../staff/case-form.ts'
import { why } from '../staff/form-input.ts'
import { careServiceIdOrNone, organisationIdOrNone } from './chosen-ids.ts'

/** One ticked box comes as a text, several as a list, none not at all. */
const ticked = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .optional()
  .transform((codes) => codes ?? [])

const input = z.object({
  kind: z.enum(kinds, 'desk:error.kind'),
  subjects: ticked,
  organisation: organisationIdOrNone,
  careService: careServiceIdOrNone,
  why,
})

export const correctIssue: CaseForm<z.infer<typeof input>> = {
  path: 'correct/issues/:number',
  template: 'desk/correct-issue.njk',
  by: 'receiver',
  input,
  done: 'issue',
  async start({ queries, head, rules, parameters }) {
    const issues = await issuesOf(queries, head.id)
    const issue = issues.find(({ position }) => String(position + 1) === parameters['number'])
    if (issue === undefined) return null
    return {
      values: {
        kind: issue.kind,
        subjects: issue.subjects,
        organisation: issue.organisation ?? '',
        careService: issue.care_service ?? '',
      },
      shows: {
        number: issue.position + 1,
        isOnly: issues.length === 1,
        kinds,
        subjectChoices: rules.subjects.map(({ code, name }) => ({ code, name: name.en })),
        places: await listPlaces(queries),
      },
    }
  },
  act: ({ db, acting, input, rules, parameters }) =>
    correct(db, acting, { ...input, position: Number(parameters['number']) - 1 }, rules),
}
