/** A link to one piece of work: its token becomes a cookie at once, a code opens it, and nothing else is behind it. */
import express, { Router, type Request, type RequestHandler, type Response } from 'express'
import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { reason } from '../../shared/finding.ts'
import { isLinkToken } from '../outward/link-token.ts'
import { showPage } from '../pages/show.ts'
import { addToView } from '../pages/view.ts'
import { fromOurOwnPages, tokenOf } from '../staff/csrf.ts'
import type { StaffParts } from '../staff/parts.ts'
import { linkOfSession, staffSessions, startLinkSession } from '../staff/sessions.ts'
import { record } from '../store/audit.ts'
import { findLink, findLinkByToken, setCode, tryCode, type GoodLink } from '../store/joint/partner-links.ts'
import { createRateLimit } from '../store/rate-limits.ts'
import { inEnglish } from './in-english.ts'
import { partPages } from './part-pages.ts'
import type { PartPlace } from './part-place.ts'
import { formsWithFile } from './upload.ts'

const formLimit = '1mb'
const codeMs = 10 * 60_000
const home = '/partner/link'

const openLinks = new WeakMap<Request, GoodLink>()

/** Behind an opened link there is one part, whatever the address says. */
const behindTheLink: PartPlace = {
  path: `${home}/case`,
  hasWorkList: false,
  visitOf(request) {
    const link = openLinks.get(request)
    if (link === undefined) return null
    const { id, organisation, reference } = link
    return { by: { kind: 'link', id, organisation }, reference, base: `${home}/case` }
  },
}

/** Before the portal, which takes every other address below its own. */
export function linkPages(parts: StaffParts): Router {
  const router = Router()
  const sessions = staffSessions(parts, { home, cookie: 'partner-link' })
  router.use(home, inEnglish, sessions, express.urlencoded({ extended: false, limit: formLimit }))
  router.use(`${home}/case`, opened(parts), formsWithFile)
  router.use(home, withToken, fromOurOwnPages)
  router.use(partPages(parts, behindTheLink))
  codePages(router, parts)
  arrival(router, parts)
  router.use(home, (request, response) => notOpen(parts, request, response))
  return router
}

/** The token is in no page and no address after this: it may not be left in a history or passed on by a browser. */
function arrival(router: Router, parts: StaffParts): void {
  const visitors = createRateLimit(parts.pool, { name: 'partner-link', times: 30, seconds: 600 })
  router.get(`${home}/:token`, async (request, response, next) => {
    response.set('Referrer-Policy', 'no-referrer')
    if ((await visitors.exceededBy(request.ip ?? '')) !== null) {
      showPage(parts.pages, request, response, 'pages/failure.njk', { name: 'too-many' }, 429)
      return
    }
    const { token } = request.params
    const good = isLinkToken(token, parts.sessionSecret)
      ? await findLinkByToken(parts.db, token, parts.now())
      : null
    if (good === null) {
      next()
      return
    }
    await startLinkSession(request, good.id, false, parts.now())
    response.redirect(303, home)
  })
}

function codePages(router: Router, parts: StaffParts): void {
  const codes = createRateLimit(parts.pool, { name: 'link-code', times: 5, seconds: 900 })
  const tries = createRateLimit(parts.pool, { name: 'link-try', times: 20, seconds: 3_600 })
  router.get(home, async (request, response, next) => {
    const link = await linkOf(parts, request)
    if (link === null) next()
    else if (link.isOpen) response.redirect(303, behindTheLink.path)
    else showCode(parts, request, response, link, {})
  })
  router.post(`${home}/code`, async (request, response, next) => {
    const link = await linkOf(parts, request)
    if (link === null) {
      next()
      return
    }
    const isTooMany = (await codes.exceededBy(link.id)) !== null
    const sent = !isTooMany && (await sendCode(parts, link))
    const problem = reason(isTooMany ? 'partners:link.tooManyCodes' : 'partners:link.notSent')
    if (sent) showCode(parts, request, response, link, { sent })
    else
      showCode(
        parts,
        request,
        response,
        link,
        { errors: [{ field: null, reason: problem }] },
        isTooMany ? 429 : 503,
      )
  })
  router.post(`${home}/open`, async (request, response, next) => {
    const link = await linkOf(parts, request)
    if (link === null) {
      next()
      return
    }
    const code = z
      .object({ code: z.string().catch('') })
      .catch({ code: '' })
      .parse(request.body).code
    const isTooMany = (await tries.exceededBy(link.id)) !== null
    if (isTooMany || !(await tryCode(parts.db, link.id, code.replace(/\D/g, ''), parts.now()))) {
      const problem = reason(isTooMany ? 'partners:link.tooManyCodes' : 'partners:link.wrongCode')
      const errors = [{ field: 'code', reason: problem }]
      showCode(parts, request, response, link, { sent: true, errors }, isTooMany ? 429 : 422)
      return
    }
    await startLinkSession(request, link.id, true, parts.now())
    await record(parts.db, {
      at: parts.now(),
      actor: { kind: 'link', id: link.id },
      act: 'link.open',
      about: { kind: 'link', id: link.id },
      organisation: link.organisation,
    })
    response.redirect(303, behindTheLink.path)
  })
}

/** Taken back or run out, it is closed at the next click. */
async function linkOf(
  parts: StaffParts,
  request: Request,
): Promise<(GoodLink & { readonly isOpen: boolean }) | null> {
  const came = linkOfSession(request, parts.now())
  const link = came && (await findLink(parts.db, came.link, parts.now()))
  return came && link && { ...link, isOpen: came.isOpen }
}

function opened(parts: StaffParts): RequestHandler {
  return async (request, response, next) => {
    const link = await linkOf(parts, request)
    if (link?.isOpen === true) {
      openLinks.set(request, link)
      next()
    } else notOpen(parts, request, response)
  }
}

const withToken: RequestHandler = (request, _response, next) => {
  addToView(request, { csrfToken: tokenOf(request) })
  next()
}

/** At once or not at all: the code is kept nowhere but as a hash. */
async function sendCode({ db, now, sendNow, pages }: StaffParts, link: GoodLink): Promise<boolean> {
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  await setCode(db, link.id, code, new Date(now().getTime() + codeMs))
  const to = link.secondFactor === 'sms' ? link.phone : link.email
  if (to === null || sendNow === undefined) return false
  return sendNow({
    channel: link.secondFactor,
    to,
    organisation: link.receivedBy,
    organisationName: link.receivedByName,
    subject: pages.translate('partners:link.codeSubject', {}, 'en'),
    text: pages.translate('partners:link.codeText', { code }, 'en'),
  })
}

function showCode(
  { pages }: StaffParts,
  request: Request,
  response: Response,
  link: GoodLink,
  more: { readonly sent?: boolean; readonly errors?: readonly unknown[] },
  status = 200,
): void {
  const { secondFactor, organisationName, receivedByName } = link
  const context = {
    secondFactor,
    organisationName,
    receivedByName,
    errors: [],
    hasErrors: more.errors !== undefined,
    ...more,
  }
  showPage(pages, request, response, 'partners/link.njk', context, status)
}

/** The same for what never was, has run out, was taken back, or was not opened by its code. */
function notOpen({ pages }: StaffParts, request: Request, response: Response): void {
  showPage(pages, request, response, 'partners/link-closed.njk', {}, 404)
}
