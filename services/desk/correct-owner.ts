/** Saying that another team answers for the case. */
import { z } from 'zod'
import { correctOwner as correct } from '../store/case-acts-handoffs.ts'
import { listTeams } from '../store/inbox-teams.ts'
import type { CaseForm } from '../staff/case-form.ts'
import { why } from '../staff/form-input.ts'
import { teamId } from './chosen-ids.ts'

const input = z.object({ to: teamId, why })

export const correctOwner: CaseForm<z.infer<typeof input>> = {
  path: 'correct/owner',
  template: 'desk/correct-owner.njk',
  by: 'receiver',
  input,
  done: 'owner',
  async start({ queries, head, who }) {
    const teams = await listTeams(queries, who.organisation)
    return { values: {}, shows: { teams: teams.filter(({ id }) => id !== head.owner_team) } }
  },
  act: ({ db, acting, input, rules }) => correct(db, acting, input, rules),
}
