/** What is due by when: the clocks of the organisation that received this, under each process its issues fall under. */
import type { Directory } from '../../shared/directory.ts'
import type { OrganisationId } from '../../shared/ids.ts'
import type { Knowledge } from '../../shared/knowledge.ts'
import type { Classification, ClockSetting, Owners, Risk } from '../../shared/routing.ts'
import type { Submission } from '../../shared/submission.ts'
import type { ChannelName, Kind, Level, Process } from '../../shared/words.ts'
import { clocksFor } from './clocks-for.ts'

/** Where people speak rather than write; only what was said can be settled by the next working day. */
const oralChannels: readonly ChannelName[] = ['phone', 'staff-note']

/** Too grave to be taken for mere praise on the sender's word. */
const graveLevels: readonly Level[] = ['High', 'Extreme']

/**
 * Others start their own clocks when the case is sent on to them. Until a person confirms the kind, every case is held
 * to a complaint's clocks, except a compliment or comment that the sender chose and nothing disputes.
 */
export function setClocks(
  submission: Submission,
  classification: Classification,
  risk: Risk,
  owners: Owners,
  knowledge: Knowledge,
): readonly ClockSetting[] {
  const organisation = owners[0].value.organisation
  const confirmed = isUndisputed(submission, classification, risk)
  return processesOf(organisation, submission, classification, knowledge.directory).flatMap((process) =>
    clocksFor(
      {
        organisation,
        process,
        kind: classification.kind.value,
        confirmed,
        receivedOn: knowledge.today,
        level: risk.level.value,
        oral: wasSaid(submission),
      },
      knowledge.rules,
    ),
  )
}

/** Told by word of mouth, to somebody or to a machine that keeps it, or put in writing? */
export function wasSaid({
  channel,
  inWriting,
  spoken,
}: Pick<Submission, 'channel' | 'inWriting' | 'spoken'>): boolean {
  return spoken === true || (oralChannels.includes(channel) && inWriting !== true)
}

/** Did the sender say that this is no complaint, and does nothing they wrote say otherwise? */
function isUndisputed(submission: Submission, classification: Classification, risk: Risk): boolean {
  const { kindChosen } = submission
  return (
    (kindChosen === 'compliment' || kindChosen === 'comment') &&
    classification.kind.value === kindChosen &&
    asksForNothing(classification, risk)
  )
}

/** What the reading says against the sender's own choice: people choose "compliment" and tell of a fall. */
const disputing: ReadonlySet<string> = new Set(['router:kind.disagrees', 'router:kind.describes-incident'])

/** Praise and remarks alone, with nothing grave in them and no doubt whether they are? */
export function asksForNothing(
  { kind, issues }: Pick<Classification, 'kind' | 'issues'>,
  { flags, level }: Pick<Risk, 'flags' | 'level'>,
): boolean {
  return (
    [kind.value, ...issues.map((issue) => issue.kind)].every(isPraiseOrRemark) &&
    !kind.because.some(({ key }) => disputing.has(key)) &&
    flags.length === 0 &&
    !graveLevels.includes(level.value)
  )
}

export function isPraiseOrRemark(kind: Kind): boolean {
  return kind === 'compliment' || kind === 'comment'
}

/** One for most; a council whose social care and other work are both touched answers under two. */
function processesOf(
  id: OrganisationId,
  submission: Submission,
  classification: Classification,
  directory: Directory,
): readonly Process[] {
  const organisation = directory.organisations.find((candidate) => candidate.id === id)
  if (organisation === undefined) return ['nhs']
  const found = classification.issues.map(({ careService }) => {
    const wanted = careService ?? submission.about.careService
    const service = directory.careServices.find((candidate) => candidate.id === wanted)
    return service?.organisation === id ? (service.process ?? organisation.process) : organisation.process
  })
  return [...new Set(found)]
}
