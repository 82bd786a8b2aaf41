/** Mails: over SMTP, by the door for whole mails, and our own receipt coming back. */
import { connect } from 'node:net'
import { createTransport } from 'nodemailer'
import { listMailboxes } from '../../../services/store/mail-cursors.ts'
import type { Answered, Bring, ChannelExample, DoorExample, Message } from '../example.ts'
import { waitFor, type Site } from '../site.ts'
import { bearer, noise, post } from './ask.ts'

const addressOf = ({ id }: Message) => `${id}@people.example`

/** Whole, with fixed boundary and date: built again it is the same mail. */
function mailOf(message: Message): Buffer {
  const { id, words, file } = message
  const head = [
    `From: <${addressOf(message)}>`,
    'To: <feedback@hub.example>',
    'Subject: Ward 4',
    'Date: Mon, 16 Nov 2026 09:30:00 +0000',
    `Message-ID: <${id}@people.example>`,
    'MIME-Version: 1.0',
  ]
  const text = [
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64(words),
  ]
  if (file === null) return lines(head, text)
  return lines(
    [...head, 'Content-Type: multipart/mixed; boundary="cut"', '', '--cut'],
    [...text, '--cut', 'Content-Type: application/octet-stream', 'Content-Transfer-Encoding: base64'],
    [`Content-Disposition: attachment; filename="${file.name}"`, '', base64(file.content), '--cut--', ''],
  )
}

function base64(content: string | Buffer): string {
  return Buffer.from(content)
    .toString('base64')
    .replace(/.{76}/g, (line) => `${line}\r\n`)
}

function lines(...groups: readonly (readonly string[])[]): Buffer {
  return Buffer.from(groups.flat().join('\r\n'))
}

async function bySmtp(site: Site, raw: Buffer, from: string): Promise<Answered> {
  const transport = createTransport({
    host: '127.0.0.1',
    port: site.hub.mailPort,
    secure: false,
    ignoreTLS: true,
  })
  const sent = await transport.sendMail({ envelope: { from, to: 'feedback@hub.example' }, raw })
  return { isTaken: true, isFault: false, said: sent.response }
}

const nothingIn = (id: string) =>
  Buffer.from(`From: <${id}@people.example>\r\nDate: Mon, 16 Nov 2026 09:30:00 +0000\r\n\r\n`)

/** Something that speaks to the port and means nothing by it, and then a mail in which there is nothing. */
async function garbleSmtp(site: Site, id: string): Promise<Answered> {
  const said = await new Promise<string>((resolve, reject) => {
    const socket = connect(site.hub.mailPort, '127.0.0.1')
    let heard = ''
    socket.on('data', (chunk: Buffer) => {
      if (heard === '') socket.end(Buffer.concat([noise, Buffer.from('\r\nDATA\r\nQUIT\r\n')]))
      heard += chunk.toString()
    })
    socket.on('close', () => resolve(heard))
    socket.on('error', reject)
  })
  if (!/^220 [^]*\n5\d\d /.test(said)) return { isTaken: false, isFault: true, said }
  return bySmtp(site, nothingIn(id), '')
}

const bring: Bring = (site, message) => bySmtp(site, mailOf(message), addressOf(message))

const smtp: DoorExample = {
  bring,
  forge: null,
  garble: garbleSmtp,
  gives: 'submission',
  carriesWords: true,
  carriesFile: true,
}

const rawPath = '/channels/email/raw'

const byHttp: DoorExample = {
  bring: async (site, message) =>
    post(site, rawPath, 'message/rfc822', mailOf(message), bearer(await site.keyFor('email:write'))),
  forge: (site, message) => post(site, rawPath, 'message/rfc822', mailOf(message), bearer('made-up')),
  garble: async (site, id) =>
    post(site, rawPath, 'message/rfc822', nothingIn(id), bearer(await site.keyFor('email:write'))),
  gives: 'submission',
  carriesWords: true,
  carriesFile: true,
}

/** Answered by nobody: it is taken when the reader says that it has read this far. */
async function byMailbox({ hub, mailbox }: Site, raw: Buffer): Promise<Answered> {
  const read = async () => (await listMailboxes(hub.base.connection.db))[0]?.taken ?? 0
  const before = await read()
  mailbox.put(raw)
  await waitFor(async () => {
    if ((await read()) === before) throw new Error('The mailbox was not read yet')
  })
  return { isTaken: true, isFault: false, said: '' }
}

const imap: DoorExample = {
  bring: (site, message) => byMailbox(site, mailOf(message)),
  forge: null,
  garble: (site, id) => byMailbox(site, nothingIn(id)),
  gives: 'submission',
  carriesWords: true,
  carriesFile: true,
}

/**
 * Our mail as it left, sent back by a forwarding mailbox, by one that lost its sender, as a new mail of theirs, and by a
 * gateway that lost all that ties it to us but that a machine wrote it.
 */
async function echo(site: Site, message: Message): Promise<number> {
  const ours = await waitFor(() => {
    const caught = site.mails.caught.find(({ to }) => to.includes(addressOf(message)))
    if (caught === undefined) throw new Error('Nothing was mailed back yet')
    return caught
  })
  const asTheirs = Buffer.from(
    ours.raw
      .toString('latin1')
      .replace(/^Message-ID: .*$/im, `Message-ID: <${message.id}.again@people.example>`),
    'latin1',
  )
  await bySmtp(site, ours.raw, addressOf(message))
  await bySmtp(site, asTheirs, '')
  const untied = ours.raw
    .toString('latin1')
    .replace(/^(?:Message-ID|References|In-Reply-To|Reply-To|From|To): .*(?:\r\n[ \t].*)*\r\n/gim, '')
  const head = `From: <${addressOf(message)}>\r\nTo: <feedback@hub.example>\r\n`
  await bySmtp(site, Buffer.from(head + untied, 'latin1'), addressOf(message))
  return 3
}

export const emailExample: ChannelExample = {
  doors: { 'email-raw': byHttp, 'email-smtp': smtp, 'email-imap': imap },
  echo: { bring, echo },
}
