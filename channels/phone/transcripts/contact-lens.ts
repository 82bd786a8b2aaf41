/** Transcripts in the JSON of Amazon Connect Contact Lens and of Amazon Transcribe's call analytics, its near twin. */
import { z } from 'zod'
import { doubtfulBelow, markDoubtful, markTagged } from './doubtful.ts'
import { clockTime, joinTurns, type Transcript, type Turn } from './turn.ts'

const confidence = z.coerce.number().nullish().catch(null)

// Loose: these documents are full of scores that are none of our concern, and grow new ones.
const itemSchema = z.looseObject({
  Content: z.string().nullish(),
  ParticipantId: z.string().nullish(),
  ParticipantRole: z.string().nullish(),
  DisplayName: z.string().nullish(),
  BeginOffsetMillis: z.number().nullish().catch(null),
  Confidence: confidence,
  Items: z
    .array(z.looseObject({ Content: z.string().nullish(), Confidence: confidence }))
    .nullish()
    .catch(null),
})
type Item = z.output<typeof itemSchema>

const segmentSchema = z.looseObject({ Transcript: itemSchema.nullish() })

const documentSchema = z.looseObject({
  Transcript: z.array(itemSchema).nullish(),
  /** What the real-time interface gives instead. */
  Segments: z.array(segmentSchema).nullish(),
  Participants: z
    .array(z.looseObject({ ParticipantId: z.string(), ParticipantRole: z.string().nullish() }))
    .nullish()
    .catch(null),
  LanguageCode: z.string().nullish().catch(null),
  CustomerMetadata: z.looseObject({ ContactId: z.string().nullish() }).nullish().catch(null),
  ContactId: z.string().nullish().catch(null),
})
type Document = z.output<typeof documentSchema>

/** Null where the JSON is something else, or holds a turn that cannot be read: half a conversation would mislead. */
export function readContactLens(json: unknown): Transcript | null {
  const parsed = documentSchema.safeParse(json)
  if (!parsed.success) return null
  const document = parsed.data
  const items = itemsIn(document)
  if (items === null) return null
  const participants = document.Participants ?? []
  return {
    turns: joinTurns(items.map((item) => turnOf(item, participants))),
    language: document.LanguageCode ?? null,
    callId: document.CustomerMetadata?.ContactId ?? document.ContactId ?? null,
  }
}

function itemsIn({ Transcript, Segments }: Document): readonly Item[] | null {
  if (Transcript) return Transcript
  return Segments?.flatMap((segment) => (segment.Transcript ? [segment.Transcript] : [])) ?? null
}

type Participants = NonNullable<Document['Participants']>

function turnOf(item: Item, participants: Participants): Turn {
  const id = item.ParticipantId ?? ''
  const role = item.ParticipantRole ?? roleOf(id, participants) ?? ''
  // Two people with the same part keep their ids, or their turns would run into one.
  const isShared = participants.filter((each) => each.ParticipantRole === role).length > 1
  const called = isShared ? `${role} ${id}`.trim() : role || id
  return {
    speaker: item.DisplayName ?? (called === '' ? null : called),
    part: partOf(role || id),
    at: typeof item.BeginOffsetMillis === 'number' ? clockTime(item.BeginOffsetMillis) : null,
    text: wordsOf(item),
  }
}

function roleOf(id: string, participants: Participants): string | null {
  return participants.find((each) => each.ParticipantId === id)?.ParticipantRole ?? null
}

function partOf(role: string): Turn['part'] {
  switch (role.toUpperCase()) {
    case 'CUSTOMER':
      return 'caller'
    case 'AGENT':
    case 'SYSTEM':
    case 'SUPERVISOR':
      return 'staff'
    default:
      return null
  }
}

function wordsOf(item: Item): string {
  const content = markTagged(item.Content ?? '')
  if (typeof item.Confidence === 'number' && item.Confidence < doubtfulBelow) return markDoubtful(content)
  return markItems(content, item.Items ?? [])
}

/** Word by word: those in a row that are doubtful get one mark. */
function markItems(content: string, items: NonNullable<Item['Items']>): string {
  let marked = ''
  let done = 0
  let doubtful: { start: number; end: number } | null = null
  const close = () => {
    if (doubtful === null) return
    marked += content.slice(done, doubtful.start) + markDoubtful(content.slice(doubtful.start, doubtful.end))
    done = doubtful.end
    doubtful = null
  }
  let from = 0
  for (const { Content: word, Confidence } of items) {
    const start = word ? content.indexOf(word, from) : -1
    if (!word || start === -1) continue
    from = start + word.length
    // Punctuation is scored 0 and is nothing that was said.
    if (!/[\p{L}\p{N}]/u.test(word)) continue
    if (typeof Confidence === 'number' && Confidence < doubtfulBelow) {
      doubtful = { start: doubtful === null ? start : doubtful.start, end: from }
    } else close()
  }
  close()
  return marked + content.slice(done)
}
