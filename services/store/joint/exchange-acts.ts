/** What a contributor says to whoever leads: questions and answers, documents, more time, remarks on the draft. */
import { reason } from '../../../shared/finding.ts'
import type { ExchangeId } from '../../../shared/ids.ts'
import { checkTimeRequest, type ExchangeKind } from '../../../shared/joint/exchange.ts'
import { Refused, type ActResult } from '../case-acts.ts'
import type { Database } from '../database.ts'
import { staffIdOf } from './contributor.ts'
import { saveDocument, type DocumentGiven, type DocumentKeeper } from './documents.ts'
import { checkAnswers, isWritten } from './exchange-checks.ts'
import { actOnPart, type PartActing, type PartAtHand, type PartDone } from './part-acts.ts'

export interface Said {
  /** Made by whoever sends it, so that saying it twice is saying it once. */
  readonly id: ExchangeId
  readonly kind: Extract<ExchangeKind, 'question' | 'answer' | 'document-request' | 'remark'>
  readonly body: string
  /** What an answer answers. */
  readonly answers: ExchangeId | null
}

export async function sayToLead(db: Database, acting: PartActing, said: Said): Promise<ActResult> {
  const work = async (at: PartAtHand): Promise<PartDone> => {
    if (said.body.trim() === '') throw new Refused(reason('joint:exchange.refused.empty'))
    await checkAnswers(at.queries, { ...said, part: at.part.id, from: at.by.organisation })
    await insert(at, said)
    return { act: 'exchange.write', details: { exchange: said.id, kind: said.kind } }
  }
  return actOnPart(db, acting, work, ({ queries, part }) => isWritten(queries, part.id, said.id))
}

export interface DocumentSupplied extends DocumentGiven {
  readonly id: ExchangeId
  /** What it is, in their words. */
  readonly body: string
  /** The request that it answers; null: of their own accord. */
  readonly answers: ExchangeId | null
}

export async function supplyDocument(
  db: Database,
  files: DocumentKeeper,
  acting: PartActing,
  given: DocumentSupplied,
): Promise<ActResult> {
  const work = async (at: PartAtHand): Promise<PartDone> => {
    const said = { id: given.id, kind: 'document' as const, body: given.body, answers: given.answers }
    await checkAnswers(at.queries, { ...said, part: at.part.id, from: at.by.organisation })
    await insert(at, said)
    const to = { exchange: given.id, receivedBy: at.receivedBy, now: at.now }
    const file = await saveDocument(at.queries, files, to, given)
    const waiting = [{ step: 'examine' as const, id: file }]
    return { act: 'document.add', details: { exchange: given.id }, waiting }
  }
  return actOnPart(db, acting, work, ({ queries, part }) => isWritten(queries, part.id, given.id))
}

export interface TimeRequest {
  readonly id: ExchangeId
  readonly why: string
  /** London calendar date. */
  readonly wantedOn: string
}

/** Before the day, to a later one, and never past what was promised to the person; one request at a time. */
export async function askForTime(db: Database, acting: PartActing, asked: TimeRequest): Promise<ActResult> {
  const work = async (at: PartAtHand): Promise<PartDone> => {
    const { part, today } = at
    if (asked.why.trim() === '') throw new Refused(reason('joint:exchange.refused.no-reason'))
    if (part.due_on === null) throw new Refused(reason('joint:exchange.refused.no-day'))
    const problem = checkTimeRequest(
      { dueOn: part.due_on, respondBy: await respondByOf(at) },
      asked.wantedOn,
      today,
    )
    if (problem !== null) throw new Refused(problem)
    if (await hasAsked(at)) throw new Refused(reason('joint:exchange.refused.asked'))
    await insert(at, {
      id: asked.id,
      kind: 'time-request',
      body: asked.why,
      answers: null,
      wantedOn: asked.wantedOn,
    })
    return { act: 'time.ask', details: { exchange: asked.id, from: part.due_on, to: asked.wantedOn } }
  }
  return actOnPart(db, acting, work, ({ queries, part }) => isWritten(queries, part.id, asked.id))
}

async function respondByOf({ queries, part }: PartAtHand): Promise<string | null> {
  const row = await queries
    .selectFrom('joint_cases')
    .select('respond_by')
    .where('case', '=', part.case)
    .executeTakeFirst()
  return row?.respond_by ?? null
}

async function hasAsked({ queries, part }: PartAtHand): Promise<boolean> {
  const open = await queries
    .selectFrom('exchanges as requests')
    .leftJoin('exchanges as answers', 'answers.answers', 'requests.id')
    .select('requests.id')
    .where('requests.part', '=', part.id)
    .where('requests.kind', '=', 'time-request')
    .where('answers.id', 'is', null)
    .executeTakeFirst()
  return open !== undefined
}

interface NewExchange {
  readonly id: ExchangeId
  readonly kind: ExchangeKind
  readonly body: string
  readonly answers: ExchangeId | null
  readonly wantedOn?: string
}

async function insert({ queries, part, by, now }: PartAtHand, said: NewExchange): Promise<void> {
  await queries
    .insertInto('exchanges')
    .values({
      id: said.id,
      case: part.case,
      part: part.id,
      kind: said.kind,
      from_organisation: by.organisation,
      answers: said.answers,
      body: said.body,
      wanted_on: said.wantedOn ?? null,
      written_by: staffIdOf(by),
      written_at: now,
    })
    .execute()
}
