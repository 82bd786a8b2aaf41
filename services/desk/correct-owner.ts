/** Saying that another team answers for the case. */
import type { z } from 'zod'
import { correctOwner as correct } from '../store/case-acts-handoffs.ts'
import { listTeamsToName } from '../store/stand-ins.ts'
import type { CaseForm } from '../staff/case-form.ts'
import { teamNamed } from './team-named.ts'

export const correctOwner: CaseForm<z.infer<typeof teamNamed>> = {
  path: 'correct/owner',
  template: 'desk/correct-owner.njk',
  by: 'receiver',
  input: teamNamed,
  handsOn: true,
  done: 'owner',
  async start({ queries, head, who, today }) {
    const teams = await listTeamsToName(queries, who.organisation, today)
    return { values: {}, shows: { teams: teams.filter(({ id }) => id !== head.owner_team) } }
  },
  act: ({ db, acting, input, rules }) => correct(db, acting, input, rules),
}
