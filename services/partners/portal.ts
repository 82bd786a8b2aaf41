/** The portal: staff of any organisation sign in with their account and work on their parts of other organisations' cases. */
import express, { Router } from 'express'
import { showPage } from '../pages/show.ts'
import { fromOurOwnPages, tokenOf } from '../staff/csrf.ts'
import type { StaffParts } from '../staff/parts.ts'
import { staffSessions } from '../staff/sessions.ts'
import { thePortal } from '../staff/sign-in-place.ts'
import { signInPage, signOut } from '../staff/sign-in-page.ts'
import { signedIn } from '../staff/signed-in.ts'
import { inEnglish } from './in-english.ts'
import { leadPage } from './lead-page.ts'
import { linkPages } from './link-pages.ts'
import { partPages } from './part-pages.ts'
import { partsInThePortal } from './part-place.ts'
import { formsWithFile } from './upload.ts'
import { workPage } from './work-page.ts'

/** A long report, many times over. */
const formLimit = '1mb'

export function createPortal(parts: StaffParts): Router {
  const portal = Router()
  portal.use(linkPages(parts))
  portal.use(
    '/partner',
    inEnglish,
    staffSessions(parts, thePortal),
    express.urlencoded({ extended: false, limit: formLimit }),
  )
  portal.use(signInPage(parts, thePortal))
  portal.use('/partner', signedIn(parts, thePortal, tokenOf), formsWithFile, fromOurOwnPages)
  portal.use(signOut(parts, thePortal))
  portal.use(workPage(parts))
  portal.use(leadPage(parts))
  portal.use(partPages(parts, partsInThePortal))
  portal.use('/partner', (request, response) => {
    showPage(parts.pages, request, response, 'partners/not-found.njk', {}, 404)
  })
  return portal
}
