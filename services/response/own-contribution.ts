/** The own team's contribution on one issue: the receiver and the lead contribute like any other. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { asId } from '../../shared/ids.ts'
import { outcomes } from '../../shared/joint/response.ts'
import { readReference } from '../../shared/reference.ts'
import type { CaseForm } from '../staff/case-form.ts'
import { fileContribution } from '../store/joint/contribution-acts.ts'
import { asSent, backTo, formPage, template } from './form-page.ts'

const text = z.string().trim().max(50_000, 'answer:error.long').transform(asSent)

const input = z.object({
  contribution: z.uuid().transform((id) => asId<'contribution'>(id)),
  happened: text.pipe(z.string().min(1, 'answer:error.text')),
  outcome: z.enum(outcomes, 'answer:error.outcome'),
  changes: text,
  'change-by': z.union([z.literal('').transform(() => null), z.iso.date('answer:error.date')]).catch(null),
})

export const ownContribution: CaseForm<z.infer<typeof input>> = {
  path: 'response/contribution/:issue',
  template,
  by: 'handed',
  input,
  done: 'contributed',
  then: backTo,
  async start({ queries, head, who, parameters }) {
    const position = Number(parameters['issue'])
    const issue = await queries
      .selectFrom('issues')
      .innerJoin('submissions', 'submissions.id', 'issues.submission')
      .innerJoin('parts', 'parts.case', 'issues.case')
      .select([
        'issues.id',
        'issues.span_start',
        'issues.span_end',
        'submissions.content',
        'parts.id as part',
      ])
      .where('issues.case', '=', head.id)
      .where('parts.organisation', '=', who.organisation)
      .where('issues.position', '=', Number.isInteger(position) ? position : -1)
      .executeTakeFirst()
    if (issue === undefined) return null
    return {
      values: { contribution: randomUUID(), 'change-by': '' },
      shows: formPage(
        'contribution',
        [
          { kind: 'hidden', name: 'contribution' },
          { kind: 'text', name: 'happened', rows: 10 },
          { kind: 'outcome', name: 'outcome' },
          { kind: 'text', name: 'changes', rows: 5 },
          { kind: 'date', name: 'change-by' },
        ],
        { words: issue.content.text.slice(issue.span_start, issue.span_end) },
      ),
    }
  },
  async act({ db, acting, input: given, parameters }) {
    const reference = readReference(parameters['reference'] ?? '')
    if (reference === null) return { outcome: 'not-found' }
    const { who, now } = acting
    const by = { kind: 'staff', id: who.id, organisation: who.organisation } as const
    return fileContribution(
      db,
      { by, reference, version: null, now },
      {
        id: given.contribution,
        issue: Number(parameters['issue']),
        whatHappened: given.happened,
        outcome: given.outcome,
        whatChanges: given.changes,
        changeBy: given['change-by'],
      },
    )
  },
}
