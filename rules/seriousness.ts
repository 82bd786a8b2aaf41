/** The guide's incident examples as rows: what makes a matter Medium or High before likelihood is looked at. */
import type { SeriousnessRule } from '../shared/knowledge.ts'

const guide = {
  source:
    'Department of Health, Listening, responding, improving (2009), p.18 descriptions and p.20 examples',
  sureness: 'read',
} as const
const reading = {
  source: 'design: our reading of the guide, p.18, into KO41a subjects and everyday words',
  sureness: 'design',
} as const

export const seriousnessRules: readonly SeriousnessRule[] = [
  {
    ...guide,
    seriousness: 'High',
    code: 'denial-of-rights',
    patterns: [
      '\\b(?:human rights|deprived of (?:his|her|my|their) liberty|against (?:my|his|her|their) will|without (?:my|his|her|our|their) consent|(?:held|pinned|forced) (?:me|him|her|them|my \\w{2,10}) down|(?:forc(?:ed|ing)|injected) (?:\\w{2,12} )?(?:medication|tablets|drugs|a needle|food) (?:on|into|down)|forcibly|illegally (?:detained|held)|unlawful(?:ly)?|denied (?:his|her|my|their|the) right)\\b',
    ],
    subjects: [],
  },
  {
    ...guide,
    seriousness: 'High',
    code: 'gross-substandard-care',
    patterns: [
      "\\b(?:put (?:my|his|her|their|patients'?|people's?|residents'?) li(?:fe|ves) (?:at risk|in danger)|dangerous(?:ly)? (?:care|practice|ward|place|low|understaffed|treatment)|grossly|inhumane?|barbaric|degrading|cruel(?:ty)?|left (?:\\w{2,8} )?to die|unsafe (?:discharge|care|practice|ward|staffing))\\b",
    ],
    subjects: [],
  },
  {
    ...guide,
    seriousness: 'High',
    code: 'many-issues-long-time',
    patterns: [
      '\\b(?:(?:series|catalogue|litany|string|number) of (?:\\w{2,12} )?(?:failures|failings|mistakes|errors|incidents)|systemic|for (?:over |more than )?(?:\\w{1,8} )?years (?:we|i|they|he|she) (?:have|has)|on (?:many|several|multiple|numerous) occasions (?:over|for|in|during))\\b',
    ],
    subjects: [],
  },
  {
    ...guide,
    seriousness: 'Medium',
    code: 'moderate-harm',
    patterns: [
      '\\b(?:fracture[ds]?|broken (?:wrist|arm|leg|ankle|nose|rib|ribs|finger)|(?:broke|fractured) (?:my|his|her|their) (?:wrist|arm|leg|ankle|nose|ribs?|finger|foot|collar ?bone)|fell (?:out of|off|over|down|on|from|and|twice|again)|falls?|infect(?:ed|ion)|in (?:agony|severe pain|extreme pain|terrible pain|so much pain)|bled|bleeding|scald(?:ed)?|burn(?:t|ed|s)?|pressure (?:sores?|ulcers?)|bed ?sores?|dehydrated|unconscious|collapsed|allergic reaction|worse(?:ned)? (?:condition|than)|relapse[d]?|syrthio|cwympo|torri (?:ei|fy) )\\b',
    ],
    subjects: [],
  },
  {
    ...guide,
    seriousness: 'Medium',
    code: 'medical-error',
    patterns: [
      '\\b(?:wrong (?:\\w{2,12} )?(?:dose|drug|drugs|medication|medicine|tablets?|pills?|diagnosis|treatment|injection|patient|results?|records?|notes|leg|side|inhaler)|medical errors?|misdiagnos(?:ed|is)|medication (?:errors?|mistakes?)|not given (?:his|her|my|their|any) (?:\\w{2,12} )?(?:medication|meds|insulin|tablets|medicine|antibiotics)|missed (?:dose|doses|medication)|mistakes?|errors?|camgymeriad(?:au)?|camddiagnosis)\\b',
    ],
    subjects: [],
  },
  {
    ...guide,
    seriousness: 'Medium',
    code: 'delayed-discharge',
    patterns: [
      '\\b(?:delay(?:ed|s)? (?:in )?(?:discharg(?:e|ed|ing)|leaving|going home|transfer)|discharge (?:was |has been )?delayed|sent home (?:too (?:early|soon)|without|alone|in|at \\d{1,2} ?am)|discharged (?:\\w{2,8} )?(?:too (?:early|soon)|without|alone|in (?:the middle|his|her|pyjamas|a nightdress)|at (?:\\d{1,2}(?:[:.]\\d\\d)? ?am|midnight|night))|(?:with )?(?:nobody|no ?one) at home)\\b',
    ],
    subjects: [],
  },
  {
    ...guide,
    seriousness: 'Medium',
    code: 'unmet-need',
    patterns: [
      "\\b(?:abandoned|left (?:\\w{2,12} ){0,3}(?:alone|unattended|in pain|to cope|for hours|without|on my own)|no (?:help|support|care|pain relief|medication|treatment)|not (?:fed|washed|changed|turned|helped|cared for|looked after|listened to)|ignored|denied|refused|let (?:\\w{2,8} )?down|nobody (?:came|helped|listened|cared)|no ?one (?:came|helped|listened|cared)|never (?:came|turned up|arrived|called back|rang back)|(?:care|carers?|package|support) (?:has |have |had |was |were )?(?:stopped|been stopped|ended|been cut|cut)|(?:not|never) returned (?:my|his|her|our) (?:calls?|messages?|emails?)|did(?:n't| not) (?:turn up|arrive|come|care|listen)|in tears|crying|cried|traumati[sz](?:ed|ing)|distress(?:ed|ing)?|anwybyddu|gadael ar)\\b",
    ],
    subjects: [],
  },
  {
    ...guide,
    seriousness: 'Medium',
    code: 'staff-attitude',
    patterns: [
      '\\b(?:rude(?:ly|ness)?|(?:bad|poor|awful|terrible|appalling|disgusting) attitude|attitude (?:of|problem|was|is|stinks)|shout(?:ed|ing|s) at|swore at|bull(?:y|ied|ying)|unprofessional|dismissive|arrogant|patroni[sz](?:ed|ing)|condescending|humiliat(?:ed|ing)|mock(?:ed|ing|s)|made fun of|making fun of|joking about (?:my|his|her|a)|nasty|horrible|aggressive|intimidat(?:ed|ing)|laughed at|belittled|uncaring|disrespect(?:ed|ful)?|unkind|anghwrtais|cas)\\b',
    ],
    subjects: [],
  },
  {
    ...guide,
    seriousness: 'Medium',
    code: 'misinformation',
    patterns: [
      '\\b(?:misinformed|misinformation|misled|lied|lies|lying to|wrong information|incorrect information|conflicting (?:information|advice)|different (?:stories|answers|information)|breach(?:ed|ing)? (?:of )?(?:confidentiality|data|privacy)|data breach|(?:records|notes|results|letters?|details|diagnosis|address) (?:\\w{2,8} ){0,2}(?:posted|sent|emailed|given|read out|shown|left open) (?:to|in front of|for)(?! (?:my|his|her|the|our) (?:gp|doctor|consultant|surgery|clinic|ward))|confidentiality (?:was )?(?:broken|breached)|not (?:told|informed) (?:about|of|that|what)|nobody (?:told|explained|informed))\\b',
    ],
    subjects: [],
  },
  {
    ...guide,
    seriousness: 'Medium',
    code: 'long-delay',
    patterns: [
      '\\b(?:wait(?:ed|ing)? (?:\\w{1,10} ){0,3}(?:(?:[3-9]|[1-9]\\d|three|four|five|six|seven|eight|nine|ten|twelve|many|several) (?:and a half )?(?:hours|hrs|days|weeks|months|years)|years)|(?:[4-9]|[1-9]\\d|four|five|six|seven|eight|nine|ten|twelve)(?:\\+| plus)? ?(?:hours?|hrs) (?:wait|for|later|late|delay|on a trolley)|(?:cancelled|postponed|rescheduled) (?:\\w{1,8} )?(?:again|twice|three times|several times|\\d times|repeatedly))\\b',
    ],
    subjects: [],
  },
  {
    ...reading,
    seriousness: 'Medium',
    code: 'weighty-subject',
    patterns: [],
    subjects: ['consent', 'end-of-life', 'mortuary', 'restraint'],
  },
  {
    ...reading,
    seriousness: 'Medium',
    code: 'strong-words',
    patterns: [
      '\\b(?:appall(?:ed|ing)|disgust(?:ed|ing)|disgrace(?:ful)?|shocking|horrendous|horrific|diabolical|atrocious|shambles|unacceptable|outrageous|worst|absolutely (?:awful|terrible|useless)|failed (?:me|us|him|her|my)|fobbed off|fuming|furious|scandal(?:ous)?|joke|useless|gwarthus|cywilyddus|ofnadwy|annerbyniol)\\b',
    ],
    subjects: [],
  },
]
