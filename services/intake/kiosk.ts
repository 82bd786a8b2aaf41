/** The pages of a kiosk: set up once with its token, then a start in both languages and the questions in each. */
import { randomUUID } from 'node:crypto'
import express, { Router, type Request, type Response } from 'express'
import { z } from 'zod'
import { languages, type Language } from '../../shared/words.ts'
import type { Pages } from '../pages/pages.ts'
import { answer as answerFailure } from '../pages/failures.ts'
import { viewOf } from '../pages/view.ts'
import type { Kiosk } from '../store/kiosks.ts'
import { deviceToken, keepDeviceToken, type KioskAdmissionParts } from './kiosk-admission.ts'
import { kioskShell } from './kiosk-shell.ts'
import { isFromOurPages } from './own-pages.ts'

export interface KioskParts extends KioskAdmissionParts {
  readonly pages: Pages
}

const setupSchema = z.object({ token: z.string().trim().min(1).max(200) })

export function kioskPages(parts: KioskParts): Router {
  const router = Router()
  router.use(kioskShell())
  router.get('/kiosk', async (request, response) => {
    const kiosk = await kioskOn(request, parts)
    const token = deviceToken(request)
    if (kiosk === null || token === null) {
      showOff(parts, request, response)
      return
    }
    keepDeviceToken(response, token, parts.publicUrl)
    show(parts, request, response, 'kiosk/start.njk', { kiosk })
  })
  for (const language of languages) {
    router.get(`/kiosk/${language}`, async (request, response) => {
      const kiosk = await kioskOn(request, parts)
      if (kiosk === null) {
        showOff(parts, request, response)
        return
      }
      show(parts, request, response, 'kiosk/questions.njk', { kiosk, id: randomUUID() }, 200, language)
    })
  }
  router.get('/kiosk/setup', async (request, response) => {
    const kiosk = await kioskOn(request, parts)
    show(parts, request, response, 'kiosk/setup.njk', { kiosk, isWrong: false })
  })
  router.post('/kiosk/setup', express.urlencoded({ extended: false, limit: 2_000 }), (request, response) =>
    setUp(parts, request, response),
  )
  return router
}

async function setUp(parts: KioskParts, request: Request, response: Response): Promise<void> {
  if (!isFromOurPages(request, parts.publicUrl)) {
    answerFailure(parts.pages, request, response, 403)
    return
  }
  const given = setupSchema.safeParse(request.body)
  if (!given.success || (await parts.findKiosk(given.data.token)) === null) {
    show(parts, request, response, 'kiosk/setup.njk', { kiosk: null, isWrong: true }, 422)
    return
  }
  keepDeviceToken(response, given.data.token, parts.publicUrl)
  response.redirect(303, '/kiosk/setup')
}

async function kioskOn(request: Request, { findKiosk }: KioskParts): Promise<Kiosk | null> {
  const token = deviceToken(request)
  return token === null ? null : findKiosk(token)
}

/** Never set up, or switched off: the people in front of it need to know no more than where else to go. */
function showOff(parts: KioskParts, request: Request, response: Response): void {
  show(parts, request, response, 'kiosk/off.njk', {}, 401)
}

/** In the page's own language, whatever this browser was last asked for by somebody else. */
function show(
  { pages }: KioskParts,
  request: Request,
  response: Response,
  template: string,
  context: object,
  status = 200,
  language: Language = 'en',
): void {
  const inLanguage = (key: string, which: Language) => pages.translate(key, {}, which)
  response
    .status(status)
    .set('Cache-Control', 'no-store')
    // People hear and see what they recorded before they send it; it is nowhere yet but in this page.
    .set('Content-Security-Policy', withOwnRecordings(response.get('Content-Security-Policy') ?? ''))
    .type('html')
    .send(pages.render(template, { ...context, inLanguage }, { ...viewOf(request), language }))
}

/** Of two directives of one name a browser heeds the first only (CSP 3, 2.2.1). */
function withOwnRecordings(policy: string): string {
  return policy.replace(/media-src [^;]*/, "media-src 'self' blob:")
}
