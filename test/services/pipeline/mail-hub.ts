/** A whole hub with a mail server beside it: mails go in by SMTP, and what the hub sends can be read. */
import { createTransport, type SendMailOptions } from 'nodemailer'
import { sql } from 'kysely'
import { vi } from 'vitest'
import { parseMail } from '../../../channels/email/parse-mail.ts'
import { theHub } from '../../../services/store/audit.ts'
import { addStaffMember } from '../../../services/store/staff.ts'
import { asId, type CaseId, type OrganisationId } from '../../../shared/ids.ts'
import { testDatabase } from '../../support/database.ts'
import { startTestHub } from '../../support/hub.ts'
import { startMailCatcher } from '../../support/mail-catcher.ts'

export const patience = { timeout: 20_000, interval: 50 }

export const hospital = asId<'organisation'>('aldermouth-hospitals')
export const council = asId<'organisation'>('aldershire-council')
export const councilDoor = 'council@hub.example'

export async function openMailHub(options: { readonly working?: boolean } = {}) {
  const catcher = await startMailCatcher()
  const { connectionString } = await testDatabase()
  const hub = await startTestHub(connectionString, { ...options, environment: { SMTP_URL: catcher.url } })
  const { db } = hub.base.connection
  await db
    .insertInto('door_owners')
    .values({ address: councilDoor, channel: 'email', organisation: council })
    .execute()

  // The doors look up whose they are every few seconds.
  await vi.waitFor(() => {
    const [owner] = hub.base.directory.ownersOfDoor('email', [councilDoor])
    if (owner !== council) throw new Error('The door does not know yet whose it is')
  }, patience)

  async function mail(given: SendMailOptions): Promise<void> {
    const transport = createTransport({
      host: '127.0.0.1',
      port: hub.mailPort,
      secure: false,
      ignoreTLS: true,
    })
    await transport.sendMail({ from: 'ann@people.example', to: 'feedback@hub.example', ...given })
  }

  /** The one submission whose words hold this, once it is routed. */
  async function routed(words: string): Promise<{ readonly case: CaseId; readonly receivedBy: string }> {
    return vi.waitFor(async () => {
      const row = await db
        .selectFrom('submissions')
        .select(['case', 'received_by as receivedBy'])
        .where(sql<boolean>`content->>'text' like ${`%${words}%`}`)
        .where('state', '=', 'routed')
        .executeTakeFirstOrThrow()
      if (row.case === null) throw new Error('Not routed yet')
      return { case: row.case, receivedBy: row.receivedBy }
    }, patience)
  }

  const caseOf = (id: CaseId) =>
    db.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

  /** The newest mail to this address that the hub has sent, read as a mail program would. */
  async function sentTo(address: string) {
    return vi.waitFor(async () => {
      const caught = catcher.caught.findLast(({ to }) => to.includes(address))
      if (caught === undefined) throw new Error(`Nothing was sent to ${address} yet`)
      const { headers } = await parseMail(caught.raw)
      const replyTo = /<([^<>]+)>/.exec(headers.first('reply-to') ?? '')?.[1] ?? ''
      const id = headers.first('message-id') ?? ''
      // It is stored a moment after the mail server took it.
      await db.selectFrom('messages').select('id').where('provider_id', '=', id).executeTakeFirstOrThrow()
      return { id, replyTo }
    }, patience)
  }

  const addStaff = (organisation: OrganisationId, email: string) =>
    addStaffMember(
      db,
      { email, name: 'Sam Example', password: 'a long password', organisation, role: 'staff', teams: [] },
      { actor: theHub, now: new Date() },
    )

  return {
    hub,
    db,
    mail,
    routed,
    caseOf,
    sentTo,
    addStaff,
    close: async () => {
      await hub.close()
      await catcher.close()
    },
  }
}
