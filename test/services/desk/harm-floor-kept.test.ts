/** Harm that was put down to somebody is not forgotten: no click and no form left as it is lifts the floor under a case. */
import { beforeAll, describe, expect, it } from 'vitest'
import { up as recordHarm } from '../../../services/store/migrations/2026-11-28-v-hands-harm-recorded.ts'
import { addCase, type CaseMade } from '../../support/cases.ts'
import { auditOf, caseRow } from '../../support/case-rows.ts'
import { addStaff, marshTriage, marshWards } from '../../support/county.ts'
import { graded } from '../../support/reading.ts'
import { openDesk, type Visitor } from './open-desk.ts'

const desk = await openDesk()
const { db, envelope, knowledge, clock } = desk
let ann: Visitor

beforeAll(async () => {
  await addStaff(db, { email: 'ann@marsh.example', teams: [marshTriage, marshWards] }, clock.now)
  ann = await desk.signedIn('ann@marsh.example')
})

const address = ({ reference }: CaseMade) => `/desk/cases/${reference}`
const none = 'Corrected with one click; no reason was given.'
const click = (made: CaseMade, to: string) =>
  ann.post(`${address(made)}/quick/level`, { to, why: none }, address(made))
const page = async (made: CaseMade) => (await ann.get(address(made))).text
const offered = async (made: CaseMade) =>
  [...(await page(made)).matchAll(/name="to" value="(Low|Moderate|High|Extreme)"/g)].map(([, level]) => level)

/** As the hub grades such words, each text after the one before. */
async function told(...texts: readonly string[]): Promise<CaseMade> {
  const made = await addCase(db, envelope, knowledge, { submission: { text: texts[0] ?? '' } })
  for (const text of texts) {
    const { seriousness, likelihood, level, matrixVersion } = graded(text)
    const grades = { seriousness: seriousness.value, likelihood: likelihood.value, level: level.value }
    await db.updateTable('cases').set(grades).where('id', '=', made.id).execute()
    await db
      .insertInto('gradings')
      .values({
        case: made.id,
        stage: 'receipt',
        ...grades,
        matrix_version: matrixVersion,
        because: JSON.stringify(level.because),
        graded_at: clock.now,
      })
      .execute()
  }
  return made
}

const neglect = 'My father died because the nurses neglected him. This is the third time, it keeps happening.'
const brokenHip = 'They dropped my mother and she broke her hip.'

describe('a level that the matrix alone gives as well', () => {
  it.each([
    [neglect, 'Extreme', []],
    [brokenHip, 'High', ['Extreme']],
  ])('offers no click below the floor: %s', async (text, level, instead) => {
    const made = await told(text)
    expect((await caseRow(db, made)).level).toBe(level)
    expect(await offered(made)).toEqual(instead)
  })

  it('has the harm chosen already on the form', async () => {
    const form = await ann.get(`${address(await told(neglect))}/correct/grading`)
    expect(form.text).toMatch(/value="(?:death|abuse-or-neglect)"[^>]*checked/)
    expect(form.text).not.toMatch(/value="none"[^>]*checked/)
  })

  it.each([neglect, brokenHip])('is not lowered by a click that was made up: %s', async (text) => {
    const made = await told(text)
    const before = await caseRow(db, made)
    const answer = await click(made, 'Low')
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('harm is put down to somebody')
    expect(await caseRow(db, made)).toMatchObject({
      level: before.level,
      seriousness: before.seriousness,
      likelihood: before.likelihood,
    })
    expect(await auditOf(db, made)).toEqual([])
  })

  it('keeps its floor after a click that raises it, and after that click was undone', async () => {
    const made = await told(brokenHip)
    await click(made, 'Extreme')
    expect(await offered(made)).toEqual(['High'])
    const undo = /action="([^"]+\/quick\/undo\/\d+)"/.exec(await page(made))?.[1] ?? ''
    await ann.post(undo, { why: 'A correction was undone.' }, address(made))
    expect((await caseRow(db, made)).level).toBe('High')
    expect(await offered(made)).toEqual(['Extreme'])
  })
})

describe('harm that was told of first', () => {
  const graver = 'A carer threatens my mother. This is the third time, it keeps happening.'

  it('still stands after more words, of something else, raised the level', async () => {
    const made = await told(brokenHip, graver)
    expect((await caseRow(db, made)).level).toBe('Extreme')
    expect(await offered(made)).toEqual(['High'])
    await click(made, 'High')
    const undo = /action="([^"]+\/quick\/undo\/\d+)"/.exec(await page(made))?.[1] ?? ''
    await ann.post(undo, { why: 'A correction was undone.' }, address(made))
    expect(await offered(made)).toEqual(['High'])
  })

  it('stands no longer once a person said on the form that there was none', async () => {
    const made = await told(brokenHip)
    const said = {
      stage: 'receipt',
      seriousness: 'Medium',
      likelihood: 'Possible',
      harm: 'none',
      why: 'Another patient’s story.',
    }
    await ann.post(`${address(made)}/correct/grading`, said, address(made))
    expect((await caseRow(db, made)).level).toBe('Moderate')
    expect(await offered(made)).toContain('Low')
  })

  it('stands beside a grading that was made before the hub wrote it down', async () => {
    const made = await told(brokenHip)
    const stored = await db
      .selectFrom('gradings')
      .selectAll()
      .where('case', '=', made.id)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    const { stage, seriousness, likelihood, level, matrix_version, graded_at } = stored
    const old = await addCase(db, envelope, knowledge)
    const byMatrix = stored.because.filter(({ key }) => key === 'router:risk.matrix')
    await db.updateTable('cases').set({ seriousness, likelihood, level }).where('id', '=', old.id).execute()
    await db
      .insertInto('gradings')
      .values({
        case: old.id,
        ...{ stage, seriousness, likelihood, level, matrix_version, graded_at },
        because: JSON.stringify(byMatrix),
      })
      .execute()
    await db
      .insertInto('findings')
      .values({
        case: old.id,
        about: 'seriousness',
        value: JSON.stringify('High'),
        because: JSON.stringify(graded(brokenHip).seriousness.because),
        confidence: 0.7,
        found_at: clock.now,
        knowledge_version: knowledge,
      })
      .execute()
    expect(await offered(old)).toContain('Low')
    await recordHarm(db)
    expect(await offered(old)).toEqual(['Extreme'])
    const count = () => db.selectFrom('gradings').select('id').execute()
    const before = await count()
    await recordHarm(db)
    expect(await count()).toEqual(before)
  })
})
