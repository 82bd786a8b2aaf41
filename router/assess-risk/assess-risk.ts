/** How serious, how likely to happen again, and so which level; red flags and the harm floor stand apart from any score. */
import { floorReason } from '../../shared/case/harm-floor.ts'
import { reason, type Finding, type Reason } from '../../shared/finding.ts'
import type { Knowledge } from '../../shared/knowledge.ts'
import type { Classification, Risk } from '../../shared/routing.ts'
import type { Submission } from '../../shared/submission.ts'
import { plainByRules } from '../../shared/text/reading.ts'
import {
  higherOf,
  levels,
  type Flag,
  type Level,
  type Likelihood,
  type NonEmpty,
  type Seriousness,
} from '../../shared/words.ts'
import { findAttention } from './find-attention.ts'
import { findHarm, type Harm } from './find-harm.ts'
import { raiseFlags } from './raise-flags.ts'
import { readFlags } from './read-flags.ts'
import { rateImpact } from './rate-impact.ts'
import { rateLikelihood } from './rate-likelihood.ts'
import { rateSeriousness } from './rate-seriousness.ts'

/** The matrix reads the submission's words whole, whatever their tone or order. */
export function assessRisk(
  submission: Submission,
  classification: Classification,
  knowledge: Knowledge,
): Risk {
  const text = plainByRules(submission.text, knowledge.rules)
  const inText = raiseFlags(text, knowledge.rules.redFlags)
  const ruled = [...inText, ...raisedBeside(submission, inText, knowledge)]
  const flags = [...ruled, ...readFlags(classification.flagged, ruled, knowledge.rules.redFlags)]
  const harms = findHarm(text, knowledge.rules.harmFloor)
  const attention = findAttention(submission, text, harms)
  const seriousness = rateSeriousness({ text, classification, flags, harms, rules: knowledge.rules })
  const likelihood = rateLikelihood(text, classification, knowledge.earlierCounts)
  return {
    seriousness,
    likelihood,
    level: levelOf(seriousness, likelihood, harms, knowledge),
    matrixVersion: knowledge.rules.matrix.version,
    ...rateImpact({ seriousness, harms, flags, attention }),
    flags,
    attention,
  }
}

/** The subject line and the wish are read too: "I want to die", and below it only "please ring". Their words cannot be marked. */
function raisedBeside(
  { subject, wantedOutcome }: Submission,
  inText: readonly Finding<Flag>[],
  { rules }: Knowledge,
): Finding<Flag>[] {
  const beside = `${subject ?? ''}\n${wantedOutcome ?? ''}`
  if (beside.trim() === '') return []
  return raiseFlags(plainByRules(beside, rules), rules.redFlags)
    .filter(({ value }) => !inText.some((flag) => flag.value === value))
    .map((flag) => ({ ...flag, because: [reason(flag.because[0].key, flag.because[0].params)] }))
}

function levelOf(
  seriousness: Finding<Seriousness>,
  likelihood: Finding<Likelihood>,
  harms: readonly Harm[],
  { rules: { matrix } }: Knowledge,
): Finding<Level> {
  const cell = matrix.cells[seriousness.value][likelihood.value]
  const params = { seriousness: seriousness.value, likelihood: likelihood.value, version: matrix.version }
  const floors = harms.filter(({ attributed }) => attributed)
  const value = floors.reduce((level: Level, { level: floor }) => higherOf(levels, level, floor), cell)
  const because: NonEmpty<Reason> = [
    reason('router:risk.matrix', params),
    ...floors.map(({ code, level, spans }) => floorReason(code, level, spans)),
  ]
  return { value, because, confidence: Math.min(seriousness.confidence, likelihood.confidence) }
}
