/** What a text says of when things happened: each time it names, and the latest day that this can mean. */
import { Temporal } from 'temporal-polyfill'
import type { CalendarDate } from './london.ts'
import type { Span } from '../finding.ts'

export interface TimeTold {
  /** Of the plain text. */
  readonly span: Span
  readonly latest: CalendarDate
}

/** In the order of the text. Leaves out what is history: a birth, a diagnosis, since when somebody comes here. */
export function timesTold(plain: string, today: CalendarDate): readonly TimeTold[] {
  const now = Temporal.PlainDate.from(today)
  return ways
    .flatMap(({ pattern, latest }) =>
      [...plain.matchAll(pattern)].flatMap((match) => {
        const day = isHistory(plain, match.index) ? null : latest(match, now)
        const span = { start: match.index, end: match.index + match[0].length }
        return day === null ? [] : [{ span, latest: day.toString() }]
      }),
    )
    .sort((a, b) => a.span.start - b.span.start)
}

/** Words for having come to know of it only later. */
export function knownLater(plain: string): Span | null {
  const match = cameToKnow.exec(plain)
  return match === null ? null : { start: match.index, end: match.index + match[0].length }
}

const cameToKnow =
  /\b(?:(?:only|just|recently|now) (?:just )?(?:found out|find out|learn(?:ed|t)|discovered|been told|realised|come to light|came to light)|(?:found out|learn(?:ed|t)|discovered|came to light|was told) (?:about (?:it|this) )?(?:only |just )?(?:yesterday|today|last (?:week|month|night)|this (?:week|month|year)|recently)|newydd (?:ddod i wybod|ddarganfod|glywed)|dim ond (?:nawr|rwan) )/

interface Way {
  readonly pattern: RegExp
  /** Null where it is no day of the calendar. */
  readonly latest: (match: RegExpMatchArray, now: Temporal.PlainDate) => Temporal.PlainDate | null
}

const numbers: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  'couple of': 2,
  three: 3,
  few: 3,
  four: 4,
  several: 4,
  five: 5,
  many: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  dwy: 2,
  tair: 3,
  dair: 3,
  pedair: 4,
  bedair: 4,
  pum: 5,
}
const numeral = `\\d{1,2}|${Object.keys(numbers).join('|')}`

const months: Readonly<Record<string, number>> = {
  jan: 1,
  ion: 1,
  feb: 2,
  chw: 2,
  mar: 3,
  maw: 3,
  apr: 4,
  ebr: 4,
  may: 5,
  mai: 5,
  jun: 6,
  meh: 6,
  jul: 7,
  gor: 7,
  aug: 8,
  aws: 8,
  sep: 9,
  med: 9,
  oct: 10,
  hyd: 10,
  nov: 11,
  tac: 11,
  dec: 12,
  rha: 12,
}
const monthNames =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr'

const ways: readonly Way[] = [
  {
    pattern: new RegExp(
      `\\b(?:(over|more than|nearly|almost) )?(?:a )?(${numeral}) (?:and a half )?(day|week|month|year|flynedd|blynedd|mlynedd)s? (?:ago|back|yn ol)\\b`,
      'g',
    ),
    latest: ([, about, many = '', unit = ''], now) => ago(now, about, numbers[many] ?? Number(many), unit),
  },
  { pattern: /(?<!\w )\byears ago\b/g, latest: (_, now) => now.subtract({ years: 2 }) },
  {
    pattern: new RegExp(
      `\\b(?:(\\d{1,2})(?:st|nd|rd|th)? (?:of )?)?(${monthNames}),? (?:of )?((?:19|20)\\d\\d)\\b`,
      'g',
    ),
    latest: ([, day, month = '', year], now) => within(now, Number(year), months[month.slice(0, 3)], day),
  },
  {
    pattern: /\b(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d|\d\d)\b/g,
    latest: ([, day, month, year = ''], now) =>
      within(now, year.length === 2 ? 2000 + Number(year) : Number(year), Number(month), day),
  },
  {
    pattern: /\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b/g,
    latest: ([, year, month, day], now) => within(now, Number(year), Number(month), day),
  },
  {
    pattern:
      /\b(?:in|during|yn) (?:(?:early|late|mid|the (?:spring|summer|autumn|winter) of|spring|summer|autumn|winter) )?((?:19|20)\d\d)\b/g,
    latest: ([, year], now) => within(now, Number(year)),
  },
  {
    pattern:
      /\b(?:yesterday|(?<!writ(?:e|ing) |to you )today|tonight|recently|the other day|this (?:morning|afternoon|evening|week|month)|last (?:night|week|month|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|still (?:waiting|not|no|have(?: not|n't)|has(?: not|n't)|being)|ddoe|heddiw|neithiwr|wythnos (?:diwethaf|hon))\b/g,
    latest: (_, now) => now,
  },
]

function ago(
  now: Temporal.PlainDate,
  about: string | undefined,
  many: number,
  unit: string,
): Temporal.PlainDate {
  const count = unit === 'month' || unit === 'week' || unit === 'day' ? many : many * 12
  const then =
    unit === 'day'
      ? now.subtract({ days: count })
      : unit === 'week'
        ? now.subtract({ weeks: count })
        : now.subtract({ months: count })
  if (about === undefined) return then
  return about === 'nearly' || about === 'almost' ? then.add({ months: 1 }) : then.subtract({ days: 1 })
}

/** The last day of what is named, and none to come: who writes "12/03/2027" today slipped. */
function within(now: Temporal.PlainDate, year: number, month = 12, day?: string): Temporal.PlainDate | null {
  if (month < 1 || month > 12) return null
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  const asked = day === undefined ? first.daysInMonth : Number(day)
  if (asked < 1 || asked > first.daysInMonth) return null
  const told = first.with({ day: asked })
  return Temporal.PlainDate.compare(told, now) > 0 ? null : told
}

const historyBefore =
  /\b(?:born|birth|dob|d\.o\.b|since|from|diagnosed|registered|retired|married|widowed|moved|joined|patient (?:here )?for)(?:[^.!?\n]{0,24})$/
const farthest = 40

function isHistory(plain: string, at: number): boolean {
  return historyBefore.test(plain.slice(Math.max(0, at - farthest), at))
}
