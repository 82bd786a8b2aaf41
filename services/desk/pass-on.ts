/** A team hands a case to another team of the organisation, by its name. */
import { z } from 'zod'
import { passOn as passOnHandoff } from '../store/case-acts-handoffs.ts'
import { listTeams } from '../store/inbox-teams.ts'
import type { CaseForm } from '../staff/case-form.ts'
import { why } from '../staff/form-input.ts'
import { teamId } from './chosen-ids.ts'
import { handoffIn, handoffOf } from './handoff-of-form.ts'

const input = z.object({ to: teamId, why })

export const passOn: CaseForm<z.infer<typeof input>> = {
  path: 'handoffs/:handoff/pass-on',
  template: 'desk/pass-on.njk',
  by: 'handed',
  input,
  done: 'passed-on',
  async start(asked) {
    const handoff = await handoffOf(asked)
    if (handoff === null) return null
    const teams = await listTeams(asked.queries, asked.who.organisation)
    return { values: {}, shows: { handoff, teams: teams.filter(({ id }) => id !== handoff.team) } }
  },
  act: ({ db, acting, parameters, input: { to, why }, rules }) =>
    passOnHandoff(db, acting, handoffIn(parameters), { to, why }, rules),
}
