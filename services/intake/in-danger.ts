/** Do these words say that somebody is in danger now? Asked before they are routed: who is, must read at once what to do. */
import { raiseFlags } from '../../router/assess-risk/raise-flags.ts'
import { readFlags } from '../../router/assess-risk/read-flags.ts'
import { flagsInWords } from '../../router/classify/flag-readings.ts'
import type { Rules } from '../../shared/knowledge.ts'
import type { Model } from '../../shared/classifier-model.ts'
import { plainByRules } from '../../shared/text/reading.ts'
import { isToldAtOnce } from '../../shared/told-of-danger.ts'

/** By the rules, or by what the words read like. */
export function speaksOfDanger(words: string, rules: Rules, model: Model): boolean {
  const text = plainByRules(words, rules)
  const raised = raiseFlags(text, rules.redFlags)
  return [...raised, ...readFlags(flagsInWords(text, model), raised, rules.redFlags)].some(isToldAtOnce)
}
