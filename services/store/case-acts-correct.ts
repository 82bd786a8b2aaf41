/** Correcting how the words sound, and what one issue is about. */
import { reason } from '../../shared/finding.ts'
import type { CareServiceId, OrganisationId } from '../../shared/ids.ts'
import type { Rules } from '../../shared/knowledge.ts'
import type { Kind, Tone } from '../../shared/words.ts'
import { actOnCase, Refused, type Act, type ActResult, type Acting, type Done } from './case-acts.ts'
import { changeKind, onlyIssue } from './case-acts-kind.ts'
import { bySomeone, needReason, saveCorrections, type Correction } from './case-acts-findings.ts'
import type { Database } from './database.ts'

export async function correctTone(
  db: Database,
  acting: Acting,
  { tone, why }: { readonly tone: Tone; readonly why: string },
): Promise<ActResult> {
  return actOnCase(db, acting, 'receiver', async (act) => {
    needReason(why)
    await act.queries.updateTable('cases').set({ tone }).where('id', '=', act.head.id).execute()
    await saveCorrections(act, why, [{ about: 'tone', value: tone, because: bySomeone }])
    return { act: 'tone.correct', details: { from: act.head.tone, to: tone } }
  })
}

export interface IssueCorrection {
  readonly position: number
  readonly kind: Kind
  readonly subjects: readonly string[]
  readonly organisation: OrganisationId | null
  readonly careService: CareServiceId | null
  readonly why: string
}

/** Only what differs becomes a finding. Whose matter an issue is decides nothing yet about who is told of it. */
export async function correctIssue(
  db: Database,
  acting: Acting,
  wanted: IssueCorrection,
  rules: Rules,
): Promise<ActResult> {
  return actOnCase(db, acting, 'receiver', (act) => changeIssue(act, wanted, rules))
}

/** Within an act on the case, whose kind follows that of its only issue. */
export async function changeIssue(act: Act, wanted: IssueCorrection, rules: Rules): Promise<Done> {
  const { queries, head } = act
  needReason(wanted.why)
  const issue = await queries
    .selectFrom('issues')
    .selectAll()
    .where('case', '=', head.id)
    .where('position', '=', wanted.position)
    .executeTakeFirst()
  if (issue === undefined) throw new Refused(reason('desk:refused.noIssue'))
  await checkIssue(act, wanted, rules)
  const name = `issue.${wanted.position}`
  const corrections = changesOf([
    [`${name}.kind`, issue.kind, wanted.kind],
    [`${name}.subjects`, issue.subjects, wanted.subjects],
    [`${name}.organisation`, issue.organisation, wanted.organisation],
    [`${name}.care-service`, issue.care_service, wanted.careService],
  ])
  if (corrections.length === 0) throw new Refused(reason('desk:refused.nothingChanged'))
  const follows = wanted.kind !== issue.kind && (await onlyIssue(queries, head.id)) !== null
  await queries
    .updateTable('issues')
    .set({
      kind: wanted.kind,
      subjects: [...wanted.subjects],
      organisation: wanted.organisation,
      care_service: wanted.careService,
    })
    .where('id', '=', issue.id)
    .execute()
  await saveCorrections(act, wanted.why, corrections)
  if (follows) await changeKind(act, { kind: wanted.kind, why: wanted.why, agreedByPerson: false }, rules)
  return { act: 'issue.correct', details: { issue: issue.id, changed: corrections.length } }
}

type Change = readonly [about: string, before: unknown, after: unknown]

function changesOf(changes: readonly Change[]): readonly Correction[] {
  return changes
    .filter(([, before, after]) => JSON.stringify(before) !== JSON.stringify(after))
    .map(([about, , value]) => ({ about, value, because: bySomeone }))
}

/** A care service belongs to the organisation named with it; a subject is one of the code set. */
async function checkIssue({ queries }: Act, wanted: IssueCorrection, rules: Rules): Promise<void> {
  if (wanted.subjects.some((code) => !rules.subjects.some((subject) => subject.code === code))) {
    throw new Refused(reason('desk:refused.noSubject'))
  }
  const organisations = await queries
    .selectFrom('organisations')
    .select('id')
    .where('id', '=', wanted.organisation)
    .execute()
  if (wanted.organisation !== null && organisations.length === 0) {
    throw new Refused(reason('desk:refused.noOrganisation'))
  }
  if (wanted.careService === null) return
  const services = await queries
    .selectFrom('care_services')
    .select('id')
    .where('id', '=', wanted.careService)
    .where('organisation', '=', wanted.organisation)
    .execute()
  if (services.length === 0) throw new Refused(reason('desk:refused.otherService'))
}
