/** Payment card numbers that somebody read out, masked but for their last four digits (PCI DSS 3.4.1). */

const digitWords: Readonly<Record<string, string>> = {
  ...{ zero: '0', oh: '0', o: '0', nought: '0', one: '1', two: '2', three: '3', four: '4' },
  ...{ five: '5', six: '6', seven: '7', eight: '8', nine: '9' },
  ...{ dim: '0', sero: '0', un: '1', dau: '2', tri: '3', pedwar: '4', pump: '5' },
  ...{ chwech: '6', saith: '7', wyth: '8', naw: '9' },
}
const repeats: Readonly<Record<string, number>> = { double: 2, treble: 3, triple: 3 }
const words = Object.keys(digitWords).join('|')
const digitToken = new RegExp(`\\d+|\\b(?:(${Object.keys(repeats).join('|')})\\s+)?(${words})\\b`, 'gi')
/** What people say between the groups of a number; another speaker's words between two turns do not count. */
const between = /^[\s.,;:–—-]*(?:(?:and|then|um|uh|er|erm|dash|yes|yeah|ok|okay|wedyn)[\s.,;:–—-]+)*$/i
const longestBetween = 40

interface Token {
  /** Which of the texts. */
  readonly text: number
  readonly start: number
  readonly end: number
  readonly digits: string
}

export interface Masked {
  readonly texts: readonly string[]
  /** How many card numbers. */
  readonly found: number
}

/** `texts` are what one person said, turn by turn: a number may begin in one turn and end in the next. */
export function maskCardNumbers(texts: readonly string[]): Masked {
  const cards = runsIn(texts).flatMap(cardsIn)
  const masks = cards.flatMap(masksOf)
  return {
    found: cards.length,
    texts: texts.map((text, at) => {
      let masked = ''
      let done = 0
      for (const mask of masks.filter((each) => each.text === at)) {
        masked += text.slice(done, mask.start) + mask.shown
        done = mask.end
      }
      return masked + text.slice(done)
    }),
  }
}

/** Digits that follow one another with nothing of weight between. */
function runsIn(texts: readonly string[]): readonly (readonly Token[])[] {
  const runs: Token[][] = []
  let last: Token | null = null
  for (const token of texts.flatMap(tokensIn)) {
    const run = runs.at(-1)
    if (last !== null && run !== undefined && between.test(gap(texts, last, token))) run.push(token)
    else runs.push([token])
    last = token
  }
  return runs
}

function tokensIn(text: string, at: number): readonly Token[] {
  return [...text.matchAll(digitToken)].map((match) => {
    const digit = digitWords[(match[2] ?? '').toLowerCase()]
    const digits = digit === undefined ? match[0] : digit.repeat(repeats[(match[1] ?? '').toLowerCase()] ?? 1)
    return { text: at, start: match.index, end: match.index + match[0].length, digits }
  })
}

function gap(texts: readonly string[], before: Token, after: Token): string {
  const rest = texts[before.text] ?? ''
  if (before.text === after.text) return rest.slice(before.end, after.start).slice(0, longestBetween)
  if (after.text > before.text + 1) return 'a turn without digits'
  return `${rest.slice(before.end)} ${(texts[after.text] ?? '').slice(0, after.start)}`.slice(
    0,
    longestBetween,
  )
}

function cardsIn(run: readonly Token[]): readonly (readonly Token[])[] {
  const cards: (readonly Token[])[] = []
  for (let from = 0; from < run.length;) {
    const card = cardAt(run, from)
    if (card !== null) cards.push(card)
    from += card?.length ?? 1
  }
  return cards
}

/** The longest that begins here: what is masked too much can be heard in the recording. */
function cardAt(run: readonly Token[], from: number): readonly Token[] | null {
  let digits = ''
  let longest: readonly Token[] | null = null
  for (let to = from; to < run.length && digits.length < 19; to++) {
    digits += run[to]?.digits ?? ''
    if (isCardNumber(digits)) longest = run.slice(from, to + 1)
  }
  return longest
}

/** Length and first digits of the schemes in use (ISO/IEC 7812), and the check digit of Luhn. No phone number begins so. */
export function isCardNumber(digits: string): boolean {
  return /^(?:[3-6]\d|2[2-7])\d{11,17}$/.test(digits) && luhnSum(digits) % 10 === 0
}

function luhnSum(digits: string): number {
  return Array.from(digits)
    .toReversed()
    .reduce((sum, digit, at) => {
      const value = Number(digit) * (at % 2 === 0 ? 1 : 2)
      return sum + (value > 9 ? value - 9 : value)
    }, 0)
}

function masksOf(card: readonly Token[]): readonly (Omit<Token, 'digits'> & { readonly shown: string })[] {
  let left = card.reduce((sum, token) => sum + token.digits.length, 0)
  return card.map(({ digits, ...where }) => {
    const shown = Array.from(digits, (digit) => (left-- > 4 ? '•' : digit)).join('')
    return { ...where, shown }
  })
}
