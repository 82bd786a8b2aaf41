/** The staff desk: signing in, the inbox, cases and what is done to them, quarantine. Every page is a file of its own. */
import express, { Router, type RequestHandler } from 'express'
import type { Pages } from '../pages/pages.ts'
import { showPage } from '../pages/show.ts'
import { setView, viewOf } from '../pages/view.ts'
import { attachments } from './attachments.ts'
import { auditPage } from './audit-page.ts'
import { signersPage } from './signers-page.ts'
import { caseForms } from './case-forms.ts'
import { channelsPage } from './channels-page.ts'
import { casePage } from './case-page.ts'
import { fromOurOwnPages, tokenOf } from '../staff/csrf.ts'
import { directoryPages } from './directory-page.ts'
import { holidaysPages } from './holidays-page.ts'
import { inboxPage } from './inbox-page.ts'
import { kiosksPage } from './kiosks-page.ts'
import { mailPage } from './mail-page.ts'
import type { StaffParts } from '../staff/parts.ts'
import type { DeskParts } from './desk-parts.ts'
import { noteDonePage } from './note-done-page.ts'
import { notePage } from './note-page.ts'
import { noteUpload } from './note-upload.ts'
import { recordPage } from './record-page.ts'
import { quarantinePage } from './quarantine-page.ts'
import { rawPage } from './raw-page.ts'
import { createRulesInForce, type RulesInForce } from '../staff/rules-in-force.ts'
import { agreementPage } from './agreement-page.ts'
import { rulesPages } from './rules-page.ts'
import { staffSessions } from '../staff/sessions.ts'
import { signedIn } from '../staff/signed-in.ts'
import { theDesk } from '../staff/sign-in-place.ts'
import { signInPage, signOut } from '../staff/sign-in-page.ts'
import { stylesheet, stylesheetPath } from './stylesheet.ts'
import { tryAgainAct } from './try-again.ts'

/** A long letter, many times over. */
const formLimit = '1mb'

/** Pages of another room that stand on the desk, for whoever is signed in there. */
export type DeskPages = (parts: StaffParts, rules: RulesInForce) => Router

export function createDesk(given: DeskParts, others: readonly DeskPages[] = []): Router {
  const parts = { ...given, pages: withStylesheet(given.pages) }
  const rules = createRulesInForce(parts.db)
  const desk = Router()
  desk.use(stylesheet())
  desk.use(
    '/desk',
    inEnglish,
    staffSessions(parts, theDesk),
    express.urlencoded({ extended: false, limit: formLimit }),
  )
  desk.use('/desk/notes/new', noteUpload())
  desk.use(signInPage(parts, theDesk))
  desk.use('/desk', signedIn(parts, theDesk, tokenOf), fromOurOwnPages)
  desk.use(signOut(parts, theDesk))
  desk.use(inboxPage(parts, rules))
  desk.use(casePage(parts, rules))
  desk.use(notePage(parts))
  desk.use(noteDonePage(parts))
  desk.use(recordPage(parts))
  desk.use(attachments(parts))
  desk.use(mailPage(parts))
  desk.use(caseForms(parts, rules))
  desk.use(quarantinePage(parts, rules))
  desk.use(rawPage(parts))
  desk.use(auditPage(parts))
  desk.use(signersPage(parts))
  desk.use(channelsPage(parts))
  desk.use(kiosksPage(parts))
  desk.use(tryAgainAct(parts))
  desk.use(directoryPages(parts))
  desk.use(rulesPages(parts))
  desk.use(holidaysPages(parts))
  desk.use(agreementPage(parts, rules))
  for (const pages of others) desk.use(pages(parts, rules))
  desk.use('/desk', (request, response) => {
    showPage(parts.pages, request, response, 'desk/not-found.njk', {}, 404)
  })
  return desk
}

/** Its words exist in English only as yet: a page must not say that it is Welsh when it is not. */
const inEnglish: RequestHandler = (request, response, next) => {
  setView(request, { ...viewOf(request), language: 'en' })
  response.set('Cache-Control', 'no-store')
  next()
}

function withStylesheet(pages: Pages): Pages {
  return {
    ...pages,
    render: (template, context, view) => pages.render(template, { ...context, stylesheetPath }, view),
  }
}
