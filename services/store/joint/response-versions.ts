/** The one response while it is written: composed, changed, shared, answered for, each change of the text a version. */
import { londonDate } from '../../../shared/dates/london.ts'
import { reason } from '../../../shared/finding.ts'
import type { ResponseId } from '../../../shared/ids.ts'
import type { Composer } from '../../../shared/joint/composition.ts'
import type { Rules } from '../../../shared/knowledge.ts'
import { changeResponse, type ResponseAct, type Standing } from '../../../shared/joint/response-changes.ts'
import type { ResponseText } from '../../../shared/joint/response.ts'
import { ChangedMeanwhile, Refused, actOnCase, type Act, type ActResult, type Acting } from '../case-acts.ts'
import type { Database } from '../database.ts'
import { announceToParts } from './announcements.ts'
import { consentSince } from './consent-since.ts'
import { ensureOwnPart } from './own-part.ts'
import { loadComposer, type ResponseVersion } from './response-file.ts'

const inWork = ['draft', 'shared', 'in-approval'] as const

/** What is asked of every text, whatever is done with it. */
type Measured = Pick<Standing, 'unansweredComments' | 'consentChanged'>

/** A new text from what is filed now; what was approved was the old one. */
export async function composeVersion(
  db: Database,
  acting: Acting,
  rules: Rules,
  write: (composer: Composer) => ResponseText,
): Promise<ActResult> {
  return actOnCase(db, acting, 'receiver', async (act) => {
    await ensureOwnPart(act.queries, act.head)
    const composer = await loadComposer(act.queries, act.head, rules, londonDate(act.now))
    const response = await replaceText(act, await currentOf(act), write(composer))
    return { act: 'response.compose', details: { response } }
  })
}

/** `section` counts from nought. */
export async function editSection(
  db: Database,
  acting: Acting,
  {
    response,
    section,
    text,
  }: { readonly response: ResponseId; readonly section: number; readonly text: string },
): Promise<ActResult> {
  return actOnCase(db, acting, 'receiver', async (act) => {
    const current = await currentOf(act)
    if (current?.id !== response) throw new ChangedMeanwhile()
    // A text changed by hand counts as written now, and would keep in it what may not be told any more.
    if ((await consentSince(act.queries, current, londonDate(act.now))) === 'less') {
      throw new Refused(reason('joint:response.refused.consent'))
    }
    const sections = current.sections.map((each, at) => (at === section ? { ...each, text } : each))
    const version = await replaceText(act, current, sections)
    return { act: 'response.edit', details: { response: version, section } }
  })
}

/** The text in work, or the one that is signed or gone; null before the first. */
export async function currentOf({ queries, head }: Act): Promise<ResponseVersion | null> {
  const row = await queries
    .selectFrom('responses')
    .selectAll()
    .where('case', '=', head.id)
    .where('state', '<>', 'superseded')
    .executeTakeFirst()
  return row ?? null
}

/** What the person said of an earlier draft goes along until it is answered. */
async function replaceText(
  act: Act,
  before: ResponseVersion | null,
  sections: ResponseText,
): Promise<ResponseId> {
  const { queries, head, who, now } = act
  if (before !== null) {
    await stepResponse(act, before, 'replace', {})
    if (before.state === 'in-approval') await announceToParts(queries, head, 'response.changed', now)
  }
  await queries
    .updateTable('parts')
    .set((set) => ({ state: 'filed', version: set('version', '+', 1) }))
    .where('case', '=', head.id)
    .where('state', '=', 'approved')
    .execute()
  const { last } = await queries
    .selectFrom('responses')
    .select((select) => select.fn.max<number | null>('version').as('last'))
    .where('case', '=', head.id)
    .executeTakeFirstOrThrow()
  const { id } = await queries
    .insertInto('responses')
    .values({
      case: head.id,
      version: (last ?? 0) + 1,
      state: 'draft',
      sections: JSON.stringify(sections),
      made_by: who.id,
      made_at: now,
      shared_at: before?.shared_at ?? null,
      comments: before?.comments ?? null,
      comments_at: before?.comments_at ?? null,
      comments_answer: before?.comments_answer ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Throws Refused where the table of changes does not let it be. */
export async function stepResponse(
  given: Act,
  response: ResponseVersion | null,
  act: ResponseAct,
  standing: Partial<Omit<Standing, keyof Measured>>,
  columns: Partial<
    Pick<ResponseVersion, 'shared_at' | 'message' | 'signed_by' | 'signed_as' | 'signed_at'>
  > = {},
): Promise<ResponseVersion> {
  if (response === null) throw new Refused(reason('joint:response.refused.none'))
  const measured = await measure(given, response)
  const changed = changeResponse(response.state, act, { unapproved: 0, gaps: 0, ...measured, ...standing })
  if ('refused' in changed) throw new Refused(changed.refused)
  await given.queries
    .updateTable('responses')
    .set({ state: changed.to, ...columns })
    .where('id', '=', response.id)
    .execute()
  return response
}

async function measure({ queries, now }: Act, response: ResponseVersion): Promise<Measured> {
  return {
    unansweredComments: response.comments !== null && response.comments_answer === null,
    consentChanged: (await consentSince(queries, response, londonDate(now))) !== 'same',
  }
}

/** What the person says of the draft, on the thread or aloud, written down as said; then how the text answers it. */
export async function recordComments(
  db: Database,
  acting: Acting,
  said: { readonly comments: string } | { readonly answer: string },
): Promise<ActResult> {
  return actOnCase(db, acting, 'receiver', async (act) => {
    const current = await currentOf(act)
    if (current === null || current.shared_at === null || !inWork.some((state) => state === current.state)) {
      throw new Refused(reason('joint:response.refused.not-shared'))
    }
    const columns =
      'comments' in said
        ? { comments: said.comments, comments_at: act.now, comments_answer: null }
        : { comments_answer: said.answer }
    await act.queries.updateTable('responses').set(columns).where('id', '=', current.id).execute()
    return { act: 'response.comments', details: { response: current.id, answered: 'answer' in said } }
  })
}
