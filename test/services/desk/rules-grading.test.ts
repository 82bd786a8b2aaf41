/** Grading again after the investigation: both gradings stay, side by side, with the drift in words. */
import { beforeAll, expect, it } from 'vitest'
import { addCase } from '../../support/cases.ts'
import { addStaff, marshTriage } from '../../support/county.ts'
import { wordsOf } from '../../support/visitor.ts'
import { openDesk, type Visitor } from './open-desk.ts'

const desk = await openDesk()
const { db, envelope, knowledge, clock } = desk
let ann: Visitor

beforeAll(async () => {
  await addStaff(db, { email: 'ann@marsh.example', teams: [marshTriage] }, clock.now)
  ann = await desk.signedIn('ann@marsh.example')
})

const grade = { seriousness: 'High', likelihood: 'Rare', harm: 'none', why: 'The file bears it out.' }

it('keeps both gradings and says which way each part went', async () => {
  const { reference, id } = await addCase(db, envelope, knowledge)
  const address = `/desk/cases/${reference}`
  const form = `${address}/grade-after-investigation`
  const before = wordsOf((await ann.get(address)).text)
  expect(before).not.toContain('On receipt → after the investigation')
  expect(wordsOf((await ann.get(form)).text)).toContain('On receipt: Moderate')
  expect((await ann.post(form, grade)).location).toBe(`${address}?done=graded`)
  const words = wordsOf((await ann.get(address)).text)
  expect(words).toContain('Seriousness Medium → High raised')
  expect(words).toContain('Likelihood of happening again Possible → Rare lowered')
  expect(words).toContain('Risk level Moderate → High raised')
  const gradings = await db
    .selectFrom('gradings')
    .select('stage')
    .where('case', '=', id)
    .orderBy('id')
    .execute()
  expect(gradings.map(({ stage }) => stage)).toEqual(['receipt', 'after-investigation'])
})

it('says so where nothing moved', async () => {
  const { reference } = await addCase(db, envelope, knowledge)
  const address = `/desk/cases/${reference}`
  const same = { ...grade, seriousness: 'Medium', likelihood: 'Possible' }
  await ann.post(`${address}/grade-after-investigation`, same)
  expect(wordsOf((await ann.get(address)).text)).toContain('Risk level Moderate → Moderate unchanged')
})

it('asks why, and loses nothing', async () => {
  const { reference, id } = await addCase(db, envelope, knowledge)
  const answer = await ann.post(`/desk/cases/${reference}/grade-after-investigation`, { ...grade, why: '' })
  expect(answer.status).toBe(422)
  expect(wordsOf(answer.text)).toContain('Say why')
  expect(answer.text).toMatch(/value="Rare" checked/)
  expect(await db.selectFrom('gradings').select('id').where('case', '=', id).execute()).toHaveLength(1)
})
