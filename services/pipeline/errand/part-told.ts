/** Reads what another hub tells of our part in a case that it leads: only what we need of it, and nothing taken on trust. */
import { z } from 'zod'
import { asId } from '../../../shared/ids.ts'
import type { PartTold } from '../../../shared/joint/part-told.ts'
import { channelNames, kinds } from '../../../shared/words.ts'

const text = z.string().max(100_000)
const line = z.string().max(1_000)
const position = z.int().min(0).max(1_000)
const day = z.iso.date()
const moment = z.iso.datetime().transform((at) => new Date(at))

const person = z.object({
  name: line.nullable(),
  email: line.nullable(),
  phone: line.nullable(),
  address: line.nullable(),
})

const affected = z.discriminatedUnion('who', [
  z.object({ who: z.literal('self') }),
  z.object({ who: z.literal('unstated') }),
  z.object({
    who: z.literal('other'),
    name: line.nullable(),
    relationship: line.nullable(),
    authority: z.enum(['asked', 'child', 'no-capacity', 'deceased', 'unstated']),
  }),
])

const issue = z.object({
  position,
  kind: z.enum(kinds),
  subjects: z.array(z.string().max(100)).max(50),
  words: text,
})

/** A hub that does not say whether it was looked at has not looked. */
const file = z.object({
  id: z.uuid(),
  name: line,
  contentType: z.string().max(200),
  mayOpen: z.boolean().default(false),
})

const exchange = z.object({
  id: z.uuid().transform((id) => asId<'exchange'>(id)),
  kind: z.enum([
    'question',
    'answer',
    'document-request',
    'document',
    'time-request',
    'time-granted',
    'time-refused',
    'remark',
  ]),
  answers: z
    .uuid()
    .transform((id) => asId<'exchange'>(id))
    .nullable(),
  body: text,
  wantedOn: day.nullable(),
  dueBefore: day.nullable(),
  writtenAt: moment,
  from: line,
  documents: z.array(file).max(100).default([]),
})

const meeting = z.object({
  id: z.uuid().transform((id) => asId<'meeting'>(id)),
  meetsAt: moment,
  place: text,
  purpose: text,
  state: z.enum(['arranged', 'held', 'cancelled']),
  movedFrom: moment.nullable().default(null),
  changedBecause: text.nullable().default(null),
  minutes: text.nullable(),
  attends: z.enum(['asked', 'yes', 'represented', 'no']),
  who: line.nullable(),
})

const response = z.object({
  id: z.uuid().transform((id) => asId<'response'>(id)),
  version: z.int().min(1),
  state: z.enum(['in-approval', 'signed', 'sent']),
  sections: z.array(z.object({ issue: position.nullable(), text })).max(1_000),
})

const partTold = z.object({
  organisation: line,
  channel: z.enum(channelNames),
  askedAt: moment.nullable(),
  state: z.enum(['asked', 'accepted', 'filed', 'approved']),
  dueOn: day.nullable(),
  covers: z.object({
    issues: z.array(position),
    identity: z.boolean(),
    attachments: z.boolean(),
    records: z.boolean(),
  }),
  openUntil: day.nullable().default(null),
  identity: z.object({ person, affected }).nullable(),
  issues: z.array(issue).max(1_000),
  attachments: z.array(file).max(1_000).default([]),
  exchanges: z.array(exchange).max(10_000),
  meetings: z.array(meeting).max(1_000).default([]),
  response: response.nullable(),
})

/** Null for what is no such part. */
export function readPartTold(body: Buffer): PartTold | null {
  try {
    const read = partTold.safeParse(JSON.parse(body.toString()))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
