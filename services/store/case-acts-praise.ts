/** Praise reaches those it is for: by mail to accounts and teams of the own organisation, or told them another way. */
import { staffIn } from '../../router/classify/names/staff-named.ts'
import { praisedTeam } from '../../router/find-owners/responsible-team.ts'
import { shownHandoffStates } from '../../shared/case/handoff-changes.ts'
import { isNamed, surelyNamed } from '../../shared/case/praise.ts'
import { reason } from '../../shared/finding.ts'
import type { CareServiceId, OrganisationId, TeamId } from '../../shared/ids.ts'
import type { Directory } from '../../shared/directory.ts'
import type { Rules } from '../../shared/knowledge.ts'
import { plainText } from '../../shared/text/plain-text.ts'
import { actOnCase, Refused, type Act, type ActResult, type Acting } from './case-acts.ts'
import { meetClocks } from './case-acts-clocks.ts'
import { submissionsOf } from './case-file-parts.ts'
import type { CaseHead } from './case-file.ts'
import type { Database, Queries } from './database.ts'
import { loadCurrentKnowledge } from './knowledge.ts'
import { noTransport } from './messages.ts'
import type { CanSend } from './way-of-reply.ts'

/** Somebody who can be told by mail. `id` is theirs with what they are before it: "staff:…", "team:…". */
export interface PraiseReader {
  readonly id: string
  readonly what: 'named' | 'team' | 'manager'
  readonly name: string
  readonly address: string
  /** False: the name in the words may be somebody else's, so a person says whether it is theirs. */
  readonly isSure: boolean
}

export interface Praise {
  /** In the person's words, one for each issue that praises. */
  readonly words: readonly string[]
  /** Did the hub hear something else than praise in them as well, so that they may blame too? */
  readonly isMixed: boolean
  /** As the person wrote them: "nurse called Jenny". */
  readonly named: readonly string[]
  readonly readers: readonly PraiseReader[]
  /** Other organisations that it praises, by name; they get it with the person’s consent only. */
  readonly others: readonly string[]
}

/** Null where nothing on the case is praise. */
export async function loadPraise(queries: Queries, head: CaseHead): Promise<Praise | null> {
  const issues = await queries
    .selectFrom('issues')
    .leftJoin('organisations', 'organisations.id', 'issues.organisation')
    .select(['submission', 'span_start', 'span_end', 'organisation', 'organisations.name', 'tone'])
    .select(['position', 'care_service as careService'])
    .where('case', '=', head.id)
    .where('kind', '=', 'compliment')
    .orderBy('position')
    .execute()
  if (issues.length === 0) return null
  const { directory, rules } = await loadCurrentKnowledge(queries)
  const texts = new Map((await submissionsOf(queries, head.id)).map(({ id, content }) => [id, content.text]))
  const isOurs = ({ organisation }: Pick<(typeof issues)[number], 'organisation'>): boolean =>
    organisation === null || organisation === head.received_by
  const ours = issues.filter(isOurs)
  const parts = ours.map(({ submission, span_start: start, span_end: end }) => {
    const words = (texts.get(submission) ?? '').slice(start, end).trim()
    return { words, named: staffNamed(words, rules) }
  })
  const named = parts.flatMap((part) => part.named)
  const others = issues
    .filter((issue) => !isOurs(issue))
    .map(({ organisation, name }) => name ?? String(organisation))
  return {
    words: parts.map(({ words }) => words),
    // Made praise by a person: the hub heard something else in it.
    isMixed: ours.some(({ tone }) => tone !== 'positive'),
    named: [...new Set(named.map(({ phrase }) => phrase))],
    readers:
      ours.length === 0
        ? []
        : await readersOf(queries, head, directory, {
            issues: ours,
            named: named.map(({ name }) => name),
          }),
    others: [...new Set(others)],
  }
}

/** By name, each with the words that name them. */
function staffNamed(
  text: string,
  rules: Rules,
): readonly { readonly name: string; readonly phrase: string }[] {
  return staffIn({ text }, plainText(text), rules).flatMap(({ value: { name }, because }) => {
    if (name === null) return []
    const spans = because.flatMap((found) => found.spans ?? [])
    return spans.map(({ start, end }) => ({ name, phrase: text.slice(start, end) }))
  })
}

async function readersOf(
  queries: Queries,
  head: CaseHead,
  directory: Directory,
  { issues, named }: { readonly issues: readonly Praised[]; readonly named: readonly string[] },
): Promise<readonly PraiseReader[]> {
  const accounts = await accountsOf(queries, head.received_by)
  const staff = accounts
    .filter(({ name }) => named.some((said) => isNamed(name, said)))
    .map(({ id, name, email }) => ({
      id: `staff:${id}`,
      what: 'named' as const,
      name,
      address: email,
      isSure: named.some((said) => surelyNamed(accounts, said)?.id === id),
    }))
  const praised = await teamsPraised(queries, head, issues, directory)
  const managers = directory.teams.flatMap(({ id, manager }) => (praised.has(id) ? [manager] : []))
  const teams = directory.teams.flatMap(({ id, name, organisation, handover }) => {
    const isTheirs = praised.has(id) || managers.includes(id)
    if (!isTheirs || organisation !== head.received_by || handover.by !== 'email') return []
    const what = praised.has(id) ? ('team' as const) : ('manager' as const)
    return [{ id: `team:${id}`, what, name, address: handover.address, isSure: true }]
  })
  return [...staff, ...teams]
}

interface Praised {
  readonly position: number
  readonly careService: CareServiceId | null
}

/** Whoever has the issues that praise, which in a complaint is seldom who answers for it; where nobody has one, whose service it is. */
async function teamsPraised(
  queries: Queries,
  { id, received_by: receivedBy }: CaseHead,
  issues: readonly Praised[],
  directory: Directory,
): Promise<ReadonlySet<TeamId>> {
  const handoffs = await queries
    .selectFrom('handoffs')
    .select(['team', 'issues'])
    .where('case', '=', id)
    .where('organisation', '=', receivedBy)
    .where('state', 'in', shownHandoffStates)
    .execute()
  const here = directory.organisations.find((organisation) => organisation.id === receivedBy)
  const teams = issues.flatMap(({ position, careService }) => {
    const theirs = handoffs.filter((handoff) => handoff.issues.includes(position)).map(({ team }) => team)
    if (theirs.length > 0 || here === undefined) return theirs
    const service = directory.careServices.find((one) => one.id === careService) ?? null
    return [praisedTeam(here, service, directory).team]
  })
  return new Set(teams)
}

function accountsOf(queries: Queries, organisation: OrganisationId) {
  return queries
    .selectFrom('staff')
    .select(['id', 'name', 'email'])
    .where('organisation', '=', organisation)
    .where('disabled_at', 'is', null)
    .orderBy('name')
    .execute()
}

export interface PassedOn {
  /** Ids of readers. */
  readonly tell: readonly string[]
  /** Did somebody tell them, or the team, by themselves? */
  readonly otherWay: boolean
  readonly subject: string
  readonly body: string
}

/** The clock to pass it on is met, by whoever of ours does it first. */
export async function passOnPraise(
  db: Database,
  acting: Acting,
  { tell, otherWay, subject, body }: PassedOn,
  canSend: CanSend,
  rules: Rules,
): Promise<ActResult> {
  return actOnCase(db, acting, 'receiver', async (act) => {
    const { queries, head, who, now } = act
    const praise = await loadPraise(queries, head)
    if (praise === null) throw new Refused(reason('praise:refused.none'))
    const readers = praise.readers.filter(({ id }) => tell.includes(id))
    if (readers.length !== tell.length) throw new Refused(reason('praise:refused.changed'))
    if (readers.length === 0 && !otherWay) throw new Refused(reason('praise:refused.nobody'))
    const goes = canSend('email')
    const ids: string[] = []
    for (const { address } of readers) ids.push(await write(act, { address, subject, body, goes }))
    const meeting = { queries, case: head.id, organisation: who.organisation, by: who.id, now }
    await meetClocks(meeting, 'pass-on', 'praise-passed-on', rules)
    const details = {
      people: readers.filter(({ what }) => what === 'named').length,
      teams: readers.filter(({ what }) => what !== 'named').length,
      otherWay,
    }
    return {
      act: 'praise.pass-on',
      details,
      waiting: goes ? ids.map((id) => ({ step: 'send', id }) as const) : [],
    }
  })
}

async function write(
  { queries, head, who, now }: Act,
  {
    address,
    subject,
    body,
    goes,
  }: { readonly address: string; readonly subject: string; readonly body: string; readonly goes: boolean },
): Promise<string> {
  const { id } = await queries
    .insertInto('messages')
    .values({
      case: head.id,
      direction: 'out',
      purpose: 'handoff-notice',
      channel: 'email',
      recipient: address,
      subject,
      body,
      language: 'en',
      state: goes ? 'waiting' : 'held',
      held_because: goes ? null : JSON.stringify(reason(noTransport)),
      written_by: who.id,
      created_at: now,
      due_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
