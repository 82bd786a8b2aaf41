/** What the one response is made from and how it stands: contributions filed, versions, approvals, what is still missing. */
import type { Selectable } from 'kysely'
import { isPlainName } from '../../../shared/contact.ts'
import type { CalendarDate } from '../../../shared/dates/london.ts'
import type { Rules } from '../../../shared/knowledge.ts'
import type { Composer, Filed } from '../../../shared/joint/composition.ts'
import { ombudsmenFor, type Facts } from '../../../shared/joint/response-checklist.ts'
import type { CaseHead } from '../case-file.ts'
import type { Queries } from '../database.ts'
import type { Responses } from '../tables.ts'
import { consentSince } from './consent-since.ts'

export async function loadComposer(
  queries: Queries,
  head: CaseHead,
  rules: Rules,
  today: CalendarDate,
): Promise<Composer> {
  const issues = await issuesToAnswer(queries, head)
  const parts = await queries
    .selectFrom('parts')
    .innerJoin('organisations', 'organisations.id', 'parts.organisation')
    .select(['parts.organisation', 'parts.state', 'parts.issues'])
    .select(['organisations.name', 'organisations.aliases'])
    .where('parts.case', '=', head.id)
    .where('parts.state', '<>', 'left')
    .orderBy('parts.role', 'desc')
    .orderBy('organisations.name')
    .execute()
  const newest = await queries
    .selectFrom('submissions')
    .select('content')
    .where('case', '=', head.id)
    .orderBy('received_at')
    .execute()
  return {
    reference: head.reference,
    personName: head.person.name !== null && isPlainName(head.person.name) ? head.person.name : null,
    receivedOn: head.received_on,
    today,
    lead: head.lead ?? head.received_by,
    organisations: parts.map(({ organisation, name, aliases }) => ({ id: organisation, name, aliases })),
    issues,
    parts,
    contributions: await filedOn(queries, head),
    wantedOutcome:
      newest.find(({ content }) => content.wantedOutcome !== null)?.content.wantedOutcome ?? null,
    contacts: rules.contacts,
  }
}

async function issuesToAnswer(queries: Queries, { id, received_by }: CaseHead) {
  const rows = await queries
    .selectFrom('issues')
    .innerJoin('submissions', 'submissions.id', 'issues.submission')
    .innerJoin('organisations', (join) =>
      join.on((on) =>
        on('organisations.id', '=', on.fn.coalesce(on.ref('issues.organisation'), on.val(received_by))),
      ),
    )
    .leftJoin('care_services', 'care_services.id', 'issues.care_service')
    .select(['issues.position', 'issues.organisation', 'span_start', 'span_end', 'submissions.content'])
    .select((select) => select.fn.coalesce('care_services.process', 'organisations.process').as('process'))
    .where('issues.case', '=', id)
    .where('issues.kind', 'in', ['complaint', 'concern'])
    .orderBy('issues.position')
    .execute()
  return rows.map(({ position, organisation, process, content, span_start, span_end }) => ({
    position,
    organisation,
    process,
    words: content.text.slice(span_start, span_end).trim(),
  }))
}

/** The newest version of each alone. */
async function filedOn(queries: Queries, { id }: Pick<CaseHead, 'id'>): Promise<readonly Filed[]> {
  const rows = await queries
    .selectFrom('contributions')
    .innerJoin('parts', 'parts.id', 'contributions.part')
    .innerJoin('issues', 'issues.id', 'contributions.issue')
    .distinctOn(['issues.position', 'parts.organisation'])
    .select(['parts.organisation', 'issues.position', 'what_happened', 'contributions.outcome'])
    .select(['what_changes', 'change_by'])
    .where('parts.case', '=', id)
    .where('parts.state', 'not in', ['left', 'ours', 'waiting'])
    .where('contributions.state', '=', 'filed')
    .orderBy('issues.position')
    .orderBy('parts.organisation')
    .orderBy('contributions.version', 'desc')
    .execute()
  return rows.flatMap((row) =>
    row.outcome === null
      ? []
      : [
          {
            organisation: row.organisation,
            issue: row.position,
            whatHappened: row.what_happened,
            outcome: row.outcome,
            whatChanges: row.what_changes,
            changeBy: row.change_by,
          },
        ],
  )
}

export type ResponseVersion = Selectable<Responses>

/** Newest first: the first that is not superseded is the one in work, or the one that went. */
export async function responsesOf(queries: Queries, { id }: Pick<CaseHead, 'id'>) {
  return queries
    .selectFrom('responses')
    .selectAll()
    .where('case', '=', id)
    .orderBy('version', 'desc')
    .execute()
}

/** What the checklist is asked about this very text. */
export async function factsOf(
  queries: Queries,
  composer: Composer,
  version: Pick<ResponseVersion, 'case' | 'made_at'>,
): Promise<Facts> {
  const { case: id, made_at } = version
  const { newer } = await queries
    .selectFrom('contributions')
    .innerJoin('parts', 'parts.id', 'contributions.part')
    .select((select) => select.fn.countAll<number>().as('newer'))
    .where('parts.case', '=', id)
    .where('contributions.state', '=', 'filed')
    .where('contributions.filed_at', '>', made_at)
    .executeTakeFirstOrThrow()
  return {
    issues: composer.issues.map(({ position }) => position),
    ombudsmen: ombudsmenFor(composer),
    newer,
    consentChanged: (await consentSince(queries, version, composer.today)) !== 'same',
  }
}

/** How each other organisation that works on it decided on this version. Who leads decides by signing. */
export async function approvalsOf(
  queries: Queries,
  composer: Pick<Composer, 'lead'>,
  { id, case: of }: Pick<ResponseVersion, 'id' | 'case'>,
) {
  return queries
    .selectFrom('parts')
    .innerJoin('organisations', 'organisations.id', 'parts.organisation')
    .leftJoin('approvals', (join) =>
      join.onRef('approvals.part', '=', 'parts.id').on('approvals.response', '=', id),
    )
    .select(['parts.id', 'parts.organisation', 'organisations.name', 'approvals.state', 'approvals.remark'])
    .select('approvals.decided_at as decidedAt')
    .where('parts.case', '=', of)
    .where('parts.organisation', '<>', composer.lead)
    .where('parts.state', 'in', ['asked', 'accepted', 'filed', 'approved'])
    .orderBy('organisations.name')
    .execute()
}
