/** The page of a case: the person's words as they are and never as anything else, and why it is where it is. */
import { beforeAll, describe, expect, it } from 'vitest'
import { mintReference } from '../../../shared/reference.ts'
import { addCase } from '../../support/cases.ts'
import type { CaseId, DeliveryId } from '../../../shared/ids.ts'
import { submissionOf, type Submission } from '../../../shared/submission.ts'
import { addStaff, marsh, marshWards } from '../../support/county.ts'
import { addDelivery } from '../../support/deliveries.ts'
import { openDesk, type Visitor } from './open-desk.ts'

const desk = await openDesk()
const { db, envelope, knowledge, clock } = desk
let ann: Visitor

beforeAll(async () => {
  await addStaff(db, { email: 'ann@marsh.example', teams: [marshWards] }, clock.now)
  ann = await desk.signedIn('ann@marsh.example')
})

/** More of a case, said a day later. */
async function addSubmission(id: CaseId, delivery: DeliveryId, content: Submission) {
  await db
    .insertInto('submissions')
    .values({
      delivery,
      case: id,
      received_at: new Date('2026-11-21T10:00:00Z'),
      received_by: marsh,
      content: JSON.stringify(content),
      matched: JSON.stringify({ how: 'conversation', sameSender: true }),
      state: 'routed',
      due_at: clock.now,
    })
    .execute()
}

describe('the page of a case', () => {
  it('shows what the person wrote as text, whatever it looks like', async () => {
    const evil = '<script>alert(1)</script><img src=x onerror=alert(2)>{{ 7*7 }}$t(desk:title)'
    const { reference } = await addCase(db, envelope, knowledge, {
      submission: {
        text: evil,
        originalText: `${evil}\n> quoted ${evil}`,
        subject: evil,
        wantedOutcome: evil,
        person: { name: evil, email: 'jo@example.org', phone: evil, address: evil },
        affected: { who: 'other', name: evil, relationship: evil, authority: 'asked' },
        preferences: { contactBy: 'email', answerphone: true, needs: evil },
        about: { organisation: null, careService: null, place: evil, happenedOn: null, knownSince: null },
      },
      because: [{ key: 'router:kind.said', spans: [{ start: 0, end: 20 }] }],
      files: [{ name: evil, content: 'x' }],
    })
    const { text } = await ann.get(`/desk/cases/${reference}`)
    const body = text.slice(text.indexOf('<main'), text.indexOf('</main>'))
    expect(body).not.toMatch(/<script|<img/)
    expect(body).toContain('<mark>&lt;script&gt;alert(1)&lt;/sc</mark>ript&gt;')
    expect(body).toContain('{{ 7*7 }}$t(desk:title)')
  })

  it('keeps what was quoted one click away', async () => {
    const { reference } = await addCase(db, envelope, knowledge, {
      submission: { text: 'New words.', originalText: 'New words.\n> Old words.' },
    })
    const { text } = await ann.get(`/desk/cases/${reference}`)
    const details =
      /<details[^>]*>\s*<summary[^>]*>.*?Everything as it came.*?<\/details>/s.exec(text)?.[0] ?? ''
    expect(details).toContain('Old words.')
    expect(text.replace(details, '')).not.toContain('Old words.')
  })

  it('says first and once that nobody could read an encrypted email, and that its subject was all there was', async () => {
    const remarks = [{ key: 'email:remark.encrypted' }, { key: 'email:remark.noDate' }]
    const { id, reference } = await addCase(db, envelope, knowledge, {
      submission: { text: '', originalText: '', subject: 'Ward 4', remarks },
    })
    const page = (await ann.get(`/desk/cases/${reference}`)).text
    const words = page.slice(page.indexOf('id="words-1"'))
    expect(words).toMatch(
      /^[^]{0,400}<p class="desk-warn">This email, or a part of it, is encrypted[^]*only the subject line to sort it by[^]*How it was read/,
    )
    expect(page).not.toContain('There are no words in it')
    expect(page.match(/is encrypted and cannot be read/g)).toHaveLength(1)
    const rowOf = async () =>
      new RegExp(`<tr[^>]*>(?:(?!</tr>)[^])*${reference}(?:(?!</tr>)[^])*</tr>`).exec(
        (await ann.get('/desk')).text,
      )?.[0] ?? ''
    expect(await rowOf()).toContain('Words not readable')
    expect(page.slice(0, page.indexOf('id="words-1"'))).toContain('Words not readable')

    const again = await addDelivery(db, envelope, {})
    await addSubmission(id, again.id, submissionOf({ channel: 'email', text: 'Once more, in plain words.' }))
    expect(await rowOf()).not.toContain('Words not readable')
  })

  it('does not say that nobody wrote a recording down whose words stand on the page', async () => {
    const thread = { messageId: 'CA1', references: [], replyToken: null }
    const listen = { text: '', originalText: '', thread, remarks: [{ key: 'phone:remark.listen' }] }
    const { id, reference } = await addCase(db, envelope, knowledge, { submission: listen })
    const pageOf = async () => (await ann.get(`/desk/cases/${reference}`)).text
    expect(await pageOf()).toContain('Nobody has written this message down yet')
    const transcription = await addDelivery(db, envelope, {})
    const content = submissionOf({ channel: 'phone', text: 'It was cold.', thread })
    await addSubmission(id, transcription.id, content)
    expect(await pageOf()).not.toContain('Nobody has written this message down yet')
    expect(await pageOf()).toContain('A machine wrote this recording down')
  })

  it('says what somebody wants who said nothing else', async () => {
    const remarks = [{ key: 'phone:remark.callBack' }]
    const { reference } = await addCase(db, envelope, knowledge, {
      submission: { channel: 'phone', text: '', originalText: '', remarks },
    })
    const { text } = await ann.get(`/desk/cases/${reference}`)
    expect(text).toContain('<p class="desk-warn">They asked to be called back.</p>')
    expect(text).not.toContain('There are no words in it')
  })

  it('is reached by every reference the person was ever given', async () => {
    const { id, reference } = await addCase(db, envelope, knowledge)
    const alias = mintReference(new Uint8Array([1, 2, 3, 4, 5]))
    await db.insertInto('case_aliases').values({ case: id, reference: alias }).execute()
    const answer = await ann.get(`/desk/cases/${alias}`)
    expect([answer.status, answer.location]).toEqual([302, `/desk/cases/${reference}`])
  })

  it('says how sure the hub is, and by which words', async () => {
    const { reference } = await addCase(db, envelope, knowledge)
    const { text } = await ann.get(`/desk/cases/${reference}`)
    expect(text).toContain('<mark>waited</mark>')
    expect(text).toContain('Found by the hub, fairly sure')
  })

  it('shows who of the staff was named, by role and name, with the words that say so', async () => {
    const text = 'Nurse Okafor was late.'
    const { id, reference } = await addCase(db, envelope, knowledge, { submission: { text } })
    const { submission } = await db
      .selectFrom('submissions')
      .select('id as submission')
      .where('case', '=', id)
      .executeTakeFirstOrThrow()
    const named = (role: string, name: string | null) => ({
      ...{ case: id, submission, about: 'staff', confidence: 0.9, found_at: clock.now },
      ...{ value: JSON.stringify({ role, name }), knowledge_version: knowledge },
      because: JSON.stringify([{ key: 'router:staff.by-name', spans: [{ start: 0, end: 12 }] }]),
    })
    await db
      .insertInto('findings')
      .values([named('nurse', 'Okafor'), named('gp', null), named('gone', null)])
      .execute()
    const page = (await ann.get(`/desk/cases/${reference}`)).text
    const topic = /Who was named[^]*?desk-topic__head/.exec(`${page}desk-topic__head`)?.[0] ?? ''
    const values = [...topic.matchAll(/desk-finding__value">([^<]*)</g)].map(([, value]) => value)
    expect(values.toSorted()).toEqual(['GP', 'Nurse: Okafor', 'gone'])
    expect(topic).toContain('<q class="desk-quote">Nurse Okafor</q>')
  })

  it('shows a message that was held, with why', async () => {
    const { id, reference } = await addCase(db, envelope, knowledge)
    await db
      .insertInto('messages')
      .values({
        case: id,
        direction: 'out',
        purpose: 'receipt',
        channel: 'email',
        recipient: 'jo@example.org',
        body: 'Thank you',
        language: 'en',
        state: 'held',
        held_because: JSON.stringify({ key: 'message:held.no-transport' }),
        created_at: clock.now,
        due_at: clock.now,
      })
      .execute()
    for (const page of [`/desk/cases/${reference}`, '/desk/quarantine']) {
      expect((await ann.get(page)).text).toContain('There is no way to send this yet')
    }
  })
})

describe('an attachment', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\windows\\system.ini', 'system.ini'],
    ['.htaccess', 'htaccess'],
    ['evil\u202Efdp.exe', 'evilfdp.exe'],
    ['a"; filename="b.html', 'a_; filename=_b.html'],
    ['line\r\nSet-Cookie: x=1', 'lineSet-Cookie_ x=1'],
    ['..', 'attachment'],
    [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(96)}.pdf`],
    ['\ud800.txt', '\ufffd.txt'],
    ['Llythyr cŵyn – tŷ.pdf', 'Llythyr cŵyn – tŷ.pdf'],
  ])('named %j is saved as %j and opened by nothing', async (name, saved) => {
    const made = await addCase(db, envelope, knowledge, { files: [{ name, content: '<script>1</script>' }] })
    const page = await ann.get(`/desk/cases/${made.reference}`)
    const [href = ''] = /\/desk\/cases\/[^"]*\/attachments\/[^"]*/.exec(page.text) ?? []
    const { status, headers, text } = await ann.get(href)
    const disposition = headers.get('content-disposition') ?? ''
    const encoded = /filename\*=UTF-8''(.*)$/.exec(disposition)?.[1]
    const plain = /filename="?([^"]*)"?$/.exec(disposition)?.[1]
    expect([status, text]).toEqual([200, '<script>1</script>'])
    expect(disposition).toMatch(/^attachment;/)
    expect(encoded === undefined ? plain : decodeURIComponent(encoded)).toBe(saved)
    expect(headers.get('content-type')).toBe('application/octet-stream')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('set-cookie') ?? '').not.toContain('x=1')
  })

  it('of another case is not found by this case', async () => {
    const made = await addCase(db, envelope, knowledge, { files: [{ name: 'a.txt', content: 'x' }] })
    const other = await addCase(db, envelope, knowledge)
    const page = await ann.get(`/desk/cases/${made.reference}`)
    const [, id = ''] = /attachments\/([^"]*)/.exec(page.text) ?? []
    expect((await ann.get(`/desk/cases/${other.reference}/attachments/${id}`)).status).toBe(404)
    expect((await ann.get(`/desk/cases/${made.reference}/attachments/not-an-id`)).status).toBe(404)
  })
})
