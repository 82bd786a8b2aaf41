/** Harm that is never graded below a level, however rare, once it is put down to care or to a person's act. */
import type { HarmFloorRule } from '../shared/knowledge.ts'
import { causes, notHarm } from './harm-causes.ts'
import { gap, relative, soiled, someone, staff, strikes, theirs, worker } from './harm-words.ts'
import { denied, figuresOfSpeech, kindActs } from './red-flags/figures-of-speech.ts'

/** The guide's incident examples: death, abuse or neglect, gross misconduct and crime under Extreme; serious harm under both. */
const guide = {
  source: 'Department of Health, Listening, responding, improving (2009), p.20 examples; floor is design',
  sureness: 'design',
} as const

export const harmFloor: readonly HarmFloorRule[] = [
  {
    ...guide,
    code: 'death',
    level: 'Extreme',
    patterns: [
      '\\b(?:died|dyed (?:because|alone|waiting|in (?:hospital|agony|pain|the ambulance)|on (?:the|a) (?:ward|trolley|floor))|dies|dying|dead|death|deaths|pass(?:ed|t) away|past away|passed on(?! (?:to|my|the|it|incorrect|information|details|messages?|any|and|our|her|his|your|from|a))|lost (?:his|her|their) li(?:fe|ves)|(?:took|taken|ended) (?:his|her|their)(?: own)? li(?:fe|ves)|killed (?:him|her|them) ?sel(?:f|ves)|cost (?:my |our |his |her |him |the )?(?:\\w{2,10} )?(?:her|his|their|my \\w{2,8}) li(?:fe|ves)|(?:buried|burying|cremated) (?:my|our|him|her)|still ?born|stillbirth|bereaved|(?:b|m)u farw|wedi marw|marwolaeth|farw)\\b',
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
      `\\b(?:you|${staff}|this|negligence|neglect|nhs|delays?|service|department|clinic|gp|incompetence|carelessness)(?: \\w{2,10}){0,2} (?:killed|murdered|murdering) (?!time|the mood|two|it )(?:(?:my|our|his|her|the|your|a)(?: late| dear| poor| elderly)? )?(?:${relative}|him|her|them|people|patients?)\\b`,
      '\\b(?:avoidable|preventable|unnecessary|wrongful|needless) deaths?\\b',
      '\\b(?:manslaughter|unlawful killing|(?:let|left|leave|leaving|letting) (?:him|her|them|my (?:\\w{2,8} )?\\w{2,12}|people|patients) (?:to )?die|[ln]?l?addodd (?:\\w{2,12} ){0,3}(?:ysbyty|meddyg|nyrs|gofalwr|chi|nhw|eich|fy))\\b',
    ],
    unless: notHarm,
    attributedBy: null,
  },
  {
    ...guide,
    code: 'serious-harm',
    level: 'High',
    patterns: [
      '\\b(?:brain (?:damage|damaged|injury)|paralysed|paralyzed|amputat(?:ed|ion)|organ (?:damage|failure)|(?:kidney|liver|heart|renal|respiratory) failure|(?:kidneys?|liver|heart|lungs|organs) (?:have |had |has )?failed|internal (?:bleeding|injur(?:y|ies))|perforated (?:bowel|uterus|bladder)|(?:bowel|uterus|bladder|artery|womb) (?:was |got |is )?(?:perforated|punctured|torn|nicked)|haemorrhaged?|hemorrhaged?|sepsis|septic|septicaemia|cardiac arrest|stopped breathing|collapsed|coma|life support|intensive care|(?:permanent(?:ly)?|for life) (?:damage|damaged|disabled|injur(?:y|ed)|blind|scarred)|(?:scarred|disabled|disfigured|damaged|maimed) for life|lost (?:his|her|my|their|the) (?:sight|leg|arm|eye|foot|baby|hearing|kidney|womb)|miscarr(?:ied|iage)|grade (?:3|4|three|four) pressure|(?:serious|severe|terrible|horrific|catastrophic|life[- ]changing) (?:harm|injur(?:y|ies)|burns?|damage)|left (?:me|him|her|them) (?:\\w{2,12} )?(?:blind|paralysed|disabled|deaf|infertile|brain[- ]damaged)|(?:second|third)[- ]degree burns?|(?:kidneys?|liver|bowel|bladder|spine|heart|lungs?|nerves?|womb) (?:was|were|got) (?:\\w{3,12} )?damaged|torr(?:i|odd|wyd) (?:ei|fy|eu) (?:c?h?lun|ngh?lun|g?wddf|p?h?englog|benglog|asgwrn cefn)|nearly (?:died|killed)|almost (?:died|killed)|could have (?:died|killed)|anaphyla(?:xis|ctic)|strokes?|heart attack|niwed (?:difrifol|parhaol)|bu bron i (?:mi|fi|\\w{2,8}) farw|trawiad ar y galon|strôc|parlys|colli(?:odd)? (?:ei|fy) (?:g?olwg|coes|choes|nghoes|babi))\\b',
      '\\b(?:broken|broke|fractured|shattered|smashed) (?:a |his |her |my |their |the )?(?:hip|neck|skull|spine|back|pelvis|femur)\\b',
      '\\b(?:hip|neck|skull|spine|pelvis|femur) (?:was |is |had been )?(?:fracture[d]?|broken)\\b',
      '\\b(?:(?:cancer|tumou?r|it) (?:has |had |have )?(?:now |since )?spread|(?:too late|nothing left) (?:now )?to (?:treat|save|operate|cure)|(?:inoperable|terminal) (?:now|cancer)|gone blind|went blind)\\b',
    ],
    // "Because of a stroke" gives a reason; it blames nobody for the stroke.
    unless: [
      ...notHarm,
      '\\b(?:because of|due to|owing to|with|after|following|suspected|had) (?:an? |his |her |my |the )?(?:\\w{2,12} ){0,2}(?:strokes?|heart attacks?|sepsis|cardiac arrest|(?:kidney|liver|heart|renal|respiratory) failure|miscarriage|coma)\\b(?! (?:because|due to|as a result|caused|when they|after (?:they|the|you|staff|being)))',
    ],
    attributedBy: causes,
  },
  {
    // What should never happen needs no other word of blame.
    source: 'NHS England, Never Events list (2018, updated 2021): wrong site, retained object, wrong blood',
    sureness: 'unconfirmed',
    code: 'serious-harm',
    level: 'High',
    patterns: [
      '\\b(?:(?:operat(?:ed|ing) on|remov(?:ed|ing)|took out|tak(?:en|ing) out|pulled(?: out)?|replac(?:ed|ing)|inject(?:ed|ing)|drain(?:ed|ing)|cut|opened|amputat(?:ed|ing)) (?:\\w{2,8} )?(?:the )?wrong (?:knee|hip|leg|arm|foot|hand|eye|ear|kidney|lung|side|breast|toe|finger|tooth|testicle|ovary|shoulder|ankle|level|patient|person|baby)|wrong[- ]s(?:ite|ide) surgery)\\b',
      '\\b(?:(?:left|leaving|found|forgot) (?:an? |the )?(?:\\w{2,10} )?(?:swabs?|clamps?|scissors|needles?|instruments?|gauze|scalpel|drill bit|sponge|guide ?wire) (?:\\w{2,8} )?(?:in|inside) (?:me|him|her|them|my|his|the wound|(?:my |his |her )?(?:stomach|belly|body|chest))|(?:swab|clamp|needle|instrument|gauze|sponge) (?:was |had been |got )?left (?:in|inside))\\b',
      "\\b(?:blood (?:transfusion )?of the wrong (?:group|type)|wrong (?:blood group|blood type)|(?:wrong|another patient's|someone else's) blood (?:was )?(?:given|transfused))\\b",
    ],
    unless: [...notHarm, denied('wrong (?:knee|hip|leg|arm|side|patient)')],
    attributedBy: null,
  },
  {
    ...guide,
    code: 'abuse-or-neglect',
    level: 'Extreme',
    patterns: [
      `\\b${staff}${gap(4)}(?:abus(?:e|es|ed|ing)|neglect(?:s|ed|ing)|mistreat(?:s|ed|ing)?|ill[- ]?treat(?:s|ed|ing)?|starv(?:e|es|ed|ing)|torment(?:s|ed|ing)?|humiliated and hurt|ti(?:ed|es|e|ying)) ${someone}`,
      `\\b(?:abused|neglected|mistreated|ill[- ]?treated|starved)(?: \\w{2,12})? (?:by|at|in) (?:\\w{2,12} ){0,3}?${staff}\\b`,
      `\\b(?:was|were|is|are|being|been|got|so) (?:\\w{2,12} )?(?:abused|neglected|mistreated|ill[- ]?treated|starved)\\b`,
      `\\b(?:this|such|gross|wilful|clear|pure|shocking|appalling|complete|total|physical|sexual|emotional|financial|elder|institutional|deliberate|ongoing) (?:\\w{3,12} )?(?:abuse|neglect)\\b`,
      `\\b(?:the|of|due to|through|from) (?:abuse|neglect)(?! (?:of (?:the|your|our) )?(?:helpline|hotline|line|poster|they get|from))\\b`,
      `\\b(?:left|lying|lies|lie|lay|sat|sit|sits|sitting|laying|found|leave|leaves|leaving|kept)${gap(5)}${soiled}\\b`,
      `\\b(?:tied|strapped|chained) (?:down |up )?to (?:an?|the|her|his|their|my) (?:bed|chair|toilet|radiator|rail)(?: \\w{2,12}){0,2} by (?:\\w{2,12} ){0,3}?${staff}\\b`,
      `\\b(?:lock(?:s|ed)?|ti(?:ed|es|e)|strap(?:s|ped)?) ${someone}${gap(3)}(?:room|cupboard|chair|bed)\\b`,
      `\\b(?:(?:not|\\w{2,5}n't|\\w{2,5}nt|never|nobody|no[- ]?one) (?:\\w{2,8} ){0,2}(?:fed|washed|changed|given (?:food|water|a drink))(?: (?:him|her|them|my \\w{2,8}))?(?: for| in) (?:\\w{1,8} )?(?:days|weeks)|without (?:food|water|food or water|food and water) for (?:\\w{1,8} )?days|force[- ]?fed)\\b`,
      `\\b(?:[cg]h?am[- ]?drin(?:iaeth|iwyd|iodd)?|h?esgeulus(?:o|tod|wyd))\\b`,
    ],
    unless: [
      ...figuresOfSpeech,
      ...kindActs,
      '\\b(?:substance|alcohol|drug|verbal) (?:abuse|misuse)\\b',
      denied(`(?:${strikes}|abused?|neglect(?:ed)?|mistreated)(?: ${someone})?`),
      '\\b(?:domestic|childhood|past|previous|historic(?:al)?) (?:abuse|neglect|violence)\\b',
      '\\babuse (?:from|by|towards?|at|that|they|nurses|staff) (?:the |get )?(?:public|patients|visitors|drunks?|they get|get|nurses|staff|receive)?\\b',
      '\\b(?:the|of) abuse (?:they|that they|staff|nurses|which) (?:get|receive|face|suffer|take|put)\\b',
      '\\b(?:dim|ddim|heb|neb)(?: (?:yn|unrhyw|wedi|ei|cael)){0,3} (?:[cg]h?am[- ]?drin\\w{0,5}|h?esgeulus\\w{1,4})\\b',
    ],
    attributedBy: null,
  },
  {
    ...guide,
    code: 'gross-misconduct',
    level: 'Extreme',
    patterns: [
      '\\b(?:gross (?:professional )?misconduct|professional misconduct|falsif(?:y|ies|ied|ying) (?:\\w{2,12} ){0,2}(?:records|notes|charts)|sexual (?:misconduct|harassment|comments?|advances|remarks?|favours|relationship)|sexually harass(?:ed|ing)|(?:up|down|inside|under) my (?:skirt|top|blouse|bra|trousers|underwear|knickers|dress|pants)|(?:asked|asks|begged|pestered) (?:me|her|him) (?:for (?:sex|nudes|naked|a blow)|to (?:undress|strip|sleep with))|(?:exposed|flashed) (?:him|her)self|(?:sent|sends) (?:me|her|him) (?:\\w{2,8} )?(?:nudes|naked|explicit|sexual|dick pics?))\\b',
      `\\b${worker}${gap(2)}(?:kiss(?:ed|es|ing)|fondl(?:ed|es|ing)|touch(?:ed|es|ing) (?:my|her|his) (?:breasts?|bottom|bum|thighs?|chest|private)) ?(?:${someone})?`,
      `\\b${worker}${gap(4)}(?:(?:relationship|affair|sex|sleeping) with (?:an? |his |her |the )?(?:patients?|residents?|clients?|service users?))\\b`,
      `\\b${worker}${gap(3)}(?:(?:was|were|turned up|came in|is|are|being|been) (?:\\w{2,10} )?(?:drunk|high on drugs|intoxicated|under the influence|stoned)|(?:smelt|smelled|stank|reek(?:ed|ing)|stinking|smelling|smells|stinks) of (?:alcohol|drink|booze|beer|vodka|whisky|cannabis)|drinking on (?:duty|shift))`,
      '\\b(?:asleep|sleeping|slept|drunk) on (?:duty|shift|the job)\\b',
      `\\b${staff}${gap(3)}(?:(?:film(?:ed|ing|s)|video(?:ed|ing)|photograph(?:ed|ing)|record(?:ed|ing)) ${someone}|took (?:photos|pictures|videos|selfies) (?:of|with) ${someone})`,
      '\\b(?:meddyg|nyrs|gofalwr|gofalwraig|staff|deintydd)(?: [^ .!?]{1,12}){0,3} (?:feddw|meddw|wedi meddwi|cysgu ar (?:ddyletswydd|shifft))\\b',
    ],
    unless: [
      '\\b(?:patients?|visitors?|man|someone|drunks?|resident) (?:who )?(?:was|were|is) (?:\\w{2,10} )?drunk\\b',
      '\\btook (?:photos|pictures|videos|selfies) (?:of|with) (?:\\w{2,10} ){1,3}(?:for (?:the|my|our|his|her)|wound|rash|to (?:show|keep|send))\\b',
      ...kindActs,
      denied('(?:drunk|asleep on duty|misconduct)'),
    ],
    attributedBy: null,
  },
  {
    // A wish to see somebody struck off says how the writer feels, not what was done; that a regulator did it says more.
    ...guide,
    code: 'gross-misconduct',
    level: 'Extreme',
    patterns: ['\\bstruck off\\b'],
    unless: [
      '\\bstruck off (?:the |your |their |our |his |her |my )?(?:\\w{2,10} )?(?:lists?|books|register of patients)\\b',
      '\\b(?:i|we)(?: (?:have|had|was|were|am|are|got|been|being)){1,3} struck off\\b',
    ],
    attributedBy: [
      '\\b(?:ha[sd] (?:\\w{2,8} )?been|(?:he|she|who|doctor|nurse|dentist|surgeon|midwife|paramedic|consultant|gp) (?:was|is) (?:\\w{2,8} )?) ?struck off\\b',
    ],
  },
  {
    ...guide,
    code: 'crime',
    level: 'Extreme',
    patterns: [
      `\\b${staff}${gap(3)}(?:hit|hits|hitting|slap(?:s|p?ed|p?ing)?|punch(?:es|ed|ing)?|kick(?:s|ed|ing)?|beat|beats|beaten|chok(?:es|ed|ing)|strangl(?:es|ed|ing)|assault(?:s|ed|ing)?|attack(?:s|ed|ing)?|rap(?:es|ed|ing)|grop(?:es|ed|ing)|molest(?:s|ed|ing)?|stab(?:s|bed)|shoved|spat at|threatened to (?:kill|hit|hurt)|burn(?:s|t|ed|ing)|tortur(?:es|ed|ing)|head ?butt(?:s|ed)) ${someone}`,
      `\\b(?:hit|slapp?ed|punched|kicked|beaten|beaten up|assaulted|attacked|raped|groped|molested|stabbed|strangled|spat at|robbed|burnt|burned)(?: \\w{2,12}){0,2} by (?:an? |the |one of the |another |other |his |her |my |their )?(?:\\w{2,10} ){0,2}(?:${staff}|patients?|residents?|man|men|woman|person|visitor|someone|relative|husband|wife|son|partner|stranger)\\b`,
      `\\b(?:(?:was|were|been|got|being) (?:\\w{2,12} )?(?:sexually |physically |indecently )?(?:assaulted|raped|molested|groped|attacked|robbed|strangled|punched|slapp?ed|stabbed|beaten up)|(?:sexually|physically|indecently) (?:assaulted|touched|abused)|touched (?:me|him|her|my \\w{2,10}) (?:sexually|inappropriately|down there|between)|(?:sexual|physical|indecent|common) assault|assaulted (?:me|him|her|us|them|my \\w{2,12}))\\b`,
      `\\b(?:stole|stolen|stealing|steals|steal|nicked|pinched) (?:\\w{2,12} ){0,4}(?:money|pension|jewellery|rings?|savings|bank card|purse|wallet|cash|watch|necklace|phone|belongings|handbag|medication|morphine|drugs)\\b`,
      `\\b(?:stealing|stole|steals) (?:\\w{2,8} )?from (?:my|our|the|an?|her|him|his|vulnerable|elderly|patients|residents|them|mum|dad|nan)\\b`,
      `\\b(?:money|jewellery|rings?|savings|purse|wallet|cash|watch|necklace|handbag|phone|belongings|glasses|clothes|pension) (?:\\w{2,10} ){0,3}?(?:was|were|been|got) stolen\\b`,
      '\\b(?:theft|fraud(?:ulent)?|forg(?:ed|ing) (?:\\w{2,10} )?(?:signature|prescription)|rape|criminal offence|manslaughter)\\b',
      `\\b(?:[hn]?ymosod(?:odd|wyd|iad)|wedi (?:taro|ymosod|dwyn)|d?dwyn (?:arian|pres)|trais rhywiol|[td]h?reisi(?:o|wyd|odd)|t[hr]?rawodd|tarodd|(?:cafodd|cael|gafodd|chafodd|ges i)(?: [^ .!?]{1,14}){0,5} (?:ei|eu|fy|'i|'u) (?:[td]h?aro|[cg]h?uro|[tdn]h?reisio|dd?wyn))\\b`,
    ],
    unless: [
      ...figuresOfSpeech,
      ...kindActs,
      denied(`(?:${strikes}|stolen|robbed|theft|steal(?:ing)?|stole)(?: ${someone})?`),
      '\\b(?:beaten by (?:the|a) (?:queue|system|traffic)|identity theft leaflet|hit (?:it|things) off|beat (?:cancer|it|this))\\b',
      '\\b(?:wedi |yn |.n )?taro (?:heibio|sgwrs|gair|draw|ar)\\b',
      '\\b(?:theft|fraud) (?:awareness|prevention|leaflet|poster|team)\\b|\\bdaylight robbery\\b',
    ],
    attributedBy: null,
  },
]
