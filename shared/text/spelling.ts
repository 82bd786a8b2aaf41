/** Recognises a known word that was written with one letter missing, added, changed or swapped. */

export interface Spelling {
  /** The known word this one is a slip of, else the word itself. Lower-case ASCII letters in, the same out. */
  correct(word: string): string
}

/** Shorter words have too many honest neighbours ("raped", "rated"). */
const shortest = 7

const mostAnswered = 20_000
/** One vowel written for another needs a longer word: "slipped" is not "slapped". */
const shortestForVowel = 8

/** Real words that happen to be one slip away from a word that matters. */
const realWords: ReadonlySet<string> = new Set(
  'bother casing compliant contract contracted contracts homicidal impatient inpatient inpatients mediation outsider patents reused scared shitting slipping staring stores stringer stronger stuffing tables'.split(
    ' ',
  ),
)

/** Known words are found by their forms with one letter left out (after Wolf Garbe's SymSpell). */
export function spellingOf(words: Iterable<string>): Spelling {
  const known = new Set([...words].filter((word) => word.length >= shortest))
  const shortened = new Map<string, string>()
  for (const word of known) for (const form of withoutOneLetter(word)) shortened.set(form, word)
  /** People use the same words again and again; what was worked out once need not be again. */
  const answered = new Map<string, string>()
  return { correct }

  function correct(word: string): string {
    const earlier = answered.get(word)
    if (earlier !== undefined) return earlier
    const answer = known.has(word) || realWords.has(word) ? word : (slipOf(word) ?? word)
    if (answered.size >= mostAnswered) answered.clear()
    answered.set(word, answer)
    return answer
  }

  function slipOf(word: string): string | undefined {
    if (word.length < shortest - 1 || word.length > 24) return undefined
    const missing = shortened.get(word)
    if (missing !== undefined)
      return sameStart(word, missing) && !missing.startsWith(word) ? missing : undefined
    for (const form of withoutOneLetter(word)) {
      if (known.has(form) && sameStart(word, form) && !isEnding(word, form)) return form
      const candidate = shortened.get(form)
      if (candidate !== undefined && isOneSlip(word, candidate)) return candidate
    }
    return undefined
  }
}

/** Every word of letters that stands in these patterns: what a rule looks for may arrive misspelt. */
export function wordsIn(patterns: Iterable<string>): string[] {
  return [...patterns].flatMap(
    (pattern) => pattern.replace(/\\./g, ' ').match(/(?<![a-z[])[a-z]{7,}(?![a-z'[(?*+{])/g) ?? [],
  )
}

function* withoutOneLetter(word: string): Generator<string> {
  for (let at = 0; at < word.length; at += 1) yield word.slice(0, at) + word.slice(at + 1)
}

/** A changed first letter usually makes another word: "neglect", "reflect". */
function sameStart(a: string, b: string): boolean {
  return a[0] === b[0]
}

/** A plural or a past is no slip. */
function isEnding(word: string, known: string): boolean {
  return word === known + 's' || word === known + 'd' || word === known + 'y'
}

/** Same length: one vowel stands for another, or two neighbours are swapped. A changed consonant makes another word. */
function isOneSlip(word: string, known: string): boolean {
  if (word.length !== known.length || !sameStart(word, known)) return false
  const differing = Array.from({ length: word.length }, (_, at) => at).filter((at) => word[at] !== known[at])
  const [first = 0, second] = differing
  if (differing.length === 1) {
    return word.length >= shortestForVowel && isVowel(word[first]) && isVowel(known[first])
  }
  return (
    differing.length === 2 &&
    second === first + 1 &&
    word[first] === known[second] &&
    word[second] === known[first]
  )
}

function isVowel(letter: string | undefined): boolean {
  return letter !== undefined && 'aeiouy'.includes(letter)
}
