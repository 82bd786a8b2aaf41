/** Joint work on the desk: who is part of a case, what the person allows, who leads, and what leaves without consent. */
import { Router } from 'express'
import { mountCaseForm, type CaseForm } from '../staff/case-form.ts'
import type { StaffParts } from '../staff/parts.ts'
import type { RulesInForce } from '../staff/rules-in-force.ts'
import { addOrganisationForm } from './add-organisation.ts'
import { askConsent } from './ask-consent.ts'
import { confirm } from './confirm.ts'
import { decideDisclosureForm, disclose } from './disclose.ts'
import { changeLeadForm } from './change-lead.ts'
import { leadsAsked } from './leads-asked.ts'
import { leaves } from './leaves.ts'
import { notJoint } from './not-joint.ts'
import { preferLead } from './prefer-lead.ts'
import { recordConsentForm } from './record-consent.ts'
import { stopQuestionForm } from './stop-question.ts'
import { useToldForm } from './use-told.ts'

export function jointPages(parts: StaffParts, rules: RulesInForce): Router {
  const router = Router()
  const mount = <Input>(form: CaseForm<Input>): void => mountCaseForm(router, parts, rules, form)
  mount(confirm(parts))
  mount(notJoint(parts))
  mount(changeLeadForm(parts))
  mount(preferLead)
  mount(addOrganisationForm(parts))
  mount(leaves(parts))
  mount(askConsent(parts))
  mount(recordConsentForm(parts))
  mount(useToldForm(parts))
  mount(stopQuestionForm(parts))
  mount(disclose)
  mount(decideDisclosureForm(parts))
  router.use(leadsAsked(parts, rules))
  return router
}
