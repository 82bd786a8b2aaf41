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
  'backing banning beaming bearing bedding believed binding blaming bleeding bonding booking bother breeding brothers bucking burying casing charming chocking complainant complaint complaints compliant contract contracted contracts decorated detained deterred diagnoses dripping during entered farming feeding fitting flavours gripping harming hatting hauling healing heating helping homicidal hospitable hunting impatient inpatient inpatients interred kickers lacking leaking leaning learning licking liking looking luckily mediation missing mistaken mourning outsider packing parking patching patents patience patiently pecking picking pitching pleading poking president racing raising ranging rating reading reasonably relatives relieved reported rescued residence resident resorted responsibly reused ringing rising roaming rubbing scared scolding sealing sedated sedation selling sending shitting shouting shutting sinking slipping slopping smiling sorting spelling staring starting stating stepped sticking stinging stocking stopped stores strapping striking stringer stripping stroking stronger stubbing stuffing tables tallied tapping taxing teaching terribly texting thorough thought threaded through tipping topping torching totally touching trapping treated treating tripping waiting wanting watering weighing wringing writhing'.split(
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

/** Same length: one letter stands for another that sounds like it, or two neighbours are swapped. */
function isOneSlip(word: string, known: string): boolean {
  if (word.length !== known.length || !sameStart(word, known)) return false
  const differing = Array.from({ length: word.length }, (_, at) => at).filter((at) => word[at] !== known[at])
  const [first = 0, second] = differing
  if (differing.length === 1) {
    return word.length >= shortestForVowel && soundsLike(word[first], known[first])
  }
  return (
    differing.length === 2 &&
    second === first + 1 &&
    word[first] === known[second] &&
    word[second] === known[first]
  )
}

/** Any vowel for any other; of consonants "ambulanse", "abuze" and "neglegted" only, since most others make another word. */
function soundsLike(a: string | undefined, b: string | undefined): boolean {
  if (isVowel(a) && isVowel(b)) return true
  return (
    a !== undefined &&
    b !== undefined &&
    ['cs', 'sz', 'ck', 'cg'].some((pair) => pair.includes(a) && pair.includes(b))
  )
}

function isVowel(letter: string | undefined): boolean {
  return letter !== undefined && 'aeiouy'.includes(letter)
}
