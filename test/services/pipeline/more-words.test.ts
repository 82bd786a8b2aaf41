/** More words on a case are heard: what gets graver is told and timed, and what was promised before is not undone. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { londonDate } from '../../../shared/dates/london.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { openMailHub, patience } from './mail-hub.ts'

const answerSchema = z.object({ reference: z.string() })
const hourMs = 3_600_000

describe('More words on a case', async () => {
  const { hub, db, mail, routed, caseOf, sentTo, close } = await openMailHub()
  let today = ''
  beforeAll(() => {
    today = londonDate(new Date().toISOString())
  })
  afterAll(close)

  let people = 0
  /** Told by the form’s API; what they add is a mail in answer to the receipt. */
  async function told(text: string, kind?: string) {
    const email = `person-${++people}@people.example`
    const response = await fetch(`${hub.web.publicUrl}/api/v1/feedback`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await hub.key('feedback:write')}`,
      },
      body: JSON.stringify({ text, ...(kind === undefined ? {} : { kind }), person: { email } }),
    })
    answerSchema.parse(await response.json())
    const { case: id } = await routed(text)
    const { replyTo } = await sentTo(email)
    const add = async (words: string) => {
      await mail({ from: email, to: replyTo, text: words })
      expect((await routed(words)).case).toBe(id)
    }
    return { id, add }
  }

  const handoffsOf = (id: CaseId) =>
    db.selectFrom('handoffs').selectAll().where('case', '=', id).orderBy('id').execute()
  const clocksOf = (id: CaseId) =>
    db.selectFrom('clocks').selectAll().where('case', '=', id).orderBy('due_on').execute()
  const issuesOf = (id: CaseId) =>
    db.selectFrom('issues').selectAll().where('case', '=', id).orderBy('position').execute()
  const actsOn = async (id: CaseId) => {
    const entries = await db
      .selectFrom('audit_entries')
      .select('act')
      .where('about', '=', id)
      .orderBy('id')
      .execute()
    return entries.map(({ act }) => act)
  }
  /** The newest about each thing. */
  const findingsOf = async (id: CaseId) => {
    const rows = await db.selectFrom('findings').selectAll().where('case', '=', id).orderBy('id').execute()
    return new Map(rows.map(({ about, value }) => [about, value]))
  }
  const accept = (id: CaseId) =>
    db.updateTable('handoffs').set({ state: 'accepted' }).where('case', '=', id).execute()

  const danger = (when: string) => `He abuses her ${when} and I am going to kill myself tonight.`

  test('that tell of danger are offered at once to the team that has it and to the team on duty', async () => {
    const { id, add } = await told('The ward at Aldermouth General Hospital was noisy and nobody apologised.')
    await accept(id)
    const before = await handoffsOf(id)
    const { owner_team: owner, level } = await caseOf(id)
    expect(level).not.toBe('Extreme')
    await add(danger('every night'))
    const added = (await handoffsOf(id)).slice(before.length)
    expect(added.map(({ team, state }) => [team, state])).toEqual(
      expect.arrayContaining([
        [owner, 'offered'],
        ['agh-safeguarding', 'offered'],
      ]),
    )
    for (const handoff of added) {
      const until = handoff.accept_until?.getTime() ?? Infinity
      expect(until - (handoff.offered_at?.getTime() ?? 0)).toBe(hourMs)
      expect(handoff.because.map(({ key }) => key)).toContain('router:handover.again.flags')
    }
    expect((await handoffsOf(id)).slice(0, before.length).map(({ state }) => state)).toEqual(
      before.map(() => 'accepted'),
    )
    await vi.waitFor(async () => {
      expect((await handoffsOf(id)).map(({ told: how }) => how)).not.toContain('waiting')
    }, patience)
  })

  const receiptsOf = (id: CaseId) =>
    db
      .selectFrom('messages')
      .select(['recipient', 'body', 'state', 'created_at'])
      .where('case', '=', id)
      .where('purpose', '=', 'receipt')
      .orderBy('created_at')
      .execute()

  test('are not answered by a machine, except that who tells of danger is told at once what to do, and not twice', async () => {
    const { id, add } = await told('The corridor at Aldermouth General Hospital was dark and cold.')
    await add('And nobody came when I rang the bell.')
    expect(await receiptsOf(id)).toHaveLength(1)
    await add(danger('in the night'))
    await add(danger('in the morning'))
    const [first, second, ...more] = await receiptsOf(id)
    expect(more).toEqual([])
    expect(first?.body).not.toContain('116 123')
    expect(second?.body).toContain('call 999')
    expect(second?.body).toContain('116 123')
  })

  test('that tell of danger are answered although their sender had the day’s most receipts already', async () => {
    const { id, add } = await told('The lift at Aldermouth General Hospital was broken and nobody helped.')
    const [first] = await receiptsOf(id)
    const earlier = Array.from({ length: 5 }, () => ({
      case: id,
      direction: 'out' as const,
      purpose: 'receipt' as const,
      channel: 'email' as const,
      recipient: first?.recipient ?? '',
      body: 'We have it.',
      language: 'en' as const,
      is_automatic: true,
      state: 'sent' as const,
      created_at: new Date(),
      due_at: new Date(),
    }))
    await db.insertInto('messages').values(earlier).execute()
    await add(danger('at dusk'))
    const last = (await receiptsOf(id)).find(({ body }) => body.includes('116 123'))
    expect(last?.state).not.toBe('held')
    expect(last).toBeDefined()
  })

  test('become issues of their own after those that were there, for the team that is offered them', async () => {
    const { id, add } = await told('The food on the ward at Aldermouth General Hospital was cold.')
    const first = await issuesOf(id)
    await add(danger('every day'))
    const all = await issuesOf(id)
    expect(all.length).toBeGreaterThan(first.length)
    expect(all.map(({ position }) => position)).toEqual(all.map((_, at) => at))
    const positions = (await handoffsOf(id))
      .filter(({ state }) => state === 'offered')
      .flatMap(({ issues }) => issues)
    expect(new Set(positions)).toEqual(new Set(all.map(({ position }) => position)))
  })

  test('that tell of harm for the first time give the level a floor, though it is as high already', async () => {
    const { id, add } = await told(
      'I am going to kill myself tonight. This is the third time, it keeps happening.',
    )
    expect((await caseOf(id)).level).toBe('Extreme')
    await add('My father died because the nurses neglected him.')
    await add('My father died because the nurses neglected him. He really did.')
    const gradings = await db
      .selectFrom('gradings')
      .selectAll()
      .where('case', '=', id)
      .orderBy('id')
      .execute()
    expect(gradings.map(({ level }) => level)).toEqual(['Extreme', 'Extreme'])
    expect(gradings[1]?.because.map(({ key }) => key)).toContain('router:risk.floor.death')
  })

  test('leave one live offer to a team that had not accepted yet, and it has the shorter time', async () => {
    const { id, add } = await told('The waiting room at Aldermouth General Hospital was dirty and cold.')
    const { owner_team: owner } = await caseOf(id)
    await add(danger('each evening'))
    const theirs = (await handoffsOf(id)).filter(({ team }) => team === owner)
    expect(theirs.map(({ state }) => state)).toEqual(['passed-on', 'offered'])
    expect(theirs[1]?.accept_until).not.toBeNull()
    expect(await actsOn(id)).toContain('handoff.renew')
  })

  const praise = 'Everybody on the eye clinic team at Aldermouth General Hospital was kind to me.'
  const complaint =
    'I want to make a formal complaint. The doctor refused to see me and the nurse lost my results.'

  test('that complain after praise make it a complaint, with a complaint’s clocks from their own receipt', async () => {
    const { id, add } = await told(praise, 'compliment')
    expect((await clocksOf(id)).map(({ name }) => name)).toEqual(['pass-on'])
    await db.updateTable('cases').set({ received_on: '2026-01-05' }).where('id', '=', id).execute()
    await add(complaint)
    const clocks = (await clocksOf(id)).filter(({ name }) => name !== 'pass-on')
    expect(clocks.map(({ name, starts_on: from }) => [name, from])).toEqual([
      ['acknowledge', today],
      ['six-months', today],
    ])
    const found = await caseOf(id)
    expect(found).toMatchObject({
      kind: 'complaint',
      received_on: '2026-01-05',
      next_due_on: clocks[0]?.due_on,
    })
    expect((await findingsOf(id)).get('kind')).toBe('complaint')
    expect((await issuesOf(id)).map(({ kind }) => kind)).toContain('complaint')
    expect(await actsOn(id)).toContain('kind.convert')
  })

  test('do not overrule the member of staff who said what it is, but its clocks run all the same', async () => {
    const { id, add } = await told(`${praise} Thank you.`, 'compliment')
    const { id: staff } = await db.selectFrom('staff').select('id').limit(1).executeTakeFirstOrThrow()
    await db
      .updateTable('cases')
      .set({ kind_confirmed_by: staff, kind_confirmed_at: new Date() })
      .where('id', '=', id)
      .execute()
    await add(`${complaint} Please tell me what happened.`)
    expect((await caseOf(id)).kind).toBe('compliment')
    expect((await findingsOf(id)).get('kind')).toBe('compliment')
    expect((await clocksOf(id)).map(({ name }) => name)).toEqual(['pass-on', 'acknowledge', 'six-months'])
  })

  test('that only praise again start no clock and trouble no team', async () => {
    const { id, add } = await told('The porter at Aldermouth General Hospital was so helpful.', 'compliment')
    const before = await handoffsOf(id)
    const clocks = await clocksOf(id)
    await add('Thank you again, the porter was wonderful.')
    expect(await clocksOf(id)).toEqual(clocks)
    expect(await handoffsOf(id)).toHaveLength(before.length)
    expect((await caseOf(id)).unread).toBe(2)
  })

  test('open a closed case again on record, with a clock, and offer it to its team', async () => {
    const { id, add } = await told(
      'Nobody at Aldermouth General Hospital rang me back about my scan.',
      'complaint',
    )
    await accept(id)
    await db
      .updateTable('clocks')
      .set({ state: 'met', ended_at: new Date() })
      .where('case', '=', id)
      .execute()
    await db.updateTable('cases').set({ state: 'closed', next_due_on: null }).where('id', '=', id).execute()
    await add('You said somebody would ring. Nobody did.')
    const { state, next_due_on: due, owner_team: owner } = await caseOf(id)
    expect(state).toBe('open')
    expect(await actsOn(id)).toEqual(['case.open', 'case.reopen', 'case.continue'])
    const running = (await clocksOf(id)).filter((clock) => clock.state === 'running')
    expect(running.map(({ starts_on: from }) => from)).toEqual(running.map(() => today))
    expect(due).toBe(running[0]?.due_on)
    const last = (await handoffsOf(id)).findLast(({ team }) => team === owner)
    expect(last).toMatchObject({ state: 'offered' })
    expect(last?.because.map(({ key }) => key)).toContain('router:handover.again.reopened')
  })
})
