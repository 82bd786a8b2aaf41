/** One line for `hub route`: a whole submission, or only its words with perhaps the question, the rating and the kind chosen. */
import { z } from 'zod'
import { isCalendarDate } from '../../shared/dates/london.ts'
import { asId } from '../../shared/ids.ts'
import { submissionOf, type Submission } from '../../shared/submission.ts'
import { channelNames, kinds, languages } from '../../shared/words.ts'

const words = z.string().nullable().default(null)
const date = z.string().refine(isCalendarDate, 'must be a date such as 2026-11-22').nullable().default(null)

const affected = z.discriminatedUnion('who', [
  z.object({ who: z.literal('self') }),
  z.object({ who: z.literal('unstated') }),
  z.object({
    who: z.literal('other'),
    name: words,
    relationship: words,
    authority: z.enum(['asked', 'child', 'no-capacity', 'deceased', 'unstated']).default('unstated'),
  }),
])

const lineShape = z.object({
  text: z.string(),
  channel: z.enum(channelNames).default('sms'),
  language: z.enum(languages).nullable().default(null),
  subject: words,
  question: words,
  rating: z.number().int().min(1).max(5).nullable().default(null),
  kind: z.enum(kinds).nullable().default(null),
  kindChosen: z.enum(kinds).nullable().default(null),
  wantedOutcome: words,
  affected: affected.default({ who: 'unstated' }),
  about: z
    .object({ organisation: words, careService: words, place: words, happenedOn: date, knownSince: date })
    .partial()
    .default({}),
  preferences: z
    .object({
      contactBy: z.enum(['email', 'sms', 'phone', 'post', 'none']).nullable().default(null),
      answerphone: z.boolean().nullable().default(null),
      needs: words,
    })
    .default({ contactBy: null, answerphone: null, needs: null }),
})

/** Throws a plain sentence naming what is wrong. Words alone count as a text message: they may be everyday talk. */
export function parseRouteLine(line: string): Submission {
  const read = lineShape.safeParse(jsonOf(line))
  if (!read.success) throw new Error(`This line is no submission: ${z.prettifyError(read.error)}`)
  const { text, channel, kind, kindChosen, about, ...rest } = read.data
  return submissionOf({ ...rest, channel, text, kindChosen: kindChosen ?? kind, about: aboutOf(about) })
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new Error('This line is not JSON. Write one JSON object per line, such as {"text": "..."}')
  }
}

function aboutOf(about: z.infer<typeof lineShape>['about']): Submission['about'] {
  const { organisation, careService } = about
  return {
    organisation: organisation ? asId(organisation) : null,
    careService: careService ? asId(careService) : null,
    place: about.place ?? null,
    happenedOn: about.happenedOn ?? null,
    knownSince: about.knownSince ?? null,
  }
}
