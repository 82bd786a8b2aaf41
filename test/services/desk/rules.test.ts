/** The rules on the desk: read by everybody, changed by administrators of the host, tried on last month before saving. */
import { beforeAll, describe, expect, it } from 'vitest'
import { loadCurrentKnowledge } from '../../../services/store/knowledge.ts'
import { addCase } from '../../support/cases.ts'
import { addStaff, dale, marshTriage } from '../../support/county.ts'
import { wordsOf } from '../../support/visitor.ts'
import { hiddenFields, openDesk, type Visitor } from './open-desk.ts'

const desk = await openDesk()
const { db, envelope, clock } = desk
let ann: Visitor
let bea: Visitor

const administrator = { name: 'Ann Example', role: 'administrator' } as const

beforeAll(async () => {
  await addStaff(db, { email: 'ann@marsh.example', ...administrator }, clock.now)
  await addStaff(db, { email: 'dot@dale.example', organisation: dale, ...administrator }, clock.now)
  await addStaff(db, { email: 'bea@marsh.example', teams: [marshTriage] }, clock.now)
  ann = await desk.signedIn('ann@marsh.example')
  bea = await desk.signedIn('bea@marsh.example')
})

const add = '/desk/rules/routing/new'
const parking = {
  words: 'parking\nblue badge',
  team: 'marsh-emergency',
  from: '2026-11-22',
  reason: 'The car park is run by them.',
}
const routing = async () => (await loadCurrentKnowledge(db)).rules.routing

/** Through the trial to the end, as somebody would. */
async function saved(visitor: Visitor, path: string, fields: Record<string, string | string[]>) {
  const tried = await visitor.post(path, fields)
  return visitor.send(path, { ...hiddenFields(tried.text), ...fields, step: 'save' })
}

describe('adding a rule', () => {
  it('shows what it would have changed last month, and saves nothing until then', async () => {
    const about = { submission: { text: 'The parking is dreadful.', channel: 'web-form' } } as const
    const ours = await addCase(db, envelope, desk.knowledge, about)
    const theirs = await addCase(db, envelope, desk.knowledge, { ...about, receivedBy: dale })
    const old = await addCase(db, envelope, desk.knowledge, { ...about, receivedOn: '2026-10-01' })
    await db.updateTable('cases').set({ state: 'closed' }).where('id', '=', old.id).execute()
    const open = await addCase(db, envelope, desk.knowledge, { ...about, receivedOn: '2026-09-01' })
    await addCase(db, envelope, desk.knowledge, { submission: { text: 'Nobody came for six hours.' } })
    const tried = await ann.post(add, parking)
    const words = wordsOf(tried.text)
    expect(tried.status).toBe(200)
    expect(words).toContain('4 cases were routed again')
    expect(words).toContain('3 received in the last 30 days, and 1 received before that and still open')
    expect(words).toContain(open.reference)
    expect(words).toContain(
      '2 cases of yours would have gone elsewhere. It would also have changed 1 case that another',
    )
    expect(words).toContain(ours.reference)
    expect(words).toContain('Marsh feedback team')
    expect(words).toContain('Emergency department')
    expect(words).not.toContain(theirs.reference)
    expect(words).not.toContain(old.reference)
    expect(await routing()).toEqual([])
  })

  it('makes a new version in the name of who did it, with its line in the audit', async () => {
    const answer = await saved(ann, add, { ...parking, kind: ['complaint', 'concern'] })
    expect(answer.location).toBe('/desk/rules?done=added')
    const stored = await loadCurrentKnowledge(db)
    expect(stored.rules.routing).toMatchObject([
      {
        when: { kind: ['complaint', 'concern'], words: ['parking', 'blue badge'] },
        team: 'marsh-emergency',
        from: '2026-11-22',
        until: null,
        author: 'Ann Example',
        reason: 'The car park is run by them.',
      },
    ])
    expect(stored.version).not.toBe(desk.knowledge)
    const staff = await db.selectFrom('staff').select('id').where('email', '=', 'ann@marsh.example').execute()
    expect(stored.madeBy).toBe(staff[0]?.id)
    const entries = await db.selectFrom('audit_entries').selectAll().where('act', '=', 'rule.add').execute()
    expect(entries).toMatchObject([{ actor: stored.madeBy, about: stored.version, about_kind: 'knowledge' }])
    const page = wordsOf((await ann.get('/desk/rules')).text)
    expect(page).toContain('1. To Emergency department')
    expect(page).toContain('Complaint or Concern')
  })

  it.each([
    [{ words: '' }, 'at least one thing'],
    [{ team: '' }, 'Choose a team'],
    [{ team: 'nobody' }, 'Choose a team'],
    [{ does: 'forgets' }, 'Say what the team is to do'],
    [{ request: 'refund' }, 'Choose from the list'],
    [{ kind: 'praise' }, 'Choose from the list'],
    [{ from: '2026-02-30' }, 'Give the day as a date'],
    [{ until: '2026-11-01' }, 'cannot be before the first'],
    [{ reason: ' ' }, 'Say why'],
  ])('is refused with %j, and what was written is kept', async (wrong, message) => {
    const before = await routing()
    const answer = await ann.post(add, { ...parking, step: 'save', ...wrong })
    expect(answer.status).toBe(422)
    expect(wordsOf(answer.text)).toContain(message)
    if (!('words' in wrong)) expect(answer.text).toContain('blue badge')
    expect(await routing()).toEqual(before)
  })

  it('keeps what the team is to do and which requests it looks at, also for who changes it', async () => {
    await saved(ann, add, { ...parking, does: 'is-told', request: ['withdrawal', 'own-records'] })
    const rule = (await routing()).at(-1)
    expect(rule).toMatchObject({ does: 'is-told', when: { request: ['withdrawal', 'own-records'] } })
    const { text } = await ann.get(`/desk/rules/routing/${rule?.id}`)
    expect(text).toMatch(/value="is-told" checked/)
    expect(text).toMatch(/value="own-records" checked/)
    expect((await ann.get(add)).text).toMatch(/value="owns" checked/)
    await ann.post('/desk/rules/undo', { version: (await loadCurrentKnowledge(db)).version })
  })

  it('keeps what the second of two administrators wrote, and saves it only when they have looked', async () => {
    const first = await ann.post(add, { ...parking, words: 'wheelchair' })
    const second = await ann.post(add, { ...parking, words: 'porter' })
    const send = (page: { text: string }, words: string) =>
      ann.send(add, { ...hiddenFields(page.text), ...parking, words, step: 'save' })
    expect((await send(first, 'wheelchair')).status).toBe(303)
    const late = await send(second, 'porter')
    expect(late.status).toBe(409)
    expect(wordsOf(late.text)).toContain('Somebody else changed the rules')
    expect(late.text).toContain('porter')
    expect((await routing()).flatMap(({ when }) => when.words ?? [])).not.toContain('porter')
    expect((await send(late, 'porter')).status).toBe(303)
    expect((await routing()).map(({ when }) => when.words?.[0])).toEqual(['parking', 'wheelchair', 'porter'])
  })
})

describe('a rule that there is', () => {
  const ruleOn = async (word: string) => {
    const rule = (await routing()).find(({ when }) => when.words?.[0] === word)
    if (rule === undefined) throw new Error(`There is no rule on ${word}`)
    return rule
  }

  it('is changed in its place, with the reason beside it', async () => {
    const { id } = await ruleOn('wheelchair')
    const form = `/desk/rules/routing/${id}`
    expect((await ann.get(form)).text).toContain('wheelchair')
    await saved(ann, form, { ...parking, words: 'wheelchair', level: 'High', why: 'Only the serious ones.' })
    const rule = await ruleOn('wheelchair')
    expect(rule).toMatchObject({
      id,
      when: { words: ['wheelchair'], level: ['High'] },
      changes: [{ on: '2026-11-22', by: 'Ann Example', what: 'changed', because: 'Only the serious ones.' }],
    })
    expect((await routing()).map((one) => one.id).indexOf(id)).toBe(1)
  })

  it('is moved to the place that was chosen', async () => {
    const { id } = await ruleOn('porter')
    await saved(ann, `/desk/rules/routing/${id}/move`, { to: '1', why: 'It is the narrower one.' })
    expect((await routing()).map(({ when }) => when.words?.[0])).toEqual(['porter', 'parking', 'wheelchair'])
  })

  it('is ended on a day and stays in the list; the trial shows the day after', async () => {
    const { id } = await ruleOn('parking')
    const form = `/desk/rules/routing/${id}/end`
    const tried = await ann.post(form, { until: '2026-11-22', why: 'The contract is over.' })
    expect(wordsOf(tried.text)).toContain('as they would stand on Monday 23 November 2026')
    expect(wordsOf(tried.text)).toContain('2 cases of yours would have gone elsewhere')
    await saved(ann, form, { until: '2026-11-22', why: 'The contract is over.' })
    expect(await ruleOn('parking')).toMatchObject({ until: '2026-11-22' })
    clock.now = new Date('2026-11-23T09:00:00Z')
    ann = await desk.signedIn('ann@marsh.example')
    expect(wordsOf((await ann.get('/desk/rules')).text)).toContain('To Emergency department ended')
  })
})

describe('who may', () => {
  it('lets staff read what is in force with its sources, and change nothing', async () => {
    bea = await desk.signedIn('bea@marsh.example')
    const page = await bea.get('/desk/rules')
    const words = wordsOf(page.text)
    expect(words).toContain('The car park is run by them.')
    expect(words).toContain('SI 2009/309 reg 8(1) (read in the source)')
    expect(words).toContain('Safeguarding: adult')
    expect(words).toContain('Almost certain')
    expect(page.text).not.toContain('/desk/rules/routing/')
    expect((await bea.get(add)).status).toBe(404)
    expect((await bea.post(add, { ...parking, step: 'save' }, '/desk/rules')).status).toBe(404)
  })

  it('shows an administrator of another organisation no editor', async () => {
    const dot = await desk.signedIn('dot@dale.example')
    expect((await dot.get('/desk/rules')).text).not.toContain('/desk/rules/routing/')
    expect((await dot.get(add)).status).toBe(404)
  })
})
