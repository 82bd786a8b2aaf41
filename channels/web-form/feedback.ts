/** The document both doors deliver: what a person or a program tells us, as JSON. */
import { z } from 'zod'
import { isOneEmailAddress } from '../../shared/contact.ts'
import { isCalendarDate } from '../../shared/dates/london.ts'
import { kinds, languages } from '../../shared/words.ts'
import { attachedFileSchema } from './attached-file.ts'
import { longestLine, longestText, mostFiles } from './limits.ts'

const text = z.string().max(longestText)
const line = z.string().max(longestLine)
const date = z.string().refine(isCalendarDate, 'form:api.date').meta({ format: 'date' })

// Strict: a misspelt "contactBy" that is passed over in silence would answer a person who asked us not to.
export const feedbackSchema = z
  .strictObject({
    text: text.refine((words) => words.trim() !== '', 'form:api.required'),
    subject: line.nullish(),
    kind: z.enum(kinds).nullish(),
    language: z.enum(languages).nullish(),
    question: line.nullish(),
    rating: z.int().min(1).max(5).nullish(),
    wantedOutcome: text.nullish(),
    person: z
      .strictObject({
        name: line.nullish(),
        email: line.refine(isOneEmailAddress, 'form:api.email').nullish(),
        phone: line.nullish(),
        address: line.nullish(),
      })
      .nullish(),
    affected: z
      .discriminatedUnion('who', [
        z.strictObject({ who: z.literal('self') }),
        z.strictObject({
          who: z.literal('other'),
          name: line.nullish(),
          relationship: line.nullish(),
          authority: z.enum(['asked', 'child', 'no-capacity', 'deceased', 'unstated']).nullish(),
        }),
      ])
      .nullish(),
    about: z
      .strictObject({
        organisation: line.nullish(),
        careService: line.nullish(),
        place: line.nullish(),
        happenedOn: date.nullish(),
        knownSince: date.nullish(),
      })
      .nullish(),
    preferences: z
      .strictObject({
        contactBy: z.enum(['email', 'sms', 'phone', 'post', 'none']).nullish(),
        answerphone: z.boolean().nullish(),
        needs: text.nullish(),
      })
      .nullish(),
    /** May it be shared with the other organisations that it concerns? Left out, they were not asked. */
    sharing: z.enum(['yes', 'no']).nullish(),
    attachments: z.array(attachedFileSchema).max(mostFiles).nullish(),
  })
  .meta({ id: 'Feedback' })

export type Feedback = z.output<typeof feedbackSchema>
