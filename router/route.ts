/** The whole walk on one screen: a submission in, a handoff out; pure, so it can be replayed whenever a rule changes. */
import type { Knowledge } from '../shared/knowledge.ts'
import type { Routing } from '../shared/routing.ts'
import type { Submission } from '../shared/submission.ts'
import { assessRisk } from './assess-risk/assess-risk.ts'
import { classify } from './classify/classify.ts'
import { coordinate } from './coordinate/coordinate.ts'
import { findOwners } from './find-owners/find-owners.ts'
import { handOver } from './hand-over/hand-over.ts'
import { setClocks } from './set-clocks/set-clocks.ts'

export function route(submission: Submission, knowledge: Knowledge): Routing {
  const classification = classify(submission, knowledge)
  const risk = assessRisk(submission, classification, knowledge)
  const owners = findOwners(submission, classification, risk, knowledge) // never empty: triage is the last resort
  const arrangement = coordinate(submission, classification, risk, owners, knowledge)
  const clocks = setClocks(submission, classification, risk, owners, knowledge)
  return handOver({ classification, risk, owners, arrangement, clocks }, knowledge)
}
