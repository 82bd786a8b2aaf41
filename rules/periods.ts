/**
 * What is due by when, per process: law first, then codes, then promises of our own that an administrator may change.
 * Where a row has no `kinds` it is about complaints.
 */
import type { Period, Sourced } from '../shared/knowledge.ts'
import { processes, type Level, type Process } from '../shared/words.ts'

const regulations =
  'Local Authority Social Services and NHS Complaints (England) Regulations 2009 (SI 2009/309)'
const complaintHandlingCode =
  'Local Government and Social Care Ombudsman, Complaint Handling Code for councils'
/** Paragraphs 6.2 to 6.4, as published at lgo.org.uk. */
const stageOneCode: Sourced = { source: `${complaintHandlingCode}, 6.2–6.4`, sureness: 'read' }
/** As councils that follow the code publish it, and as the Housing Ombudsman's code, made jointly, has it in its 6.11 and 6.14. */
const stageTwoCode: Sourced = { source: `${complaintHandlingCode}, stage 2`, sureness: 'secondary' }
const ownPromise: Sourced = {
  source: 'Default of this hub; each organisation sets its own',
  sureness: 'design',
}

const workingDays = { unit: 'working-days', startDay: 'day-zero' } as const

/** NHS bodies and adult social care answer in a single stage, under the same regulations. */
function underTheRegulations(process: Process): readonly Period[] {
  const law = (regulation: string, sureness: Sourced['sureness']): Sourced => ({
    source: `${regulations}, ${regulation}`,
    sureness,
  })
  return [
    { process, clock: 'acknowledge', amount: 3, ...workingDays, ...law('reg 13(3)', 'secondary') },
    {
      process,
      clock: 'settle-oral',
      oralOnly: true,
      amount: 1,
      ...workingDays,
      ...law('reg 8(1)(c)', 'read'),
    },
    {
      process,
      clock: 'six-months',
      amount: 6,
      unit: 'months',
      startDay: 'first-day',
      ...law('reg 14(3)', 'secondary'),
    },
  ]
}

/** Two stages, each answered within so many days of its own acknowledgement. A second begins only if the person asks for it. */
const councilCorporate: readonly Period[] = [
  { process: 'council-corporate', clock: 'acknowledge', amount: 5, ...workingDays, ...stageOneCode },
  {
    process: 'council-corporate',
    clock: 'respond',
    after: 'acknowledge',
    amount: 10,
    ...workingDays,
    longerAtMost: { amount: 10, ...workingDays },
    ...stageOneCode,
  },
  {
    process: 'council-corporate',
    clock: 'acknowledge',
    onRequest: true,
    amount: 5,
    ...workingDays,
    ...stageTwoCode,
  },
  {
    process: 'council-corporate',
    clock: 'respond-stage-2',
    after: 'acknowledge',
    onRequest: true,
    amount: 20,
    ...workingDays,
    longerAtMost: { amount: 20, ...workingDays },
    ...stageTwoCode,
  },
]

/**
 * Care homes and home care are under CQC regulation 16, which sets no number of days; the Ombudsman does, for whoever
 * pays for their care themselves. What a council or the NHS pays for is under the rules of whoever pays.
 */
const registeredProvider: readonly Period[] = [
  { process: 'registered-provider', clock: 'acknowledge', amount: 3, ...workingDays, ...ownPromise },
  {
    process: 'registered-provider',
    clock: 'respond',
    amount: 28,
    unit: 'calendar-days',
    startDay: 'day-zero',
    ...ownPromise,
  },
  {
    process: 'registered-provider',
    clock: 'twelve-weeks',
    amount: 12,
    unit: 'weeks',
    startDay: 'day-zero',
    source:
      'Local Government and Social Care Ombudsman, adult social care: a provider has twelve weeks, then it looks at a self-funder’s complaint',
    sureness: 'read',
  },
]

/** What nobody's law requires but people may expect of every process. */
function forTheOtherKinds(process: Process): readonly Period[] {
  return [
    {
      process,
      clock: 'acknowledge',
      kinds: ['concern', 'comment'],
      amount: 3,
      ...workingDays,
      ...ownPromise,
    },
    { process, clock: 'respond', kinds: ['concern', 'comment'], amount: 20, ...workingDays, ...ownPromise },
    { process, clock: 'pass-on', kinds: ['compliment'], amount: 3, ...workingDays, ...ownPromise },
  ]
}

const acceptWithin: readonly (readonly [Level, number])[] = [
  ['Low', 3],
  ['Moderate', 2],
  ['High', 1],
  ['Extreme', 0],
]

/** How long a team has to accept what it is handed, whatever the kind; 0 is the end of the same working day. */
function toAccept(process: Process): readonly Period[] {
  return acceptWithin.map(([level, amount]) => ({
    process,
    clock: 'accept-handoff',
    kinds: ['comment', 'compliment', 'concern', 'complaint'],
    levels: [level],
    amount,
    ...workingDays,
    ...ownPromise,
  }))
}

export const periods: readonly Period[] = [
  ...underTheRegulations('nhs'),
  ...underTheRegulations('adult-social-care'),
  ...councilCorporate,
  ...registeredProvider,
  ...processes.flatMap(forTheOtherKinds),
  ...processes.flatMap(toAccept),
]
