/** A yes or no to sharing that came back by the way we wrote: to the question, or to the news that it is shared. */
import { noticePurposes } from '../../../shared/case/message-purposes.ts'
import type { ConsentAnswer } from '../../../shared/joint/consent-answer.ts'
import type { ConsentHow } from '../../../shared/joint/consent.ts'
import type { CaseId, ConsentId } from '../../../shared/ids.ts'
import type { Waiting } from '../case-acts.ts'
import type { Queries } from '../database.ts'
import { applyConsent, holdCase } from './consent-acts.ts'
import { refuseInPart } from './send-whole.ts'
import type { Telling } from './telling.ts'

/**
 * A yes is for all that one message asked about. A no refuses that, or ends what our last message told of; the order to
 * stop ends all. Null where nothing it could mean is open, where a yes could be to two questions, or where somebody
 * else must say it: then a person reads it.
 */
export async function answerConsents(
  queries: Queries,
  id: CaseId,
  said: ConsentAnswer,
  how: ConsentHow,
  telling: Telling,
): Promise<readonly Waiting[] | null> {
  await holdCase(queries, id)
  const meant = said === 'yes' ? await askedByOne(queries, id) : await whatEnds(queries, id, said)
  if (meant === null) return null
  // More came since they were asked: a yes to what was known then may not be one to all of it.
  if (said === 'yes' && (await isYesToLess(queries, meant))) return null
  const waiting: Waiting[] = []
  for (const consent of meant) {
    const act = said === 'yes' ? 'give' : 'say-no'
    const result = await applyConsent(queries, { consent, act, by: { kind: 'person' }, how }, telling)
    if (result.outcome === 'done') waiting.push(...result.waiting)
  }
  return waiting
}

async function isYesToLess(queries: Queries, consents: readonly ConsentId[]): Promise<boolean> {
  const rows = await queries
    .selectFrom('consents')
    .select(['case', 'purpose', 'covers'])
    .where('id', 'in', [...consents])
    .execute()
  for (const row of rows) if ((await refuseInPart(queries, row)) !== null) return true
  return false
}

async function askedByOne(queries: Queries, id: CaseId): Promise<readonly ConsentId[] | null> {
  const asked = await consentsIn(queries, id, 'asked')
  const questions = new Set(asked.map(({ asked_at, purpose }) => `${asked_at?.getTime()} ${purpose}`))
  return questions.size === 1 && areTheirs(asked) ? asked.map((each) => each.id) : null
}

/** The order to stop is to all of it. A no is to the question that is open, and to what our last message told of. */
async function whatEnds(
  queries: Queries,
  id: CaseId,
  said: 'no' | 'stop',
): Promise<readonly ConsentId[] | null> {
  const asked = await consentsIn(queries, id, 'asked')
  const given = await consentsIn(queries, id, 'given')
  const last = await lastWasAbout(queries, id)
  const isOfGiven = last === 'sharing' || (last === 'question' && asked.length === 0)
  if (said === 'no' && !isOfGiven) return askedByOne(queries, id)
  const meant = [...asked, ...given]
  return meant.length > 0 && areTheirs(meant) ? meant.map((each) => each.id) : null
}

/** Is what they had from us last about sharing, so that what comes back answers it, clearly or not? */
export async function answersSharing(queries: Queries, id: CaseId): Promise<boolean> {
  const last = await lastToPerson(queries, id)
  return last?.purpose === 'consent-request' || last?.purpose === 'lead-news'
}

type Standing = Awaited<ReturnType<typeof consentsIn>>

async function consentsIn(queries: Queries, id: CaseId, state: 'asked' | 'given') {
  return queries
    .selectFrom('consents')
    .select(['id', 'asked_at', 'from_whom', 'purpose'])
    .where('case', '=', id)
    .where('state', '=', state)
    .orderBy('id')
    .execute()
}

function areTheirs(consents: Standing): boolean {
  return consents.every(({ from_whom }) => from_whom === 'person')
}

/** Of what they have from us: the question of sharing, the news that something is shared now, or anything else. */
async function lastWasAbout(queries: Queries, id: CaseId): Promise<'question' | 'sharing' | 'other'> {
  const last = await lastToPerson(queries, id)
  if (last?.purpose === 'consent-request') return 'question'
  // What was sent on is not shared any more, but theirs.
  const isShared = last?.purpose === 'lead-news' && last.state === 'given' && last.for !== 'pass-on'
  return isShared ? 'sharing' : 'other'
}

async function lastToPerson(queries: Queries, id: CaseId) {
  return queries
    .selectFrom('messages')
    .leftJoin('consents', 'consents.id', 'messages.consent')
    .select(['messages.purpose', 'consents.state', 'consents.purpose as for'])
    .where('messages.case', '=', id)
    .where('messages.direction', '=', 'out')
    .where('messages.state', 'in', ['sent', 'waiting'])
    .where('messages.purpose', 'not in', [...noticePurposes])
    .orderBy('messages.created_at', 'desc')
    .orderBy('messages.id', 'desc')
    .executeTakeFirst()
}
