/** Sending the form: one delivery, one reference, and no words left behind; on a real database. */
import { openDelivery } from '../../../services/store/deliveries.ts'
import { beforeEach, describe, expect, test } from 'vitest'
import { marsh } from '../../support/county.ts'
import { answerAll, formSite, openingTime, words } from '../../support/form-site.ts'
import { createVisitor, wordsOf, type Visitor } from '../../support/visitor.ts'

const { base, db, envelope, weather, deliveries } = await formSite()

let visitor: Visitor
beforeEach(() => {
  visitor = createVisitor(base)
  weather.now = openingTime
  weather.isFailing = false
  weather.hold = () => Promise.resolve()
})

/** Lets nobody pass before the second is there. */
function untilTwoWait(): () => Promise<void> {
  const both = Promise.withResolvers<undefined>()
  let waiting = 0
  return () => {
    waiting += 1
    if (waiting === 2) both.resolve(undefined)
    return both.promise
  }
}

async function newestDelivery() {
  const newest = (await deliveries()).at(-1)
  if (newest === undefined) throw new Error('Nothing was delivered')
  return newest
}

describe('words that speak of danger', () => {
  const danger = { 'what-happened': { text: 'Nobody rings back and I dont want to live any more.' } }
  const called = 'Samaritans free on 116 123'

  test('are answered at once with what to do, before the reference', async () => {
    await answerAll(visitor, danger)
    const { html } = await visitor.send('/feedback/check', {})
    const { reference } = await newestDelivery()
    expect(wordsOf(html)).toContain(called)
    expect(html.indexOf(called)).toBeLessThan(html.indexOf(reference))
  })

  test('are answered in Welsh to who reads Welsh', async () => {
    await answerAll(visitor, danger)
    await visitor.send('/feedback/check', {})
    const { html } = await visitor.get('/feedback/sent?lang=cy')
    expect(wordsOf(html)).toContain('Samariaid am ddim ar 116 123')
  })

  test('are not seen where there are none', async () => {
    await answerAll(visitor)
    const { html } = await visitor.send('/feedback/check', {})
    expect(wordsOf(html)).not.toContain(called)
  })
})

describe('sending the form', () => {
  test('gives a reference, the day by which somebody answers, and leaves no words behind', async () => {
    await answerAll(visitor)
    const page = await visitor.send('/feedback/check', {})
    const delivery = await newestDelivery()
    expect(page.at).toBe('/feedback/sent')
    expect(page.html).toContain(delivery.reference)
    expect(wordsOf(page.html)).toContain('by Wednesday 25 November 2026')
    expect(delivery).toMatchObject({
      channel: 'web-form',
      door: 'form',
      received_by: marsh,
      state: 'waiting',
    })
    expect(JSON.parse(openDelivery(envelope, delivery.sealed).raw.toString())).toMatchObject({
      text: words,
      kind: 'complaint',
      person: { name: 'Ines Example', email: 'ines@example.com' },
      about: { organisation: marsh, careService: 'marsh-ward-4' },
    })
    const drafts = await db.selectFrom('drafts').select('sealed').execute()
    const opened = drafts.map(({ sealed }) => envelope.open(sealed).toString())
    const left = opened.find((draft) => draft.includes(delivery.reference))
    expect(left).toBeDefined()
    expect(left).not.toContain('nurse')
    expect(left).not.toContain('ines@example.com')
  })

  test('twice at the same moment is one delivery with one reference', async () => {
    const check = await answerAll(visitor)
    const token = /name="token" value="([^"]+)"/.exec(check.html)?.[1] ?? ''
    const before = (await deliveries()).length
    weather.hold = untilTwoWait()
    const [one, two] = await Promise.all([
      visitor.send('/feedback/check', { token }),
      visitor.send('/feedback/check', { token }),
    ])
    const { reference } = await newestDelivery()
    expect(one.html).toContain(reference)
    expect(two.html).toContain(reference)
    expect(await deliveries()).toHaveLength(before + 1)
  })

  test('again after it was sent shows the same reference', async () => {
    await answerAll(visitor)
    await visitor.send('/feedback/check', {})
    const { reference } = await newestDelivery()
    const before = (await deliveries()).length
    const again = await visitor.send('/feedback/check', { token: 'stale' })
    expect(again.at).toBe('/feedback/sent')
    expect(again.html).toContain(reference)
    expect((await visitor.get('/feedback/what-happened')).at).toBe('/feedback/sent')
    expect(await deliveries()).toHaveLength(before)
  })

  test('that cannot be stored says so, loses nothing, and works when tried again', async () => {
    await answerAll(visitor)
    weather.isFailing = true
    const failed = await visitor.send('/feedback/check', {})
    expect(failed.status).toBe(503)
    expect(wordsOf(failed.html)).toContain('Nothing you wrote is lost')
    weather.isFailing = false
    await visitor.get('/feedback/check')
    expect((await visitor.send('/feedback/check', {})).at).toBe('/feedback/sent')
  })

  test('with words added after a first Send that never came back is a delivery of their own', async () => {
    const check = await answerAll(visitor)
    const token = /name="token" value="([^"]+)"/.exec(check.html)?.[1] ?? ''
    const before = (await deliveries()).length
    const entered = Promise.withResolvers<undefined>()
    const slow = Promise.withResolvers<undefined>()
    weather.hold = () => {
      entered.resolve(undefined)
      return slow.promise
    }
    const first = visitor.send('/feedback/check', { token })
    await entered.promise
    await visitor.send('/feedback/what-happened?from=check', { text: `${words} It is happening again.` })
    weather.hold = () => Promise.resolve()
    slow.resolve(undefined)
    await first
    await visitor.get('/feedback/check')
    expect((await visitor.send('/feedback/check', { token })).at).toBe('/feedback/sent')
    const sent = (await deliveries()).slice(before)
    const texts = sent.map(({ sealed }) => openDelivery(envelope, sealed).raw.toString())
    expect(texts.map((text) => text.includes('It is happening again.'))).toEqual([false, true])
  })

  test('without the token of the page sends nothing', async () => {
    await answerAll(visitor)
    const before = (await deliveries()).length
    const page = await visitor.send('/feedback/check', { token: '0'.repeat(64) })
    expect(page.at).toBe('/feedback/check')
    expect(await deliveries()).toHaveLength(before)
  })

  test('promises no contact to somebody who wants none', async () => {
    const without = await answerAll(visitor, { reply: { contactBy: 'none' }, details: {}, needs: {} })
    expect(without.at).toMatch(/^\/feedback/)
    await visitor.get('/feedback/check')
    const page = await visitor.send('/feedback/check', {})
    expect(wordsOf(page.html)).toContain('You asked us not to contact you')
    expect(wordsOf(page.html)).not.toContain('25 November')
  })

  test('the next matter of the same visitor is a delivery of its own', async () => {
    await answerAll(visitor)
    await visitor.send('/feedback/check', {})
    const first = await newestDelivery()
    await answerAll(visitor)
    await visitor.send('/feedback/check', {})
    expect((await newestDelivery()).reference).not.toBe(first.reference)
  })

  test('speaks Welsh from the first page to the last', async () => {
    await visitor.get('/feedback?lang=cy')
    const page = await answerAll(visitor)
    expect(page.html).toContain('<html lang="cy">')
    expect(wordsOf(page.html)).toContain('Gwiriwch eich atebion')
    const done = await visitor.send('/feedback/check', {})
    expect(wordsOf(done.html)).toContain('dydd Mercher 25 Tachwedd 2026')
    const { sealed } = await newestDelivery()
    expect(JSON.parse(openDelivery(envelope, sealed).raw.toString())).toMatchObject({ language: 'cy' })
  })
})
