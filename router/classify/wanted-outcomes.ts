/** What the person wants to come of it, in the five outcomes Citizens Advice names. */
import { reason, type Finding } from '../../shared/finding.ts'
import type { WantedOutcome } from '../../shared/routing.ts'
import type { Submission } from '../../shared/submission.ts'
import type { PlainText } from '../../shared/text/plain-text.ts'
import { phrases, type Phrases } from '../../shared/text/phrases.ts'

const words: Readonly<Record<WantedOutcome, readonly string[]>> = {
  service: [
    '\\b(?:(?:want|need|like|please|still waiting for|require|get) (?:\\w{1,10} ){0,3}(?:appointment|operation|treatment|referral|referred|assessment|care package|carers?|medication|prescription|second opinion|seen (?:by|again|sooner)|call(?:ed)? back|results)|please (?:call|ring|phone|contact|see) (?:me|us|him|her|my \\w{2,10})|angen (?:apwyntiad|triniaeth|gofal))\\b',
  ],
  'better-procedures': [
    "\\b(?:(?:not|never|n't|stop|prevent)(?: \\w{1,10}){0,4} happen(?:s|ing)? (?:again|to (?:any(?:one|body)|others?|someone|another))|(?:to|will|can|you) (?:learn|improve|change) (?:from|the|your|this|things|how)|lessons (?:are |be |to be )?learn(?:ed|t)|better training|more training|(?:staff|they|need) (?:\\w{1,8} )?(?:to be )?(?:re)?trained|change (?:the|your) (?:policy|procedures?|system|process)|new (?:procedures?|process|policy)|other (?:people|patients|families) (?:\\w{1,10} ){0,4}(?:same|this)|gwella)\\b",
  ],
  'explanation-or-apology': [
    "\\b(?:apolog(?:y|ies|ise|ize|ised)|say (?:you(?:'re| are) )?sorry|explanation|explain (?:why|how|what|to)|(?:want|need|like|deserve|demand) (?:\\w{1,8} ){0,2}(?:answers?|to (?:know|understand)|the truth|reasons?)|ymddiheur(?:iad|o)|esboniad)\\b",
  ],
  discipline: [
    '\\b(?:disciplin(?:ed|ary|e)|sacked|fired|struck off|dismissed from|lose (?:his|her|their) jobs?|prosecut(?:ed|ion|e)|held (?:to account|accountable|responsible)|suspended|reported to the (?:gmc|nmc|police|hcpc)|disgyblu)\\b',
  ],
  compensation: [
    '\\b(?:compensat(?:ion|e|ed)|refund(?:ed)?|reimburse(?:d|ment)?|pay (?:me|us|for) (?:\\w{1,8} )?(?:back|damage|loss)|financial (?:redress|remedy)|out of pocket|lost earnings|loss of earnings|money back|iawndal|ad-?dal)\\b',
  ],
}

const looked: readonly { readonly outcome: WantedOutcome; readonly phrases: Phrases }[] = (
  ['service', 'better-procedures', 'explanation-or-apology', 'discipline', 'compensation'] as const
).map((outcome) => ({ outcome, phrases: phrases(words[outcome]) }))

/** Each with an honest note on what this process can give, and who else to go to. From the words, and from what they wrote where the form asked. */
export function wantedOutcomes(submission: Submission, text: PlainText): Finding<WantedOutcome>[] {
  const asked = (submission.wantedOutcome ?? '').toLowerCase()
  return looked.flatMap(({ outcome, phrases: wanted }): Finding<WantedOutcome>[] => {
    const note = reason(`router:want.note.${outcome}`)
    if (asked !== '' && wanted.occurIn(asked)) {
      return [{ value: outcome, because: [reason('router:want.asked', { outcome }), note], confidence: 0.9 }]
    }
    const spans = wanted.find(text.text).map((span) => text.toOriginal(span))
    if (spans.length === 0) return []
    return [
      { value: outcome, because: [reason('router:want.words', { outcome }, spans), note], confidence: 0.6 },
    ]
  })
}
