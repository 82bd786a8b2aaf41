/** Sessions that ran out go; those that somebody still uses stay. */
import { afterAll, expect, it } from 'vitest'
import { sql } from 'kysely'
import { connect } from '../../../services/store/database.ts'
import { removeOldSessions } from '../../../services/store/old-sessions.ts'
import { testDatabase } from '../../support/database.ts'

const { connectionString } = await testDatabase()
const { db, close } = connect(connectionString, { connections: 2 })
afterAll(close)
const now = new Date('2026-11-27T10:00:00Z')

it('takes away sessions that ran out, and no other', async () => {
  for (const [sid, seconds] of [
    ['over', -1],
    ['open', 1],
  ] as const) {
    const expire = sql<Date>`to_timestamp(${now.getTime() / 1_000 + seconds})`
    await db.insertInto('sessions').values({ sid, sess: '{}', expire }).execute()
  }
  expect(await removeOldSessions(db, now)).toBe(1)
  expect(await db.selectFrom('sessions').select('sid').execute()).toEqual([{ sid: 'open' }])
})
