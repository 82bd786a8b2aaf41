/** No page of a case shows a key of the language files instead of words, whatever the router made of the text. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { testDatabase } from '../../support/database.ts'
import { admin, startTestHub, type TestHub } from '../../support/hub.ts'
import { createVisitor, type Visitor } from './open-desk.ts'

let hub: TestHub
let visitor: Visitor

beforeAll(async () => {
  hub = await startTestHub((await testDatabase()).connectionString)
  visitor = createVisitor(hub.web.publicUrl)
  await visitor.signIn(admin.email, admin.password)
})
afterAll(() => hub.close())

const rawKey = /\b[a-z-]+:[a-z.-]+\b|\b(?:kind|tone|risk|flag|owner|joint|clock|want|language)\.[a-z-]+/

/** As it is read: without addresses in attributes, scripts and styles. */
function wordsOf(html: string): string {
  return html
    .replace(/<(script|style|head)\b[^]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
}

async function routed(body: object): Promise<string> {
  const answer = await fetch(`${hub.web.publicUrl}/api/v1/feedback`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(answer.status).toBe(202)
  const made: unknown = await answer.json()
  const reference =
    typeof made === 'object' && made !== null && 'reference' in made ? String(made.reference) : ''
  return vi.waitFor(
    async () => {
      const page = await visitor.get(`/desk/cases/${reference}`)
      if (page.status !== 200) throw new Error('Not routed yet')
      return page.text
    },
    { timeout: 20_000, interval: 200 },
  )
}

it.each([
  ['blame and a wish', 'It is the fault of the ward sister. I want an apology and to be paid for my taxi.'],
  ['praise', 'Thank you all, the nurses on the stroke ward were wonderful.'],
  ['an idea', 'More benches by the entrance would help.'],
  ['danger', 'I cannot go on after how they treated me and I want to end my life tonight.'],
  ['a worry about an adult', 'There are bruises on my grandmother since she moved to the care home.'],
  ['a worry about a child', 'My son of four was hit by a member of staff on the ward.'],
  ['a death', 'My husband died because nobody read his chart. We are going to a solicitor and the paper.'],
  ['two organisations', 'The hospital sent her home and the council says social care was never told.'],
  ['long ago', 'Three years ago, in March 2023, my operation was cancelled twice.'],
  ['discrimination', 'They ignored me because I am deaf and laughed at my accent.'],
  ['speaking up', 'I work on this ward and we are told to change the times in the notes.'],
  ['Welsh', 'Nid oedd neb ar y ward yn gallu siarad Cymraeg â fy mam.'],
  ['another language', 'Nikt w szpitalu nie mówił po polsku i czekaliśmy sześć godzin.'],
  ['next to nothing', 'ok'],
])('%s is told in words', async (_, text) => {
  expect(wordsOf(await routed({ text })).match(rawKey)?.[0]).toBeUndefined()
})

it.each(['comment', 'compliment', 'concern', 'complaint'])(
  'a %s that the sender chose as such is told in words',
  async (kind) => {
    const words = wordsOf(await routed({ text: 'We waited on the ward.', kind }))
    expect(words.match(rawKey)?.[0]).toBeUndefined()
  },
)
