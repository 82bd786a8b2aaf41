/** Somebody speaks up in an answer on their case: the teams that have it lose it, and are told nothing of it. */
import { afterAll, describe, expect, test } from 'vitest'
import { openMailHub } from './mail-hub.ts'

describe('More words in which somebody speaks up', async () => {
  const { db, mail, routed, caseOf, sentTo, close } = await openMailHub()
  afterAll(close)
  const from = 'nia@people.example'
  const first =
    'The food on the eye clinic at Aldermouth General Hospital was cold. I waited nine hours in the emergency department there.'
  const later = 'I work there as a nurse, and my manager told us to falsify the records.'

  test('take the case from its teams with all its issues, for those who look after that', async () => {
    await mail({ from, text: first })
    const { case: id } = await routed('The food on the eye clinic')
    const handoffsOf = () =>
      db.selectFrom('handoffs').selectAll().where('case', '=', id).orderBy('id').execute()
    const before = await handoffsOf()
    expect(before.map(({ team }) => String(team))).not.toContain('agh-speak-up')
    expect(before).toHaveLength(2)
    await db.updateTable('handoffs').set({ state: 'accepted' }).where('case', '=', id).execute()
    await mail({ from, to: (await sentTo(from)).replyTo, text: later })
    expect((await routed('my manager told us')).case).toBe(id)
    expect((await caseOf(id)).owner_team).toBe('agh-speak-up')
    const after = await handoffsOf()
    const open = after.filter(({ state }) => state !== 'passed-on')
    expect(open.map(({ team, state }) => [team, state])).toEqual([['agh-speak-up', 'offered']])
    expect(after).toHaveLength(3)
    const issues = await db
      .selectFrom('issues')
      .select('position')
      .where('case', '=', id)
      .orderBy('position')
      .execute()
    expect(open[0]?.issues).toEqual(issues.map(({ position }) => position))
    const entries = await db.selectFrom('audit_entries').select('act').where('about', '=', id).execute()
    expect(entries.filter(({ act }) => act === 'handoff.pass-on')).toHaveLength(2)
  })
})
