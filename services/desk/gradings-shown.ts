/** The grading on receipt and the one after the investigation, side by side, and how far one moved from the other. */
import { driftOf, gradeParts, stepsOf, type Drift, type GradePart } from '../../shared/case/grading-drift.ts'
import type { CaseFile } from '../store/case-file.ts'

type Grading = CaseFile['gradings'][number]

/** The newest of each stage; `gradings` are the newest first. */
export function stagesOf(gradings: readonly Grading[]): {
  readonly receipt: Grading | null
  readonly afterInvestigation: Grading | null
} {
  const newest = (stage: Grading['stage']): Grading | null =>
    gradings.find((grading) => grading.stage === stage) ?? null
  return { receipt: newest('receipt'), afterInvestigation: newest('after-investigation') }
}

export interface RegradedShown {
  readonly receipt: Grading
  readonly afterInvestigation: Grading
  readonly parts: readonly { readonly part: GradePart; readonly drift: Drift }[]
}

/** Null until it was graded after the investigation. */
export function regradedShown(gradings: readonly Grading[]): RegradedShown | null {
  const { receipt, afterInvestigation } = stagesOf(gradings)
  if (receipt === null || afterInvestigation === null) return null
  const drift = (part: GradePart): Drift => driftOf(stepsOf(part, receipt, afterInvestigation))
  return { receipt, afterInvestigation, parts: gradeParts.map((part) => ({ part, drift: drift(part) })) }
}
