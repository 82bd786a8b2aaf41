/** Confirming what a case is, or converting it: the day of receipt stays, the clocks and a single issue follow. */
import { convertKind } from '../../shared/case/kind-changes.ts'
import type { CaseId } from '../../shared/ids.ts'
import type { Rules } from '../../shared/knowledge.ts'
import type { Kind } from '../../shared/words.ts'
import { actOnCase, Refused, type Act, type ActResult, type Acting, type Done } from './case-acts.ts'
import { setClocksForKind } from './case-acts-clocks-of-kind.ts'
import { bySomeone, saveCorrections } from './case-acts-findings.ts'
import type { Database, Queries } from './database.ts'

export interface KindCorrection {
  readonly kind: Kind
  readonly why: string
  /** Does whoever complained agree that it is handled as something less? */
  readonly agreedByPerson: boolean
}

export async function correctKind(
  db: Database,
  acting: Acting,
  correction: KindCorrection,
  rules: Rules,
): Promise<ActResult> {
  return actOnCase(db, acting, 'receiver', (act) => changeKind(act, correction, rules))
}

/** Within an act on the case. */
export async function changeKind(act: Act, correction: KindCorrection, rules: Rules): Promise<Done> {
  const { queries, head, who, now } = act
  const { kind } = await converted(act, correction)
  await queries
    .updateTable('cases')
    .set({ kind, kind_confirmed_by: who.id, kind_confirmed_at: now })
    .where('id', '=', head.id)
    .execute()
  const issue = await onlyIssue(queries, head.id)
  const differs = issue !== null && issue.kind !== kind
  if (differs) await queries.updateTable('issues').set({ kind }).where('id', '=', issue.id).execute()
  const abouts = ['kind', ...(differs ? [`issue.${issue.position}.kind`] : [])]
  await saveCorrections(
    act,
    correction.why,
    abouts.map((about) => ({ about, value: kind, because: bySomeone })),
  )
  await setClocksForKind(act, kind, rules, true)
  return {
    act: head.kind === kind ? 'kind.confirm' : 'kind.convert',
    details: { from: head.kind, to: kind, agreed: correction.agreedByPerson },
  }
}

/** The one issue of a case that has no other: it and the case are of one kind once a person said which. Else null. */
export async function onlyIssue(queries: Queries, id: CaseId) {
  const [first, ...others] = await queries
    .selectFrom('issues')
    .select(['id', 'position', 'kind'])
    .where('case', '=', id)
    .limit(2)
    .execute()
  return first === undefined || others.length > 0 ? null : first
}

async function converted(act: Act, { kind, why, agreedByPerson }: KindCorrection) {
  const { head, now } = act
  const onRecord = {
    kind: head.kind,
    receivedOn: head.received_on,
    confirmed: head.kind_confirmed_at !== null || (await isSendersChoice(act)),
    changes: [],
  }
  const result = convertKind(onRecord, kind, now.toISOString(), { because: why, agreedByPerson })
  if ('refused' in result) throw new Refused(result.refused)
  return result.record
}

async function isSendersChoice({ queries, head }: Act): Promise<boolean> {
  const submissions = await queries
    .selectFrom('submissions')
    .select('content')
    .where('case', '=', head.id)
    .execute()
  return submissions.some(({ content }) => content.kindChosen === head.kind)
}
