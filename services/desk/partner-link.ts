/** One part of a case, opened by a link for an organisation without an account; and the link taken back. */
import { z } from 'zod'
import { reason } from '../../shared/finding.ts'
import { asId } from '../../shared/ids.ts'
import { makeLinkToken } from '../outward/link-token.ts'
import type { CaseForm } from '../staff/case-form.ts'
import { idIn, type Parameters } from '../staff/form-input.ts'
import type { StaffParts } from '../staff/parts.ts'
import type { Acting } from '../store/case-acts.ts'
import { findPartOfCase, makeLink, takeBackLink } from '../store/joint/link-acts.ts'
import { listLinks } from '../store/joint/partner-links.ts'

const dayMs = 24 * 3_600_000

const input = z
  .object({
    name: z
      .string('desk:link.error.name')
      .trim()
      .min(1, 'desk:link.error.name')
      .max(200, 'desk:link.error.name'),
    email: z.email('desk:link.error.email').max(320, 'desk:link.error.email'),
    phone: z
      .string()
      .transform((text) => text.replace(/[\s()-]/g, ''))
      .transform((text) => (text === '' ? null : text.replace(/^0/, '+44')))
      .pipe(
        z
          .string()
          .regex(/^\+\d{8,15}$/, 'desk:link.error.phone')
          .nullable(),
      ),
    factor: z.enum(['email', 'sms'], 'desk:link.error.factor'),
    days: z.coerce
      .number('desk:link.error.days')
      .int('desk:link.error.days')
      .min(1, 'desk:link.error.days')
      .max(60, 'desk:link.error.days'),
  })
  .refine(({ factor, phone }) => factor === 'email' || phone !== null, {
    path: ['phone'],
    message: 'desk:link.error.phone',
  })

export function sendLink(parts: StaffParts): CaseForm<z.infer<typeof input>> {
  return {
    path: 'joint/parts/:part/link',
    template: 'desk/partner-link.njk',
    by: 'receiver',
    input,
    done: 'link-sent',
    async start({ queries, head, parameters }) {
      const part = await findPartOfCase(queries, head.id, partIn(parameters))
      if (part === null) return null
      const links = await listLinks(queries, part.id)
      const shown = links.map((link) => ({ ...link, isOver: link.expires_at <= parts.now() }))
      return { values: { factor: 'email', days: '14' }, shows: { part, links: shown } }
    },
    async act({ db, acting, input, parameters }) {
      const token = makeLinkToken(parts.sessionSecret)
      const made = await makeLink(db, acting, {
        part: partIn(parameters),
        token,
        recipientName: input.name,
        email: input.email,
        phone: input.phone,
        secondFactor: input.factor,
        expiresAt: new Date(parts.now().getTime() + input.days * dayMs),
      })
      if (made.outcome !== 'done') return made
      // Nothing of the case stands in it, not even its reference: mail is read by others.
      const sent = await mail(parts, acting, input.email, token)
      return sent ? made : { outcome: 'refused', problem: reason('desk:link.notSent') }
    },
  }
}

async function mail(
  { pages, publicUrl, sendNow }: StaffParts,
  { who }: Pick<Acting, 'who'>,
  to: string,
  token: string,
): Promise<boolean> {
  const say = (key: string, params = {}) => pages.translate(`desk:link.mail.${key}`, params, 'en')
  const params = { organisation: who.organisationName, link: `${publicUrl}/partner/link/${token}` }
  return (
    sendNow?.({
      channel: 'email',
      to,
      organisation: who.organisation,
      organisationName: who.organisationName,
      subject: say('subject', params),
      text: say('text', params),
    }) ?? false
  )
}

const noInput = z.object({})

export const revokeLinkForm: CaseForm<z.infer<typeof noInput>> = {
  path: 'joint/links/:link/take-back',
  template: 'desk/partner-link-take-back.njk',
  by: 'receiver',
  input: noInput,
  done: 'link-taken-back',
  start: () => Promise.resolve({ values: {}, shows: {} }),
  act: ({ db, acting, parameters }) =>
    takeBackLink(db, acting, asId<'partner-link'>(idIn(parameters, 'link'))),
}

function partIn(parameters: Parameters) {
  return asId<'part'>(idIn(parameters, 'part'))
}
