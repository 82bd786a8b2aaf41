/** STOP by text ends texts and says nothing of sharing: a person asks whether it is meant for that too, and nothing ends by guess. */
import { e164 } from '../../../channels/sms/phone-number.ts'
import { reason } from '../../../shared/finding.ts'
import type { CaseId, DeliveryId } from '../../../shared/ids.ts'
import type { consentHowsOfStaff } from '../../../shared/joint/consent.ts'
import { record, theHub } from '../audit.ts'
import { actOnCase, Refused, type Act, type ActResult, type Acting, type Waiting } from '../case-acts.ts'
import type { Database, Queries } from '../database.ts'
import { applyConsent, markChanged } from './consent-acts.ts'
import type { Telling } from './telling.ts'

interface Stopped {
  /** As texts to them are addressed. */
  readonly number: string
  readonly delivery: DeliveryId
  readonly saidAt: Date
}

/** On every case of this number that is shared with somebody. Run again for the same delivery it changes nothing. */
export async function askAboutStop(queries: Queries, { number, delivery, saidAt }: Stopped): Promise<void> {
  const shared = await queries
    .selectFrom('cases')
    .select(['cases.id', 'cases.person', 'cases.received_by'])
    .where('cases.id', 'in', (select) =>
      select.selectFrom('consents').select('consents.case').where('state', '=', 'given'),
    )
    .where('cases.id', 'not in', (select) => select.selectFrom('peer_cases').select('peer_cases.case'))
    .where('cases.state', '=', 'open')
    .execute()
  for (const { id, person, received_by: organisation } of shared) {
    if (person.phone === null || e164(person.phone) !== number) continue
    const asked = await queries
      .insertInto('stop_questions')
      .values({ case: id, delivery, said_at: saidAt })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (asked === undefined) continue
    await markChanged(queries, id, true)
    const about = { kind: 'case', id }
    await record(queries, {
      at: saidAt,
      actor: theHub,
      act: 'stop.ask',
      about,
      organisation,
      details: { question: asked.id },
    })
  }
}

/** Nobody has to ask any more once nothing is shared. */
export function openStopQuestions(queries: Queries) {
  return queries
    .selectFrom('stop_questions')
    .where('stop_questions.answer', 'is', null)
    .where('stop_questions.case', 'in', (select) =>
      select.selectFrom('consents').select('consents.case').where('state', '=', 'given'),
    )
}

/** The oldest that is open; null: nobody has to be asked. */
export async function findStopQuestion(queries: Queries, id: CaseId) {
  const question = await openStopQuestions(queries)
    .select(['stop_questions.id', 'said_at as saidAt', 'escalated_at as escalatedAt'])
    .where('stop_questions.case', '=', id)
    .orderBy('said_at')
    .executeTakeFirst()
  if (question === undefined) return null
  const shared = await queries
    .selectFrom('consents')
    .innerJoin('organisations', 'organisations.id', 'consents.organisation')
    .select('organisations.name')
    .where('consents.case', '=', id)
    .where('consents.state', '=', 'given')
    .orderBy('organisations.name')
    .execute()
  return { ...question, organisations: shared.map(({ name }) => name) }
}

export async function casesWithStopQuestions(
  queries: Queries,
  ids: readonly CaseId[],
): Promise<ReadonlySet<CaseId>> {
  const rows = await openStopQuestions(queries)
    .select('stop_questions.case')
    .where('stop_questions.case', 'in', [...ids])
    .execute()
  return new Set(rows.map((row) => row.case))
}

/** `not-reached` is a try: the question stays. */
export const stopAnswers = ['texts-only', 'sharing-too', 'not-reached'] as const

export interface StopAnswered {
  readonly answer: (typeof stopAnswers)[number]
  readonly how: (typeof consentHowsOfStaff)[number]
}

export async function answerStop(
  db: Database,
  acting: Acting,
  { answer, how }: StopAnswered,
  telling: Telling,
): Promise<ActResult> {
  return actOnCase(db, acting, 'receiver', async (act) => {
    if ((await findStopQuestion(act.queries, act.head.id)) === null) {
      throw new Refused(reason('joint:stop.refused.over'))
    }
    if (answer === 'not-reached') return { act: 'stop.try' }
    const waiting = answer === 'sharing-too' ? await endSharing(act, how, telling) : []
    await act.queries
      .updateTable('stop_questions')
      .set({ answer, answered_by: act.who.id, answered_at: act.now })
      .where('case', '=', act.head.id)
      .where('answer', 'is', null)
      .execute()
    return { act: 'stop.answer', details: { answer, how }, waiting }
  })
}

async function endSharing(
  { queries, head, who }: Act,
  how: StopAnswered['how'],
  telling: Telling,
): Promise<readonly Waiting[]> {
  const given = await queries
    .selectFrom('consents')
    .select('id')
    .where('case', '=', head.id)
    .where('state', '=', 'given')
    .orderBy('id')
    .execute()
  const waiting: Waiting[] = []
  const by = { kind: 'staff', id: who.id } as const
  for (const { id: consent } of given) {
    const result = await applyConsent(queries, { consent, act: 'say-no', by, how }, telling)
    if (result.outcome === 'refused') throw new Refused(result.problem)
    if (result.outcome === 'done') waiting.push(...result.waiting)
  }
  return waiting
}
