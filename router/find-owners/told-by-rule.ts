/** Whom the administrators' rules tell besides: so that they know, with nothing to take on. */
import { onlyTold, toldByRule } from '../../shared/case/only-told.ts'
import type { Organisation } from '../../shared/directory.ts'
import { reason, type Finding } from '../../shared/finding.ts'
import type { Knowledge, RoutingRule } from '../../shared/knowledge.ts'
import type { Owner } from '../../shared/routing.ts'
import { rulesTelling } from './routing-rules.ts'
import type { RuleSubject } from './rule-subject.ts'
import { spokenUp } from './spoken-up.ts'

/**
 * Every rule that holds for one of the issues. Only teams of the organisation that received this: another's would have
 * to wait for consent, and nobody asks the person for it so that somebody may merely know. Where somebody speaks up about
 * their workplace, only rules that were written for that: whoever is told sees who wrote.
 */
export function toldByRules(
  subjects: readonly RuleSubject[],
  here: Organisation,
  knowledge: Knowledge,
): readonly Finding<Owner>[] {
  const isKept = subjects.some(({ risk }) => spokenUp(risk) !== null)
  return subjects
    .flatMap((subject) => rulesTelling(subject, knowledge))
    .filter(({ rule, team }) => team.organisation === here.id && (!isKept || isForIt(rule)))
    .map(({ rule, team }) => ({
      value: { organisation: here.id, team: team.id, issues: [] },
      because: [reason(toldByRule, { team: team.name, why: rule.reason, author: rule.author })],
      confidence: 1,
    }))
}

function isForIt({ when }: RoutingRule): boolean {
  return when.flag?.includes('whistleblowing') === true
}

/** Is nothing asked of this team but to know of it? */
export function isOnlyTold({ because }: Finding<Owner>): boolean {
  return onlyTold.includes(because[0].key)
}
