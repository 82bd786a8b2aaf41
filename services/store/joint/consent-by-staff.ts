/** What staff do about consents: asking for them, and writing down what the person said another way. */
import { reason } from '../../../shared/finding.ts'
import type { ConsentId } from '../../../shared/ids.ts'
import type { ConsentHow, ConsentPurpose, Covers } from '../../../shared/joint/consent.ts'
import { actOnCase, Refused, type Act, type ActResult, type Acting } from '../case-acts.ts'
import type { Database } from '../database.ts'
import { applyConsent } from './consent-acts.ts'
import { askForConsent } from './consent-request.ts'
import { needCommissioner } from './need-commissioner.ts'
import { loadCaseToTell, type Telling } from './telling.ts'
import { loadTold } from './told-consent.ts'

export async function askPerson(
  db: Database,
  acting: Acting,
  consents: readonly ConsentId[],
  telling: Telling,
): Promise<ActResult> {
  return actOnCase(db, acting, 'receiver', async (act) => {
    for (const consent of consents) await needOfCase(act, consent)
    const told = await loadTold(act.queries, act.head.id)
    if (told?.told.said === 'no' && told.standing === 'open') {
      throw new Refused(reason('joint:consent.refused.told-no'))
    }
    const about = await loadCaseToTell(act.queries, act.head.id)
    const by = { kind: 'staff', id: act.who.id } as const
    const asked = await askForConsent(act.queries, about, consents, by, telling)
    if (asked.outcome === 'refused') throw new Refused(asked.problem)
    return { act: 'consent.ask', details: { count: consents.length }, waiting: asked.waiting }
  })
}

export interface Recorded {
  readonly consent: ConsentId
  readonly said: 'yes' | 'no'
  readonly how: ConsentHow
  /** Absent: what they were asked for. */
  readonly purpose?: ConsentPurpose | undefined
  readonly covers: Covers
  readonly validUntil: string | null
  readonly authority: string
  readonly note: string
}

export async function recordConsent(
  db: Database,
  acting: Acting,
  { consent, said, how, purpose, covers, validUntil, authority, note }: Recorded,
  telling: Telling,
): Promise<ActResult> {
  return actOnCase(db, acting, 'receiver', async (act) => {
    await needOfCase(act, consent)
    if (purpose !== undefined) await needCommissioner(act.queries, act.head.received_by, purpose)
    const by = { kind: 'staff', id: act.who.id } as const
    const yes = {
      act: 'give',
      covers,
      validUntil,
      authority,
      ...(purpose === undefined ? {} : { purpose }),
    } as const
    const step = { consent, by, how, note, ...(said === 'yes' ? yes : ({ act: 'say-no' } as const)) }
    const result = await applyConsent(act.queries, step, telling)
    if (result.outcome === 'refused') throw new Refused(result.problem)
    const waiting = result.outcome === 'done' ? result.waiting : []
    return { act: 'consent.record', details: { consent, said, how }, waiting }
  })
}

async function needOfCase({ queries, head }: Act, consent: ConsentId): Promise<void> {
  const row = await queries
    .selectFrom('consents')
    .select('id')
    .where('id', '=', consent)
    .where('case', '=', head.id)
    .executeTakeFirst()
  if (row === undefined) throw new Refused(reason('joint:consent.refused.gone'))
}
