/** One issue at one place, with all that was found about the message: what a routing rule may look at. */
import type { Classification, IssueReading, Risk } from '../../shared/routing.ts'
import type { Submission } from '../../shared/submission.ts'
import type { IssuePlace } from './place-of.ts'

export interface RuleSubject {
  readonly submission: Submission
  readonly classification: Classification
  readonly risk: Risk
  readonly issue: IssueReading
  readonly place: IssuePlace
}
