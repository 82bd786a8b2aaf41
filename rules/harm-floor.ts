/** Harm that is never graded below a level, however rare, once it is put down to care or to a person's act. */
import type { HarmFloorRule } from '../shared/knowledge.ts'
import { causes, errors, graveIllness, missedSigns, notHarm, wavedAway } from './harm-causes.ts'
import {
  drunkAtWork,
  gap,
  neverGiven,
  relative,
  soiled,
  someone,
  staff,
  strikes,
  takenFrom,
  theirs,
  unfed,
  worker,
} from './harm-words.ts'
import { denied, figuresOfSpeech, kindActs, ownHurt } from './red-flags/figures-of-speech.ts'

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
      '\\b(?:died|dyed (?:because|alone|waiting|in (?:hospital|agony|pain|the ambulance)|on (?:the|a) (?:ward|trolley|floor))|dies|dying|dead|death|deaths|pass(?:ed|t) away|past away|passed on(?! (?:to|my|the|it|incorrect|information|details|messages?|any|and|our|her|his|your|from|a))|lost (?:his|her|their) li(?:fe|ves)|(?:took|taken|ended) (?:his|her|their)(?: own)? li(?:fe|ves)|killed (?:him|her|them) ?sel(?:f|ves)|(?:hanged|hung) (?:him|her|them)sel(?:f|ves)|found (?:dead|hanging|hanged|lifeless)|(?:by the time|when|before) (?:they|the \\w{4,10}|it|anyone|help|he|she) (?:\\w{2,8} )?(?:arrived|came|got (?:there|here|to (?:him|her)))(?: \\w{2,8})?,? (?:he|she|it|mum|dad) (?:had gone|was gone|was (?:already )?cold|was too late)|never (?:came home|woke up|came out of (?:it|there|theatre|hospital))|cost (?:my |our |his |her |him |the )?(?:\\w{2,10} )?(?:her|his|their|my \\w{2,8}) li(?:fe|ves)|(?:buried|burying|cremated) (?:my|our|him|her)|still ?born|stillbirth|bereaved|(?:b|m)u farw|wedi marw|marwolaeth|farw)\\b',
      `\\b(?:we|i) lost (?:my|our) ${relative}\\b(?!'s)`,
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
      '\\b(?:brain (?:damage|damaged|injury)|paralysed|paralyzed|amputat(?:ed|ion)|organ (?:damage|failure)|(?:kidney|liver|heart|renal|respiratory) failure|(?:kidneys?|liver|heart|lungs|organs) (?:have |had |has )?failed|internal (?:bleeding|injur(?:y|ies))|bleeding internally|(?:kidneys?|liver|lungs?|heart|eyes?|sight|bladder|bowel|nerves?) (?:is|are|was|were) (?:now )?(?:ruined|wrecked|destroyed|shot|failing|permanently)|left without (?:an? |his |her |my )?(?:leg|foot|arm|hand|eye|breast|womb|sight|hearing)|perforated (?:bowel|uterus|bladder)|(?:bowel|uterus|bladder|artery|womb) (?:was |got |is )?(?:perforated|punctured|torn|nicked)|haemorrhaged?|hemorrhaged?|sepsis|septic|septicaemia|cardiac arrest|stopped breathing|collapsed|coma|life support|intensive care|seizures?|fitting|convulsions?|(?:blood )?clots?|gangrene|maggots|unconscious|unresponsive|meningitis|(?:foot|feet|leg|legs|arm|toe|toes|finger|breast|hand) (?:now )?(?:has|have|had|will have|needs|having) to (?:come off|be (?:amputated|removed))|(?:permanent(?:ly)?|for life) (?:damage|damaged|disabled|injur(?:y|ed)|blind|scarred)|(?:scarred|disabled|disfigured|damaged|maimed) for life|lost (?:his|her|my|their|the) (?:sight|leg|arm|eye|foot|baby|hearing|kidney|womb)|miscarr(?:ied|iage)|grade (?:3|4|three|four) pressure|(?:serious|severe|terrible|horrific|catastrophic|life[- ]changing) (?:harm|injur(?:y|ies)|burns?|damage)|left (?:me|him|her|them) (?:\\w{2,12} )?(?:blind|paralysed|disabled|deaf|infertile|brain[- ]damaged)|(?:second|third)[- ]degree burns?|(?:kidneys?|liver|bowel|bladder|spine|heart|lungs?|nerves?|womb) (?:was|were|got) (?:\\w{3,12} )?damaged|torr(?:i|odd|wyd) (?:ei|fy|eu) (?:c?h?lun|ngh?lun|g?wddf|p?h?englog|benglog|asgwrn cefn)|nearly (?:died|killed)|almost (?:died|killed)|could have (?:died|killed)|anaphyla(?:xis|ctic)|strokes?|heart attack|niwed (?:difrifol|parhaol)|bu bron i (?:mi|fi|\\w{2,8}) farw|trawiad ar y galon|strôc|parlys|colli(?:odd)? (?:ei|fy) (?:g?olwg|coes|choes|nghoes|babi))\\b',
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
    // What became of the person, where something was not done or done wrongly.
    ...guide,
    code: 'serious-harm',
    level: 'High',
    patterns: [
      '\\b(?:(?:end|ends|ended|finished|landed|wound) up (?:back )?(?:in|at) (?:the )?(?:hospital|a&e|a and e|casualty|resus|intensive care|itu|icu|hdu|high dependency)|(?:was |were |been |being |be |is |got )?(?:rushed|blue[- ]lighted|airlifted) (?:back |straight )?(?:(?:in|into|to|off to|by ambulance to) (?:the )?(?:hospital|a&e|a and e|casualty|resus|theatre|surgery|intensive care|icu|itu|an? emergency)|in(?:to)? (?:with|by ambulance))|(?:had to be|was|were|been) (?:resuscitated|revived|ventilated|intubated|put on a ventilator)|(?:put|landed) (?:me|him|her|them|my \\w{2,10}) (?:back )?in (?:hospital|a&e|intensive care)|(?:had|needed|have) (?:to have )?(?:an? )?(?:emergency )?(?:hysterectomy|colostomy|amputation|blood transfusion)|lost (?:\\w{2,8} ){0,2}(?:pints|litres|units) of blood|lost (?:\\w{1,8} )?(?:\\w{1,6} )?(?:stone|kilos?|kgs?|pounds in weight|lbs)\\b)',
      "\\b(?:born (?:not breathing|lifeless|flat|blue)|cerebral palsy|starved of oxygen|(?:ribs?|arms?|legs?|wrists?|fingers?|ankles?|shoulders?|collar ?bones?|jaw|nose|hips?|skull) (?:was|were|got|had been|is|are) (?:\\w{2,8} )?(?:broken|fractured|dislocated|snapped|crushed)|(?:cancer|tumou?r|growth|lump|shadow|fracture|break|bleed)(?: [^ .!?]{1,10}){0,6} (?:on|in) (?:the|my|his|her|an?) (?:first|earlier|original|previous|old|last) (?:\\w{2,8} )?(?:scan|x-?ray|mammogram|smear|test|mri|ct)|(?:her|his|my|the) (?:womb|uterus) ruptured|uterine rupture|(?:break|fracture|bleed|clot|crack) (?:in|on) (?:his|her|my|the) (?:neck|spine|skull|hip|pelvis|brain|lungs?)|(?:can(?:no|')?t|cannot|could ?n[o']?t|unable to|never) (?:walk|talk|speak|move|stand|swallow|feed (?:him|her)self|use (?:his|her|my) (?:\\w{2,6} )?(?:arm|leg|hand|side)s?)(?: (?:properly|at all|now))? (?:any ?more|again|unaided|since|now)|can(?:no|')?t (?:use|move|feel|see out of) (?:his|her|my) (?:\\w{2,6} )?(?:arm|leg|hand|side|eye)s?|(?:came|come|left|went home|is now|now) (?:out )?in a wheelchair|wheelchair (?:bound|for life)|bed ?bound|doubly incontinent now|(?:(?:to|down to|see) the bone|(?:sores?|ulcers?|hole)(?: \\w{2,8}){0,5} (?:fist|black|rotting|infected|the size of)))\\b",
    ],
    unless: notHarm,
    attributedBy: errors,
  },
  {
    // A grave illness that was there when somebody said it was nothing. The illness alone is no harm of anybody's making.
    ...guide,
    code: 'serious-harm',
    level: 'High',
    patterns: [
      `\\b${wavedAway}\\b(?=[^!?]{0,200}\\b${graveIllness}\\b)`,
      `\\b${graveIllness}\\b(?=[^!?]{0,160}\\b(?:${wavedAway}|${missedSigns})\\b)`,
      `\\b${missedSigns}\\b(?=[^!?]{0,160}\\b${graveIllness}\\b)`,
    ],
    unless: notHarm,
    attributedBy: null,
  },
  {
    // What should never happen needs no other word of blame.
    source: 'NHS England, Never Events list (2018, updated 2021): wrong site, retained object, wrong blood',
    sureness: 'unconfirmed',
    code: 'serious-harm',
    level: 'High',
    patterns: [
      '\\b(?:operat(?:ed|ing)|operation|worked|surgery|cut|injected|drilled|took|replaced)(?: [^ .!?]{1,10}){0,5} (?:left|right)(?: [^ .!?]{1,10}){0,3},? (?:it was|it should|when it was|but it was|instead of|not|rather than|should have been|was supposed|was meant)(?: [^ .!?]{1,10}){0,5} (?:left|right|other)(?: one| side| knee| hip| leg| eye| arm| foot| hand| ear| kidney| breast)\\b',
      '\\b(?:(?:operat(?:ed|ing) on|remov(?:ed|ing)|took out|tak(?:en|ing) out|pulled(?: out)?|replac(?:ed|ing)|inject(?:ed|ing)|drain(?:ed|ing)|cut|opened|amputat(?:ed|ing)) (?:\\w{2,8} )?(?:the )?wrong (?:knee|hip|leg|arm|foot|hand|eye|ear|kidney|lung|side|breast|toe|finger|tooth|testicle|ovary|shoulder|ankle|level|patient|person|baby)|wrong[- ]s(?:ite|ide) surgery)\\b',
      '\\b(?:felt (?:them|him|her|everything|every cut|the (?:knife|scalpel|cut))(?: \\w{2,10}){0,3} (?:cut|cutting|operat(?:e|ing)|inside|under|surgery|operation|knife)|(?:awake|woke up|conscious) (?:during|in the middle of|while they) (?:the |my |his |her )?(?:operation|surgery|procedure|operated|cut)|(?:anaesthetic|epidural|spinal)(?: [^ .!?]{1,12}){0,6} (?:wear off|wore off|work)(?=[^.!?]{0,40}(?:felt|cut|scream))|(?:chemo(?:therapy)?|drip|drug|injection|cannula)(?: [^ .!?]{1,10}){0,4} (?:wrong (?:vein|arm|side|line|place)|leaked (?:in|out|under))|(?:insulin|morphine|warfarin|chemo|medication|injection|dose|tablets)(?: \\w{2,8}){0,3} (?:given )?twice(?= ?(?:[.!?,]|$| (?:in|on|over|by|because|and|that|the)))(?<=given[^.!?]{0,40}|gave[^.!?]{0,40})|given (?:\\w{2,12} )?(?:insulin|morphine|warfarin) twice)\\b',
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
      ...unfed,
      `\\b(?:(?:not|\\w{2,5}n't|\\w{2,5}nt|never|nobody|no[- ]?one) (?:\\w{2,8} ){0,2}(?:fed|washed|changed|given (?:food|water|a drink))(?: (?:him|her|them|my \\w{2,8}))?(?: for| in) (?:\\w{1,8} )?(?:days|weeks)|without (?:food|water|food or water|food and water) for (?:\\w{1,8} )?days|force[- ]?fed)\\b`,
      "\\b(?:left|leaving|had|made|makes?|forced|forcing|expected) (?:\\w{2,12} ){0,3}to (?:(?:soil|wet|mess)|(?:pee|wee|poo) (?:in |on |all over )?) ?(?:my|him|her|them|your)sel(?:f|ves)|\\bhad to (?:wet|soil|mess|wee in|pee in|go in|poo in) (?:the|his|her|my) (?:bed|pads?|nappy|chair|pants|trousers)|\\b(?:that's|that is|thats|it's) what (?:the |her |his |my |your )?(?:pads?|nappies|nappy) (?:are|is|was|were) for|\\btold (?:me|him|her|us|them|my \\w{2,10}|mum|dad|nan),? (?:to )?[\"']?(?:just )?(?:go|wee|pee|poo|do it|use|wet|soil) (?:in |into )?(?:my|his|her|the|it in the) (?:pads?|nappy|bed)\\b",
      `\\b(?:smack(?:s|ed|ing)?|slap(?:s|ped|ping)?|hit(?:s|ting)?|tap(?:s|ped)?) (?:the |their |an? |my |his |her )?(?:\\w{3,10}'?s?'? )?(?:hands?|faces?|legs?|wrists?|bottoms?)\\b(?=[^.!?]{0,60}(?:if|when|because|for))|\\b(?:restrain(?:ed|ing)|held|pinned)(?: \\w{2,8}){1,3} (?:face[- ]?down|by (?:four|five|six|three)|for (?:\\w{2,8} )?(?:minutes|hours|an hour))|\\b(?:keep|keeps|kept|keeping|so|being|been) (?:\\w{2,8} ){0,3}(?:drugged|doped up|sedated)(?: (?:up|so))?(?= (?:she|he|they|that|all|so|can|all the time))|\\b(?:had ?n[o']?t|has ?n[o']?t|have ?n[o']?t|not|never|no) (?:had |been (?:given )?)?(?:an? )?(?:bath|wash|shower|hair wash|change of (?:clothes|pad))(?: \\w{2,6})? (?:since|for|in) (?:\\w{1,9} ){0,2}(?:january|february|march|april|june|july|august|september|october|november|december|weeks?|months?|days|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\\b`,
      `\\b(?:pinned|wrestled|slammed|forced|held|pressed|shoved) ${someone}(?: \\w{2,8}){0,3} (?:to|on|onto|against) the (?:floor|ground|wall|bed)|\\b(?:knelt|kneeling|sat|sitting|stood) on (?:my|his|her) (?:\\w{2,8} )?(?:chest|back|neck|head|legs?)\\b`,
      `\\b(?:drag(?:s|ged|ging)?|yank(?:ed|ing)|haul(?:ed|ing)|pull(?:ed|ing)|lift(?:ed|ing)|pick(?:ed|ing)|grabb(?:ed|ing)|swung)(?: [^ .!?]{1,14}){0,6} by (?:the|his|her|my|their) (?:\\w{2,8} )?(?:hair|ears?|neck|collar|throat|arms?|wrists?|legs?|ankles?|feet|scruff|cardigan|jumper|sleeves?|nightie|clothes|shirt|coat|belt)\\b`,
      `\\b${staff}${gap(4)}(?:threw|throws|throwing|hurled|chucked|lobbed)(?: [^ .!?]{1,14}){1,4} at ${someone}`,
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
      `\\b(?:touch(?:ed|es|ing)|strok(?:ed|es|ing)|rubb?(?:ed|s|ing)|squeez(?:ed|es|ing)|grabb?(?:ed|s|ing)|pinch(?:ed|es|ing)) (?:my|her|his) (?:\\w{2,10}'s )?(?:leg|knee|thighs?|bum|bottom|breasts?|chest|crotch)(?=[^.!?]{0,80}(?:and asked|and said|number|driver|alone|uncomfortable|without|stop|froze|lap|kiss))|\\b(?:made?|makes|making|asked|told|gets?) (?:me|her|him|my \\w{2,12}) (?:to )?sit on (?:his|her|their) (?:lap|knee)|\\b(?:examin(?:ed|ing)|examination|touched)(?: [^ .!?]{1,12}){0,4} (?:internal(?:ly)?|intimate(?:ly)?|down below|my breasts?)(?: [^ .!?]{1,12}){0,4} (?:without|no) (?:an? )?(?:chaperone|asking|consent|permission|gloves|warning)|\\b(?:messag(?:es|ed|ing)|text(?:s|ed|ing)|snapchat(?:s|ted|ting)?|dm(?:s|ed|ing)?|add(?:s|ed|ing)) (?:me|her|him|my \\w{2,12})(?: on)?(?: (?:snapchat|instagram|facebook|whatsapp|tiktok))?(?=[^.!?]{0,30}(?:late|at night|private|secret|snapchat|instagram|tiktok))|\\bask(?:ed|ing|s) (?:me|her|him) (?:for (?:my|her|his) (?:phone )?number|out (?:for|on) an?)\\b`,
      "\\b(?:put|puts|putting|slid|ran|shoved|got) (?:his|her|their) (?:hands?|fingers?) (?:up|inside|down|under|into|in|between|on) (?:my|her|his|the)(?: \\w{2,10}'s)?(?: \\w{2,10}){0,2} (?:nightie|nightdress|night ?gown|skirt|top|blouse|knickers|pyjamas|dress|bra|underwear|pants|trousers|thighs?|legs|breasts?|private parts|privates|bottom)\\b",
      `\\b${worker}${gap(2)}(?:kiss(?:ed|es|ing)|fondl(?:ed|es|ing)|touch(?:ed|es|ing) (?:my|her|his) (?:breasts?|bottom|bum|thighs?|chest|private)) ?(?:${someone})?`,
      `\\b${worker}${gap(4)}(?:(?:relationship|affair|sex|sleeping) with (?:an? |his |her |the )?(?:patients?|residents?|clients?|service users?))\\b`,
      `\\b${worker}${gap(3)}(?:(?:was|were|turned up|came in|is|are|being|been) (?:\\w{2,10} )?(?:drunk|high on drugs|intoxicated|under the influence|stoned)|(?:smelt|smelled|stank|reek(?:ed|ing)|stinking|smelling|smells|stinks) of (?:alcohol|drink|booze|beer|vodka|whisky|cannabis)|drinking on (?:duty|shift))`,
      "\\b(?:sign(?:ed|ing|s)?|logg(?:ed|ing)|wrote|writ(?:e|es|ing|ten)|record(?:ed|ing|s)|tick(?:ed|ing|s)|fill(?:ed|ing)|claim(?:ed|ing)|charted)(?: [^ .!?]{1,12}){0,8} (?:visits?|calls?|checks?|they'd been|they had been|she'd been|he'd been|had been (?:given|turned|fed|washed|changed|checked)|care|meds|medication)(?: [^ .!?]{1,12}){0,5} (?:never|didn't|did not|hadn't|had not|weren't|wasn't|not) (?:\\w{2,8} )?(?:happened?|took place|did|done|given|been|made|came|carried)\\b",
      '\\b(?:staff|carers?|nurses?|they|shift)(?: \\w{2,8}){0,2} (?:sleep|sleeps|slept|sleeping|nap|napping|kip)(?=[^.!?]{0,50}(?:alarms?|bells?|buzzers?|duty|on shift|residents|patients))',
      '\\b(?:asleep|sleeping|slept|drunk) on (?:duty|shift|nights|the job)\\b',
      drunkAtWork,
      ...neverGiven,
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
      ...takenFrom,
      `\\b(?:stealing|stole|steals) (?:\\w{2,8} )?from (?:my|our|the|an?|her|him|his|vulnerable|elderly|patients|residents|them|mum|dad|nan)\\b`,
      `\\b(?:money|jewellery|rings?|savings|purse|wallet|cash|watch|necklace|handbag|phone|belongings|glasses|clothes|pension) (?:\\w{2,10} ){0,3}?(?:was|were|been|got) stolen\\b`,
      `\\b(?:${worker}|step ?(?:son|daughter|dad|father)|son|daughter|nephew|niece|neighbour|grandson|granddaughter|friend)${gap(4)}(?:us(?:es|ed|ing)|tak(?:es|en|ing)|took|kept|keeps|keeping|borrow(?:s|ed|ing)|help(?:s|ed|ing) (?:him|her|them)sel(?:f|ves) to) (?:my |our |their )?(?:(?:mum|dad|nan|gran|grandad|mother|father|aunt|uncle|resident|patient)s?'?s?'?|his|her|an? (?:old )?(?:lady|man|woman)'s) (?:\\w{2,8} )?(?:bank ?card|debit card|cash ?card|card|pin|pin number|pension|savings|benefits|cheque ?book|bank account)\\b`,
      "\\b(?:(?:someone|somebody|they|he|she|carer|staff|manager|nephew|niece|son|daughter)(?: \\w{2,8}){0,3} )?(?:sign(?:s|ed|ing)|writ(?:es|ing|ten)|cash(?:es|ed|ing)) (?:cheques?|his cheques|her cheques)(?: \\w{2,6})? (?:in (?:my|his|her|their|mum's|dad's)|without|for (?:him|her)self)|\\b(?:all )?(?:my|her|his|mum's|dad's|nan's|their) (?:money|savings|pension|cash)(?: \\w{2,4}|'s|s)? (?:all )?(?:gone|missing|disappeared|vanished|been (?:taken|spent|emptied))\\b",
      `\\b${staff}${gap(8)}and (?:pushed|shoved|hit|slapped|kicked|grabbed|punched|spat at|threw) ${someone}`,
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
      ...ownHurt,
    ],
    attributedBy: null,
  },
]
