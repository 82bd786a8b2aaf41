/** A mail as it was sent: its own look without anything that acts or fetches, on a page that may do nothing. */
import { Router } from 'express'
import { parseMail } from '../../channels/email/parse-mail.ts'
import { sanitiseMailHtml } from '../../channels/email/sanitise-html.ts'
import { asId } from '../../shared/ids.ts'
import { viewOf } from '../pages/view.ts'
import { record } from '../store/audit.ts'
import { staffActor } from '../store/case-acts.ts'
import { openMail } from '../store/case-file-mail.ts'
import { withCase } from '../staff/case-on-request.ts'
import { idIn, parametersOf } from '../staff/form-input.ts'
import type { StaffParts } from '../staff/parts.ts'

/** Taking apart a larger one would keep everybody else waiting. */
const mostBytes = 10 * 1024 * 1024

/**
 * Beside what is taken out of the HTML: no script, no form, nothing from elsewhere, and no origin of ours, so that a
 * mail can neither read the desk nor tell its sender that it was opened. Links go to a page of their own.
 */
const policy = [
  "default-src 'none'",
  'img-src data:',
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  'sandbox allow-popups allow-popups-to-escape-sandbox',
].join('; ')

export function mailPage(parts: StaffParts): Router {
  const router = Router()
  router.get('/desk/cases/:reference/mail/:submission', async (request, response, next) => {
    const submission = asId<'submission'>(idIn(parametersOf(request), 'submission'))
    const found = await withCase(parts, request, async (queries, { id, reference, who }) => {
      const mail = await openMail(queries, parts.envelope, id, submission, mostBytes)
      if (mail === null) return null
      await record(queries, {
        at: parts.now(),
        actor: staffActor(who.id),
        act: 'mail.view',
        about: { kind: 'case', id },
        organisation: who.organisation,
        details: { submission: mail.submission },
      })
      return { reference, mail }
    })
    if (found === null) {
      next()
      return
    }
    const { mail, reference } = found
    const shown = { reference, receivedAt: mail.receivedAt, ...(await bodyOf(mail.raw)) }
    response
      .set('Cache-Control', 'no-store')
      .set('Content-Security-Policy', policy)
      .set('Referrer-Policy', 'no-referrer')
      .type('html')
      .send(parts.pages.render('desk/mail.njk', shown, viewOf(request)))
  })
  return router
}

async function bodyOf(raw: Uint8Array | null) {
  if (raw === null) return { isTooLarge: true, html: '', text: '' }
  const { html, text } = await parseMail(raw)
  return { isTooLarge: false, html: sanitiseMailHtml(html).trim(), text }
}
