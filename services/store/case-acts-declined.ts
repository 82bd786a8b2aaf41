/** The offer to discuss was declined: the period to answer that was set, and told in writing, becomes a clock of its own. */
import { refusePeriod, type PeriodSet } from '../../shared/clock/declined-offer.ts'
import { londonDate } from '../../shared/dates/london.ts'
import { reason } from '../../shared/finding.ts'
import type { CaseId, OrganisationId } from '../../shared/ids.ts'
import { actOnCase, Refused, type ActResult, type Acting } from './case-acts.ts'
import { runningClocks, setNextDue } from './case-acts-clocks.ts'
import type { Database, Queries } from './database.ts'
import { saveClocks } from './duties.ts'

/** By the reason a clock has, it is told from those that the rules of a kind set. */
export const periodSet = 'desk:declined.clock'

/** The six months within which a period can be set; null where none run, or a period to answer runs already. */
export async function findSixMonths(queries: Queries, id: CaseId, organisation: OrganisationId) {
  const running = await runningClocks({ queries, case: id, organisation }, ['six-months', 'respond'])
  const answers = running.filter(({ name }) => name === 'respond')
  return (
    running.find(
      ({ name, process }) => name === 'six-months' && !answers.some((one) => one.process === process),
    ) ?? null
  )
}

export async function setPeriod(db: Database, acting: Acting, period: PeriodSet): Promise<ActResult> {
  return actOnCase(db, acting, 'receiver', async ({ queries, head, who, now }) => {
    const within = await findSixMonths(queries, head.id, who.organisation)
    if (within === null) throw new Refused(reason('desk:declined.refused.notDue'))
    const { process, startsOn: receivedOn, dueOn: latest } = within
    const refused = refusePeriod(period, { receivedOn, latest }, londonDate(now))
    if (refused !== null) throw new Refused(refused)
    const { declinedOn, toldOn, answerBy } = period
    const because = reason(periodSet, { declined: declinedOn, told: toldOn })
    const organisation = who.organisation
    await saveClocks(queries, head.id, [
      { name: 'respond', process, organisation, startsOn: declinedOn, dueOn: answerBy, because },
    ])
    await setNextDue(queries, head.id)
    return { act: 'clock.declined', details: { declined: declinedOn, told: toldOn, due: answerBy } }
  })
}
