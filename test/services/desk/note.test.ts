/** Writing a note at the counter: saved once, durable, with its reference, and a copy for the person. */
import { beforeAll, describe, expect, it } from 'vitest'
import { reason } from '../../../shared/finding.ts'
import { mintReference, readReference } from '../../../shared/reference.ts'
import { brokenForms } from '../../support/broken-forms.ts'
import { addCase, type CaseMade } from '../../support/cases.ts'
import { addStaff, daleTriage, dale, marsh, marshTriage } from '../../support/county.ts'
import { loadDelivery } from '../../../services/store/deliveries.ts'
import { parseNote } from '../../../channels/staff-note/note-document.ts'
import { hiddenFields, openDesk, type Visitor } from './open-desk.ts'

const desk = await openDesk()
const { db, envelope, clock, knowledge } = desk
let ann: Visitor
let dan: Visitor

beforeAll(async () => {
  await addStaff(db, { email: 'ann@marsh.example', teams: [marshTriage] }, clock.now)
  await addStaff(db, { email: 'dan@dale.example', organisation: dale, teams: [daleTriage] }, clock.now)
  ann = await desk.signedIn('ann@marsh.example')
  dan = await desk.signedIn('dan@dale.example')
})

const form = '/desk/notes/new'
const said = {
  how: 'desk',
  saidOn: '2026-11-21',
  saidAt: '10:05',
  words: 'Nobody came 🍲 & <b>nobody</b> rang.',
}

async function filledIn(fields: Record<string, string>, scans: readonly File[] = []): Promise<FormData> {
  const data = new FormData()
  const all = { ...hiddenFields((await ann.get(form)).text), ...fields }
  for (const [name, value] of Object.entries(all)) data.append(name, value)
  for (const scan of scans) data.append('scans', scan)
  return data
}

async function noteAt(location: string | null) {
  const reference = readReference(location?.split('/').at(-1) ?? '')
  const row = await db
    .selectFrom('deliveries')
    .select('id')
    .where('reference', '=', reference ?? mintReference(new Uint8Array(5)))
    .executeTakeFirstOrThrow()
  const delivery = await loadDelivery(db, envelope, row.id)
  return { delivery, note: delivery === null ? null : parseNote(delivery.raw) }
}

describe('a staff note', () => {
  it('begins with today and now in London', async () => {
    const { text } = await ann.get(form)
    expect(text).toContain('value="2026-11-22"')
    expect(text).toContain('value="12:00"')
  })

  it('becomes a delivery of the writer’s organisation, received when it was said', async () => {
    const answer = await ann.sendForm(form, await filledIn({ ...said, consent: 'no', heardBy: 'Sister Joy' }))
    expect(answer.location).toMatch(/^\/desk\/notes\/FB/)
    const { delivery, note } = await noteAt(answer.location)
    expect(delivery).toMatchObject({
      channel: 'staff-note',
      door: 'staff-note',
      receivedBy: marsh,
      receivedAt: '2026-11-21T10:05:00.000Z',
    })
    expect(note).toMatchObject({ answers: { ...said, consent: 'no' }, takenBy: { name: 'Staff ann' } })
    expect(note?.answers['_csrf']).toBeUndefined()
  })

  it('brings scanned pages byte for byte', async () => {
    const bytes = Uint8Array.from([0, 255, 13, 10, 37, 80])
    const scan = new File([bytes], 'llythyr ŵ.pdf', { type: 'application/pdf' })
    const answer = await ann.sendForm(form, await filledIn({ ...said, how: 'post', words: '' }, [scan]))
    const { note } = await noteAt(answer.location)
    expect(note?.scans).toMatchObject([{ name: 'llythyr ŵ.pdf', contentType: 'application/pdf' }])
    expect([...(note?.scans[0]?.content ?? [])]).toEqual([...bytes])
  })

  it('is one, however often Save is pressed', async () => {
    const data = await filledIn(said)
    const both = await Promise.all([ann.sendForm(form, data), ann.sendForm(form, data)])
    expect(both[0].location).toBe(both[1].location)
  })

  it('is shown again with everything typed when something is missing', async () => {
    const answer = await ann.sendForm(
      form,
      await filledIn({ words: said.words, how: '', contactBy: 'email' }),
    )
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('href="#how"')
    expect(answer.text).toContain('href="#email"')
    expect(answer.text).toContain('Nobody came 🍲 &amp; &lt;b&gt;nobody&lt;/b&gt; rang.')
  })

  it('keeps what was typed when a scanned page is too large', async () => {
    const large = new File([new Uint8Array(11 * 1_048_576)], 'letter.pdf', { type: 'application/pdf' })
    const answer = await ann.sendForm(form, await filledIn(said, [large]))
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('larger than 10 MB')
    expect(answer.text).toContain('Nobody came 🍲')
  })

  it('is told of a scanned page in which there is nothing, instead of losing it in silence', async () => {
    const answer = await ann.sendForm(form, await filledIn(said, [new File([], 'page 2.pdf')]))
    expect([answer.status, answer.text]).toEqual([
      422,
      expect.stringContaining('There is nothing in page 2.pdf'),
    ])
  })

  it('gives back the words of whoever was signed out meanwhile, and keeps nothing', async () => {
    const before = await db.selectFrom('deliveries').select('id').execute()
    const data = await filledIn(said, [new File(['x'], 'x.pdf')])
    const answer = await desk.visitor().sendForm(form, data)
    expect([answer.status, answer.text]).toEqual([401, expect.stringContaining('Nobody came 🍲')])
    expect(await db.selectFrom('deliveries').select('id').execute()).toHaveLength(before.length)
  })

  it('is not taken from another site’s page', async () => {
    const data = await filledIn(said)
    data.set('_csrf', 'forged')
    expect((await ann.sendForm(form, data)).status).toBe(403)
  })

  it.each(brokenForms('scans'))(
    'of $what is told so, and is no fault of ours',
    async ({ body, type, status }) => {
      const answer = await ann.sendRaw(form, body, type)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        status,
        'text/html; charset=utf-8',
      ])
      expect(desk.faults).toEqual([])
    },
  )

  it('is no page for another organisation', async () => {
    const { location } = await ann.sendForm(form, await filledIn(said))
    expect((await ann.get(location ?? '')).text).toContain('being read')
    expect((await dan.get(location ?? '')).status).toBe(404)
  })
})

describe('the written record', () => {
  const spoken = {
    channel: 'staff-note',
    text: 'Nobody <i>came</i>.',
    sentAt: '2026-11-20T10:00:00.000Z',
    person: { name: 'Jo Example', email: 'jo@example.org', phone: null, address: null },
    remarks: [
      reason('staff-note:taken.desk', { by: 'Staff ann', on: '2026-11-20' }),
      reason('staff-note:consent.no'),
    ],
  } as const
  const add = (submission: object) => addCase(db, envelope, knowledge, { submission })
  const given = ({ id }: CaseMade) =>
    db
      .selectFrom('messages')
      .select(['state', 'settled_how', 'channel', 'recipient', 'body'])
      .where('case', '=', id)
      .where('direction', '=', 'out')
      .execute()

  it('is one plain page with what was written down and by whom', async () => {
    const made = await add(spoken)
    const { text } = await ann.get(`/desk/cases/${made.reference}/record`)
    expect(text).toContain('Nobody &lt;i&gt;came&lt;/i&gt;.')
    expect(text).toContain('Said at a desk to Staff ann')
    expect(text).not.toContain('said no to sharing')
    expect((await dan.get(`/desk/cases/${made.reference}/record`)).status).toBe(404)
  })

  it('is sent by the way the person chose', async () => {
    const made = await add(spoken)
    const page = `/desk/cases/${made.reference}/record/copy`
    const answer = await ann.post(page, { how: 'send' })
    expect(answer.location).toBe(`/desk/cases/${made.reference}?done=copied`)
    const [message] = await given(made)
    expect(message).toMatchObject({ state: 'waiting', channel: 'email', recipient: 'jo@example.org' })
    expect(message?.body).toContain('Nobody <i>came</i>.')
  })

  it('names the letters and pictures that are kept with it, on paper and in the mail', async () => {
    const scan = { contentType: 'image/jpeg', size: 3, sha256: 'a'.repeat(64) }
    const attachments = [
      { ...scan, name: 'letter ŵ.pdf' },
      { ...scan, name: '../photo\u202Egpj.exe' },
    ]
    const made = await add({ ...spoken, text: '', attachments })
    const page = await ann.get(`/desk/cases/${made.reference}/record`)
    await ann.post(`/desk/cases/${made.reference}/record/copy`, { how: 'send' })
    const [message] = await given(made)
    for (const text of [page.text, message?.body]) {
      expect(text).toContain('What you gave us in writing is kept with this record.')
      expect(text).toMatch(/Kept with this record[^]*letter ŵ\.pdf[^]*photogpj\.exe/)
      expect(text).not.toMatch(/\.\.\/|\u202E/)
    }
  })

  it('is put on record once as posted or handed over', async () => {
    const made = await add({ ...spoken, person: { ...spoken.person, email: null } })
    const page = `/desk/cases/${made.reference}/record/copy`
    const fields = { ...hiddenFields((await ann.get(page)).text), how: 'letter' }
    await ann.send(page, fields)
    await ann.send(page, fields)
    expect(await given(made)).toMatchObject([{ state: 'settled', settled_how: 'letter' }])
    expect((await ann.get(`/desk/cases/${made.reference}`)).text).toContain('Done by letter instead')
  })

  it('is not made of what came in writing', async () => {
    const made = await add({ channel: 'email' })
    expect((await ann.get(`/desk/cases/${made.reference}/record`)).status).toBe(404)
    expect((await ann.get(`/desk/cases/${made.reference}/record/copy`)).status).toBe(404)
  })
})
