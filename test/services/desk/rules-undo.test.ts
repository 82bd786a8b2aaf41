/** A change of the routing rules is taken back with one click, while it is the last, by whoever may change them. */
import { beforeAll, expect, it } from 'vitest'
import { theHub } from '../../../services/store/audit.ts'
import { loadCurrentKnowledge } from '../../../services/store/knowledge.ts'
import { addStaffMember } from '../../../services/store/staff.ts'
import { addStaff, marsh, marshTriage, password } from '../../support/county.ts'
import { wordsOf } from '../../support/visitor.ts'
import { hiddenFields, openDesk, type Visitor } from './open-desk.ts'

const desk = await openDesk()
const { db, clock } = desk
let ann: Visitor
let bea: Visitor

beforeAll(async () => {
  const administrator = {
    email: 'ann@marsh.example',
    name: 'Ann Example',
    password,
    organisation: marsh,
    role: 'administrator',
    teams: [],
  } as const
  await db
    .transaction()
    .execute((queries) => addStaffMember(queries, administrator, { actor: theHub, now: clock.now }))
  await addStaff(db, { email: 'bea@marsh.example', teams: [marshTriage] }, clock.now)
  ann = await desk.signedIn('ann@marsh.example')
  bea = await desk.signedIn('bea@marsh.example')
})

const words = async () => (await loadCurrentKnowledge(db)).rules.routing.map(({ when }) => when.words?.[0])
const page = '/desk/rules'

async function add(word: string): Promise<void> {
  const path = '/desk/rules/routing/new'
  const fields = { words: word, team: 'marsh-emergency', from: '2026-11-22', reason: 'As agreed.' }
  const tried = await ann.post(path, fields)
  await ann.send(path, { ...hiddenFields(tried.text), ...fields, step: 'save' })
}

it('offers nothing while nobody changed them', async () => {
  expect((await ann.get(page)).text).not.toContain('/desk/rules/undo')
})

it('takes back the last change only, and says who made it', async () => {
  await add('parking')
  await add('thank')
  expect(await words()).toEqual(['parking', 'thank'])
  expect(wordsOf((await ann.get(page)).text)).toContain('Last change: Routing rule added, by Ann Example')
  expect((await ann.post('/desk/rules/undo', {}, page)).location).toBe('/desk/rules?done=undone')
  expect(await words()).toEqual(['parking'])
  expect((await ann.get(page)).text).not.toContain('/desk/rules/undo')
  const last = await db.selectFrom('audit_entries').select('act').orderBy('id', 'desc').executeTakeFirst()
  expect(last?.act).toBe('rule.undo')
})

it('takes nothing back where somebody changed them since', async () => {
  await add('canteen')
  const seen = hiddenFields((await ann.get(page)).text)
  await add('lift')
  expect((await ann.send('/desk/rules/undo', seen)).location).toBe('/desk/rules?done=not-undone')
  expect(await words()).toEqual(['parking', 'canteen', 'lift'])
})

it('is not for whoever may only read the rules', async () => {
  expect((await bea.get(page)).text).not.toContain('/desk/rules/undo')
  const seen = {
    ...hiddenFields((await bea.get(page)).text),
    version: hiddenFields((await ann.get(page)).text)['version'] ?? '',
  }
  expect((await bea.send('/desk/rules/undo', seen)).status).toBe(404)
  expect(await words()).toEqual(['parking', 'canteen', 'lift'])
})
