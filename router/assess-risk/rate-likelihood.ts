/** Step 2 of the guide: how likely is it to happen again, by what came before and by what the person says? */
import { reason, type Finding } from '../../shared/finding.ts'
import type { Classification } from '../../shared/routing.ts'
import type { PlainText } from '../../shared/text/plain-text.ts'
import { phrases } from '../../shared/text/phrases.ts'
import { higherOf, isNonEmpty, likelihoods, type Likelihood } from '../../shared/words.ts'

const oneOff = phrases([
  '\\b(?:one[- ]off|first time (?:this|it|anything)|only (?:happened )?once|isolated incident|never happened before|un tro)\\b',
])
const again = phrases(
  [
    '\\b(?:(?:second|third|fourth|fifth|\\d(?:nd|rd|th)) (?:time|winter|letter|cancellation|attempt|no[- ]?show)|not the first time|happened (?:again|before|twice)|once again|yet again|keeps? (?:on )?(?:happening|being|getting|cancell?ing|ringing|changing|leaving|losing|forgetting|missing|sending|giving|turning up|coming late|doing|saying)|(?:days|weeks|months|times|visits|nights) (?:running|in a row|on the trot)|(?:lost|late|missed|cancell?ed|came|come|wrong|broken|out|forgotten|forgot|late|up|arrived|failed|short|closed|sample|letter|results?|bloods?|waiting|blocked|down|off|empty|dirty)[.!,]? again\\b|same as (?:last|the last|before)|more than once|several times|(?:three|four|five|six|\\d) times|on (?:several|many|numerous|multiple) occasions|repeated(?:ly)?|same (?:thing|problem) (?:again|before)|unwaith eto|sawl gwaith|(?:dwy|tair|pedair|pum|\\d) gwaith|eto fyth)\\b',
  ],
  [
    // How often somebody asked says nothing of how often it happened.
    '\\b(?:rang|rung|phoned|called|asked|emailed|e-mailed|written|wrote|chased|texted|left (?:\\w{2,8} ){0,2}messages|pressed|buzzed|tried|told them|told you)(?: [^ .!?]{1,12}){0,6} (?:several|many|three|four|five|six|\\d{1,2}) times\\b',
    '\\b(?:rang|rung|phoned|called|asked|emailed|written|wrote|chased|tried)(?: [^ .!?]{1,12}){0,6} (?:more than once|on (?:several|many|numerous|multiple) occasions|repeatedly)\\b',
    '\\b(?:repeatedly|several times|many times) (?:rang|phoned|called|asked|emailed|wrote|chased|tried)\\b',
    '\\b(?:ffonio|gofyn|holi)(?: \\w{2,8}){0,2} (?:sawl|\\d{1,2}|dwy|tair) gwaith\\b',
  ],
)
const constant = phrases([
  '\\b(?:always|constantly|continual(?:ly)?|every (?:single )?(?:time|day|week|night|visit|appointment)|all the time|never once|for (?:months|years)|ongoing|endless(?:ly)?|wastad|bob (?:tro|dydd|nos))\\b',
])

/** "Several times a year" is Likely in the guide; the counts between are our reading of its words. */
function byCount(count: number): Likelihood {
  if (count === 0) return 'Rare'
  if (count === 1) return 'Unlikely'
  if (count <= 3) return 'Possible'
  return count <= 11 ? 'Likely' : 'Almost certain'
}

export function rateLikelihood(
  text: PlainText,
  { issues, tone }: Classification,
  earlier: ReadonlyMap<string, number>,
): Finding<Likelihood> {
  const blamed = issues.filter((issue) => issue.tone !== 'positive')
  const count = blamed.reduce((most, { careService, subjects }) => {
    // Without a care service it is another matter each time.
    if (careService === null) return most
    return Math.max(most, ...subjects.map(({ value }) => earlier.get(`${careService}|${value}`) ?? 0))
  }, 0)
  const blames = tone.value === 'negative' || blamed.some((issue) => issue.tone === 'negative')
  const said = blames ? bySaying(text) : null
  const counted: Finding<Likelihood> | null =
    count === 0
      ? null
      : { value: byCount(count), because: [reason('router:risk.counted', { count })], confidence: 0.8 }
  return higher(said, counted) ?? silent(blames)
}

function bySaying(text: PlainText): Finding<Likelihood> | null {
  const found = (value: Likelihood, key: string, words: typeof oneOff): Finding<Likelihood> | null => {
    const spans = words.find(text.text).map((span) => text.toOriginal(span))
    return isNonEmpty(spans) ? { value, because: [reason(key, {}, spans)], confidence: 0.6 } : null
  }
  return (
    found('Likely', 'router:risk.said-again', again) ??
    found('Possible', 'router:risk.said-constant', constant) ??
    found('Rare', 'router:risk.said-once', oneOff)
  )
}

function higher(a: Finding<Likelihood> | null, b: Finding<Likelihood> | null): Finding<Likelihood> | null {
  if (a === null || b === null) return a ?? b
  return higherOf(likelihoods, a.value, b.value) === a.value ? a : b
}

/** The guide's "isolated" until something else is known. */
function silent(blames: boolean): Finding<Likelihood> {
  return blames
    ? { value: 'Unlikely', because: [reason('router:risk.nothing-earlier')], confidence: 0.4 }
    : { value: 'Rare', because: [reason('router:risk.nothing-blamed')], confidence: 0.6 }
}
