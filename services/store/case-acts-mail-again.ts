/** Writing again to an address that mail came back from: staff say how they know that it takes mail, and what waited goes. */
import { reason } from '../../shared/finding.ts'
import type { CaseId, MessageId } from '../../shared/ids.ts'
import { actOnCase, Refused, type Act, type ActResult, type Acting, type Done } from './case-acts.ts'
import { needReason } from './case-acts-findings.ts'
import { liftMailStop } from './contact-stops.ts'
import type { Database, Queries } from './database.ts'

/** The language keys of why a mail that came back, was refused, or was written after that, stands on its case. */
const cameBack = ['message:held.came-back', 'message:bounced', 'email:send.refused']

/** The mail itself, and every other of the case that waits for the same address, go once more. */
export async function mailAgain(
  db: Database,
  acting: Acting,
  message: MessageId,
  why: string,
): Promise<ActResult> {
  const work = async ({ queries, head, who, now }: Act): Promise<Done> => {
    needReason(why)
    const address = await addressThatCameBack(queries, head.id, message)
    if (address === null) throw new Refused(reason('desk:refused.notCameBack'))
    await liftMailStop(queries, { address, by: who.id, why, at: now })
    const going = await queries
      .updateTable('messages')
      .set({ state: 'waiting', held_because: null, problem: null, due_at: now, lease_until: null })
      .where('case', '=', head.id)
      .where('direction', '=', 'out')
      .where('channel', '=', 'email')
      .where((where) => where(where.fn('lower', ['recipient']), '=', address))
      .where((where) =>
        where.or([
          where.and([
            where('state', '=', 'held'),
            where(where.ref('held_because', '->>').key('key'), 'in', cameBack),
          ]),
          where.and([
            where('state', '=', 'failed'),
            where(where.ref('problem', '->>').key('key'), 'in', cameBack),
          ]),
        ]),
      )
      .returning('id')
      .execute()
    return {
      act: 'message.mail-again',
      details: { message, messages: going.length },
      waiting: going.map(({ id }) => ({ step: 'send', id })),
    }
  }
  return actOnCase(db, acting, 'receiver', work)
}

/** In lower case; null where this is no mail of the case that came back, or that waits because one did. */
export async function addressThatCameBack(
  queries: Queries,
  id: CaseId,
  message: MessageId,
): Promise<string | null> {
  const row = await queries
    .selectFrom('messages')
    .select(['recipient', 'state', 'held_because', 'problem'])
    .where('id', '=', message)
    .where('case', '=', id)
    .where('direction', '=', 'out')
    .where('channel', '=', 'email')
    .executeTakeFirst()
  if (row === undefined || row.recipient === null) return null
  const because = row.state === 'held' ? row.held_because : row.state === 'failed' ? row.problem : null
  return because !== null && cameBack.includes(because.key) ? row.recipient.toLowerCase() : null
}
