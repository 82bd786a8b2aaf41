/** What the person wants to come of it, in the five outcomes Citizens Advice names. */
import { reason, type Finding } from '../../shared/finding.ts'
import type { WantedOutcome } from '../../shared/routing.ts'
import type { Submission } from '../../shared/submission.ts'
import type { PlainText } from '../../shared/text/plain-text.ts'
import { phrases, type Phrases } from '../../shared/text/phrases.ts'

const words: Readonly<Record<WantedOutcome, readonly string[]>> = {
  service: [
    '\\b(?:(?:want|need|like|please|still waiting for|require|get) (?:\\w{1,10} ){0,3}(?:appointment|operation|treatment|referral|referred|assessment|care package|carers?|medication|prescription|second opinion|seen (?:by|again|sooner)|call(?:ed)? back|results)|please (?:can (?:someone|somebody|you) )?(?:call|ring|phone|contact|see) (?:me|us|him|her|my \\w{2,10})|(?:can|could|would) (?:someone|somebody|you)(?: please)? (?:call|ring|phone|contact|see) (?:me|us|him|her|my \\w{2,10})|(?:want|need|like) (?:\\w{1,10} ){0,2}(?:to see|to be seen|seen by) (?:\\w{1,10} )?(?:dentist|doctor|gp|consultant|specialist|nurse|midwife|psychiatrist|therapist|physio)|(?:check|test|scan|assessment|operation|procedure) (?:to be )?(?:re)?done (?:again|properly)|(?:angen|eisiau|isio|hoffwn|hoffem) (?:\\w{1,8} ){0,2}(?:apwyntiad|triniaeth|gofal|gweld (?:meddyg|deintydd|nyrs)))\\b',
  ],
  'better-procedures': [
    "\\b(?:(?:not|never|n't|stop|prevent)(?: \\w{1,10}){0,4} happen(?:s|ing)? (?:again|to (?:any(?:one|body)|others?|someone|another))|(?:to|will|can|you) (?:learn|improve|change) (?:from|the|your|this|things|how)|lessons (?:are |be |to be )?learn(?:ed|t)|better training|more training|(?:staff|they|need) (?:\\w{1,8} )?(?:to be )?(?:re)?trained|change (?:the|your) (?:policy|procedures?|system|process)|new (?:procedures?|process|policy)|other (?:people|patients|families) (?:\\w{1,10} ){0,4}(?:same|this)|(?:make|making) sure (?:that )?(?:\\w{1,12} ){1,8}(?:told|again|happens?|never|not|in future|checked|trained)|(?:what|how things|confirmation of what|know what) (?:will|is going to|has been|you will) (?:be )?(?:changed?|done differently|put in place)|(?:nobody|no[- ]?one) else (?:\\w{1,10} ){0,3}(?:through|this|same)|gwella|digwydd (?:eto|i (?:neb|rywun) arall)|dysgu (?:gwersi|o hyn))\\b",
  ],
  'explanation-or-apology': [
    "\\b(?:apolog(?:y|ies|i[sz]e)|(?:nobody|no[- ]?one|not|never|n't|should have|should be|to be)(?: \\w{1,10}){0,3} apologi[sz]ed|say (?:you(?:'re| are) )?sorry|(?:require|request|expect|want|ask for|asking for|await)s? (?:an? )?(?:\\w{3,8} )?(?:written )?(?:response|reply|answer|explanation)|explanation|explain (?:why|how|what|to)|(?<!you )(?:want|need|like|deserve|demand) (?:\\w{1,8} ){0,2}(?:answers?|to (?:know|understand)|the truth|reasons?)|ymddiheur(?:iad|o)|(?:esbon|eglur)(?:iad|had)|(?:hoffwn|hoffem|eisiau|isio|dymuno) (?:\\w{1,8} ){0,2}(?:gwybod|wybod|deall|ddeall|atebion?)|dweud wrth(?:ym|yf|om)? (?:ni |i )?(?:beth|pam))\\b",
  ],
  discipline: [
    '\\b(?:disciplin(?:ed|ary|e)|sacked|fired|struck off|dismissed from|lose (?:his|her|their) jobs?|prosecut(?:ed|ion|e)|held (?:to account|accountable|responsible)|suspended|reported to the (?:gmc|nmc|police|hcpc)|disgyblu)\\b',
  ],
  compensation: [
    '\\b(?:compensat(?:ion|e|ed)|refund|reimburse(?:ment)?|(?:be|been|not|never|get)(?: \\w{1,8})? (?:refunded|reimbursed)|pay (?:me|us|for) (?:\\w{1,8} )?(?:back|damage|loss)|financial (?:redress|remedy)|out of pocket|lost earnings|loss of earnings|money back|(?:cost|price|value|money)(?: of(?: [^ .!?]{1,12}){1,4})? (?:back|refunded|repaid|returned)|(?:pay|paid) (?:for|towards) (?:new|replacement|the replacement)|iawndal|ad-?dal\\w{0,3}|(?:arian|[pm]h?res) yn ol)\\b',
  ],
}

/** What was given already is not asked for: "Mrs Reid accepts your apology", "she gave me a clear explanation". */
const given: readonly string[] = [
  '\\b(?:accept(?:s|ed|ing)?|receiv(?:e|es|ed|ing)|got|gave|given|giving|gives|offered|appreciate[sd]?|grateful for|thank(?:s| you)(?: so much| very much)? for|made|with) (?:me |us |him |her )?(?:your|the|an?|his|her|their|full|many|lots of|profuse|sincere)(?: [a-z-]{2,12}){0,3} (?:apolog(?:y|ies)|explanations?|reasons|refund|compensation|money back)\\b',
  '\\b(?:(?:i|we) (?:must |do |would like to |want to |should )?apologi[sz]e|(?:my|our) apologies|apologies (?:for|if))\\b',
]

const looked: readonly { readonly outcome: WantedOutcome; readonly phrases: Phrases }[] = (
  ['service', 'better-procedures', 'explanation-or-apology', 'discipline', 'compensation'] as const
).map((outcome) => ({ outcome, phrases: phrases(words[outcome], given) }))

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
