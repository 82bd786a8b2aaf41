/** Everything that can be done to a case, one form each. */
import { Router } from 'express'
import { accept } from './accept.ts'
import { acknowledge } from './acknowledge.ts'
import { answerOnSuggestion } from './answer-suggestion.ts'
import { callBack } from './call-back.ts'
import { mountCaseForm } from '../staff/case-form.ts'
import { correctGrading, gradeAfterInvestigation } from './correct-grading.ts'
import { correctIssue } from './correct-issue.ts'
import { correctKind } from './correct-kind.ts'
import { correctOwner } from './correct-owner.ts'
import { correctTone } from './correct-tone.ts'
import { decideOnExclusion } from './decide-exclusion.ts'
import { declinedOffer } from './declined.ts'
import { decline } from './decline.ts'
import { writeAgain } from './mail-again.ts'
import { longerPeriod } from './longer-period.ts'
import { markRead } from './mark-read.ts'
import type { StaffParts } from '../staff/parts.ts'
import { passPraise } from './pass-praise.ts'
import { passOn } from './pass-on.ts'
import { quickKind, quickLevel, quickOwner, quickSubjects, undoQuickCorrection } from './quick-correct.ts'
import { recordCopy } from './record-copy.ts'
import { revokeLinkForm, sendLink } from './partner-link.ts'
import { reply } from './reply.ts'
import type { RulesInForce } from '../staff/rules-in-force.ts'
import { seen } from './seen.ts'
import { settle } from './settle.ts'
import { settledAloud } from './settle-aloud.ts'
import { stageTwo } from './stage-two.ts'
import { tellDecision } from './tell-decision.ts'

export function caseForms(parts: StaffParts, rules: RulesInForce): Router {
  const router = Router()
  mountCaseForm(router, parts, rules, accept)
  mountCaseForm(router, parts, rules, decline)
  mountCaseForm(router, parts, rules, passOn)
  mountCaseForm(router, parts, rules, seen)
  mountCaseForm(router, parts, rules, passPraise(parts.pages))
  mountCaseForm(router, parts, rules, correctKind)
  mountCaseForm(router, parts, rules, correctTone)
  mountCaseForm(router, parts, rules, correctGrading)
  mountCaseForm(router, parts, rules, gradeAfterInvestigation)
  mountCaseForm(router, parts, rules, correctIssue)
  mountCaseForm(router, parts, rules, correctOwner)
  mountCaseForm(router, parts, rules, quickKind)
  mountCaseForm(router, parts, rules, quickLevel)
  mountCaseForm(router, parts, rules, quickOwner)
  mountCaseForm(router, parts, rules, quickSubjects)
  mountCaseForm(router, parts, rules, undoQuickCorrection)
  mountCaseForm(router, parts, rules, answerOnSuggestion)
  mountCaseForm(router, parts, rules, longerPeriod)
  mountCaseForm(router, parts, rules, stageTwo)
  mountCaseForm(router, parts, rules, declinedOffer)
  mountCaseForm(router, parts, rules, decideOnExclusion)
  mountCaseForm(router, parts, rules, tellDecision(parts.pages))
  mountCaseForm(router, parts, rules, acknowledge)
  mountCaseForm(router, parts, rules, reply)
  mountCaseForm(router, parts, rules, recordCopy(parts.pages))
  mountCaseForm(router, parts, rules, settle)
  mountCaseForm(router, parts, rules, settledAloud)
  mountCaseForm(router, parts, rules, writeAgain)
  mountCaseForm(router, parts, rules, callBack)
  mountCaseForm(router, parts, rules, markRead)
  mountCaseForm(router, parts, rules, sendLink(parts))
  mountCaseForm(router, parts, rules, revokeLinkForm)
  return router
}
