/** Photos and documents added to the form by a visitor without a script: kept with the draft, sent with it, gone with it. */
import { createHash, randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { fileMegabytes, largestFile } from '../../../channels/web-form/limits.ts'
import { openDelivery } from '../../../services/store/deliveries.ts'
import { draftLifetime, removeExpiredDrafts } from '../../../services/store/drafts.ts'
import { answerAll, formSite, openingTime } from '../../support/form-site.ts'
import { createVisitor, wordsOf, type Page, type Visitor } from '../../support/visitor.ts'

const { base, db, envelope, weather, deliveries } = await formSite()

const path = '/feedback/files'
const letter = new File([randomBytes(70_000)], 'Ein Brief 手紙.pdf', { type: 'application/pdf' })
const photo = new File([randomBytes(2_000)], 'Ward 4.jpg', { type: 'image/jpeg' })
const film = new File([new Uint8Array(largestFile + 1)], 'film.mp4', { type: 'video/mp4' })
const adding = { add: 'yes' }

let visitor: Visitor
beforeEach(async () => {
  visitor = createVisitor(base)
  weather.now = openingTime
  weather.isFailing = false
  await db.deleteFrom('drafts').execute()
  await answerAll(visitor)
})

const add = (...files: readonly File[]) => visitor.sendFiles(path, 'files', files, adding)
const stored = () => db.selectFrom('draft_files').selectAll().orderBy('id').execute()
const listed = ({ html }: Page) => [...html.matchAll(/hub-files__name">([^<]*)</g)].map(([, name]) => name)
const removals = ({ html }: Page) =>
  [...html.matchAll(/name="file" value="([^"]+)"/g)].map(([, id = '']) => id)

const attachedSchema = z.object({
  attachments: z.array(z.object({ name: z.string(), contentType: z.string(), content: z.base64() })),
})

/** What the newest delivery brought along. */
async function delivered() {
  const { sealed } = (await deliveries()).at(-1) ?? {}
  if (sealed === undefined) throw new Error('Nothing was delivered')
  const { attachments } = attachedSchema.parse(JSON.parse(openDelivery(envelope, sealed).raw.toString()))
  return attachments.map(({ content, ...rest }) => ({
    ...rest,
    sha256: hashOf(Buffer.from(content, 'base64')),
  }))
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const fingerprint = async (file: File) => ({
  name: file.name,
  contentType: file.type,
  sha256: hashOf(await file.bytes()),
})

describe('adding files to the form', () => {
  test('lists each with its size, and sends them byte for byte in the order in which they were chosen', async () => {
    const page = await add(letter, photo)
    expect(page.at).toBe(path)
    expect(listed(page)).toEqual([letter.name, photo.name])
    expect(wordsOf(page.html)).toContain('68 KB')
    const check = await visitor.sendFiles(path, 'files', [])
    expect(check.at).toBe('/feedback/who')
    expect(listed(await visitor.get('/feedback/check'))).toEqual([letter.name, photo.name])
    expect((await visitor.send('/feedback/check', {})).at).toBe('/feedback/sent')
    expect(await delivered()).toEqual([await fingerprint(letter), await fingerprint(photo)])
  })

  test('with nothing but “Continue” takes what was chosen along and goes on', async () => {
    const page = await visitor.sendFiles(`${path}?from=check`, 'files', [photo])
    expect(page.at).toBe('/feedback/check')
    expect(listed(page)).toEqual([photo.name])
  })

  test('may be left out', async () => {
    expect((await visitor.send(path, {})).at).toBe('/feedback/who')
    expect(wordsOf((await visitor.get('/feedback/check')).html)).toContain('You added no files')
    await visitor.send('/feedback/check', {})
    expect(await delivered()).toEqual([])
  })

  test('asked for without choosing any says so in the form', async () => {
    const page = await add()
    expect(page.status).toBe(422)
    expect(page.html).toContain('<title>Error: Do you want to add photos')
    expect(page.html).toMatch(/<a href="#files"\s*>\s*Choose a file to add/)
  })

  test('the same one chosen twice is there once', async () => {
    await add(photo)
    expect(listed(await add(photo, letter))).toEqual([photo.name, letter.name])
  })

  test('leaves nothing behind once the form was sent', async () => {
    await add(photo)
    await visitor.get('/feedback/check')
    await visitor.send('/feedback/check', {})
    expect(await stored()).toEqual([])
    expect((await add(photo)).at).toBe('/feedback/sent')
    expect(await stored()).toEqual([])
  })

  test('leaves nothing behind in a form that nobody came back to', async () => {
    await add(photo)
    weather.now = new Date(openingTime.getTime() + draftLifetime - 1)
    await removeExpiredDrafts(db, weather.now)
    expect(await stored()).toHaveLength(1)
    weather.now = new Date(openingTime.getTime() + draftLifetime)
    expect((await add(letter)).at).toBe('/feedback?lost')
    await removeExpiredDrafts(db, weather.now)
    expect(await stored()).toEqual([])
  })

  test('keeps the answers as long as the last file', async () => {
    weather.now = new Date(openingTime.getTime() + draftLifetime - 1)
    await add(photo)
    weather.now = new Date(weather.now.getTime() + draftLifetime - 1)
    expect(listed(await visitor.get('/feedback/check'))).toEqual([photo.name])
  })

  test('keeps neither names nor bytes where somebody could read them', async () => {
    const note = new File(['Nobody came when I rang.'], 'My father.txt')
    await add(note)
    const [row] = await stored()
    const kept = Buffer.concat([row?.about ?? Buffer.alloc(0), row?.sealed ?? Buffer.alloc(0)])
    expect(kept.length).toBeGreaterThan(100)
    expect(kept.includes('Nobody came')).toBe(false)
    expect(kept.includes('My father')).toBe(false)
  })

  test('keeps them while the form cannot be stored', async () => {
    await add(photo)
    await visitor.get('/feedback/check')
    weather.isFailing = true
    expect((await visitor.send('/feedback/check', {})).status).toBe(503)
    weather.isFailing = false
    await visitor.get('/feedback/check')
    await visitor.send('/feedback/check', {})
    expect(await delivered()).toEqual([await fingerprint(photo)])
  })

  test('speaks Welsh', async () => {
    const welsh = (await visitor.get(`${path}?lang=cy`)).html
    expect(wordsOf(welsh)).toContain('Hoffech chi ychwanegu lluniau neu ddogfennau?')
    expect(wordsOf((await add(film)).html)).toContain(`Dewiswch ffeiliau o ${fileMegabytes} MB neu lai`)
  })
})

describe('taking a file away', () => {
  test('on its own page leaves the others, on that page', async () => {
    const [first = ''] = removals(await add(letter, photo))
    const page = await visitor.send(`${path}/remove`, { file: first })
    expect(page.at).toBe(path)
    expect(listed(page)).toEqual([photo.name])
    expect(await stored()).toHaveLength(1)
  })

  test('on the page with all answers leads back there', async () => {
    await add(letter, photo)
    const [, second = ''] = removals(await visitor.get('/feedback/check'))
    const page = await visitor.send(`${path}/remove`, { file: second, then: 'check' })
    expect(page.at).toBe('/feedback/check')
    expect(listed(page)).toEqual([letter.name])
  })

  test('twice, or of another person, takes away nothing more', async () => {
    const [id = ''] = removals(await add(letter))
    const other = createVisitor(base)
    await answerAll(other)
    await other.send(`${path}/remove`, { file: id })
    await visitor.send(`${path}/remove`, { file: "x' or 1=1" })
    expect(await stored()).toHaveLength(1)
    await visitor.send(`${path}/remove`, { file: id })
    expect((await visitor.send(`${path}/remove`, { file: id })).at).toBe(path)
    expect(await stored()).toEqual([])
  })
})
