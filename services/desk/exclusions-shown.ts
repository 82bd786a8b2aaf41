/** Whether the regulations cover a case, as its page shows it: what was suggested and why, what a person decided, what is to be told. */
import { asOutcome, codeDecided, dutyToTell, late } from '../../shared/case/exclusion.ts'
import type { Reason } from '../../shared/finding.ts'
import type { ExclusionRule } from '../../shared/knowledge.ts'
import type { CaseFile } from '../store/case-file.ts'
import { isTold } from '../store/decision-letters.ts'
import type { FindingShown } from './findings-shown.ts'

type Letter = CaseFile['letters'][number]

/** Each ground that was suggested or decided on, and the codes of the others. */
export function exclusionsShown(
  findings: readonly FindingShown[],
  letters: readonly Letter[],
  rules: readonly ExclusionRule[],
) {
  const suggested = findings.filter(
    ({ about, by }) => (about === 'exclusion' || about === late) && by === null,
  )
  const decided = findings.filter(({ about, by }) => codeDecided(about) !== null && by !== null)
  const known = [late, ...rules.map(({ code }) => code)]
  const codes = [...suggested.map(codeSuggested), ...decided.map(({ about }) => codeDecided(about) ?? about)]
  const raised = [...new Set(codes)]
  return {
    raised: raised.map((code) => groundShown(code, { suggested, decided, letters, rules })),
    others: known.filter((code) => !raised.includes(code)),
  }
}

export function isOnExclusion(about: string): boolean {
  return about === 'exclusion' || codeDecided(about) !== null
}

function codeSuggested({ about, value }: FindingShown): string {
  return about === late ? late : value.text
}

/** Since when the person knew, where that was decided on too. */
function knownOf({ because }: FindingShown): Reason | null {
  return because.map(({ reason }) => reason).find(({ key }) => key.startsWith('exclusion:known.')) ?? null
}

interface Found {
  readonly suggested: readonly FindingShown[]
  readonly decided: readonly FindingShown[]
  readonly letters: readonly Letter[]
  readonly rules: readonly ExclusionRule[]
}

function groundShown(code: string, { suggested, decided, letters, rules }: Found) {
  const [suggestion = null] = suggested.filter((finding) => codeSuggested(finding) === code)
  const decisions = decided
    .filter(({ about }) => codeDecided(about) === code)
    .flatMap((finding) => {
      const outcome = asOutcome(finding.value.text)
      const letter = letters.find((one) => one.finding === finding.id) ?? null
      return outcome === null
        ? []
        : [
            {
              ...finding,
              code,
              outcome,
              letter,
              known: knownOf(finding),
              isTold: letter !== null && isTold(letter),
            },
          ]
    })
  const [decision = null, ...earlier] = decisions
  return {
    code,
    regulation: code === late ? '12' : (rules.find((rule) => rule.code === code)?.regulation ?? null),
    suggestion,
    decision,
    earlier,
    duty: dutyToTell(decisions),
    isUnderWay: decision?.letter?.state === 'waiting',
    // It waits among the messages, or did not go: to be seen to there, not written twice.
    isStuck: decision?.letter?.state === 'held' || decision?.letter?.state === 'failed',
  }
}
