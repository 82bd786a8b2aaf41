/** The mailbox to read, out of the one URL by which it is set. */

export interface MailboxSettings {
  readonly host: string
  readonly port: number
  /** From the first byte; without it, the server is asked to change over to TLS where it can (STARTTLS). */
  readonly secure: boolean
  readonly user: string
  readonly password: string
  readonly folder: string
  /** Where mails go once they are taken; null leaves them where they are. */
  readonly moveTo: string | null
}

/** Such as imaps://user:password@mail.example.org/?folder=INBOX&then=move:Archive. Null where it is not like that. */
export function mailboxAt(url: string): MailboxSettings | null {
  if (!URL.canParse(url)) return null
  const { protocol, hostname, port, username, password, searchParams } = new URL(url)
  const secure = protocol === 'imaps:'
  const then = searchParams.get('then') ?? 'leave'
  const moveTo = /^move:(.+)$/.exec(then)?.[1] ?? null
  if (!/^imaps?:$/.test(protocol) || hostname === '' || username === '') return null
  if (moveTo === null && then !== 'leave') return null
  return {
    host: hostname,
    port: port === '' ? (secure ? 993 : 143) : Number(port),
    secure,
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    folder: searchParams.get('folder') || 'INBOX',
    moveTo,
  }
}

/** How it is named to people and in the database: without the password. */
export function nameOfMailbox({ host, port, user, folder }: MailboxSettings): string {
  return `imap://${user}@${host}:${port}/${folder}`
}
