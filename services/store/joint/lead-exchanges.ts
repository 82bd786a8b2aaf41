/** What whoever leads says to a contributor: answers, questions, requests, and whether they get more time. */
import { reason } from '../../../shared/finding.ts'
import type { ExchangeId, PartId } from '../../../shared/ids.ts'
import { actOnCase, Refused, type Act, type ActResult, type Acting } from '../case-acts.ts'
import { needReason } from '../case-acts-findings.ts'
import type { Database } from '../database.ts'
import { announce } from './announcements.ts'
import { checkAnswers, isWritten } from './exchange-checks.ts'

export interface SaidToPart {
  readonly id: ExchangeId
  readonly part: PartId
  readonly kind: 'question' | 'answer' | 'document-request' | 'remark'
  readonly body: string
  readonly answers: ExchangeId | null
}

export async function sayToPart(db: Database, acting: Acting, said: SaidToPart): Promise<ActResult> {
  return actOnCase(
    db,
    acting,
    'receiver',
    async (act) => {
      if (said.body.trim() === '') throw new Refused(reason('joint:exchange.refused.empty'))
      const part = await partOf(act, said.part)
      await checkAnswers(act.queries, { ...said, from: act.who.organisation })
      await insert(act, said)
      await announceTo(act, part)
      return { act: 'exchange.write', details: { exchange: said.id, kind: said.kind } }
    },
    ({ queries }) => isWritten(queries, said.part, said.id),
  )
}

export interface TimeDecision {
  readonly id: ExchangeId
  /** The request that it decides. */
  readonly request: ExchangeId
  readonly grants: boolean
  readonly why: string
}

/** Once for each request. The day before it was moved stands beside the new one. */
export async function decideTime(db: Database, acting: Acting, decision: TimeDecision): Promise<ActResult> {
  return actOnCase(db, acting, 'receiver', async (act) => {
    const { id, request, grants, why } = decision
    needReason(why)
    const asked = await act.queries
      .selectFrom('exchanges')
      .select(['part', 'wanted_on'])
      .where('id', '=', request)
      .where('case', '=', act.head.id)
      .where('kind', '=', 'time-request')
      .where((where) =>
        where.not(
          where.exists(
            where
              .selectFrom('exchanges as decided')
              .select('decided.id')
              .whereRef('decided.answers', '=', 'exchanges.id'),
          ),
        ),
      )
      .executeTakeFirst()
    if (asked === undefined) throw new Refused(reason('joint:exchange.refused.no-such'))
    const part = await partOf(act, asked.part)
    const before = part.due_on
    const kind = grants ? ('time-granted' as const) : ('time-refused' as const)
    const wantedOn = grants ? asked.wanted_on : null
    await insert(act, {
      id,
      part: asked.part,
      kind,
      body: why,
      answers: request,
      wantedOn,
      dueBefore: before,
    })
    if (grants) {
      await act.queries
        .updateTable('parts')
        .set((set) => ({
          due_on: asked.wanted_on,
          chased_at: null,
          escalated_at: null,
          version: set('version', '+', 1),
        }))
        .where('id', '=', asked.part)
        .execute()
    }
    await announceTo(act, part)
    return {
      act: grants ? 'time.grant' : 'time.refuse',
      details: { exchange: id, from: before, to: wantedOn ?? before },
    }
  })
}

async function partOf({ queries, head }: Act, id: PartId) {
  const part = await queries
    .selectFrom('parts')
    .select(['id', 'organisation', 'due_on'])
    .where('id', '=', id)
    .where('case', '=', head.id)
    .where('state', 'in', ['asked', 'accepted', 'filed', 'approved'])
    .executeTakeFirst()
  if (part === undefined) throw new Refused(reason('joint:exchange.refused.no-such'))
  return part
}

async function announceTo({ queries, head, now }: Act, { organisation }: Awaited<ReturnType<typeof partOf>>) {
  const { id, reference } = head
  await announce(queries, { organisation, case: id, reference, event: 'exchange.written', now })
}

interface NewExchange {
  readonly id: ExchangeId
  readonly part: PartId
  readonly kind: SaidToPart['kind'] | 'time-granted' | 'time-refused'
  readonly body: string
  readonly answers: ExchangeId | null
  readonly wantedOn?: string | null
  readonly dueBefore?: string | null
}

async function insert({ queries, head, who, now }: Act, said: NewExchange): Promise<void> {
  await queries
    .insertInto('exchanges')
    .values({
      id: said.id,
      case: head.id,
      part: said.part,
      kind: said.kind,
      from_organisation: who.organisation,
      answers: said.answers,
      body: said.body,
      wanted_on: said.wantedOn ?? null,
      due_before: said.dueBefore ?? null,
      written_by: who.id,
      written_at: now,
    })
    .execute()
}
