/** A mailbox is set by one URL, which is understood whole or refused, and named without its password. */
import { expect, test } from 'vitest'
import { mailboxAt, nameOfMailbox } from '../../../channels/email/imap-settings.ts'

test.each([
  ['imap://mail.hub.example', 'no user'],
  ['imaps://ann:x@mail.hub.example/?then=delete', 'something we never do'],
  ['https://ann:x@mail.hub.example/', 'no mailbox'],
])('%s is refused as a setting: %s', (url) => {
  expect(mailboxAt(url)).toBeNull()
})

test('a mailbox is named with everything but its password', () => {
  const mailbox = mailboxAt('imaps://ann:secret@mail.hub.example/')
  expect(mailbox && nameOfMailbox(mailbox)).toBe('imap://ann@mail.hub.example:993/INBOX')
})

test('a URL is read to its last part, whatever stands in the user and the password', () => {
  expect(
    mailboxAt('imaps://ann%40hub.example:s%26cret@mail.hub.example/?folder=In%20box&then=move:Done'),
  ).toEqual({
    host: 'mail.hub.example',
    port: 993,
    secure: true,
    user: 'ann@hub.example',
    password: 's&cret',
    folder: 'In box',
    moveTo: 'Done',
  })
})
