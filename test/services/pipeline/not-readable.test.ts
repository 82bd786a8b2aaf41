/** Whoever sent what nobody here can read is told so at once, and how to tell us all the same. */
import { afterAll, describe, expect, test } from 'vitest'
import { openMailHub } from './mail-hub.ts'

describe('The receipt of an email', async () => {
  const { hub, db, mail, sentTo, close } = await openMailHub()
  afterAll(close)

  async function receiptOf(from: string, text: string): Promise<string> {
    await mail({ from, text, subject: 'Ward 4' })
    const { id } = await sentTo(from)
    const found = await db
      .selectFrom('messages')
      .select('body')
      .where('provider_id', '=', id)
      .executeTakeFirstOrThrow()
    return found.body
  }

  const armour = '-----BEGIN PGP MESSAGE-----\n\nhQEMA0\n-----END PGP MESSAGE-----\n'

  test('that is encrypted asks to send it again, or to use the form', async () => {
    const receipt = await receiptOf('enc@people.example', armour)
    expect(receipt).toContain('we cannot read what you wrote')
    expect(receipt).toContain(`${hub.web.publicUrl}/feedback`)
  })

  test('with words that can be read does not', async () => {
    expect(await receiptOf('some@people.example', `The ward was cold.\n\n${armour}`)).not.toContain(
      'we cannot read',
    )
  })
})
