/** What makes a case jump the queue: words that make a person look within hours, whatever the score says. */
import type { RedFlagRule, Sourced } from '../shared/knowledge.ts'
import { gap, someone, staff } from './harm-words.ts'

const ours: Sourced = {
  source: 'design: words reviewed 2026-11, to be reviewed by the safeguarding lead',
  sureness: 'design',
}
const act: Sourced = { source: 'Care Act 2014 ss.42-46 and the hub design', sureness: 'design' }

/** Said of jokes, of feelings and of games, not of harm. */
const figuresOfSpeech: readonly string[] = [
  '\\b(?:died|dying|dead|die) (?:of|with|from)? ?(?:laughing|laughter|embarrassment|boredom|shame|curiosity)\\b',
  '\\bkill(?:ed|ing|s)? (?:the |some |a bit of |my |our )?(?:time|mood|vibe|joy|appetite|weekend|hour|afternoon|two birds|pain)\\b',
  '\\b(?:feet|legs?|back|knees?|head|shoes|heels|neck|this (?:queue|heat|traffic|job)|(?:the )?(?:pain|suspense|wait(?:ing)?|boredom|noise|heat)) (?:is |are |was |were |will |would )?(?:be )?(?:absolutely |really )?kill(?:s|ed|ing)? (?:me|us)\\b',
  '\\b(?:kill for|to die for|dying (?:to|for) (?:know|see|hear|meet|tell|try|get|find|a)|drop dead gorgeous|dead (?:good|nice|easy|friendly|helpful|kind|quick|sure|on|right|tired|pleased|end|line)|(?:phone|battery|mobile|laptop|car|line|signal) (?:is |was |has |had |went )?(?:died|dead|dying)|dressed to kill|could murder an?)\\b',
  '\\b(?:scared|frightened|bored|worried|thrilled|tickled) (?:me |us |him |her )?to death\\b',
  '\\b(?:suicide|self[- ]harm|safeguarding|mental health|abuse|domestic violence) (?:prevention|awareness|helpline|leaflets?|posters?|training|charity|course|walk|survey|lead (?:was|is) (?:great|lovely|excellent))\\b',
  '\\bdeath ?bed confession|\\bthreat(?:en(?:ed|ing)?)? (?:of rain|to rain|by rain)|\\bbombs? (?:of|went) flavour|\\bbath bombs?\\b',
  '\\bhit (?:me|us|home)? ?(?:that|how|the (?:nail|spot|target|road|mark)|for six)\\b',
]

const immediateDanger: RedFlagRule = {
  ...act,
  flag: 'immediate-danger',
  hours: 1,
  patterns: [
    "\\b(?:is|are|am|i'm|he's|she's|they're|we're) (?:in (?:immediate|serious|grave) danger|not (?:breathing|waking up|responding)|unconscious|unresponsive|having (?:a heart attack|a stroke|a seizure|chest pains?)|bleeding (?:heavily|badly|out)|choking|being (?:beaten|attacked|hit|abused|hurt|starved|strangled) (?:right )?now)\\b",
    "\\b(?:in immediate danger|needs? (?:help|an ambulance|someone|the police) (?:right now|now|immediately|urgently|straight away)|(?:please|pls|can you|could you|you must|quick(?:ly)?) send (?:help|an ambulance|someone|the police)|help (?:me|us) (?:now|please i)|can(?:no|')?t breathe|life is in danger|fear for (?:my|his|her|their) (?:life|safety)|not safe (?:tonight|right now|at the moment|here))\\b",
    `\\b(?:locked|trapped|lying|left|stuck) (?:in|on|alone|outside|here)${gap(5)}(?:right now|still there|as i write|at this moment)\\b`,
    `\\b(?:has|have|he's|she's|i've|i have) (?:just |already )?taken (?:an overdose|all (?:my|his|her|their|the) (?:tablets|pills|meds|medication|medicine))\\b`,
    '\\b(?:mewn perygl|angen ambiwlans (?:nawr|rwan)|ddim yn anadlu)\\b',
  ],
  unless: figuresOfSpeech,
}

const selfHarm: RedFlagRule = {
  ...ours,
  flag: 'self-harm',
  hours: 1,
  patterns: [
    '\\b(?:suicide|suicidal|suicidally|self[- ]?harm(?:ed|ing|s)?|overdose|overdosed|hang(?:ed)? (?:myself|himself|herself)|(?:cut|cuts|cutting|hurt|hurting|harm|harming|harmed|kill|killed|killing|poison) (?:myself|himself|herself|themselves|themself))\\b',
    "\\b(?:end (?:it all|my life|his life|her life|their life|things)|ending (?:it all|my life|it)|ended (?:it all|his (?:own )?life|her (?:own )?life)|take (?:my|his|her) own life|took (?:my|his|her|their) own li(?:fe|ves)|taking (?:my|his|her) own life|top (?:myself|himself|herself)|want(?:ed|s)? to (?:die|be dead)|wish i (?:was|were) dead|better off (?:dead|without me)|no (?:reason|point) (?:to live|(?:in )?living|in going on|in being here)|can(?:no|')?t go on|don't want to (?:live|be here|wake up|be alive)|do not want to (?:live|be here|be alive)|jump(?:ed)? off (?:a|the) bridge)\\b",
    '\\b(?:hunanladdiad|hunan[- ]?niwed(?:io)?|lladd (?:fy|ei) hun(?:an)?|eisiau marw|ddim eisiau byw)\\b',
  ],
  unless: [
    ...figuresOfSpeech,
    "\\b(?:never|not|isn't|wasn't|no longer|n't) (?:been |felt |feel |feeling )?(?:suicidal|wanted to die)\\b",
  ],
}

const safeguardingAdult: RedFlagRule = {
  ...act,
  flag: 'safeguarding-adult',
  hours: 4,
  patterns: [
    '\\b(?:safeguarding|abuse|abused|abuses|abusing|abuser|abusive|neglect|neglected|neglects|neglecting|neglectful|ill[- ]?treated|ill[- ]?treatment|mistreated|mistreatment|maltreated|sexually (?:assaulted|touched|abused)|raped?|groomed|molested|exploited|coerced)\\b',
    `\\b${staff}${gap(3)}(?:hit|hits|hitting|slap|slapped|slapping|punch|punched|punching|kick|kicked|beat|beaten|pinched|pushed|shoved|dragged|grabbed|choked|strangled|assault|assaulted|assaulting|attacked|starved|tied|manhandled|groped|spat at|burnt|burned) ${someone}`,
    `\\b(?:hit|slapped|punched|kicked|beaten|pinched|pushed|shoved|dragged|grabbed|assaulted|attacked|strangled|manhandled|groped|touched inappropriately|force[- ]?fed|hurt)(?: \\w{2,12})? by (?:an? |the |one of the |another |his |her |my )?(?:male |female |agency |bank |night |other |ward )?${staff}\\b`,
    `\\b(?:left|lying|sat|sitting|laying|found)${gap(5)}(?:in (?:his|her|their|my|its|own|the) (?:own )?(?:urine|faeces|excrement|mess|soiled|wee|poo|vomit|filth|blood)|soaked in urine|covered in (?:urine|faeces|blood|bruises|excrement)|soiled)\\b`,
    `\\b(?:unexplained|covered in|full of|lots of|found) (?:\\w{2,10} )?(?:bruises|bruising|burns|finger ?marks)\\b`,
    `\\b(?:bruise[sd]?|bruising) (?:all )?(?:on|over|to|around) (?:his|her|their|my) (?:arms?|wrists?|body|face|neck|legs?|back|thighs?)\\b`,
    `\\b(?:stole|stealing|stolen|steals|taking|took|taken) (?:\\w{2,12} ){0,3}(?:money|pension|jewellery|ring|savings|bank card|purse|wallet|cash)\\b`,
    `\\b(?:starving|starved|malnourished|dehydrated|not (?:been )?(?:fed|washed|changed)(?: for| in) (?:\\w{1,8} )?days|bed ?sores|pressure (?:sores|ulcers)|scared of (?:the|his|her|one|a) (?:\\w{2,8} )?(?:carers?|staff|nurses?|husband|son|wife|partner))\\b`,
    '\\b(?:camdriniaeth|cam[- ]?drin(?:iwyd)?|esgeulus(?:o|tod|wyd)?|diogelu|ymosod(?:odd|wyd|iad)?|taro|trais)\\b',
  ],
  unless: [
    ...figuresOfSpeech,
    '\\b(?:substance|alcohol|drug|verbal|abuse of (?:the system|power|trust)|system) (?:abuse|misuse)\\b',
    "\\b(?:no|not|never|without|wasn't|isn't) (?:any |been |felt |feel |a sign of |signs of )?(?:abused?|neglect(?:ed)?|mistreated|abusive)\\b",
    '\\b(?:neglected to (?:mention|say|thank|tell)|(?:took|taking|taken) (?:\\w{2,12} ){0,3}(?:money|cash) (?:off|out)|blood pressure (?:taken|took)|neglected (?:garden|area|building|car ?park))\\b',
    '\\bpush(?:ed|es)? (?:me|him|her|them|us|my \\w{2,12}) (?:\\w{2,8} )?(?:in (?:a|the|my|his|her) (?:wheel ?)?chair|to (?:the|my|our|x|a)|up|along|around|round|back|through)',
    '\\b(?:abuse|abusive|abused) (?:from|by|towards?) (?:the )?(?:public|patients|visitors|drunks?)\\b',
    '\\b(?:staff|they|nurses?|doctors?|team|ward) (?:\\w{2,10} )?(?:put up with|have to take|suffer|face|get) (?:\\w{2,10} ){0,3}(?:abuse|abused)\\b',
  ],
}

const child =
  '(?:child(?:ren)?|baby|babies|toddlers?|bab[ei]|son|daughter|grandson|granddaughter|grandchild(?:ren)?|niece|nephew|infant|newborn|teenager|boy|girl|(?:[1-9]|1[0-7])[- ]year[- ]olds?|plentyn|plant|babi|kids?|under ?age)'
const childHarm =
  '(?:abus(?:e|ed|es|ing|ive)|neglect(?:ed|ing)?|hit|hits|hitting|slapped|slaps|punched|beaten|beats|smacked|kicked|shaken|shook|starved|starving|locked|burnt|burned|bruis(?:e|es|ed|ing)|touched|molested|groomed|raped?|assault(?:ed)?|unsafe|at risk|in danger|left alone|home alone|not (?:safe|fed|being fed)|hurt by|scared of (?:his|her|their) (?:dad|father|mum|mother|step ?dad|stepfather))'

const safeguardingChild: RedFlagRule = {
  ...{ source: 'Children Act 1989 s.47 and the hub design', sureness: 'design' as const },
  flag: 'safeguarding-child',
  hours: 4,
  patterns: [
    `\\b${child}(?: [^ .!?]{1,24}){0,6} ${childHarm}\\b`,
    `\\b${childHarm}(?: [^ .!?]{1,24}){0,4} ${child}\\b`,
    '\\b(?:child (?:abuse|protection|sexual|neglect|cruelty)|safeguarding (?:a |the )?(?:child|children)|shaken baby|cam[- ]?drin plant)\\b',
  ],
  unless: [
    ...figuresOfSpeech,
    '\\bat risk of (?:developing|infection|catching)\\b',
    '\\b(?:touched (?:by|that|how|to)|(?:really |deeply |so )touched)\\b',
    `\\b(?:broken|hurt|bumped|banged|cut|broke) (?:his|her|their|my) (?:\\w{2,8} )?(?:arm|leg|knee|head|finger|wrist|ankle|toe)\\b`,
  ],
}

const threat: RedFlagRule = {
  ...ours,
  flag: 'threat',
  hours: 1,
  patterns: [
    `\\b(?:i will|i'll|i am going to|i'm going to|im going to|gonna|going to|i swear i'?ll|i shall|we'll|we will|i could|i want to) (?:\\w{2,10} )?(?:kill|murder|stab|shoot|burn|bomb|attack|hurt|harm|beat|punch|smash|batter|destroy|torch|blow up|hunt|slap|strangle) (?:\\w{2,10} ){0,2}(?:you|him|her|them|the (?:nurse|doctor|manager|staff|place|building|hospital|surgery|receptionist|home|ward)|that (?:nurse|doctor|manager|receptionist|man|woman)|someone|somebody|everyone|all of)\\b`,
    `\\b(?:you(?:'ll| will) (?:all )?(?:be sorry|regret (?:it|this)|pay for (?:it|this))|i know where (?:you|he|she|they) (?:all )?live|watch your back|(?:bomb|arson|death|acid) (?:threat|attack)|(?:death|bomb) threats?|bring(?:ing)? a (?:knife|gun|weapon)|come (?:down|round|there|back) with a (?:knife|gun|weapon|bat|hammer)|threatened (?:to (?:kill|stab|hurt|hit|attack|harm|beat)|me|him|her|us|them|my \\w{2,12}|staff|with)|threatening (?:behaviour|to (?:kill|stab|hurt|hit|attack|harm|beat)|me|him|her|us|them)|bygwth(?:io|iodd)?)\\b`,
  ],
  unless: [
    ...figuresOfSpeech,
    '\\blife[- ]threatening\\b',
    '\\bkill (?:you|me|him) (?:with (?:kindness|love)|lol|haha)\\b',
  ],
}

const candour: RedFlagRule = {
  ...{ source: 'SI 2014/2936 reg 20, duty of candour', sureness: 'secondary' as const },
  flag: 'duty-of-candour',
  hours: 24,
  patterns: [
    `\\b(?:wrong (?:leg|arm|side|site|eye|kidney|knee|hip|tooth|patient|blood|drug|dose|medication|medicine|injection|tablets?|operation|baby)|overdose of|ten times the dose|double dose|retained (?:swab|instrument)|left (?:a |the )?(?:swab|instrument|needle)(?: \\w{2,10}){0,2} inside|never event|misdiagnosed|misdiagnosis|wrongly diagnosed|missed (?:the |a |his |her |my )?(?:\\w{2,10} )?(?:cancer|fracture|sepsis|stroke|tumour|heart attack|break|diagnosis|bleed)|failed to (?:diagnose|spot|notice|treat|act on|give)|brain (?:damage|damaged|injury)|stillborn|stillbirth|cardiac arrest (?:because|after)|paralysed|paralyzed|lost (?:his|her|my|their) (?:sight|leg|arm|eye|foot|baby|hearing)|amputat(?:ed|ion))\\b`,
    `\\b(?:avoidable|preventable|unnecessary) (?:death|harm|injury)\\b`,
    `\\b(?:covered (?:it |this |things )?up|cover[- ]up|lied (?:to us )?about what happened|nobody (?:has )?told us (?:the truth|what happened)|never told us (?:the truth|what happened|why)|altered (?:the |his |her |my )?(?:notes|records)|hid(?:den|ing)? the truth)\\b`,
    '\\b(?:meddyginiaeth anghywir|camddiagnosis|cuddio.r gwir)\\b',
  ],
  unless: figuresOfSpeech,
}

const legalOrMedia: RedFlagRule = {
  ...ours,
  flag: 'legal-or-media',
  hours: 24,
  patterns: [
    '\\b(?:solicitors?|lawyers?|barrister|legal (?:action|advice|proceedings|claim|team)|(?:to|will|.ll|gonna|and|can) sue|sue (?:you|the|them|for)|suing|(?:in|to|go to|see you in) court|litigation|compensation claim|clinical negligence|medical negligence|negligence claim|letter before (?:action|claim)|inquest|coroners?|judicial review|(?:going|go|gone|speak|spoken|talk|contact|contacted|write|writing|take this|taking this|took this|tell|told) (?:to )?(?:the )?(?:press|papers?|newspapers?|media|bbc|itv|daily mail|the sun|journalists?)|newspaper|journalist|on social media|my (?:local )?mp|member of parliament|ombudsman|cqc|care quality commission|cyfreithiwr|crwner|y wasg|ombwdsmon)\\b',
  ],
  unless: [
    ...figuresOfSpeech,
    '\\b(?:food|tennis|squash|court ?yard|crown|magistrates) court\\b',
    '\\bcourt(?:yard| shoes)\\b',
    '\\b(?:read|reading|brought|get|got|free|daily|buy|bought|sell|trolley) (?:\\w{1,8} ){0,3}newspapers?\\b',
    '\\bnewspapers? (?:to read|on the ward|trolley|in the waiting)\\b',
  ],
}

const whistleblowing: RedFlagRule = {
  ...{ source: 'Public Interest Disclosure Act 1998 and the hub design', sureness: 'design' as const },
  flag: 'whistleblowing',
  hours: 24,
  patterns: [
    "\\b(?:whistle ?-?blow(?:er|ers|ing)?|blow(?:ing)? the whistle|protected disclosure|freedom to speak up|speak up guardian|(?:i work|i am employed|i used to work|i worked|i'm employed)(?: [^ .!?]{1,24}){0,6} (?:and|but) (?:[^ .!?]{1,24} ){0,8}(?:unsafe|covered up|cover up|falsif\\w{2,4}|bully\\w{0,3}|afraid to|scared to|dangerous|residents|patients)|as (?:a|an) (?:member of staff|employee|nurse|carer|worker) (?:here|at|in|on)(?: [^ .!?]{1,24}){0,8} (?:unsafe|dangerous|falsif\\w{2,4}|covered up|cover up)|chwythu.r chwiban)\\b",
    '\\b(?:falsified|falsifying|faked|faking|forged) (?:\\w{2,10} )?(?:records|notes|charts|care plans|timesheets|signatures?)\\b',
  ],
  unless: figuresOfSpeech,
}

const discrimination: RedFlagRule = {
  ...{ source: 'Equality Act 2010 s.4', sureness: 'secondary' as const },
  flag: 'discrimination',
  hours: 24,
  patterns: [
    "\\b(?:discriminat(?:ed|ion|e|es|ing|ory)|racist|racism|racial(?:ly)?|homophob(?:ic|ia)|transphob(?:ic|ia)|sexist|sexism|islamophob(?:ic|ia)|anti-?semiti[cs]m?|ableist|ageist|ageism|misgender(?:ed|ing)|hate crime|equality act|(?:because|just because|due to|on account) (?:i am|i'm|she is|she's|he is|he's|we are|we're|they are|of (?:my|his|her|our|their)) (?:\\w{1,10} )?(?:black|asian|muslim|jewish|gay|lesbian|trans|transgender|disabled|deaf|blind|autistic|foreign|polish|welsh|indian|pakistani|african|gypsy|traveller|race|religion|colour|skin|sexuality|disability|age|accent|gender|ethnicity|faith)|gwahaniaethu|hiliol|hiliaeth|homoffobig)\\b",
    "\\b(?:refused|wouldn't|would not|did not|didn't|no|without) (?:\\w{2,10} ){0,2}(?:reasonable adjustments?|bsl interpreter|sign language interpreter|wheelchair access)\\b",
  ],
  unless: [
    ...figuresOfSpeech,
    '\\b(?:no|not|never|without|any|don.t|doesn.t|didn.t) (?:any |been |felt |a |sign of |form of |kind of )?(?:discriminat(?:ed|ion|e|ory)|racist|racism)\\b',
  ],
}

export const redFlags: readonly RedFlagRule[] = [
  immediateDanger,
  selfHarm,
  safeguardingAdult,
  safeguardingChild,
  threat,
  candour,
  legalOrMedia,
  whistleblowing,
  discrimination,
]
