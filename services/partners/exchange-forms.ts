/** What an organisation says to whoever leads: a question, an answer, a document, more time. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { reason } from '../../shared/finding.ts'
import { asId } from '../../shared/ids.ts'
import { idIn, type Parameters } from '../staff/form-input.ts'
import { askForTime, sayToLead, supplyDocument } from '../store/joint/exchange-acts.ts'
import type { PartFile } from '../store/joint/part-file.ts'
import { dayBoxes, withDay } from './day-input.ts'
import type { PartForm } from './part-form.ts'

const id = z.uuid().transform((given) => asId<'exchange'>(given))
const body = z
  .string('partners:error.body')
  .trim()
  .min(1, 'partners:error.body')
  .max(20_000, 'partners:error.long')

const question = z.object({ id, body, kind: z.enum(['question', 'document-request']).catch('question') })

export const askLead: PartForm<z.infer<typeof question>> = {
  path: 'ask',
  template: 'partners/ask.njk',
  input: question,
  start: () => ({ values: { id: randomUUID(), kind: 'question' }, shows: {} }),
  act: ({ parts: { db }, acting, input }) => sayToLead(db, acting, { ...input, answers: null }),
  done: () => 'asked',
}

const answer = z.object({ id, body })

export const answerLead: PartForm<z.infer<typeof answer>> = {
  path: 'exchanges/:exchange/answer',
  template: 'partners/answer.njk',
  input: answer,
  start({ file, by }, parameters) {
    const asked = askedOf(file, by.organisation, parameters)
    return asked && { values: { id: randomUUID() }, shows: { asked } }
  },
  act: ({ parts: { db }, acting, input, parameters }) =>
    sayToLead(db, acting, { ...input, kind: 'answer', answers: exchangeIn(parameters) }),
  done: () => 'answered',
}

const document = z.object({
  id,
  body: z.string().trim().max(2_000, 'partners:error.long').catch(''),
  answers: id.nullable().catch(null),
})

export const addDocument: PartForm<z.infer<typeof document>> = {
  path: 'documents/add',
  template: 'partners/add-document.njk',
  input: document,
  start: ({ file, by }) => ({
    values: { id: randomUUID() },
    shows: {
      requests: file.exchanges.filter(
        ({ kind, from }) => kind === 'document-request' && from !== by.organisation,
      ),
    },
  }),
  async act({ parts: { db, files }, acting, input, upload }) {
    if (upload === null) return { outcome: 'refused', problem: reason('partners:error.file') }
    return supplyDocument(db, files, acting, { ...input, ...upload })
  },
  done: () => 'document',
}

const time = z.preprocess(
  withDay('wantedOn'),
  z.object({
    id,
    why: body,
    wantedOn: z.iso.date('partners:error.day'),
  }),
)

export const moreTime: PartForm<z.infer<typeof time>> = {
  path: 'more-time',
  template: 'partners/more-time.njk',
  input: time,
  start: () => ({ values: { id: randomUUID(), ...dayBoxes('wantedOn', null) }, shows: {} }),
  act: ({ parts: { db }, acting, input: { id, why, wantedOn } }) =>
    askForTime(db, acting, { id, why, wantedOn }),
  done: () => 'time-asked',
}

/** Something the other side asked on this part. */
function askedOf(file: PartFile, organisation: string, parameters: Parameters) {
  const asked = exchangeIn(parameters)
  return file.exchanges.find((each) => each.id === asked && each.from !== organisation) ?? null
}

function exchangeIn(parameters: Parameters) {
  return asId<'exchange'>(idIn(parameters, 'exchange'))
}
