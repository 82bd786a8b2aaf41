/** Said of jokes, of feelings, of things, of posters and of what did not happen: not harm, though the words are those of harm. */
import { gap, relative, someone, strikes, worker } from '../harm-words.ts'

/** Small words that may stand between "no" or "never" and the harm denied; "so" and "more" are none: "never been so neglected". */
const filler =
  '(?:(?:any|anyone|ever|once|been|being|be|felt|feel|feels|feeling|a|an|the|sign|signs|hint|thoughts?|of|form|kind|sort|have|has|had|is|was|were|at|all|in|to|wanted|want|thought|about|me|my|ill|neglected|abused?|or|nor|and|no|either|physically|verbally|actually|really) ){0,4}'

const negator =
  "(?:no|not|never|without|nobody|no[- ]?one|none|nor|neither|n't|dont|didnt|wasnt|isnt|arent|werent|havent|hasnt|doesnt|free (?:of|from)|stopped|don't|didn't|wasn't|isn't|aren't|weren't|haven't|hasn't|doesn't)"

/** These words denied: "no abuse", "never felt unsafe or neglected". */
export function denied(words: string): string {
  return `\\b${negator} ${filler}${words}\\b`
}

/** What is written, taught or shown about a harm is none. */
const shown =
  '(?:posters?|leaflets?|signs?|notices?|booklets?|polic(?:y|ies)|training|courses?|workshops?|webinars?|talks?|helplines?|charity|awareness|prevention|campaigns?|surveys?|lead|dissertation|research|article|book|novel|film|drama|song|documentary|support group|survivors?|e-?learning|procedures?|certificate|daflen|taflen|poster(?:i)?|hyfforddiant|polisi)'

/** What people call by the same words. */
const topics =
  '(?:safeguarding|abuse|suicide|self[- ]harm|neglect|violence|domestic (?:abuse|violence)|racism|discrimination|whistle ?-?blowing|bullying|assault|sepsis|ddiogelu|diogelu)'

const things =
  '(?:car ?parks?|parking|disabled bays?|bays?|gardens?|grounds|buildings?|bins?|toilets?|area|paint(?:work)?|lawns?|roads?|paths?|site|corridors?|furniture|system|facilit(?:y|ies)|blue badges?|equipment|trust|power|privilege|lifts?|walls?|plants?)'

const people = `(?:${worker}|man|men|woman|women|lads?|girls?|blokes?|person|people|user|patient|visitor|owner|attendant|warden|operator|engineer|supervisor|boy|husband|son|neighbour)\\b`

/** Who writes for somebody else says so first. */
const forOthers: readonly string[] = [
  `\\b(?:was |were |been |got |being )?asked by (?:my|our|the|his|her) (?:\\w{3,8} )?${relative}\\b(?: to)?(?: (?:write|say|email|ring|phone|call|text|pass|tell|fill|send|thank|let|ask|put)){0,2}(?: (?:this|you|it|on|in|down|a form|to))?`,
  `\\b(?:(?:my|our|his|her) )?(?:${relative}) (?:has |have )?(?:asked|asks|told|begged|wants|wanted|got|would like) me to (?:write|say|email|ring|phone|call|text|pass|tell|fill|send|thank|let|ask|put)\\b(?: (?:this|you|it|on|in|down|to|a form|these))?(?:,? (?:as|because|since|for) (?:he|she) (?:has|have|is|does|can|doesn't|can't|cannot|isn't|hasn't)(?: (?:not|no|got|a|an|the|have|use|on|or|do|very|good|any|at|with)){0,4}(?: (?:email|computer|internet|online|smartphone|phone|typing|writing|write|type|see|hear|english|emails?|forms?|tech\\w{0,8}|mobile)){0,2})?`,
]

/** Who lets a matter rest, or takes back what was said. */
const letItRest: readonly string[] = [
  "\\b(?:(?:i'd|i would|we would|we'd|id|will|i'll|happy to|prefer to|just|to) )?(?:rather |sooner |just |now )?(?:leave|drop|forget|close|let) (?:it|this|that|things|the matter|the whole thing)(?: (?:there|now|go|here|rest|be|at that|alone))?\\b",
  '\\b(?:(?:please|to|can i|like to|want to|wish to|rather|i) )?(?:withdraw(?:ing|n)?|dropp?(?:ing)?|clos(?:e|ing)|cancel(?:ling)?|take back|end(?:ing)?|stop(?:ping)?|not (?:pursue|take)) (?:my|the|this|our|that|what i) (?:\\w{3,8} )?(?:complaint|concern|case|matter|comments?|feedback|enquiry|said|wrote|request|issue)s?\\b(?: any further| now)?',
  "\\b(?:was |been |were |got |being |am )?(?:dna'?d|did not attend|marked (?:as )?(?:a )?(?:dna|did not attend|no show))(?:[,;]? (?:and|so|then))?(?: (?:been|was|just|i was))?(?: (?:discharged|struck off|removed|taken off)(?: (?:from|off) (?:the|your) (?:\\w{3,10} )?(?:list|clinic|service|books))?)?\\b",
  '\\b(?:discharged|struck off|removed|taken off|signed off)(?: [^ .!?]{1,8}){0,3} (?:as|for|because|being)(?: [^ .!?]{1,8}){0,3} (?:no[- ]?show|dna|did not attend|non[- ]?attend\\w{2,5}|not attending|missed appointments?)\\b',
]

/** What one is afraid of without anybody being to be feared. */
const beingAfraid: readonly string[] = [
  `\\b(?:terrified|scared|frightened|afraid|petrified|nervous|wary|phobia|fear|dread(?:s|ed|ing)?|hates?) (?:of )?(?:the |his |her |my |any |having |getting |a )?(?:\\w{3,9} )?(?:needles?|injections?|jabs?|dentists?|drills?|scanners?|scans?|mri|machine|mask|blood tests?|bloods|dark|hospitals?|heights|spiders|lifts?|hoist|stairs|falling|fall|plaster|noises?|tunnel|dogs?|cannula|anaesthetic|operations?|theatre|flying|water)\\b`,
]

/** Whatever of these follows is another matter, and may be a grave one. */
const nextOrHarm =
  '(?:a|ac|ond|mae|ffarwel|hunan\\w*|h?un|hunain|l?ladd\\w*|[mf]arw\\w*|niwed\\w*|anaf\\w*|d?thabledi|tabledi|dabledi|[gn]*orddos|waed\\w*|gwaed\\w*|[cg]h?leis\\w*|[td]h?aro|[cg]h?uro|f?bygwth|fygwth|ofn|gyllell|cyllell|chyllell|pherygl|perygl|anadlu|frest|brest|byw|fyw|crio|[cg]h?am|trais|arian|harian|phensiwn|pensiwn|dwyn|ddwyn)\\b'

/** What was done, went well or cannot be found, as everybody says it in Welsh. */
const saidInWelsh: readonly string[] = [
  `\\b(?:(?:mae|maen|roedd|mi|fe) ?)?(?:hi|o|e|fo|fe|ni|nhw|i|mam|dad|nain|taid)?(?:'n| yn)? ?wedi (?:gorffen|gwella|mynd (?:adref|adre|am dro|i'r|i ffwrdd|yn ôl)|dod (?:adref|adre|yn ôl|i mewn|draw)|symud|dechrau|agor|newid (?:ei |y |fy )?\\w{3,12}|bwyta|cysgu|derbyn|clywed|ffonio|ysgrifennu|sgwennu|anfon|gweld|cyrraedd|ymddeol|mwynhau|cwympo mewn cariad|disgyn mewn cariad|bod (?:yn|mor|ar|yma|yno|wrth)|cael (?:apwyntiad|llythyr|gofal|cyfle|cynnig|diwrnod|profiad|amser|canlyniad\\w{0,3}|triniaeth|llawdriniaeth|ei thraed|ei draed|ei gweld|ei weld|ei phen-blwydd|croeso|sbectol|clun newydd|babi))(?: (?!${nextOrHarm})[^ .!?,]{1,14}){0,5}`,
  `\\b(?:(?:dw |rw |r)?(?:i|dwi|rwy|rydw i)(?:'n| yn) )?(?:wedi )?(?:methu|ffaelu|pallu)(?: â| a)? (?:gweld|dod o hyd|ffeindio|cofio|parcio|deall|clywed|agor|llenwi|mewngofnodi|darllen|cyrraedd|mynychu|dod i|cael (?:apwyntiad|trwodd|gafael|lle))(?: (?!${nextOrHarm})[^ .!?,]{1,14}){0,6}`,
  `\\b(?:(?:mi|fe|roedd|mae) )?(?:(?:hi|o|fo|fe|e|mam|dad|nain|taid|i)(?:'n| yn| wedi)? )?(?:wedi )?(?:[sx]yrthi(?:o|odd|ais)|cwymp(?:o|odd|ais)|(?:ges|gafodd|cafodd)(?: (?:i|hi|o|e|mam|dad))? (?:godwm|gwymp))(?: (?!${nextOrHarm}|torr\\w*|dorr\\w*|pen\\b|ben\\b|asgwrn)[^ .!?,]{1,14}){0,6},? ond (?:mae|maen|roedd|rydw|dw|rwy|dwi)(?: (?:hi|o|e|fo|fe|nhw|i|mam|dad|nain|taid))?(?:'n| yn) (?:iawn|well|ol reit|olreit|holliach)(?: (?:nawr|rwan|erbyn hyn))?`,
  `^(?:(?:ond|a|ac) )?(?:(?:mae|roedd|dw|rydw|rwy|maen) )?(?:hi|o|e|fo|fe|nhw|i)(?:'n| yn) (?:iawn|olreit|ol reit|well|holliach)(?: (?:nawr|rwan|diolch|erbyn hyn)){0,2}`,
  `\\b(?:yn )?(?:teimlo|gwneud|cerdded|edrych|bwyta|cysgu|dod)(?:'n| yn) (?:llawer )?(?:well|iawn|dda|wych|iach|hapus)\\b`,
]

/** A warning of a loose step or an icy path threatens nobody. */
const hazards: readonly string[] = [
  "\\b(?:someone|somebody|some ?one|people|a child|an old person|one of us)(?: is| will| are|'s|'ll| could| might| may)? (?:(?:definitely|really|soon|one day) )?(?:going to |gonna |bound to )?(?:get|be|fall|trip|slip)(?: (?:badly|seriously))? ?(?:hurt|injured|killed|over)?\\b(?=[^.!?]{0,80}(?:step|floor|path|kerb|wet|slip|loose|tile|ramp|lino|wire|pothole|ice|icy|grit|crossing|handrail|drain))",
  "\\b(?:someone|somebody|people|a child)(?: is| will| are|'s|'ll| could| might| may)? (?:(?:definitely|really|soon|one day) )?(?:going to |gonna |bound to )?(?:(?:fall|trip|slip)(?: over)? and )?(?:get|be)(?: (?:badly|seriously))? (?:hurt|injured|killed)\\b(?<=(?:step|floor|path|kerb|wet|slip|loose|tile|ramp|lino|wire|pothole|ice|icy|grit|crossing|handrail|drain)[^.!?]{0,80})",
]

const orBreak =
  "\\b(?:someone|somebody|some ?one|people|you|a child|an old person|one of us)(?: is| will| are|'s|'ll| could| might| may|'d)? (?:(?:definitely|really|soon|one day) )?(?:going to |gonna |bound to )?break (?:their|his|her|your|a|an) (?:neck|leg|hip|ankle|arm|wrist|back)\\b(?: (?:on|over|in|down) (?:those|that|the|these|this|your))?"

export const figuresOfSpeech: readonly string[] = [
  '\\b(?:laugh(?:ed|ing|s)?|giggl(?:ed|ing)|chuckl(?:ed|ing))(?: [a-z]{2,8}){0,4} (?:(?:nearly|almost|could have) )?(?:died|dying|killed (?:me|him|her|us)|dead|choked|burst)\\b',
  '\\b(?:(?:nearly|almost|could have|just) )?(?:died|dying|dead|die) (?:of|with|from)? ?(?:laughing|laughter|embarrassment|boredom|shame|curiosity)\\b',
  '\\bi (?:could|nearly|almost) (?:have )?died when (?:she|he|they|the \\w{4,12}) (?:said|asked|told|called|shouted|mentioned|laughed|saw|read)\\b',
  '\\b(?:nearly |almost |could have )?jump(?:ed)? (?:out of|off|through) (?:the|my|a) \\w{4,7} (?:with|for) joy\\b',
  '\\bkill(?:ed|ing|s)? (?:the |some |a bit of |my |our )?(?:time|mood|vibe|joy|appetite|weekend|hour|afternoon|two birds|pain)\\b',
  '\\b(?:feet|legs?|back|knees?|head|shoes|heels|neck|hip|trousers|stairs|walk|hill|climb|exercises?|this (?:queue|heat|traffic|job)|(?:the )?(?:pain|suspense|wait(?:ing)?|boredom|noise|heat)) (?:is |are |was |were |will |would )?(?:be )?(?:absolutely |really |nearly |almost )?kill(?:s|ed|ing)? (?:me|us)\\b',
  '\\b(?:kill for|to die for|dying (?:to|for) (?:know|see|hear|meet|tell|try|get|find|an?|the (?:toilet|loo)|my (?:tea|lunch|dinner|bed))|drop dead gorgeous|dead (?:good|nice|easy|friendly|helpful|kind|quick|sure|on|right|tired|pleased|end|line|leaves)|(?:phone|battery|mobile|laptop|car|line|signal|tv|television|machine|plants?|dog|cat|computer|lift|wifi|aid) (?:(?:is|was|has|had|went|just|in|the|on|ward|my|again|have) ){0,3}(?:died|dead|dying)|dressed to kill|could murder an?)\\b',
  '\\b(?:scared|frightened|bored|worried|thrilled|tickled) (?:me |us |him |her )?to death\\b',
  `\\b${shown}(?: [^ .!?]{1,14}){0,2} (?:says? )?["']?(?:report )?${topics}(?: (?:and|or|&) ${topics})?\\b`,
  `\\b${topics}(?: [^ .!?]{1,14}){0,1} ${shown}\\b`,
  '\\b(?:mental health|safeguarding lead (?:was|is) (?:great|lovely|excellent)|deathbed confession|death bed confession)\\b',
  '\\bthreat(?:en(?:ed|ing)?)? (?:of rain|to rain|by rain|to close|to shut)|\\bbombs? (?:of|went) flavour|\\bbath bombs?|\\bbomb disposal|\\bphoto ?bomb\\w{0,3}\\b',
  '\\bhit (?:me|us|home|him|her)? ?(?:that|how|it off|off|like|for six|with (?:a|the) (?:bill|news|idea))\\b',
  '\\bhit (?:the|his|her|my) (?:nail|spot|target|road|mark|head|knee|toe|elbow|vein)\\b',
  `\\b${things}${gap(3)}(?:is |are |looks? |been |so |of )*(?:neglect(?:ed)?|abused?|misused?)\\b`,
  `\\b(?:(?:of|the|is|are|been|this|such) )?(?:abuse|abused|abuses|abusing|misuse|neglect|neglected) (?:of )?(?:the |your |our |these |this |that )?(?:\\w{2,12} )?${things}\\b`,
  '\\b(?:[a-z]{2,12} ){0,3}beat(?:en|s|ing)? (?:(?:me|him|her|us|them) )?(?:to|at|by) (?:it|the (?:punch|queue|lift|door|post|traffic|system)|(?:chess|cards|snakes|draughts|dominoes|scrabble|snap|ludo|bingo|table|football|pool|games?))(?: by(?: [a-z]{2,12}){1,3})?\\b',
  '\\b(?:heart|panic|asthma|anxiety|gout|angina|bronchitis|asthma|hay ?fever) attack(?:ed|s)?\\b',
  '\\b(?:[a-z]{1,12} ){0,3}(?:stung|bitten|bit|attacked|punched|scratched|knocked|chased|kicked|burn(?:t|ed)|hit) (?:me |him |her |us )?by (?:an? |the |my |our |his |her )?(?:\\w{2,10} ){0,2}(?:dogs?|cats?|wasps?|bees?|midges|virus|bugs?|horse|cow|goose|swan|seagulls?|ball|car|bus|bike|branch|football|norovirus|covid|flu|price|prices|cost|costs|bill|ticket machine|weather|storm)(?: \\w{4,8})?\\b',
  '\\b(?:if|in case|imagine|as if|as though|even if) (?:anyone|anybody|someone|somebody) (?:(?:had|were|was|did|ever|to|be|been|would|got) ){0,3}\\w{3,12}(?: (?:me|him|her|them))?\\b',
  `\\b(?:jok(?:ed?|es|ing|ingly)|laugh(?:ed|ing)|teas(?:ed|ing)|kidd(?:ed|ing)|pretend(?:ed|ing|s)?)${gap(6)}(?:kill|murder|shoot|hit|slap|strangle|${strikes})(?: [a-z]{2,10}){0,2}\\b`,
  '\\b(?:suicide (?:squad|bomber)|kill(?:er)? (?:heels|whales?)|(?:crime|murder) (?:novels?|mystery|stories|story|drama))\\b',
  '\\b(?:[a-z]{1,12} ){0,3}(?:torture[ds]?|tortured|beat|kill(?:ed|s)?|punish(?:ed|es)?) (?:me|us|him|her),? (?:but )?(?:in (?:the|a) (?:nicest|nice|good|best) (?:possible )?way|with kindness|\\(?in a good way)\\b',
  '\\b(?:[a-z]{1,12} ){0,2}robbed of (?:an?|my|our|the) (?:\\w{2,8} )?(?:nights?|sleep|chance|day|rest|dignity|peace|morning)\\b',
  `\\b(?:(?:was|were|got|been) )?(?:discharged|sent (?:home|back)|came (?:home|back)|given|gave|brought|left)(?: ${someone})?(?: [^ .!?]{1,8}){0,2} (?:with|in|wearing)? ?(?:the wrong|somebody else's|someone else's|another (?:lady|man|patient|resident|woman)'s|the other (?:lady|man)'s) (?:\\w{3,9} )?(?:hat|coat|slippers?|dressing gown|glasses|clothes|bag|shoes?|cardigan|jumper|nightie|pyjamas|umbrella|newspaper|magazine|mug|cup|blanket|card|flowers|sandwich|dinner|key)\\b`,
  '\\b(?:putting|put) up with (?:\\w{2,10} ){0,2}abuse\\b',
  '\\b(?:killing (?:my|him|her|them|our)sel(?:f|ves) (?:working|trying)|work(?:ed|ing)? (?:my|him|her|them|our)sel(?:f|ves) to death)\\b|\\b(?:wedi |yn )?(?:lladd|ladd) (?:fy|ei|eu) h?un(?:an|ain)? (?:yn|wrth) (?:gweithio|chwerthin|trio|ceisio|rhedeg)\\b',
  // Whoever thanks for it was not tortured.
  '\\b(?:physio\\w{0,9}|dentist|therapist|instructor|trainer|hygienist|she|he|they|nurse)(?: \\w{2,8}){0,2} (?:tortur(?:es|ed|ing)|beats?|punish(?:es|ed)|kill(?:s|ed)|murder(?:s|ed)) (?:me|us)\\b(?=[^.!?]{0,60}(?:thank|love|grateful|lol|haha|worth (?:it|every)|best|brilliant|great|laugh|miss (?:it|her|him)))',
  "\\b(?:(?:will|would|'ll|'d|to|might) )?be the death of (?:me|us|him|her|you|them)\\b",
  '\\b(?:phone|battery|mobile|laptop|tablet|ipad|hearing aid|watch|pump)(?: (?:battery|is|was|just|now|about|going|to|will|might|may)){1,4} die\\b',
  '\\b(?:ti(?:e|es|ed)|tying) (?:(?:my|his|her|their) )?(?:hair|laces|shoes|shoelaces|gown|apron|tie|scarf|bib)\\b|\\b(?:[a-z]{2,8} ){0,3}(?:ti(?:e|es|ed)|tying) (?:my|his|her|their) (?:hair|laces|shoes|shoelaces|gown|apron|tie|scarf|bib)\\b',
  '\\b(?:app|account|system|website|portal|it|phone|computer|machine|log ?in)(?: (?:has|had|keeps?|just|then))* lock(?:s|ed|ing)? (?:me|us|him|her|them|mum|dad) out\\b(?! (?:in|of the (?:house|home|flat)))',
  ...forOthers,
  ...letItRest,
  ...beingAfraid,
  ...saidInWelsh,
  ...hazards,
  orBreak,
  `\\b(?:(?:was|were|been|being|felt|feel|feeling|got|get) )?(?:absolutely |completely )?(?:abused|assaulted|hit|robbed|mugged|fleeced|attacked|beaten|violated|defeated|murdered|slaughtered) (?:by (?:the |a |an |your |that |this )?(?:(?!${people})\\w{2,10} ){0,2}(?:car ?park|parking|machine|meter|kiosk|barrier|website|app|phone system|price|prices|charges|canteen|cafe|shop|queue|system|forms?|paperwork|stairs|lift|smells?|stench|strikes?|closures?|delays?|covid|norovirus|noise|music|lights?|light|heat|cold|wind|draught|sound|tv|telly|adverts?|emails?|texts|questions|bill|tannoy|air ?con\\w{0,9})(?! ${people})|at (?:dominoes|cards|chess|bingo|scrabble|snooker|pool|golf|the quiz))\\b`,
  // The rest of what is done to oneself in a manner of speaking.
  '\\b(?:cut|cuts|cutting|burn(?:t|ed|ing)?|kick(?:ed|ing)?|beat(?:ing)?|shot|shoot(?:ing)?|hurt|tear(?:ing)?|work(?:ed|ing)?) (?:my|him|her|your|our|them)sel(?:f|ves) (?:off|short|out|loose|some (?:slack|cake|bread)|a (?:slice|piece|break)|in the foot)\\b',
  '\\b(?:(?:was|were|am|is|been|being|felt|so) )?(?:drugged|doped|sedated|dosed|pumped)(?: up)? (?:(?:up )?to the (?:eyeballs|gills|max|nines)|(?:up )?(?:on|with) (?:the )?(?:\\w{3,8} )?(?:morphine|painkillers|codeine|tramadol|pethidine|gas and air|antihistamines))\\b',
]

/** What somebody else did first is no fall of one's own. */
const othersDeed = `(?:${worker}|${strikes}|pushed|shoved|dropped|thrown|threw|grabbed|dragged|pulled|knocked|yanked|man|woman|someone|somebody|who|another)`

/** Whoever falls hits their own head; somebody else's is told with another word: "he hit her head". */
export const ownHurt: readonly string[] = [
  ['he|dad|daddy|father|grandad|husband|son|brother|uncle|boy|man', 'his'],
  ['she|mum|mother|mam|nan|nana|gran|wife|daughter|sister|aunt|auntie|girl|lady|woman', 'her'],
  ['baby|child|toddler|patient|resident', '(?:his|her|their)'],
  ['they', 'their'],
  ['i', 'my'],
].map(
  ([who = '', whose = '']) =>
    `\\b(?:[^ .!?]{1,14} (?:said|says|told (?:me|us|you)|noticed|saw|wrote|thought|reported|explained)(?: that)? )?(?:${who})(?:'d|'s)?(?: (?!${othersDeed}\\b)[^ .!?]{1,12}){0,10} (?:hit|hits|hitting|bumped|banged|bit|bites|burn(?:t|ed)|scalded|cut|hurt) ${whose} (?:own )?(?:\\w{2,6} )?(?:head|face|arms?|legs?|back|hands?|mouth|tongue|lip|nose|neck|knees?|hip|elbow|shin|chin|eye|toe|ankle|chest|ribs|shoulder)\\b(?! (?:with|against) (?:his|her|a|the) (?:fist|hand|belt|stick|shoe|slipper|wall|bare))`,
)

/** Not a word of the rules is meant: told of pleasant or everyday acts done to a person. */
export const kindActs: readonly string[] = [
  '\\bpush(?:ed|es|ing)? (?:me|him|her|them|us|my \\w{2,12}) (?:\\w{2,8} )?(?:in (?:a|the|my|his|her) (?:wheel ?)?chair|to (?:the|my|our|x|a)|up|along|around|round|back|through)',
  '\\b(?:[a-z]{1,12} ){0,2}(?:kick(?:ed|s|ing)?|beat) (?:(?:me|us|him|her|them|my \\w{2,8}) )?(?:out|off|back)\\b',
  '\\b(?:[a-z]{1,12} ){0,2}kiss(?:ed|es)? (?:me|her|him|us|my \\w{2,8}) (?:goodbye|on the (?:cheek|forehead|head|hand))\\b',
  '\\b(?:took|taking|taken|take) (?:\\w{2,12} ){0,3}(?:money|cash|ring|purse|wallet|jewellery) (?:off|out|for (?:the|my|a|parking)|before|to (?:the|a) (?:safe|till|office)|home)\\b',
  // A machine that takes money and gives nothing for it; who stands at one and takes it is none.
  `(?<!\\b(?:at|by|near|to|beside|from|with|using) (?:(?:the|a|an|your|our) )?(?:\\w{3,8} )?)\\b(?:machines?|meters?|barriers?|kiosks?|apps?|websites?|car ?parks?|turnstiles?|pay ?phones?|payment (?:line|page|system|site)|direct debit|online system|lockers?|tv unit|till|hospedia)(?: (?!(?:and|who|where|he|she|they|while|when|man|woman|lad|son|daughter|husband|neighbour|${worker})\\b)[^ .!?]{1,24}){0,6} (?:took|takes|taken|taking|kept|keeps|keeping|ate|eats|swallow(?:s|ed)|stole|steals|stealing|robbed|nicked|charged|pinched)(?: [^ .!?]{1,12}){0,3} (?:money|cash|(?:bank |debit |credit )?card|change|coins?|pounds?|quid|purse)\\b`,
  '\\bpinch(?:ed|es)? (?:\\w{2,10} ){1,2}(?:playfully|gently|lightly)\\b',
  '\\b(?:stole|steals|stolen) (?:the show|our hearts?|my heart|the limelight|a (?:kiss|glance|moment))\\b',
]
