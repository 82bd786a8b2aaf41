/** Writing down what the person said: yes or no, how, how much, until when and on whose authority. */
import { z } from 'zod'
import { consentHowsOfStaff, consentPurposes } from '../../shared/joint/consent.ts'
import { asId } from '../../shared/ids.ts'
import type { CaseForm } from '../staff/case-form.ts'
import { idIn, type Parameters } from '../staff/form-input.ts'
import { recordConsent } from '../store/joint/consent-by-staff.ts'
import { issuesWithWords } from '../store/joint/issue-words.ts'
import { purposesOf } from '../store/joint/need-commissioner.ts'
import { loadJointFile } from '../store/joint/joint-file.ts'
import { coversOf, dayOrNone, sharesOf, ticked } from './chosen.ts'
import { tellingOf, type TellingParts } from './telling-of.ts'

const authorities = ['self', 'asked', 'child', 'no-capacity', 'deceased', 'unstated'] as const

const input = z
  .object({
    said: z.enum(['yes', 'no'], 'response:error.said'),
    how: z.enum(consentHowsOfStaff, 'response:error.how'),
    /** Absent: what they were asked for. */
    purpose: z.enum(consentPurposes, 'response:error.purpose').optional(),
    issues: ticked.transform((values) => values.map(Number)),
    shares: ticked,
    validUntil: dayOrNone,
    authority: z.enum(authorities, 'response:error.authority'),
    note: z.string().trim().max(5_000, 'desk:error.whyLong'),
  })
  .refine(({ said, issues }) => said === 'no' || issues.length > 0, {
    path: ['issues'],
    error: 'response:error.issues',
  })

export function recordConsentForm(parts: TellingParts): CaseForm<z.infer<typeof input>> {
  return {
    path: 'joint/consents/:consent/record',
    template: 'response/record-consent.njk',
    by: 'receiver',
    input,
    done: 'consent-recorded',
    async start({ queries, head, parameters }) {
      const file = await loadJointFile(queries, head.id)
      const consent = file?.consents.find(({ id }) => id === consentIn(parameters))
      if (consent === undefined) return null
      return {
        values: {
          purpose: consent.purpose,
          issues: consent.covers.issues.map(String),
          shares: sharesOf(consent.covers),
          validUntil: consent.valid_until ?? '',
          authority: consent.authority,
          note: '',
        },
        shows: {
          consent,
          issues: await issuesWithWords(queries, head.id),
          hows: consentHowsOfStaff,
          purposes: await purposesOf(queries, head.received_by),
          authorities,
        },
      }
    },
    act: (given) => {
      const { issues, shares, ...said } = given.input
      const recorded = { ...said, consent: consentIn(given.parameters), covers: coversOf(issues, shares) }
      return recordConsent(given.db, given.acting, recorded, tellingOf(parts, given))
    },
  }
}

function consentIn(parameters: Parameters) {
  return asId<'consent'>(idIn(parameters, 'consent'))
}
