/** Who leads, asked by one hub and answered on another, by reference alone. */
import { describe, expect, it } from 'vitest'
import { dale } from '../../support/county.ts'
import { openTwoHubs } from './two-hubs.ts'

const { theirs, here, told, work, made, dan, owed, consent } = await openTwoHubs()

describe('being asked to lead by another hub', () => {
  async function asked() {
    await theirs.db.deleteFrom('lead_proposals').execute()
    const { id } = await theirs.db
      .insertInto('lead_proposals')
      .values({
        ...{ case: made().id, organisation: dale, state: 'proposed' as const, because: '[]' },
        ...{ proposed_at: theirs.clock.now, answer_by: '2026-12-01' },
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await told(true)
    await work()
    return id
  }
  const there = () => theirs.db.selectFrom('lead_proposals').selectAll().executeTakeFirstOrThrow()
  const listed = async () => (await dan().get('/desk/joint')).text.includes(made().reference)

  it('is shown by reference alone before anything is open to us', async () => {
    await consent('withdrawn')
    await asked()
    expect(await listed()).toBe(true)
    expect(
      await here.db
        .selectFrom('peer_cases')
        .select('case')
        .where('their_reference', '=', made().reference)
        .execute(),
    ).toEqual([])
  })

  it.each(['accept', 'decline'] as const)(
    'is answered here with %s, and heard there once',
    async (answer) => {
      const id = await asked()
      const form = { answer, why: 'It began on our ward.' }
      const asking = await dan().get('/desk/joint')
      expect(asking.text).toContain('you work on it there')
      expect(asking.text).toContain(`${theirs.address}/desk`)
      const { status, location } = await dan().post(`/desk/joint/leads/${id}`, form, '/desk/joint')
      expect(status).toBe(303)
      const after = await dan().get(location ?? '')
      expect(after.text.includes('with an account of that hub')).toBe(answer === 'accept')
      expect(await listed()).toBe(false)
      await dan().post(`/desk/joint/leads/${id}`, form, '/desk/joint')
      await work()
      expect(await owed()).toEqual([])
      const state = answer === 'accept' ? 'accepted' : 'declined'
      expect(await there()).toMatchObject({ id, state })
      const ours = await here.db.selectFrom('peer_leads').select('state').where('id', '=', id).execute()
      expect(ours).toEqual([{ state }])
    },
  )

  it('is not shown any more once it was taken back there', async () => {
    await asked()
    await theirs.db.updateTable('lead_proposals').set({ state: 'withdrawn' }).execute()
    await told(true)
    await work()
    expect(await listed()).toBe(false)
  })
})
