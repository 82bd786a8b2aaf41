/** Whom the administrators' rules tell besides: so that they know, with nothing to take on. */
import { onlyTold, toldByRule } from '../../shared/case/only-told.ts'
import type { Organisation } from '../../shared/directory.ts'
import { reason, type Finding } from '../../shared/finding.ts'
import type { Knowledge } from '../../shared/knowledge.ts'
import type { Owner } from '../../shared/routing.ts'
import { rulesTelling } from './routing-rules.ts'
import type { RuleSubject } from './rule-subject.ts'

/**
 * Every rule that holds for one of the issues. Only teams of the organisation that received this: another's would have
 * to wait for consent, and nobody asks the person for it so that somebody may merely know.
 */
export function toldByRules(
  subjects: readonly RuleSubject[],
  here: Organisation,
  knowledge: Knowledge,
): readonly Finding<Owner>[] {
  return subjects
    .flatMap((subject) => rulesTelling(subject, knowledge))
    .filter(({ team }) => team.organisation === here.id)
    .map(({ rule, team }) => ({
      value: { organisation: here.id, team: team.id, issues: [] },
      because: [reason(toldByRule, { team: team.name, why: rule.reason, author: rule.author })],
      confidence: 1,
    }))
}

/** Is nothing asked of this team but to know of it? */
export function isOnlyTold({ because }: Finding<Owner>): boolean {
  return onlyTold.includes(because[0].key)
}
