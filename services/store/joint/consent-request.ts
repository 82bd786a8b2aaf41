/** Asking for consent: one question for all the organisations at once, by the person's own way, to be answered there. */
import { segmentsOf } from '../../../channels/sms/segments.ts'
import { holidaySet } from '../../../shared/dates/bank-holidays.ts'
import { londonDate, type CalendarDate } from '../../../shared/dates/london.ts'
import { addWorkingDays } from '../../../shared/dates/working-days.ts'
import type { Reason } from '../../../shared/finding.ts'
import type { ConsentId } from '../../../shared/ids.ts'
import { workingDaysFor } from '../../../shared/joint/joint-periods.ts'
import type { Rules } from '../../../shared/knowledge.ts'
import type { Waiting } from '../case-acts.ts'
import type { Queries } from '../database.ts'
import { dayInWords } from '../../pages/dates-in-words.ts'
import { applyConsent } from './consent-acts.ts'
import { listed, whatIsShared } from './consent-words.ts'
import { askForFilesToo } from './send-whole.ts'
import { languageOfCase, tellPerson, type CaseToTell, type SaidBy, type Telling } from './telling.ts'

export type Asked =
  | { readonly outcome: 'done'; readonly waiting: readonly Waiting[] }
  | { readonly outcome: 'refused'; readonly problem: Reason }

/** In the caller's transaction, which holds the case. All of them are asked or none; each purpose is a question of its own. */
export async function askForConsent(
  queries: Queries,
  about: CaseToTell,
  consents: readonly ConsentId[],
  by: SaidBy,
  telling: Telling,
): Promise<Asked> {
  const answerBy = answerConsentBy(londonDate(telling.now), telling.rules)
  for (const consent of consents) {
    const result = await applyConsent(queries, { consent, act: 'ask', by, answerBy }, telling)
    if (result.outcome === 'refused') return result
  }
  await askForFilesToo(queries, consents)
  const waiting: Waiting[] = []
  for (const [first, ...rest] of await byPurpose(queries, consents)) {
    if (first === undefined) continue
    const request = await wordsOfRequest(queries, about, [first, ...rest], answerBy, telling)
    const writtenBy = by.kind === 'staff' ? by.id : null
    const message = { purpose: 'consent-request', consent: first, writtenBy, ...request } as const
    waiting.push(...(await tellPerson(queries, about, message, telling)))
  }
  return { outcome: 'done', waiting }
}

/** A yes to one answer together is none to being sent on, nor the other way round. */
async function byPurpose(
  queries: Queries,
  consents: readonly ConsentId[],
): Promise<Iterable<readonly ConsentId[]>> {
  if (consents.length === 0) return []
  const rows = await queries
    .selectFrom('consents')
    .select(['id', 'purpose'])
    .where('id', 'in', [...consents])
    .orderBy('id')
    .execute()
  const groups = Object.values(Object.groupBy(rows, ({ purpose }) => purpose))
  return groups.map((group) => group.map(({ id }) => id))
}

/** Time to think it over; nothing is taken for a yes when it is past. */
export function answerConsentBy(
  today: CalendarDate,
  rules: Pick<Rules, 'jointPeriods' | 'bankHolidays'>,
): CalendarDate {
  const days = workingDaysFor('answer-consent', today, rules)
  return addWorkingDays(today, days, holidaySet(rules.bankHolidays))
}

/** The words of the question; also what a letter says and what is read out on the telephone. */
export async function wordsOfRequest(
  queries: Queries,
  about: CaseToTell,
  consents: readonly ConsentId[],
  answerBy: string,
  { words, publicUrl }: Pick<Telling, 'words' | 'publicUrl'>,
) {
  const language = languageOfCase(about)
  const rows = await queries
    .selectFrom('consents')
    .innerJoin('organisations', 'organisations.id', 'consents.organisation')
    .select(['organisations.name', 'consents.purpose', 'consents.from_whom'])
    .select('consents.covers')
    .where('consents.id', 'in', [...consents])
    .orderBy('organisations.name')
    .execute()
  const names = rows.map(({ name }) => name)
  const purpose = rows[0]?.purpose ?? 'joint-answer'
  const say = (key: string, more: Readonly<Record<string, string>> = {}) =>
    words.translate(
      `consent:${key}`,
      {
        organisations: listed(names, language),
        receiver: about.receivedByName,
        reference: about.reference,
        progress: `${publicUrl}/progress`,
        day: dayInWords(answerBy, language),
        ...more,
      },
      language,
    )
  const other = rows.some(({ from_whom }) => from_whom === 'affected-person')
  const shared = whatIsShared(say, rows)
  const letter = [
    say('elsewhere.hello'),
    say(`ask.why.${purpose}`),
    say('ask.may-we'),
    [say('ask.what'), ...shared].join('\n'),
    ...(purpose === 'joint-answer' ? [say('ask.lead')] : []),
    ...(other ? [say('ask.other-person')] : [say('ask.how')]),
    say('ask.no-matter'),
    say('ask.change-mind'),
  ]
  return {
    subject: say('ask.subject'),
    letter: letter.join('\n\n'),
    body: (way: 'email' | 'sms') => (way === 'sms' ? text(say, purpose, other) : letter.join('\n\n')),
  }
}

/** The fullest wording that goes into one segment, else the shortest there is. */
function text(say: (key: string) => string, purpose: string, other: boolean): string {
  if (other) return say('ask.text.other-person')
  const brief = purpose === 'pass-on' ? [say('ask.text.brief.pass-on')] : []
  const wordings = [say(`ask.text.full.${purpose}`), ...brief, say('ask.text.short')]
  return wordings.find((wording) => segmentsOf(wording).count === 1) ?? say('ask.text.short')
}
