/** What operators are told: that it works, and that the table of bank holidays has to be made longer while there is time. */
import express from 'express'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connect } from '../../../services/store/database.ts'
import { healthPages } from '../../../services/upkeep/health.ts'
import { layCounty } from '../../support/county.ts'
import { testDatabase } from '../../support/database.ts'
import { serve } from '../../support/serve.ts'

const connection = connect((await testDatabase()).connectionString, { connections: 2 })
const { db } = connection
afterAll(() => connection.close())
let today = '2026-11-22'
const now = () => new Date(`${today}T12:00:00Z`)
const none = { read: 0, route: 0, 'hand-over': 0, send: 0, webhook: 0, errand: 0, examine: 0 }
const bell = { depth: async () => none }
let base = ''
beforeAll(async () => {
  await layCounty(db, now())
  base = await serve(express().use(healthPages({ db, bell, now })))
})

it.each([
  ['2026-11-22', [], 770],
  ['2028-03-01', ['bank-holidays'], 305],
  ['2029-03-01', ['bank-holidays'], 0],
])('on %s it is ready and warns of %j', async (date, warnings, days) => {
  today = date
  const answer = await fetch(`${base}/readyz`)
  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({ ready: true, problems: [], warnings })
  expect(await (await fetch(`${base}/metrics`)).text()).toContain(`hub_bank_holidays_days ${days}\n`)
})
