/** Where two organisations tell it differently: shown with the reason, for people to settle, never settled here. */
import { reason } from '../../shared/finding.ts'
import type { Answering, Composer, Filed, Remark } from '../../shared/joint/composition.ts'
import { plainText } from '../../shared/text/plain-text.ts'
import { sentencesOf } from '../../shared/text/sentences.ts'

export function findContradictions(given: Composer): readonly Remark[] {
  return pairsOf(given.contributions).flatMap(([one, other]) => [
    ...(one.issue === other.issue ? onTheSameIssue(one, other, given) : []),
    ...(blames(one, other, given) && blames(other, one, given)
      ? [remark('each-other', one, other, given)]
      : []),
  ])
}

function onTheSameIssue(one: Filed, other: Filed, given: Composer): readonly Remark[] {
  return [
    ...(one.outcome === other.outcome ? [] : [remark('outcomes', one, other, given)]),
    ...(one.changeBy === other.changeBy || one.changeBy === null || other.changeBy === null
      ? []
      : [remark('days', one, other, given)]),
    ...(speakOfOtherTimes(one.whatHappened, other.whatHappened) ? [remark('times', one, other, given)] : []),
  ]
}

function pairsOf(all: readonly Filed[]): readonly (readonly [Filed, Filed])[] {
  return all.flatMap((one, at) =>
    all
      .slice(at + 1)
      .flatMap((other) => (one.organisation === other.organisation ? [] : [[one, other] as const])),
  )
}

/** Words by which one says that it was for another to do. */
const forThemToDo =
  /\b(responsib\w+|should have|ought to have|fail(ed|ure)|fault|never (told|rang|sent|asked)|did not (tell|ring|send|ask|arrange|do)|was for|up to|duty|their (job|task))\b/

function blames({ whatHappened }: Filed, { organisation }: Filed, given: Composer): boolean {
  const named = given.organisations.find(({ id }) => id === organisation)
  if (named === undefined) return false
  return sentencesOf(whatHappened).some(({ start, end }) => {
    const plain = plainText(whatHappened.slice(start, end)).text
    return forThemToDo.test(plain) && namesOf(named).some((name) => plain.includes(name))
  })
}

/** Also by what they are called for short: the council, the ambulance service. */
const calledForShort = ['council', 'ambulance', 'hospital', 'trust', 'ward', 'practice', 'home'] as const

function namesOf({ name, aliases }: Answering): readonly string[] {
  const full = [name, ...aliases]
    .map((each) => plainText(each.replace(/\s?\([^()]*\)/g, '')).text)
    .filter(Boolean)
  const short = calledForShort.filter((word) => full.some((each) => each.includes(word)))
  return [...full, ...short]
}

const months = 'january|february|march|april|may|june|july|august|september|october|november|december'
const times = new RegExp(
  String.raw`\b(\d{1,2} (?:${months})|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}[:.]\d{2}|\d{1,2} ?(?:am|pm))\b`,
  'g',
)

/** Both name days or hours, and none of one is among those of the other. */
function speakOfOtherTimes(one: string, other: string): boolean {
  const mine = plainText(one).text.match(times) ?? []
  const theirs = plainText(other).text.match(times) ?? []
  return (
    mine.length > 0 &&
    theirs.length > 0 &&
    !mine.some((time: string) => theirs.some((other) => other === time))
  )
}

function remark(
  how: 'outcomes' | 'days' | 'times' | 'each-other',
  one: Filed,
  other: Filed,
  { organisations }: Composer,
): Remark {
  const nameOf = (id: Filed['organisation']) => organisations.find((each) => each.id === id)?.name ?? id
  return {
    kind: 'contradiction',
    section: 'issue',
    issue: one.issue,
    organisations: [one.organisation, other.organisation],
    because: reason(`answer:contradiction.${how}`, {
      one: nameOf(one.organisation),
      other: nameOf(other.organisation),
    }),
  }
}
