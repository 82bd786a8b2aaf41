/** The pages of whoever leads: what came in, the draft with what it lacks, and every step to the one answer. */
import { Router } from 'express'
import { composeResponse } from '../../router/coordinate/compose-response.ts'
import { londonDate } from '../../shared/dates/london.ts'
import { outcomeOf } from '../../shared/joint/response.ts'
import { checkResponse } from '../../shared/joint/response-checklist.ts'
import { showPage } from '../pages/show.ts'
import { mountCaseForm } from '../staff/case-form.ts'
import { withCase } from '../staff/case-on-request.ts'
import { noticeOf } from '../staff/notices.ts'
import type { StaffParts } from '../staff/parts.ts'
import type { RulesInForce } from '../staff/rules-in-force.ts'
import { loadCaseHead } from '../store/case-file.ts'
import type { Queries } from '../store/database.ts'
import { coordinates } from '../store/joint/coordinates.ts'
import { workOnCase } from '../store/joint/lead-file.ts'
import { meetingsOnCase } from '../store/joint/meeting-acts.ts'
import { approvalsOf, factsOf, loadComposer, responsesOf } from '../store/joint/response-file.ts'
import type { StaffMember } from '../store/staff.ts'
import type { CaseHead } from '../store/case-file.ts'
import type { Rules } from '../../shared/knowledge.ts'
import { documentPage } from './document-page.ts'
import { compose, edit } from './draft-forms.ts'
import { decideTimeForm, sayForm } from './exchange-forms.ts'
import { askForApproval, send, sign } from './finish-forms.ts'
import { arrange, cancel, minute, move } from './meeting-forms.ts'
import { ownLesson } from './own-lesson.ts'
import { ownContribution } from './own-contribution.ts'
import { answerComments, comments, share } from './person-forms.ts'

export function responsePages(parts: StaffParts, rules: RulesInForce): Router {
  const router = Router()
  router.get('/desk/cases/:reference/response', async (request, response, next) => {
    const inForce = await rules()
    const shown = await withCase(parts, request, async (queries, { id, who }) => {
      const head = await loadCaseHead(queries, who, id)
      // Whoever only has a part of it works in the portal.
      const today = londonDate(parts.now())
      if (head === null || !(await coordinates(queries, who.organisation, head, today))) return null
      return pageOf(queries, head, who, inForce, today)
    })
    if (shown === null) next()
    else {
      const page = { ...shown, notice: noticeOf(request) }
      showPage(parts.pages, request, response, 'response/response.njk', page)
    }
  })
  router.use(documentPage(parts))
  mountCaseForm(router, parts, rules, compose(parts))
  mountCaseForm(router, parts, rules, edit)
  mountCaseForm(router, parts, rules, share(parts))
  mountCaseForm(router, parts, rules, comments)
  mountCaseForm(router, parts, rules, answerComments)
  mountCaseForm(router, parts, rules, askForApproval(parts))
  mountCaseForm(router, parts, rules, sign)
  mountCaseForm(router, parts, rules, send)
  mountCaseForm(router, parts, rules, ownContribution)
  mountCaseForm(router, parts, rules, ownLesson)
  mountCaseForm(router, parts, rules, sayForm)
  mountCaseForm(router, parts, rules, decideTimeForm)
  mountCaseForm(router, parts, rules, arrange(parts))
  mountCaseForm(router, parts, rules, move(parts))
  mountCaseForm(router, parts, rules, cancel(parts))
  mountCaseForm(router, parts, rules, minute)
  return router
}

async function pageOf(queries: Queries, head: CaseHead, who: StaffMember, rules: Rules, today: string) {
  const composer = await loadComposer(queries, head, rules, today)
  const { remarks } = composeResponse(composer)
  const versions = await responsesOf(queries, head)
  const current = versions.find(({ state }) => state !== 'superseded') ?? null
  const facts = current && (await factsOf(queries, composer, current))
  const missing = current && facts ? checkResponse(current.sections, facts) : []
  const sections = (current?.sections ?? []).map((section) => ({
    ...section,
    remarks: remarks.filter((each) =>
      each.issue === null ? each.section === section.name : each.issue === section.issue,
    ),
  }))
  const work = await workOnCase(queries, head)
  return {
    head,
    base: `/desk/cases/${head.reference}`,
    current,
    versions: versions.length,
    sections,
    remarks,
    missing,
    consentChanged: facts?.consentChanged ?? false,
    outcome: remarks.some(({ because }) => because.key === 'answer:gap.contribution')
      ? null
      : outcomeOf(composer.contributions.map(({ outcome }) => outcome)),
    approvals: current === null ? [] : await approvalsOf(queries, composer, current),
    parts: work.parts.map((part) => ({
      ...part,
      isLate: part.due_on !== null && part.due_on < today && ['asked', 'accepted'].includes(part.state),
      isOurs: part.organisation === who.organisation,
      issues: part.issues.flatMap((position) => {
        const at = composer.issues.findIndex((issue) => issue.position === position)
        const filed = composer.contributions.find(
          (each) => each.issue === position && each.organisation === part.organisation,
        )
        return at < 0 ? [] : [{ position, number: at + 1, outcome: filed?.outcome ?? null }]
      }),
      exchanges: work.exchanges.filter((exchange) => exchange.part === part.id),
      lessons: work.lessons.filter((lesson) => lesson.organisation === part.organisation),
    })),
    meetings: await meetingsOnCase(queries, head),
    ours: who.organisation,
    hasOwnPart: work.parts.some(({ organisation }) => organisation === who.organisation),
  }
}
