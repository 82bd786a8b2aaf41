/** The administrators' ordered rules: the first that holds for an issue names its team, before any responsibility; others tell a team besides. */
import type { Team } from '../../shared/directory.ts'
import type { Knowledge, RoutingRule } from '../../shared/knowledge.ts'
import { requestsOf } from './request-of-issue.ts'
import type { RuleSubject } from './rule-subject.ts'

interface RuleFound {
  readonly rule: RoutingRule
  readonly team: Team
}

/** The first rule in force that holds and names an owner; a rule whose team has left the directory is passed over. */
export function ruleFor(subject: RuleSubject, knowledge: Knowledge): RuleFound | null {
  for (const rule of knowledge.rules.routing) {
    const found = tellsOnly(rule) ? null : foundBy(rule, subject, knowledge)
    if (found !== null) return found
  }
  return null
}

/** All rules in force that hold and only tell a team besides, in their order. */
export function rulesTelling(subject: RuleSubject, knowledge: Knowledge): readonly RuleFound[] {
  return knowledge.rules.routing.filter(tellsOnly).flatMap((rule) => foundBy(rule, subject, knowledge) ?? [])
}

function tellsOnly({ does }: RoutingRule): boolean {
  return does === 'is-told'
}

function foundBy(rule: RoutingRule, subject: RuleSubject, knowledge: Knowledge): RuleFound | null {
  if (!isInForce(rule, knowledge.today) || !holds(rule.when, subject, knowledge.rules)) return null
  const team = knowledge.directory.teams.find(({ id }) => id === rule.team)
  return team === undefined ? null : { rule, team }
}

/** From its first day to its last, both included. */
function isInForce(rule: RoutingRule, today: string): boolean {
  return rule.from <= today && (rule.until === null || today <= rule.until)
}

function holds(when: RoutingRule['when'], subject: RuleSubject, rules: Knowledge['rules']): boolean {
  const { submission, classification, risk, issue, place } = subject
  const subjects = issue.subjects.map(({ value }) => value)
  const flags = risk.flags.map(({ value }) => value)
  const requests = requestsOf(subject, rules).map(({ request }) => request.value)
  const service = place.careService
  return (
    isAmong([issue.kind], when.kind) &&
    isAmong(subjects, when.subject) &&
    isAmong(service === null ? [] : [service.id], when.careService) &&
    isAmong([place.organisation.id], when.organisation) &&
    isAmong([risk.level.value], when.level) &&
    isAmong(flags, when.flag) &&
    isAmong([submission.channel], when.channel) &&
    isAmong([classification.language.value], when.language) &&
    isAmong(requests, when.request) &&
    isSaid(`${service?.place ?? ''}\n${submission.about.place ?? ''}`, when.place) &&
    isSaid(submission.text.slice(issue.start, issue.end), when.words)
  )
}

function isAmong(present: readonly string[], wanted: readonly string[] | undefined): boolean {
  return wanted === undefined || wanted.some((value) => present.includes(value))
}

function isSaid(text: string, wanted: readonly string[] | undefined): boolean {
  return wanted === undefined || wanted.some((words) => containsWords(text, words))
}

/** Whole words, whatever the case: "ward" is not said in "towards". */
function containsWords(text: string, words: string): boolean {
  const haystack = text.toLowerCase()
  const needle = words.toLowerCase().trim()
  if (needle === '') return false
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + 1)) {
    const before = haystack.charAt(at - 1)
    const after = haystack.charAt(at + needle.length)
    if (!isWordCharacter(before) && !isWordCharacter(after)) return true
  }
  return false
}

function isWordCharacter(character: string): boolean {
  return /^[\p{L}\p{N}]$/u.test(character)
}
