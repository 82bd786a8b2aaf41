/** What the person is told when consent changes something: who has their matter now, and whom else they can turn to. */
import { londonDate } from '../../../shared/dates/london.ts'
import type { OrganisationId } from '../../../shared/ids.ts'
import type { Covers } from '../../../shared/joint/consent.ts'
import { segmentsOf } from '../../../channels/sms/segments.ts'
import type { Queries } from '../database.ts'
import type { Ended } from './what-a-no-ends.ts'
import { languageOfCase, type CaseToTell, type Telling, type ToPerson } from './telling.ts'

type Said = Pick<ToPerson, 'subject' | 'body'>

/** No means no: what is kept here is answered here, and how to take the rest elsewhere, to whom first. */
export async function wordsOfElsewhere(
  queries: Queries,
  about: CaseToTell,
  organisation: OrganisationId,
  what: Ended,
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
  const ways = await waysToReach(queries, organisation)
  return {
    subject: say('news.subject'),
    body: (way) =>
      way === 'sms'
        ? say(`elsewhere.text-${what}`)
        : [
            say('elsewhere.hello'),
            say(`elsewhere.${what}`),
            say('elsewhere.ours'),
            [say('elsewhere.rest'), ...(ways === null ? [] : [say('elsewhere.theirs', { ways })])].join(' '),
            say('elsewhere.others'),
            ...list.map((line) => `- ${line}`),
            say('elsewhere.mind'),
          ].join('\n\n'),
  }
}

/** Sent on: they answer now, and from which day their time runs; or their commissioner answers and has told the provider. */
export async function newsOfGoing(
  queries: Queries,
  about: CaseToTell,
  organisation: OrganisationId,
  what: 'transferred' | 'commissioner',
  telling: Telling,
): Promise<Said> {
  const { name } = await loadOrganisation(queries, organisation)
  const say = sayer(about, name, telling)
  return {
    subject: say('news.subject'),
    body: (way) =>
      way === 'sms'
        ? say(`${what}.text`)
        : [say('elsewhere.hello'), say(`${what}.done`), say(`${what}.next`), say('elsewhere.mind')].join(
            '\n\n',
          ),
  }
}

/** Shared on a yes that named nobody: by name with whom, and how to end it. */
export async function sharedWords(
  queries: Queries,
  about: CaseToTell,
  organisations: readonly OrganisationId[],
  telling: Telling,
): Promise<Said> {
  const rows = await queries
    .selectFrom('consents')
    .innerJoin('organisations', 'organisations.id', 'consents.organisation')
    .select(['organisations.name', 'consents.covers'])
    .where('case', '=', about.id)
    .where('organisation', 'in', [...organisations])
    .orderBy('organisations.name')
    .execute()
  const names = listed(
    rows.map(({ name }) => name),
    languageOfCase(about),
  )
  const say = sayer(about, names, telling)
  const named = (key: string) => say(key, { organisations: names })
  return {
    subject: say('news.subject'),
    body: (way) =>
      way === 'sms'
        ? named('shared.text')
        : [
            say('elsewhere.hello'),
            named('shared.done'),
            [say('shared.what'), ...whatIsShared(say, rows)].join('\n'),
            say('shared.stop'),
          ].join('\n\n'),
  }
}

/** As lines of a list. */
export function whatIsShared(
  say: (key: string) => string,
  rows: readonly { readonly covers: Covers }[],
): readonly string[] {
  const more = (['identity', 'records', 'attachments'] as const).filter((what) =>
    rows.some(({ covers }) => covers[what]),
  )
  return ['words', ...more].map((what) => `- ${say(`shares.${what}`)}`)
}

export function listed(names: readonly string[], language: string): string {
  return new Intl.ListFormat(language, { style: 'long', type: 'conjunction' }).format(names)
}

/** Who leads: one point of contact, and how to reach it. */
export async function leadWords(
  queries: Queries,
  about: CaseToTell,
  lead: OrganisationId,
  telling: Telling,
): Promise<Said> {
  const { name } = await loadOrganisation(queries, lead)
  const say = sayer(about, name, telling)
  const ways = await waysToReach(queries, lead)
  const reach = ways === null ? [] : [say('lead.reach', { ways })]
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

/** Telephone and email of whoever answers for its complaints; null where the directory has neither. */
async function waysToReach(queries: Queries, organisation: OrganisationId): Promise<string | null> {
  const contact = await queries
    .selectFrom('organisation_contacts')
    .select(['email', 'phone'])
    .where('organisation', '=', organisation)
    .where('role', '=', 'responsible-person')
    .executeTakeFirst()
  const ways = [contact?.phone, contact?.email].filter((way) => way !== null && way !== undefined)
  return ways.length > 0 ? ways.join(', ') : null
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
