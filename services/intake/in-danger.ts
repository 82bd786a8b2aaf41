/** Do these words say that somebody is in danger now? Asked before they are routed: who is, must read at once what to do. */
import { raiseFlags } from '../../router/assess-risk/raise-flags.ts'
import type { Rules } from '../../shared/knowledge.ts'
import { plainByRules } from '../../shared/text/reading.ts'
import type { Flag } from '../../shared/words.ts'

const now: readonly Flag[] = ['immediate-danger', 'self-harm']

export function speaksOfDanger(words: string, rules: Rules): boolean {
  return raiseFlags(plainByRules(words, rules), rules.redFlags).some(({ value }) => now.includes(value))
}
