/** The questions of the form as a visitor without a script meets them, on a real database. */
import { beforeEach, describe, expect, test } from 'vitest'
import { formContext } from '../../../services/intake/form-choices.ts'
import { draftLifetime, removeExpiredDrafts } from '../../../services/store/drafts.ts'
import { county, marsh } from '../../support/county.ts'
import { answerAll, formSite, openingTime, words } from '../../support/form-site.ts'
import { createVisitor, wordsOf, type Visitor } from '../../support/visitor.ts'

const { base, db, pages, weather, deliveries } = await formSite()

let visitor: Visitor
beforeEach(() => {
  visitor = createVisitor(base)
  weather.now = openingTime
  weather.isFailing = false
})

describe('filling in the form', () => {
  test('leads from question to question to a page with all answers, and sends nothing yet', async () => {
    const before = (await deliveries()).length
    const page = await answerAll(visitor)
    expect(page.at).toBe('/feedback/check')
    expect(wordsOf(page.html)).toContain(words)
    expect(wordsOf(page.html)).toContain('Who will receive this Marsh Hospitals (example)')
    expect(page.html).not.toContain('<b>nobody</b>')
    expect(await deliveries()).toHaveLength(before)
  })

  test('says what is wrong at the top, at the field and in the title, and keeps what was typed', async () => {
    await visitor.send('/feedback/kind', { kind: 'concern' })
    const page = await visitor.send('/feedback/details', { name: 'Ines', email: 'nowhere' })
    // Not asked for yet: the way to be reached comes first, so nothing can be wrong with it.
    expect(page.status).toBe(200)
    await visitor.send('/feedback/reply', { contactBy: 'email' })
    const wrong = await visitor.send('/feedback/details', { name: 'Ines', email: 'nowhere' })
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('<title>Error: Your details – Feedback about care</title>')
    expect(wrong.html).toMatch(/<a href="#email"\s*>\s*Write an email address/)
    expect(wrong.html).toMatch(/id="email-error"/)
    expect(wrong.html).toContain('value="nowhere"')
  })

  test('an empty form leads nowhere but to its first question', async () => {
    const page = await visitor.send('/feedback/kind', {})
    expect(page.status).toBe(422)
    expect(wordsOf(page.html)).toContain('Choose what you would like to do')
  })

  test('a change leads back to all answers, through the questions it opens', async () => {
    await answerAll(visitor)
    const opened = await visitor.send('/feedback/who?from=check', { who: 'other' })
    expect(opened.at).toBe('/feedback/someone-else?from=check')
    const page = await visitor.send('/feedback/someone-else?from=check', { authority: 'child' })
    expect(page.at).toBe('/feedback/check')
    expect(wordsOf(page.html)).toContain('They are under 18')
  })

  test('whoever has no answers here is told so and sent to the start', async () => {
    const page = await visitor.get('/feedback/check')
    expect(page.at).toBe('/feedback?lost')
    expect(wordsOf(page.html)).toContain('Nothing was sent')
  })

  test('answers left alone for a day are gone', async () => {
    await answerAll(visitor)
    weather.now = new Date(openingTime.getTime() + draftLifetime)
    expect((await visitor.get('/feedback/check')).at).toBe('/feedback?lost')
    expect(await removeExpiredDrafts(db, weather.now)).toBeGreaterThan(0)
  })

  test('what is kept between two pages cannot be read in the database, nor found by the cookie', async () => {
    await answerAll(visitor)
    const rows = await db.selectFrom('drafts').selectAll().execute()
    const secret = visitor.cookies.get('draft') ?? ''
    expect(secret).toHaveLength(43)
    expect(rows.map((row) => row.id)).not.toContain(secret)
    expect(rows.some((row) => row.sealed.includes('nurse'))).toBe(false)
  })

  test('offers one list in groups where there are too many organisations for a page', () => {
    const context = formContext({ current: () => county, receiverFor: () => marsh }, [], openingTime)
    const organisations = Array.from({ length: 10 }, () => context.organisations).flat()
    const shown = {
      answers: { organisation: 'dale-council' },
      context: { ...context, organisations },
      problems: {},
    }
    const view = { language: 'en', nonce: '', path: '/feedback/organisation', requestId: '' } as const
    const html = pages.render('web-form/organisation.njk', shown, view)
    expect(html).not.toContain('type="radio"')
    expect(html.match(/<optgroup/g)).toHaveLength(2)
    expect(html).toContain('<option value="dale-council" selected>')
    expect(html).toContain('<option value="not-sure">')
  })
})

describe('what does not come from our own pages', () => {
  test.each([
    ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
    [
      'another origin, in a browser that says no more',
      { 'sec-fetch-site': '', origin: 'https://elsewhere.example' },
    ],
    ['nowhere', { 'sec-fetch-site': '', origin: 'null' }],
  ])('is refused: %s', async (_, given) => {
    const { 'sec-fetch-site': site, ...rest } = { origin: base, ...given }
    const headers = site === '' ? rest : { ...rest, 'sec-fetch-site': site }
    const response = await fetch(`${base}/feedback/kind`, {
      method: 'POST',
      body: new URLSearchParams({ kind: 'comment' }),
      headers,
      redirect: 'manual',
    })
    expect(response.status).toBe(403)
    expect(response.headers.get('set-cookie')).toBeNull()
  })

  test('two megabytes of text are a page that says what to do', async () => {
    const page = await visitor.send('/feedback/what-happened', { text: 'x'.repeat(2_000_000) })
    expect(page.status).toBe(413)
    expect(wordsOf(page.html)).toContain('shorten the text and try again')
  })

  test('text a little too long is kept, so that it can be shortened', async () => {
    const page = await visitor.send('/feedback/what-happened', { text: `${'x'.repeat(50_000)}the end` })
    expect(page.status).toBe(422)
    expect(page.html).toContain('the end</textarea>')
    expect(wordsOf(page.html)).toContain('It now has 50007')
  })

  test('a body that is no form is an empty answer, not a crash', async () => {
    const response = await fetch(`${base}/feedback/kind`, {
      method: 'POST',
      body: '{"kind":"comment"}',
      headers: { 'content-type': 'application/json', origin: base },
    })
    expect(response.status).toBe(422)
  })

  test('a cookie that is no draft is ignored', async () => {
    visitor.cookies.set('draft', "x' or 1=1")
    expect((await visitor.get('/feedback/kind')).status).toBe(200)
  })
})
