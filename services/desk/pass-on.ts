/** A team hands a case to another team of the organisation, by its name. */
import type { z } from 'zod'
import { passOn as passOnHandoff } from '../store/case-acts-handoffs.ts'
import { listTeamsToName } from '../store/stand-ins.ts'
import type { CaseForm } from '../staff/case-form.ts'
import { handoffIn, handoffOf } from './handoff-of-form.ts'
import { teamNamed } from './team-named.ts'

export const passOn: CaseForm<z.infer<typeof teamNamed>> = {
  path: 'handoffs/:handoff/pass-on',
  template: 'desk/pass-on.njk',
  by: 'handed',
  input: teamNamed,
  handsOn: true,
  done: 'passed-on',
  async start(asked) {
    const handoff = await handoffOf(asked)
    if (handoff === null || handoff.forInformation) return null
    const teams = await listTeamsToName(asked.queries, asked.who.organisation, asked.today)
    return { values: {}, shows: { handoff, teams: teams.filter(({ id }) => id !== handoff.team) } }
  },
  act: ({ db, acting, parameters, input, rules }) =>
    passOnHandoff(db, acting, handoffIn(parameters), input, rules),
}
