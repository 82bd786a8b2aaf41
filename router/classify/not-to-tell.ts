/** Whom the person does not want told: an organisation by its name, those of a kind ("my GP"), or every other one. */
import { organisationTypes, type Directory, type OrganisationType } from '../../shared/directory.ts'
import { reason, type Finding, type Span } from '../../shared/finding.ts'
import type { NotToTell } from '../../shared/joint/not-to-tell.ts'
import { onceFor } from '../../shared/once-for.ts'
import type { Submission } from '../../shared/submission.ts'
import { plainText, type PlainText } from '../../shared/text/plain-text.ts'
import { aroundWhom, beforeWhom } from './refusal-phrases.ts'

/** What people call those of a kind; "home" alone is where they live. */
const kinds: Readonly<Record<OrganisationType | 'everyone', string>> = {
  'nhs-trust': '(?:nhs )?(?:hospital(?: trust)?|trust|ysbyty)',
  'ambulance-trust': '(?:ambulance(?: (?:service|trust|crew|people))?|paramedics|ambiwlans)',
  icb: '(?:icb|integrated care board|commissioners?)',
  council:
    '(?:county council|council|local authority|social (?:services|care|workers?)|adult social care|cyngor|gwasanaethau cymdeithasol)',
  'gp-practice':
    "(?:gp'?s?(?: (?:surgery|practice))?|g\\.p\\.?|(?:family )?doctor'?s?(?: surgery)?|surgery|practice|meddyg(?: teulu)?|meddygfa|feddyg(?: teulu)?|feddygfa)",
  'care-provider':
    '(?:(?:care|nursing|residential) home|care (?:agency|company|provider)|home care(?: agency)?|carers|agency|cartref gofal|gartref gofal)',
  everyone:
    '(?:any ?one|any ?body|no ?one|nobody|(?:any )?(?:other|outside|third) (?:organisations?|bod(?:y|ies)|agenc(?:y|ies)|part(?:y|ies)|people|services?)|others|neb|unrhyw un)(?: else| arall)?',
}

const beforeTheName =
  /^(?:(?:the|my|our|his|her|their|any|either|that|this|local|old|own|y|yr|'r|r|fy) |(?:any ?one|any ?body|people|staff|someone) (?:else )?(?:at|in|from|of|yn) )*/
const betweenNames = /^(?:,? (?:and|or|nor|neu|na|a|ac) |, ?|\/ ?)/
/** "the council people", "the surgery manager". */
const staffOfIt = /^(?:'s)?(?: (?:staff|team|people|manager|managers|partners|themselves|either))?$/

/** Each once, with all the places where they say so. What stands in the subject line or the wish cannot be marked. */
export function notToTell(
  { subject, wantedOutcome }: Pick<Submission, 'subject' | 'wantedOutcome'>,
  text: PlainText,
  directory: Directory,
): readonly Finding<NotToTell>[] {
  const inText = saidIn(text, directory)
  const beside = `${subject ?? ''}\n${wantedOutcome ?? ''}`.trim()
  const inBeside = beside === '' ? [] : saidIn(plainText(beside), directory).map(unmarked)
  return [...inText, ...inBeside.filter(({ value }) => !inText.some((one) => one.value === value))]
}

function unmarked({ value, because: [{ key, params }], confidence }: Finding<NotToTell>): Finding<NotToTell> {
  return { value, because: [reason(key, params)], confidence }
}

function saidIn(text: PlainText, directory: Directory): readonly Finding<NotToTell>[] {
  const said = new Map<NotToTell, Span[]>()
  for (const { at, whom } of refusalsIn(text.lines, directory)) {
    for (const one of whom) {
      const places = said.get(one) ?? []
      const isKnown = places.some(({ start, end }) => start < at.end && at.start < end)
      said.set(one, isKnown ? places : [...places, at])
    }
  }
  return [...said].map(([value, places]) => {
    const spans = places.map((at) => text.toOriginal(at))
    return { value, because: [reasonOf(value, spans, directory)], confidence: 0.8 }
  })
}

function reasonOf(value: NotToTell, spans: readonly Span[], directory: Directory) {
  const named = directory.organisations.find(({ id }) => id === value)
  return named === undefined
    ? reason(`router:not-to-tell.${value}`, {}, spans)
    : reason('router:not-to-tell.organisation', { organisation: named.name }, spans)
}

interface Refusal {
  readonly at: Span
  readonly whom: readonly NotToTell[]
}

function refusalsIn(lines: string, directory: Directory): readonly Refusal[] {
  const found: Refusal[] = []
  for (const phrase of beforeWhom) {
    for (const match of lines.matchAll(phrase)) {
      const from = match.index + match[0].length
      const { whom, length } = namesAtStart(lines.slice(from, from + longestList), directory)
      found.push({ at: { start: match.index, end: from + length }, whom })
    }
  }
  for (const phrase of aroundWhom) {
    for (const match of lines.matchAll(phrase)) {
      const who = match.groups?.['who'] ?? ''
      const { whom, length } = namesAtStart(who, directory)
      if (!staffOfIt.test(who.slice(length))) continue
      found.push({ at: { start: match.index, end: match.index + match[0].length }, whom })
    }
  }
  return found.filter(({ whom }) => whom.length > 0).toSorted((a, b) => a.at.start - b.at.start)
}

const longestList = 160

/** "the council, my GP or the care home": read as far as it is a list of names. */
function namesAtStart(words: string, directory: Directory): { whom: NotToTell[]; length: number } {
  const whom: NotToTell[] = []
  let length = 0
  for (let at = 0; ;) {
    at += beforeTheName.exec(words.slice(at))?.[0].length ?? 0
    const name = nameAt(words, at, directory)
    if (name === null) return { whom, length }
    whom.push(...name.whom)
    length = at + name.length
    const between = betweenNames.exec(words.slice(length))
    if (between === null) return { whom, length }
    at = length + between[0].length
  }
}

interface Called {
  readonly whom: NotToTell
  readonly name: RegExp
}

/** The longest: "Stonemere Community Hospital" is not whatever hospital. "The council" is every council, whoever else it names. */
function nameAt(words: string, at: number, directory: Directory) {
  let length = 0
  let whom: NotToTell[] = []
  for (const called of namesOf(directory)) {
    called.name.lastIndex = at
    const found = called.name.exec(words)?.[0].length ?? 0
    if (found === 0 || found < length) continue
    whom = found === length ? [...whom, called.whom] : [called.whom]
    length = found
  }
  const kind = whom.find((one) => one in kinds)
  return length === 0 ? null : { whom: kind === undefined ? whom : [kind], length }
}

const namesOf = onceFor(({ organisations }: Directory): readonly Called[] => {
  const named = organisations.flatMap(({ id, name, aliases }) =>
    [name, ...aliases].map((each) => ({ whom: id, name: wholeWords(escaped(plainName(each))) })),
  )
  const kindsNamed = [...organisationTypes, 'everyone' as const].map((kind) => ({
    whom: kind,
    name: wholeWords(kinds[kind]),
  }))
  return [...named, ...kindsNamed]
})

function plainName(name: string): string {
  return plainText(name)
    .text.replace(/ \(example\)$/, '')
    .replace(/^(?:the|y|yr) /, '')
}

function wholeWords(source: string): RegExp {
  return new RegExp(`${source}(?![a-z0-9])`, 'y')
}

function escaped(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
