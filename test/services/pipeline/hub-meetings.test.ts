/** Joint meetings between two hubs over real HTTP: shown there as they stand here, answered there, and heard here once. */
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { answerMeeting } from '../../../services/store/joint/learning-acts.ts'
import { loadPartFile } from '../../../services/store/joint/part-file.ts'
import { londonDate } from '../../../shared/dates/london.ts'
import { asId, type MeetingId } from '../../../shared/ids.ts'
import { dale } from '../../support/county.ts'
import { openTwoHubs } from './two-hubs.ts'

const hubs = await openTwoHubs()
const { theirs, here, told, work, opened, made, acting, owed, consent } = hubs

async function arrangedThere(): Promise<MeetingId> {
  const meeting = asId<'meeting'>(randomUUID())
  await theirs.db
    .insertInto('meetings')
    .values({
      ...{ id: meeting, case: made().id, meets_at: new Date('2026-12-03T14:00:00Z') },
      ...{ place: 'Ward 4', purpose: 'To agree', state: 'arranged', arranged_at: theirs.clock.now },
    })
    .execute()
  await theirs.db.insertInto('meeting_places').values({ meeting, organisation: dale }).execute()
  return meeting
}

const answersTo = (db: typeof here.db, meeting: MeetingId) =>
  db.selectFrom('meeting_places').select(['attends', 'who']).where('meeting', '=', meeting).execute()

describe('a joint meeting', () => {
  it('that was moved or cancelled there is so here, and our answer to the old time is none to the new', async () => {
    const meeting = await arrangedThere()
    const { id, reference } = await opened()
    await answerMeeting(here.db, acting(reference), { meeting, attends: 'yes', who: 'Pat' })
    const moved = { meets_at: new Date('2026-12-09T09:30:00Z'), changed_because: 'Dr Ash is ill' }
    await theirs.db
      .updateTable('meetings')
      .set({ ...moved, moved_from: new Date('2026-12-03T14:00:00Z') })
      .where('id', '=', meeting)
      .execute()
    // Ours leaves first, and is refused there.
    await work()
    expect(await answersTo(theirs.db, meeting)).toMatchObject([{ attends: 'asked', who: null }])
    await told()
    await work()
    expect(await answersTo(here.db, meeting)).toMatchObject([{ attends: 'asked' }])
    const { meets_at: meetsAt, changed_because: changedBecause } = moved
    const known = await loadPartFile(here.db, dale, reference, londonDate(here.clock.now))
    expect(known?.meetings).toMatchObject([
      { meetsAt, changedBecause, movedFrom: new Date('2026-12-03T14:00:00Z'), attends: 'asked' },
    ])
    await theirs.db
      .updateTable('meetings')
      .set({ state: 'cancelled', changed_because: 'All was said' })
      .where('id', '=', meeting)
      .execute()
    await told()
    await work()
    const kept = await here.db.selectFrom('meetings').selectAll().where('case', '=', id).execute()
    expect(kept).toMatchObject([{ state: 'cancelled', changed_because: 'All was said' }])
  })

  it('that was moved before we heard of it is not answered for the old time', async () => {
    const meeting = await arrangedThere()
    const { reference } = await opened()
    await theirs.db.updateTable('meetings').set({ place: 'Town hall' }).where('id', '=', meeting).execute()
    await told()
    // What they told waits still, and goes before what our staff say now.
    await answerMeeting(here.db, acting(reference), { meeting, attends: 'yes', who: 'Pat' })
    await work()
    expect(await owed()).toEqual([])
    for (const db of [here.db, theirs.db]) {
      expect(await answersTo(db, meeting)).toEqual([{ attends: 'asked', who: null }])
    }
  })

  it('is shown here, answered here, and heard there; its minutes come to whoever was there', async () => {
    const meeting = asId<'meeting'>(randomUUID())
    await theirs.db
      .insertInto('meetings')
      .values({
        ...{ id: meeting, case: made().id, meets_at: new Date('2026-12-03T14:00:00Z') },
        ...{ place: 'The chapel hall', purpose: 'To talk it over', state: 'arranged' as const },
        arranged_at: theirs.clock.now,
      })
      .execute()
    await theirs.db.insertInto('meeting_places').values({ meeting, organisation: dale }).execute()
    const { id, reference } = await opened()
    await answerMeeting(here.db, acting(reference), { meeting, attends: 'yes', who: 'Pat, manager' })
    await told()
    expect((await owed()).map(({ act }) => act)).toEqual(['meeting', 'look'])
    await work()
    const places = () =>
      theirs.db.selectFrom('meeting_places').selectAll().where('meeting', '=', meeting).execute()
    expect(await places()).toMatchObject([{ meeting, attends: 'yes', who: 'Pat, manager' }])
    await theirs.db.updateTable('meetings').set({ state: 'held', minutes: 'All agreed.' }).execute()
    await told()
    await work()
    const held = await here.db.selectFrom('meetings').selectAll().where('case', '=', id).execute()
    expect(held).toMatchObject([{ id: meeting, state: 'held', minutes: 'All agreed.' }])
    await consent('withdrawn')
    await told()
    await work()
    expect(await here.db.selectFrom('meetings').select('id').where('case', '=', id).execute()).toEqual([])
  })

  it('of another case here is not changed by a hub that names its id', async () => {
    const first = await opened()
    const meeting = asId<'meeting'>(randomUUID())
    const place = { place: 'Our own room', purpose: 'Ours', state: 'arranged' as const }
    const at = { meets_at: new Date('2026-12-03T14:00:00Z'), arranged_at: here.clock.now }
    await here.db
      .insertInto('meetings')
      .values({ id: meeting, case: first.id, ...place, ...at })
      .execute()
    await hubs.letOut('Another matter.', 'Quillfeather')
    await theirs.db
      .insertInto('meetings')
      .values({ id: meeting, case: made().id, ...place, ...at, place: 'Elsewhere' })
      .execute()
    await theirs.db.insertInto('meeting_places').values({ meeting, organisation: dale }).execute()
    await opened()
    const kept = await here.db.selectFrom('meetings').select('place').where('id', '=', meeting).execute()
    expect(kept).toEqual([{ place: 'Our own room' }])
  })
})
