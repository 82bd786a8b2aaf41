/** Did a council answer at its first stage, so that the person may ask for the second? */
import { londonDate } from '../../shared/dates/london.ts'
import type { CaseId, OrganisationId } from '../../shared/ids.ts'
import type { Queries } from './database.ts'

/** A council's answer at stage one, where the person may still ask for stage two; null where there is none. */
export async function findStageOne(queries: Queries, id: CaseId, organisation: OrganisationId) {
  const clocks = await queries
    .selectFrom('clocks')
    .select(['name', 'process', 'state', 'ended_at', 'ended_because'])
    .where('case', '=', id)
    .where('organisation', '=', organisation)
    .where('name', 'in', ['respond', 'respond-stage-2'])
    .orderBy('ended_at', 'desc')
    .execute()
  if (clocks.some(({ name }) => name === 'respond-stage-2')) return null
  const answered = clocks.find(
    ({ process, state, ended_because: because }) =>
      process === 'council-corporate' && state === 'met' && because === 'answered',
  )
  return answered?.ended_at ? { process: answered.process, answeredOn: londonDate(answered.ended_at) } : null
}
