/** What the person is told when consent changes something: who has their matter now, and whom else they can turn to. */
import { londonDate } from '../../../shared/dates/london.ts'
import type { OrganisationId } from '../../../shared/ids.ts'
import { segmentsOf } from '../../../channels/sms/segments.ts'
import type { Queries } from '../database.ts'
import { languageOfCase, type CaseToTell, type Telling, type ToPerson } from './telling.ts'

type Said = Pick<ToPerson, 'subject' | 'body'>

/** No means no: what is kept here is answered here, and how to take the rest elsewhere. */
export async function wordsOfElsewhere(
  queries: Queries,
  about: CaseToTell,
  organisation: OrganisationId,
  wasIn: boolean,
  telling: Telling,
): Promise<Said> {
  const { name, process } = await loadOrganisation(queries, organisation)
  const language = languageOfCase(about)
  const day = londonDate(telling.now)
  const contacts = telling.rules.contacts.filter(
    (contact) =>
      ['ombudsman', 'advocacy'].includes(contact.role) &&
      (contact.processes.length === 0 || contact.processes.includes(process)) &&
      contact.from <= day &&
      (contact.until === null || day <= contact.until),
  )
  const list = contacts.map((contact) =>
    `${contact.name[language]}: ${[contact.phone, contact.web].filter(Boolean).join(', ')}`.replace(
      /: $/,
      '',
    ),
  )
  const say = sayer(about, name, telling)
  return {
    subject: say('news.subject'),
    body: (way) =>
      way === 'sms'
        ? say(wasIn ? 'elsewhere.text-withdrawn' : 'elsewhere.text-refused')
        : [
            say('elsewhere.hello'),
            say(wasIn ? 'elsewhere.withdrawn' : 'elsewhere.refused'),
            say('elsewhere.ours'),
            say('elsewhere.rest'),
            ...list.map((line) => `- ${line}`),
            say('elsewhere.mind'),
          ].join('\n\n'),
  }
}

/** Sent on: they answer now, and from which day their time runs. */
export async function transferredWords(
  queries: Queries,
  about: CaseToTell,
  organisation: OrganisationId,
  telling: Telling,
): Promise<Said> {
  const { name } = await loadOrganisation(queries, organisation)
  const say = sayer(about, name, telling)
  return {
    subject: say('news.subject'),
    body: (way) =>
      way === 'sms'
        ? say('transferred.text')
        : [
            say('elsewhere.hello'),
            say('transferred.done'),
            say('transferred.next'),
            say('elsewhere.mind'),
          ].join('\n\n'),
  }
}

/** Their commissioner answers them and has told the provider. */
export async function commissionerWords(
  queries: Queries,
  about: CaseToTell,
  organisation: OrganisationId,
  telling: Telling,
): Promise<Said> {
  const { name } = await loadOrganisation(queries, organisation)
  const say = sayer(about, name, telling)
  return {
    subject: say('news.subject'),
    body: (way) =>
      way === 'sms'
        ? say('commissioner.text')
        : [
            say('elsewhere.hello'),
            say('commissioner.done'),
            say('commissioner.next'),
            say('elsewhere.mind'),
          ].join('\n\n'),
  }
}

/** Who leads: one point of contact, and how to reach it. */
export async function leadWords(
  queries: Queries,
  about: CaseToTell,
  lead: OrganisationId,
  telling: Telling,
): Promise<Said> {
  const { name } = await loadOrganisation(queries, lead)
  const contact = await queries
    .selectFrom('organisation_contacts')
    .select(['name', 'email', 'phone'])
    .where('organisation', '=', lead)
    .where('role', '=', 'responsible-person')
    .executeTakeFirst()
  const say = sayer(about, name, telling)
  const ways = [contact?.phone, contact?.email].filter((way) => way !== null && way !== undefined)
  const reach = ways.length > 0 ? [say('lead.reach', { ways: ways.join(', ') })] : []
  return {
    subject: say('news.subject'),
    body: (way) => {
      if (way !== 'sms')
        return [say('elsewhere.hello'), say('lead.is'), ...reach, say('lead.reply'), say('lead.one')].join(
          '\n\n',
        )
      const full = [say('lead.text'), ...reach].join(' ')
      return segmentsOf(full).count === 1 ? full : say('lead.text')
    },
  }
}

function sayer(about: CaseToTell, organisation: string, { words, publicUrl }: Telling) {
  const params = {
    organisation,
    receiver: about.receivedByName,
    reference: about.reference,
    progress: `${publicUrl}/progress`,
  }
  return (key: string, more: Readonly<Record<string, string>> = {}) =>
    words.translate(`consent:${key}`, { ...params, ...more }, languageOfCase(about))
}

async function loadOrganisation(queries: Queries, id: OrganisationId) {
  return queries
    .selectFrom('organisations')
    .select(['name', 'process'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}
