/** What people said about the router's findings, and how far gradings moved: counted from what stands on the cases. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { seedRules } from '../../../rules/seed-rules.ts'
import { createEvaluateVerb } from '../../../services/command-line/evaluate.ts'
import { agreements, drifts } from '../../../services/store/evaluate-figures.ts'
import { correctIssue, correctTone } from '../../../services/store/case-acts-correct.ts'
import { gradeAgain } from '../../../services/store/case-acts-grade.ts'
import { acceptHandoff, correctOwner, declineHandoff } from '../../../services/store/case-acts-handoffs.ts'
import { correctKind } from '../../../services/store/case-acts-kind.ts'
import { connect } from '../../../services/store/database.ts'
import { createEnvelope } from '../../../services/store/envelope.ts'
import { listJudgements, listRegraded, type Span } from '../../../services/store/evaluations.ts'
import { findStaffMember, type StaffMember } from '../../../services/store/staff.ts'
import { addCase, type CaseMade } from '../../support/cases.ts'
import { addStaff, layCounty, marsh, marshEmergency, marshTriage, marshWards } from '../../support/county.ts'
import { testDatabase } from '../../support/database.ts'

const { connectionString } = await testDatabase()
const connection = connect(connectionString, { connections: 2 })
const { db } = connection
afterAll(() => connection.close())
const now = new Date('2026-11-22T12:00:00Z')
const always: Span = { from: null, to: null }
const why = 'As they told me on the phone.'
let who: StaffMember
let first: CaseMade
let second: CaseMade

/** Each act a minute after the one before. */
let minutes = 0

async function acting({ id }: CaseMade) {
  const { version } = await db
    .selectFrom('cases')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  minutes++
  return { who, case: id, version, now: new Date(now.getTime() + minutes * 60_000) }
}

async function handoffOf({ id }: CaseMade) {
  const row = await db.selectFrom('handoffs').select('id').where('case', '=', id).executeTakeFirstOrThrow()
  return row.id
}

const graded = { seriousness: 'High', likelihood: 'Likely', harm: null, why } as const

beforeAll(async () => {
  const knowledge = await layCounty(db, now)
  const envelope = createEnvelope([Buffer.alloc(32, 7).toString('base64')])
  const staff = await addStaff(db, { email: 'ann@marsh.example', teams: [marshTriage, marshWards] }, now)
  const found = await findStaffMember(db, staff)
  if (found === null) throw new Error('She has no account')
  who = found
  first = await addCase(db, envelope, knowledge, { receivedOn: '2026-11-20' })
  second = await addCase(db, envelope, knowledge, {
    receivedOn: '2026-10-05',
    subjects: ['staff-attitude'],
    submission: { channel: 'sms' },
  })
  const kind = { kind: 'complaint', why, agreedByPerson: false } as const
  await correctKind(db, await acting(first), kind, seedRules)
  await correctKind(db, await acting(second), { ...kind, kind: 'concern', agreedByPerson: true }, seedRules)
  await correctTone(db, await acting(first), { tone: 'neutral', why })
  await correctTone(db, await acting(first), { tone: 'negative', why: 'On second thoughts.' })
  const issue = { position: 0, kind: 'complaint', organisation: marsh, careService: null, why } as const
  await correctIssue(db, await acting(first), { ...issue, subjects: ['communications'] }, seedRules)
  await acceptHandoff(db, await acting(first), await handoffOf(first))
  await declineHandoff(db, await acting(second), await handoffOf(second), why, seedRules)
  await gradeAgain(
    db,
    await acting(second),
    { ...graded, stage: 'receipt', likelihood: 'Possible' },
    seedRules,
  )
  await gradeAgain(db, await acting(first), { ...graded, stage: 'after-investigation' }, seedRules)
  await gradeAgain(
    db,
    await acting(second),
    { ...graded, stage: 'after-investigation', seriousness: 'Low', likelihood: 'Rare' },
    seedRules,
  )
})

describe('what people said of the router', () => {
  const about = async (name: string, span = always) =>
    (await listJudgements(db, span))
      .filter((judgement) => judgement.about === name)
      .map(({ reference, router, person }) => [reference, router, person])

  test('sets their last word beside the finding before it', async () => {
    expect(await about('tone')).toEqual([[first.reference, ['negative'], ['negative']]])
    expect(await about('kind')).toContainEqual([first.reference, ['complaint'], ['complaint']])
    expect(await about('kind')).toContainEqual([second.reference, ['complaint'], ['concern']])
    expect(await about('subject')).toEqual([[first.reference, ['waiting-times'], ['communications']]])
  })

  test('takes an accepted handoff for a yes and a declined one for a no', async () => {
    expect(await about('owner')).toContainEqual([first.reference, [marshWards], [marshWards]])
    expect(await about('owner')).toContainEqual([second.reference, [marshWards], []])
  })

  test('does not take a grading after the investigation for a verdict on the router', async () => {
    expect(await about('level')).toEqual([[second.reference, ['Moderate'], ['High']]])
  })

  test('is narrowed down by the day of receipt, both days included', async () => {
    expect(await about('kind', { from: '2026-10-05', to: '2026-10-05' })).toHaveLength(1)
    expect(await about('kind', { from: '2026-10-06', to: '2026-11-19' })).toEqual([])
  })

  test('is counted all together, by subject, by channel and by month', async () => {
    const kinds = agreements(await listJudgements(db, always)).filter((one) => one.about === 'kind')
    const half = { about: 'kind', judged: 2, agreed: 1, share: 0.5 }
    const yes = { about: 'kind', judged: 1, agreed: 1, share: 1 }
    const no = { about: 'kind', judged: 1, agreed: 0, share: 0 }
    expect(kinds).toEqual([
      { ...half, by: 'all', of: null },
      { ...yes, by: 'subject', of: 'communications' },
      { ...no, by: 'subject', of: 'staff-attitude' },
      { ...yes, by: 'channel', of: 'email' },
      { ...no, by: 'channel', of: 'sms' },
      { ...no, by: 'month', of: '2026-10' },
      { ...yes, by: 'month', of: '2026-11' },
    ])
  })
})

test('drift is counted from the grading that stood on receipt to the last after the investigation', async () => {
  const regraded = await listRegraded(db, always)
  expect(drifts(regraded)).toEqual([
    { drift: 'seriousness', cases: 2, raised: 1, lowered: 1, unchanged: 0, mean: -0.5 },
    { drift: 'likelihood', cases: 2, raised: 1, lowered: 1, unchanged: 0, mean: -0.5 },
    { drift: 'level', cases: 2, raised: 1, lowered: 1, unchanged: 0, mean: 0 },
  ])
  expect(drifts([])).toEqual([])
})

describe('hub evaluate', () => {
  const verb = createEvaluateVerb(
    (work) => work(db),
    () => new Date(),
  )

  async function hub(...args: readonly string[]) {
    const printed: string[] = []
    const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0)
    const err = vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
    const status = await verb.run(args).finally(() => {
      out.mockRestore()
      err.mockRestore()
    })
    return { status, text: printed.join(''), lines: printed.map((line): unknown => JSON.parse(line)) }
  }

  test('prints agreement and drift as JSON lines', async () => {
    const { status, lines } = await hub('--from', '2026-11-01')
    expect(status).toBe(0)
    expect(lines[0]).toEqual({ about: 'kind', by: 'all', of: null, judged: 1, agreed: 1, share: 1 })
    expect(lines.at(-1)).toMatchObject({ drift: 'level', cases: 1, raised: 1 })
  })

  test('crosses subject, channel and month, each case in one cell for each of its subjects', async () => {
    const { status, lines } = await hub('--crossed')
    expect(status).toBe(0)
    expect(lines).toContainEqual(
      expect.objectContaining({ about: 'kind', channel: 'sms', judged: 1, agreed: 0, share: 0 }),
    )
    const [whole] = (await hub()).lines
    const cells = lines.filter(
      (line) => typeof line === 'object' && line !== null && 'about' in line && line.about === 'kind',
    )
    expect(whole).toMatchObject({ about: 'kind', judged: cells.length })
    expect(await hub('--crossed', '--examples')).toMatchObject({ status: 2 })
  })

  test('prints the labelled examples without a word that anybody wrote', async () => {
    const { lines, text } = await hub('--examples')
    expect(lines).toContainEqual({
      reference: second.reference,
      about: 'kind',
      router: ['complaint'],
      person: ['concern'],
      agreed: false,
    })
    expect(text).not.toContain('six hours')
    expect(text).not.toContain(why)
  })

  test.each([[['--from', 'yesterday']], [['--texts']]])('says how it is used when given %j', async (args) => {
    expect(await hub(...args)).toEqual({ status: 2, text: '', lines: [] })
  })

  test('counts a team that a person named instead as a correction', async () => {
    await correctOwner(db, await acting(first), { to: marshEmergency, why, anyway: false }, seedRules)
    const { lines } = await hub('--examples', '--from', '2026-11-01')
    const owners = lines.filter((line) => JSON.stringify(line).includes('"owner"'))
    expect(owners).toMatchObject([{ router: [marshWards], person: [marshEmergency], agreed: false }])
  })
})
