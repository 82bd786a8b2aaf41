/** Puts words through the router's first two stages with the shipped rules and weights. */
import { assessRisk } from '../../router/assess-risk/assess-risk.ts'
import { classify } from '../../router/classify/classify.ts'
import { loadModel } from '../../rules/classifier/load-model.ts'
import type { Knowledge } from '../../shared/knowledge.ts'
import type { Classification, Risk } from '../../shared/routing.ts'
import { submissionOf, type Submission } from '../../shared/submission.ts'
import { knowledgeOf } from './findings.ts'

export const readingKnowledge: Knowledge = knowledgeOf({ model: loadModel() })

export function classified(
  text: string,
  given: Partial<Submission> = {},
  knowledge = readingKnowledge,
): Classification {
  return classify(submissionOf({ channel: 'email', text, ...given }), knowledge)
}

export function graded(text: string, given: Partial<Submission> = {}, knowledge = readingKnowledge): Risk {
  const submission = submissionOf({ channel: 'email', text, ...given })
  return assessRisk(submission, classify(submission, knowledge), knowledge)
}

/** The words that a finding's reasons mark. */
export function marked(text: string, finding: Pick<Classification['kind'], 'because'>): string[] {
  return finding.because.flatMap(({ spans }) => spans ?? []).map(({ start, end }) => text.slice(start, end))
}
