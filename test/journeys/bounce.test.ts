/** Mail that comes back is shown on its case and stops mail to that address; caps end whatever would go on and on. */
import { afterAll, describe, expect, test, vi } from 'vitest'
import { readReference } from '../../shared/reference.ts'
import { openMailHub, patience } from '../services/pipeline/mail-hub.ts'

describe('Our mail to a person', async () => {
  const { hub, mail, routed, sentTo, db, close } = await openMailHub()
  afterAll(close)

  async function tell(text: string, email: string): Promise<void> {
    const response = await fetch(`${hub.web.publicUrl}/api/v1/feedback`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text, person: { email }, preferences: { contactBy: 'email' } }),
    })
    expect(response.status).toBe(202)
  }

  const receiptsTo = (address: string) =>
    db
      .selectFrom('messages')
      .innerJoin('cases', 'cases.id', 'messages.case')
      .select(['messages.state', 'problem', 'held_because', 'cases.reference', 'messages.case'])
      .where('recipient', '=', address)
      .orderBy('messages.created_at')
      .execute()

  /** As a mail server reports that it does not know the mailbox. */
  function bounceOf(id: string, address: string) {
    const report = [
      'From: Mail Delivery Subsystem <MAILER-DAEMON@mx.people.example>',
      'To: feedback@hub.example',
      'Subject: Undelivered Mail Returned to Sender',
      'Message-ID: <bounce-one@mx.people.example>',
      'Return-Path: <>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=cut',
      '',
      '--cut',
      'Content-Type: text/plain',
      '',
      'The mailbox is not known here.',
      '--cut',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.people.example',
      '',
      `Final-Recipient: rfc822; ${address}`,
      'Action: failed',
      'Status: 5.1.1',
      '--cut',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: ${id}`,
      '--cut--',
      '',
    ]
    return { envelope: { from: '', to: 'feedback@hub.example' }, raw: report.join('\r\n') }
  }

  test('that came back is shown on its case, and no more goes there until they write from it', async () => {
    const address = 'gus@people.example'
    await tell('The lift was broken for a week.', address)
    const { id } = await sentTo(address)
    await mail(bounceOf(id, address))
    await vi.waitFor(async () => {
      expect(await receiptsTo(address)).toMatchObject([
        { state: 'failed', problem: { key: 'message:bounced', params: { status: '5.1.1' } } },
      ])
    }, patience)

    await tell('The lift is still broken.', 'Gus@people.example')
    await vi.waitFor(async () => {
      expect(await receiptsTo('Gus@people.example')).toMatchObject([
        { state: 'held', held_because: { key: 'message:held.came-back' } },
      ])
    }, patience)

    await mail({ from: address, text: 'Now I can be written to again, thank you for mending the lift.' })
    const { case: written } = await routed('written to again')
    await vi.waitFor(async () => {
      const receipts = await receiptsTo(address)
      expect(receipts.find((receipt) => receipt.case === written)).toMatchObject({ state: 'sent' })
    }, patience)
  })

  test('goes five times a day by itself and is then held, each case being kept', async () => {
    const address = 'robot@people.example'
    for (let turn = 1; turn <= 6; turn++) {
      await tell(`Your message number ${turn} has been received by the robot.`, address)
      await vi.waitFor(async () => {
        const receipts = await receiptsTo(address)
        expect(receipts.filter(({ state }) => state !== 'waiting')).toHaveLength(turn)
      }, patience)
    }
    const receipts = await receiptsTo(address)
    expect(receipts.map(({ state }) => state)).toEqual([...Array.from({ length: 5 }, () => 'sent'), 'held'])
    expect(receipts.at(-1)?.held_because).toMatchObject({ key: 'message:held.too-many' })
    const references = receipts.map(({ reference }) => readReference(reference))
    expect(new Set(references).size).toBe(6)
  })
})
