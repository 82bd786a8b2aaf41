/** What the page of a case shows, made from what is stored; no query and no template here. */
import { wasSaid } from '../../router/set-clocks/set-clocks.ts'
import type { CalendarDate } from '../../shared/dates/london.ts'
import { reason } from '../../shared/finding.ts'
import type { Rules } from '../../shared/knowledge.ts'
import { callsOf, wordsOfCall } from '../store/calls-asked.ts'
import type { CaseFile } from '../store/case-file.ts'
import type { StaffMember } from '../store/staff.ts'
import { isReadable, isWrittenDown, sortRemarks } from '../../shared/unread-words.ts'
import { clockShown } from './clocks-shown.ts'
import { exclusionsShown, isOnExclusion } from './exclusions-shown.ts'
import { findingsShown, spansOf, type FindingShown } from './findings-shown.ts'
import { heedShown, isToHeed } from './heed-shown.ts'
import { regradedShown } from './gradings-shown.ts'
import { attachmentShown, warningsOf } from './attachment-shown.ts'
import { markedText } from './marked-text.ts'
import { subjectNames } from './names.ts'
import { suggestionShown, type SuggestionShown } from './suggestions-shown.ts'
import { shortDay } from './short-dates.ts'

/** For whom, by which rules, on which day; `knows` tells whether there are words for a key. */
export interface Looking {
  readonly who: StaffMember
  /** Does their organisation coordinate it? */
  readonly mayAct: boolean
  readonly rules: Rules
  readonly today: CalendarDate
  readonly isScanned: boolean
  readonly knows: (key: string) => boolean
}

export function caseShown(file: CaseFile, looking: Looking): object {
  const { who, mayAct, rules, today, isScanned, knows } = looking
  const { head } = file
  const acknowledgeable = file.clocks.some(({ name, state }) => name === 'acknowledge' && state === 'running')
  const namesRunning = file.clocks.filter(({ state }) => state === 'running').map(({ name }) => name)
  const findings = findingsShown(file, rules)
  return {
    head: { ...head, receivedDay: shortDay(head.received_on, today) },
    base: `/desk/cases/${head.reference}`,
    // Whoever it was handed to sees it and decides about their handoff; the rest is for whoever coordinates it.
    isReceiver: mayAct,
    wasSpoken: file.submissions.some(({ content }) => wasSaid(content)),
    isScanned,
    isNotReadable: file.submissions.slice(-1).some(({ content }) => !isReadable(content)),
    words: file.submissions.map((submission) => wordsShown(file, submission)),
    ringNow: file.submissions.some((one) => one.call_back_urgent && one.call_back_at === null),
    callBacks: callsOf(file.submissions.filter((submission) => submission.call_back_asked)).map((call) => ({
      id: call.asks[0].id,
      words: wordsOfCall(call),
      isUrgent: call.isUrgent,
      outcome: call.asks[0].call_back_outcome,
      doneAt: call.asks[0].call_back_at,
      byName: call.asks[0].callBackByName,
    })),
    heed: heedShown(findings),
    topics: topicsOf(findings.filter(({ about }) => !isOnExclusion(about) && !isToHeed(about))),
    suggestions: mayAct ? suggestionsOf(file, rules) : [],
    exclusions: exclusionsShown(findings, file.letters, rules.exclusions),
    issues: file.issues.map((issue) => ({
      ...issue,
      number: issue.position + 1,
      subjectNames: subjectNames(issue.subjects, rules),
      why: findings.filter(({ about }) => about.startsWith(`issue.${issue.position}.`)),
    })),
    gradings: file.gradings,
    regraded: regradedShown(file.gradings),
    clocks: file.clocks.map((clock) => clockShown(clock, today, { who, mayAct })),
    mayDecline: mayAct && namesRunning.includes('six-months') && !namesRunning.includes('respond'),
    mayAskStageTwo: mayAct && file.stageOne !== null,
    acknowledgeable,
    isToSettle: file.clocks.some(({ name, state }) => name === 'settle-oral' && state === 'running'),
    praises: file.issues.some(({ kind }) => kind === 'compliment'),
    files: warningsOf(file.submissions.flatMap(({ attachments }) => attachments)),
    handoffs: file.handoffs.map((handoff) => handoffShown(handoff, file.handoffs, who, today)),
    messages: file.messages.map((message) => ({
      ...message,
      acknowledging: acknowledgingOf(message, acknowledgeable),
    })),
    trail: file.trail.map((entry) => trailShown(entry, file.names, knows)),
  }
}

type Message = CaseFile['messages'][number]

/** What a reply that offers to discuss means for the clock: the last part of a language key. */
function acknowledgingOf({ state, sent_at }: Message, isRunning: boolean): string {
  if (isRunning || state === 'sent') return state
  return state === 'failed' && sent_at !== null ? 'cameBack' : 'over'
}

type Submission = CaseFile['submissions'][number]

function wordsShown(file: CaseFile, { id, received_at, content, matched, attachments }: Submission): object {
  return {
    id,
    // It joined the case by what it answers, but came from somebody whose address the case does not know.
    fromElsewhere: matched.how !== 'new' && !matched.sameSender ? matched.how : null,
    receivedAt: received_at,
    content,
    remarks: sortRemarks(
      content,
      isWrittenDown(
        content,
        file.submissions.map((each) => each.content),
      ),
    ),
    pieces: markedText(content.text, spansOf(file, id)),
    hasMore: content.originalText.trim() !== content.text.trim(),
    attachments: attachments.map(attachmentShown),
  }
}

/** What may be asked "why?" about, in the order people ask; then whatever else was found. */
const firstTopics = ['kind', 'level', 'owner', 'flag', 'seriousness', 'likelihood', 'tone'] as const

/** Where a person says that it is otherwise. */
const correctedAt: Readonly<Record<string, string>> = {
  kind: 'kind',
  level: 'grading',
  seriousness: 'grading',
  likelihood: 'grading',
  tone: 'tone',
  owner: 'owner',
}

function topicsOf(findings: readonly FindingShown[]): readonly object[] {
  const found = new Set(findings.map(({ about }) => about).filter((about) => !about.startsWith('issue.')))
  const others = [...found].filter((about) => !firstTopics.some((topic) => topic === about))
  return [...firstTopics.filter((topic) => found.has(topic)), ...others].map((about) => {
    const entries = findings.filter((finding) => finding.about === about)
    return {
      about,
      correct: correctedAt[about] ?? null,
      now: entries.filter((entry) => !entry.isEarlier),
      earlier: entries.filter((entry) => entry.isEarlier),
    }
  })
}

function suggestionsOf(file: CaseFile, rules: Rules): readonly SuggestionShown[] {
  const texts = new Map<string, string>(file.submissions.map(({ id, content }) => [id, content.text]))
  const beside = { ...file, textOf: (submission: string) => texts.get(submission) }
  return file.suggestions.map((suggestion) => suggestionShown(suggestion, beside, rules))
}

type Handoff = CaseFile['handoffs'][number]

/** What may the one who looks do with it? The store asks again when it is done. */
function handoffShown(
  handoff: Handoff,
  all: readonly Handoff[],
  who: StaffMember,
  today: CalendarDate,
): object {
  const isOurs = handoff.organisation === who.organisation
  const isTeams = who.teams.includes(handoff.team)
  const isTriage = who.teams.includes(who.triageTeam)
  const { state, forInformation } = handoff
  const wentOn = state === 'escalated' ? nextAfter(handoff, all) : null
  const mayTake = isOurs && (isTeams || isTriage) && !forInformation && wentOn === null
  return {
    ...handoff,
    day: shortDay(handoff.accept_by, today),
    shownAs: shownAs(handoff),
    wentOnTo: wentOn?.teamName ?? null,
    maySee: isOurs && isTeams && forInformation && state === 'offered',
    mayAccept: mayTake && (state === 'offered' || state === 'escalated'),
    mayDecline: mayTake && state === 'offered' && handoff.team !== handoff.if_nobody,
    mayPassOn:
      mayTake && (state === 'offered' || state === 'accepted' || (state === 'escalated' && isTriage)),
  }
}

/** Whom it was offered to when nobody accepted it in time; null where it was the last resort that did not. */
function nextAfter(
  { id, organisation, decided_at: at, if_nobody: told }: Handoff,
  all: readonly Handoff[],
): Handoff | null {
  const after = all.filter(
    (other) =>
      other.organisation === organisation &&
      other.offered_at?.getTime() === at?.getTime() &&
      other.id !== id &&
      other.because.some(({ key }) => key === 'router:handover.not-accepted'),
  )
  const asked = all.find((other) => other.team === told && other.id !== id && other.state === 'offered')
  return after.find(({ team }) => team === told) ?? asked ?? after[0] ?? null
}

/** Whoever is only told is offered nothing and accepts nothing. */
function shownAs({ state, forInformation }: Handoff): string {
  if (!forInformation) return state
  return state === 'offered' || state === 'accepted' ? `to-know-${state}` : state
}

type TrailEntry = CaseFile['trail'][number]

/** From what to what, where the act changed one thing into another: teams by their names, the rest by its code. */
function trailShown(entry: TrailEntry, names: ReadonlyMap<string, string>, knows: Looking['knows']): object {
  const { from, to } = entry.details
  const named = (value: unknown): string => names.get(String(value)) ?? String(value)
  const key = `desk:act.${entry.act}`
  return {
    ...entry,
    words: knows(key) ? reason(key) : reason('desk:act.other', { act: entry.act }),
    change:
      from === undefined || to === undefined || from === to
        ? null
        : reason('desk:act.fromTo', { from: named(from), to: named(to) }),
  }
}
