/** Harm that is never graded below a level, however rare, once it is put down to care or to a person's act. */
import type { HarmFloorRule } from '../shared/knowledge.ts'
import { gap, relative, someone, staff, theirs } from './harm-words.ts'

/** The guide's incident examples: death, abuse or neglect, gross misconduct and crime under Extreme; serious harm under both. */
const guide = {
  source: 'Department of Health, Listening, responding, improving (2009), p.20 examples; floor is design',
  sureness: 'design',
} as const

/** Words by which people put a harm down to care or to somebody's act. */
const causes: readonly string[] = [
  '\\b(?:because (?:of|they|the|no|nobody|staff|you|your|he|she|a)|due to|caused by|causing|caused|led to|leading to|resulted in|resulting in|as a (?:direct )?result|thanks to your|down to (?:the|your|their|poor)|at the hands of|blame|fault|responsible for)\\b',
  "\\b(?:fail|fails|failed|failing|failure|failures|failings|neglect|neglected|neglectful|negligence|negligent|ignored|ignoring|dismissed|refused|refusal|overlooked|missed|mistake|mistakes|error|errors|blunder|incompetent|incompetence|botched|careless|recklessly|unsafe|wrongly|incorrectly|misdiagnosed|misdiagnosis|wrong (?:dose|drug|medication|medicine|tablets?|diagnosis|treatment|injection|leg|side|patient|blood)|overdose of|delayed|delays?|too late|not in time|didn't (?:check|notice|listen|act|come|call|monitor|treat|give|turn|feed|look|help)|did not (?:check|notice|listen|act|come|call|monitor|treat|give|turn|feed|look|help)|never (?:checked|came|noticed|called|monitored|treated|turned|listened|gave|looked|arrived)|nobody (?:checked|came|noticed|called|listened|helped|saw|answered|looked|did)|no ?one (?:checked|came|noticed|called|listened|helped|saw|answered|looked|did)|no (?:ambulance|doctor|nurse|staff|crew) (?:came|arrived|was|were|available|turned)|(?:was|were|been) (?:not|n't|never) (?:checked|seen|given|treated|monitored|turned|fed|watered|helped)|(?:wasn't|weren't) (?:checked|seen|given|treated|monitored|turned|fed|watered|helped)|left (?:\\w{2,12} ){0,4}(?:alone|unattended|waiting|for (?:\\w{1,8} )?(?:hours|days)|on (?:a|the) (?:floor|trolley)|without)|sent (?:\\w{2,12} )?(?:home|away)|turned (?:\\w{2,8} )?away|waited (?:\\w{1,10} ){0,4}(?:hours|days|weeks|months)|should (?:not )?have|shouldn't have|could have (?:been )?(?:saved|prevented|avoided|lived|survived)|would (?:still )?(?:be|have) (?:alive|here|lived|survived)|preventable|avoidable|unnecessary|needlessly|lack of (?:care|staff|treatment|oxygen)|poor care|dropped (?:him|her|me|my|the)|let (?:him|her|them|my \\w{2,12}) (?:die|fall)|killed)\\b",
  '\\b(?:oherwydd|o achos|methodd|methu|methiant|esgeulus(?:o|tod|wyd)?|anwybydd(?:u|wyd|odd)|gwrthod(?:odd|wyd)?|ar fai|camgymeriad|rhy hwyr|ddaeth neb|neb wedi)\\b',
]

/** Said of jokes and feelings, or of care that was good. */
const notHarm: readonly string[] = [
  '\\b(?:died|dying|dead|die) (?:of|with|from)? ?(?:laughing|laughter|embarrassment|boredom|shame)\\b',
  '\\b(?:phone|battery|mobile|laptop|car|line|signal) (?:is |was |has |had |went )?(?:died|dead|dying)\\b',
  '\\b(?:death row|sick to death|like death|near[- ]death|death ?bed|life ?/ ?death|dead (?:good|nice|easy|friendly|helpful|kind|quick|sure|on|right|tired|pleased|end|line)|scared to death|bored to death|to die for|life or death|life and death)\\b',
  '\\bkill(?:ed|ing|s)? (?:the |some |my |our )?(?:time|mood|vibe|joy|appetite|pain)\\b',
  "\\b(?:saved (?:my|his|her|our|their) \\w{2,12}|would have died (?:without|if it|had)|nearly died but|could have died but|if (?:it )?(?:was|were|had) ?n[o']t (?:been )?for)\\b",
]

export const harmFloor: readonly HarmFloorRule[] = [
  {
    ...guide,
    code: 'death',
    level: 'Extreme',
    patterns: [
      '\\b(?:died|dies|dying|dead|death|deaths|passed away|passed on|lost (?:his|her|their) li(?:fe|ves)|stillborn|stillbirth|bereaved|bu farw|wedi marw|marwolaeth|farw)\\b',
      `\\b(?:we|i) lost (?:my|our) ${relative}\\b`,
      `\\b${theirs} ${relative} (?:would (?:still )?be (?:alive|here)|is no longer (?:here|with us))\\b`,
    ],
    unless: notHarm,
    attributedBy: causes,
  },
  {
    ...guide,
    code: 'death',
    level: 'Extreme',
    patterns: [
      `\\b(?:you|${staff}|this)(?: \\w{2,10}){0,2} (?:killed|murdered) (?:${theirs} )?(?:\\w{2,14})\\b`,
      '\\b(?:avoidable|preventable|unnecessary|wrongful) deaths?\\b',
      '\\b(?:manslaughter|unlawful killing|let (?:him|her|them|my \\w{2,12}) die|left (?:him|her|them|my \\w{2,12}) to die)\\b',
    ],
    unless: notHarm,
    attributedBy: null,
  },
  {
    ...guide,
    code: 'serious-harm',
    level: 'High',
    patterns: [
      '\\b(?:brain (?:damage|damaged|injury)|paralysed|paralyzed|amputat(?:ed|ion)|organ (?:damage|failure)|(?:kidney|liver|heart|renal|respiratory) failure|internal (?:bleeding|injur(?:y|ies))|perforated (?:bowel|uterus|bladder)|haemorrhaged?|hemorrhaged?|sepsis|septic|septicaemia|cardiac arrest|stopped breathing|collapsed|coma|life support|intensive care|permanent(?:ly)? (?:damage|damaged|disabled|injur(?:y|ed)|blind|scarred)|lost (?:his|her|my|their|the) (?:sight|leg|arm|eye|foot|baby|hearing|kidney|womb)|miscarr(?:ied|iage)|grade (?:3|4|three|four) pressure|(?:serious|severe|terrible|horrific|catastrophic|life[- ]changing) (?:harm|injur(?:y|ies)|burns?|damage)|nearly (?:died|killed)|almost (?:died|killed)|could have (?:died|killed)|anaphyla(?:xis|ctic)|strokes?|heart attack|niwed (?:difrifol|parhaol))\\b',
      '\\b(?:broken|broke|fractured|shattered|smashed) (?:a |his |her |my |their |the )?(?:hip|neck|skull|spine|back|pelvis|femur)\\b',
      '\\b(?:hip|neck|skull|spine|pelvis|femur) (?:was |is |had been )?(?:fracture[d]?|broken)\\b',
    ],
    // "Because of a stroke" gives a reason; it blames nobody for the stroke.
    unless: [
      ...notHarm,
      '\\b(?:because of|due to|owing to|with|after|following|suspected|had) (?:an? |his |her |my |the )?(?:\\w{2,12} ){0,2}(?:strokes?|heart attacks?|sepsis|cardiac arrest|(?:kidney|liver|heart|renal|respiratory) failure|miscarriage|coma)\\b',
    ],
    attributedBy: causes,
  },
  {
    ...guide,
    code: 'abuse-or-neglect',
    level: 'Extreme',
    patterns: [
      `\\b${staff}${gap(4)}(?:abused?|abusing|neglected|neglecting|mistreated|ill[- ]?treated|starved|tormented|humiliated and hurt|tied) ${someone}`,
      `\\b(?:abused|neglected|mistreated|ill[- ]?treated|starved)(?: \\w{2,12})? (?:by|at|in) (?:\\w{2,12} ){0,3}?${staff}\\b`,
      `\\b(?:was|were|is|are|being|been|got) (?:\\w{2,12} )?(?:abused|neglected|mistreated|ill[- ]?treated|starved)\\b`,
      `\\b(?:the|this|such|gross|wilful|of|clear|due to|pure|shocking|appalling|complete|total|physical|sexual|emotional|financial|elder|institutional) (?:abuse|neglect)\\b`,
      `\\b(?:left|lying|sat|sitting|laying|found)${gap(5)}(?:in (?:his|her|their|my|its|own|the) (?:own )?(?:urine|faeces|excrement|mess|soiled|wee|poo|vomit|filth|blood)|soaked in urine|covered in (?:urine|faeces|excrement|bruises)|soiled)\\b`,
      `\\b(?:locked|tied|strapped) ${someone}${gap(3)}(?:room|cupboard|chair|bed)\\b`,
      `\\b(?:not (?:been )?(?:fed|washed|changed|given (?:food|water|a drink))(?: for| in) (?:\\w{1,8} )?days|without (?:food|water|food or water|food and water) for (?:\\w{1,8} )?days)\\b`,
      '\\b(?:camdriniaeth|cam[- ]?drin(?:iwyd)?|esgeulus(?:o|tod|wyd))\\b',
    ],
    unless: [
      '\\b(?:substance|alcohol|drug|verbal) (?:abuse|misuse)\\b',
      "\\b(?:no|not|never|without|any|wasn't|weren't|isn't) (?:sign of |signs of |any |been |felt |being )?(?:abused?|neglect(?:ed)?|mistreated)\\b",
      '\\b(?:domestic|childhood|past|previous|historic(?:al)?) (?:abuse|neglect|violence)\\b',
      '\\babuse (?:from|by|towards?) (?:the )?(?:public|patients|visitors|drunks?)\\b',
    ],
    attributedBy: null,
  },
  {
    ...guide,
    code: 'gross-misconduct',
    level: 'Extreme',
    patterns: [
      '\\b(?:gross (?:professional )?misconduct|professional misconduct|struck off|falsif(?:ied|ying) (?:\\w{2,10} )?(?:records|notes|charts)|sexual (?:misconduct|harassment|comments?|advances|remarks?)|sexually harassed)\\b',
      `\\b${staff}${gap(3)}(?:(?:was|were|turned up|came in|is|are|being|been) (?:\\w{2,10} )?(?:drunk|high on drugs|intoxicated|under the influence)|smelt of (?:alcohol|drink)|(?:fell|was|were) asleep on (?:duty|shift)|sleeping on (?:duty|shift)|filmed ${someone}|took (?:photos|pictures|videos) of ${someone})\\b`,
    ],
    unless: [],
    attributedBy: null,
  },
  {
    ...guide,
    code: 'crime',
    level: 'Extreme',
    patterns: [
      `\\b${staff}${gap(3)}(?:hit|hits|hitting|slap|slapped|slapping|punch|punched|punching|kick|kicked|kicking|beat|beaten|choked|strangled|assault|assaulted|assaulting|attacked|raped|groped|molested|stabbed|shoved|spat at|threatened to (?:kill|hit|hurt)|burnt|burned) ${someone}`,
      `\\b(?:hit|slapped|punched|kicked|beaten|beaten up|assaulted|attacked|raped|groped|molested|stabbed|strangled|spat at|robbed|burnt|burned)(?: \\w{2,12}){0,2} by (?:an? |the |one of the |another |other |his |her |my |their )?(?:\\w{2,10} ){0,2}(?:${staff}|patients?|residents?|man|men|woman|person|visitor|someone|relative|husband|wife|son|partner|stranger)\\b`,
      `\\b(?:(?:was|were|been|got|being) (?:\\w{2,12} )?(?:sexually |physically |indecently )?(?:assaulted|raped|molested|groped|attacked|robbed|strangled|punched|slapped|stabbed)|(?:sexually|physically|indecently) (?:assaulted|touched|abused)|(?:sexual|physical|indecent|common) assault|assaulted (?:me|him|her|us|them|my \\w{2,12}))\\b`,
      `\\b(?:stole|stealing|steals|nicked|pinched) (?:\\w{2,12} ){0,4}(?:money|pension|jewellery|rings?|savings|bank card|purse|wallet|cash|watch|necklace|phone|belongings|handbag|medication|morphine|drugs)\\b`,
      `\\b(?:money|jewellery|rings?|savings|purse|wallet|cash|watch|necklace|handbag|phone|belongings|glasses|clothes|pension) (?:\\w{2,10} ){0,3}?(?:was|were|been|got) stolen\\b`,
      '\\b(?:theft|fraud(?:ulent)?|forged (?:\\w{2,10} )?signature|rape|criminal offence|manslaughter)\\b',
      '\\b(?:ymosod(?:odd|wyd|iad)|wedi (?:taro|ymosod|dwyn)|dwyn (?:arian|pres)|trais rhywiol|treisi(?:o|wyd|odd))\\b',
    ],
    unless: [
      "\\b(?:no|not|never|without|wasn't|weren't) (?:been )?(?:assaulted|attacked|stolen|robbed|theft)\\b",
      '\\b(?:beaten by (?:the|a) (?:queue|system|traffic)|heart attack(?:ed)?|panic attack(?:ed)?|attacked by (?:a )?(?:dog|wasps?|bees?|midges|virus)|identity theft leaflet|hit (?:it|things) off|beat (?:cancer|it|this))\\b',
    ],
    attributedBy: null,
  },
]
