/** What the form's file question does not take: too large, too many, too often, not from our pages; and what is kept all the same. */
import { randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { largestFile, mostFiles } from '../../../channels/web-form/limits.ts'
import { formSite } from '../../support/form-site.ts'
import { createVisitor, wordsOf, type Page, type Visitor } from '../../support/visitor.ts'

const { base, db, weather } = await formSite()

const path = '/feedback/files'
const letter = new File([randomBytes(70_000)], 'letter.pdf', { type: 'application/pdf' })
const photo = new File([randomBytes(2_000)], 'Ward 4.jpg', { type: 'image/jpeg' })
const film = new File([new Uint8Array(largestFile + 1)], 'film.mp4', { type: 'video/mp4' })
const empty = new File([], 'empty.txt')

let visitor: Visitor
beforeEach(async () => {
  visitor = createVisitor(base)
  weather.isCrowded = false
  await db.deleteFrom('drafts').execute()
  await visitor.send('/feedback/kind', { kind: 'concern' })
})

const add = (...files: readonly File[]) => visitor.sendFiles(path, 'files', files, { add: 'yes' })
const stored = () => db.selectFrom('draft_files').select('id').execute()
const listed = ({ html }: Page) => [...html.matchAll(/hub-files__name">([^<]*)</g)].map(([, name]) => name)
const numbered = (count: number) =>
  Array.from({ length: count }, (_, at) => new File([`page ${at}`], `page-${at}.txt`))

test('whoever begins too often is told to wait, and nothing is stored; who is under way goes on', async () => {
  weather.isCrowded = true
  const before = await db.selectFrom('drafts').select('id').execute()
  const page = await createVisitor(base).send('/feedback/kind', { kind: 'concern' })
  expect(page.status).toBe(429)
  expect(await db.selectFrom('drafts').select('id').execute()).toEqual(before)
  expect((await visitor.send('/feedback/kind', { kind: 'complaint' })).at).toBe('/feedback/organisation')
})

describe('what is more than the form takes', () => {
  test('one that is too large is named, in the form, and the others are kept', async () => {
    const page = await add(photo, film, letter)
    expect(page.status).toBe(413)
    expect(page.html).toMatch(/<a href="#files"\s*>\s*Choose files of 5 MB or less/)
    expect(wordsOf(page.html)).toContain('because it is larger: film.mp4')
    expect(listed(page)).toEqual([photo.name, letter.name])
    expect(await stored()).toHaveLength(2)
  })

  test('one of exactly the largest size is taken', async () => {
    expect(listed(await add(new File([new Uint8Array(largestFile)], 'large.bin')))).toEqual(['large.bin'])
  })

  test('more than so many are named, and the first ones kept', async () => {
    const page = await add(...numbered(mostFiles + 2))
    expect(page.status).toBe(422)
    expect(wordsOf(page.html)).toContain('because there was no more room: page-5.txt, page-6.txt')
    expect(listed(page)).toHaveLength(mostFiles)
    expect(page.html).not.toContain('type="file"')
    const next = await visitor.send(path, {})
    expect(next.at).toBe('/feedback/who')
  })

  test('from two windows at once is no more than from one', async () => {
    const files = numbered(2 * mostFiles)
    const cookie = `draft=${visitor.cookies.get('draft') ?? ''}`
    await Promise.all(
      files.map(async (file) => {
        const body = new FormData()
        body.append('files', file)
        await fetch(base + path, { method: 'POST', body, headers: { cookie, origin: base } })
      }),
    )
    expect(await stored()).toHaveLength(mostFiles)
  })

  test('one without anything in it is named', async () => {
    const page = await add(empty)
    expect(page.status).toBe(422)
    expect(wordsOf(page.html)).toContain('because it is empty: empty.txt')
    expect(await stored()).toEqual([])
  })

  test('several causes are one sentence', async () => {
    expect(wordsOf((await add(empty, film)).html)).toContain('Not added: empty.txt, film.mp4')
  })

  test('too often is told to come back later, and nothing of it is kept', async () => {
    weather.isCrowded = true
    expect((await add(photo)).status).toBe(429)
    expect(await stored()).toEqual([])
  })
})

describe('what is no form of ours', () => {
  const post = (body: string | Buffer | FormData, headers: Readonly<Record<string, string>> = {}) =>
    fetch(base + path, {
      method: 'POST',
      body,
      headers: { cookie: `draft=${visitor.cookies.get('draft') ?? ''}`, origin: base, ...headers },
      redirect: 'manual',
    })

  test.each([
    ['half a form', '--x\r\ncontent-disposition: form-data; name="files"; filename="a"\r\n\r\nhalf'],
    [
      'another field of files',
      '--x\r\ncontent-disposition: form-data; name="other"; filename="a"\r\n\r\nb\r\n--x--\r\n',
    ],
    ['noise', randomBytes(500)],
  ])('%s is answered 400, and nothing of it is kept', async (_, body) => {
    const answer = await post(body, { 'content-type': 'multipart/form-data; boundary=x' })
    expect(answer.status).toBe(400)
    expect(await stored()).toEqual([])
  })

  test('whoever has no answers here is sent to the start, and another site is refused', async () => {
    const body = new FormData()
    body.append('files', photo)
    const lost = await post(body, { cookie: '' })
    expect(lost.headers.get('location')).toBe('/feedback?lost')
    expect((await post(body, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect(await stored()).toEqual([])
  })
})
