/** The vocabulary of harm that red flags and the harm floor share, as pieces of regular expressions. */

/** Up to `most` words in between, within one sentence. Bounded, so that matching stays linear. */
export function gap(most: number): string {
  return `(?: [^ .!?]{1,24}){0,${most}} `
}

/** People who give care or work where it is given. */
export const worker =
  '(?:staff(?: (?:member|nurse))?s?|member of staff|nurses?|hca|sisters?|matron|doctors?|dr|gps?|carers?|care ?workers?|care assistants?|home help|consultants?|surgeons?|anaesthetists?|midwi(?:fe|ves)|health visitors?|paramedics?|porters?|receptionists?|managers?|therapists?|physio(?:therapist)?s?|dentists?|opticians?|pharmacists?|psychiatrists?|psychologists?|counsellors?|social workers?|health ?care assistants?|hcas|support workers?|security(?: guards?)?|orderly|cleaners?|volunteers?|crews?|drivers?|nyrs(?:ys)?|meddyg(?:on)?|gofalwyr|gofalwr|gofalwraig|deintydd|rheolwr)'

/** The same, with the words that stand for them and the bodies they work for. */
export const staff = `(?:${worker}|team|hospital|ward|care home|surgery|trust|they|he|she)`

export const relative =
  '(?:mum|mother|mam|mom|dad|daddy|father|husband|wife|partner|son|daughter|baby|child|children|kids|brother|sister|nan|nana|gran(?:dad|ny|dma|dpa|ddad|dmother|dfather)?|grand(?:mother|father|son|daughter|child)|aunt(?:ie|y)?|uncle|friend|neighbour|cousin|niece|nephew|parents?|in-law|step ?(?:dad|mum|father|mother|son|daughter)|patients?|residents?|clients?|mam|tad|gwr|gwraig|mab|merch|babi|plentyn|nain|taid)'

const person =
  '(?:lady|ladies|man|men|woman|women|child|children|baby|old man|old lady|old people|elderly|boy|girl|person|people|clients?|toddler|infant|service users?)'

const body =
  '(?:face|arms?|hands?|head|legs?|back|hair|wrists?|throat|neck|stomach|breasts?|bottom|bum|thighs?|mouth|nose)'

/** The person the matter is about, as an object or with a possessive. */
export const someone = `(?:me|him|her|them|us|(?:(?:my|our|his|her|their|the|a|an|another|other|this|one|every) (?:[a-z]{2,12} ){0,2}?)?(?:${relative}|${person}|${body})|the (?:elderly|vulnerable|lot of (?:us|them)))\\b`

/** A possessive or a person, before a word for dying or harm. */
export const theirs = '(?:my|our|his|her|their|the)(?: late| dear| poor| elderly| beloved| own| frail)?'

/** Blows, whoever deals them. */
export const strikes =
  '(?:hit|hits|hitting|slap(?:s|p?ed|p?ing)?|smack(?:s|ed|ing)?|punch(?:es|ed|ing)?|kick(?:s|ed|ing)?|beat|beats|beaten|beating|whack(?:s|ed|ing)?|thump(?:s|ed|ing)?|head ?butt(?:s|ed)|chok(?:es|ed|ing)|strangl(?:es|ed|ing)|assault(?:s|ed|ing)?|attack(?:s|ed|ing)?|manhandl(?:es|ed|ing)|man ?handled|grop(?:es|ed|ing)|molest(?:s|ed|ing)?|rap(?:es|ed|ing)|bit|bites|sp(?:at|its|itting) (?:at|on)|scald(?:s|ed|ing)|burn(?:s|t|ed|ing)|stab(?:s|b?ed|b?ing)?|tortur(?:es|ed|ing)|starv(?:es|ed|ing)|abus(?:es?|ed|ing)|mistreat(?:s|ed|ing)?|ill[- ]?treat(?:s|ed|ing)?|neglect(?:s|ed|ing)|bull(?:ies|ied|ying)|terroris(?:es|ed|ing)|humiliat(?:es|ed|ing))'

/** A blow in Welsh, with the changes that its first letter goes through. */
export const welshBlow =
  '(?:[td]h?aro|[cg]h?uro|bwrw|fwrw|[tdn]h?reisio|[cg]h?am[- ]?drin|h?esgeuluso|h?anafu|[bfm]rifo|[cgn]h?loi|[ct]h?lymu|[nh]?ymosod|llosgi|losgi|gam[- ]?drin|[bf]wlio)'

/** Where care is soiled by being left undone. */
export const soiled =
  '(?:in (?:his|her|their|my|its|own|the|a) (?:own )?(?:urine|faeces|excrement|mess|soiled|wee|pee|poo|shit|vomit|filth|blood|wet|dirty|soaking)(?: (?:bed|nappy|pad|sheets?|clothes|pyjamas))?|in (?:urine|faeces|excrement|poo|pee|wee|shit|vomit|(?:soaked|wet|dirty|soaking|filthy) (?:bed|sheets|clothes|pads?|nappies|nappy)|soiled)|soaked in urine|covered in (?:urine|faeces|excrement|poo|vomit)|soiled|wet through)'

const doses =
  '(?:meds|medications?|medicines?|tablets?|pills?|doses?|drug rounds?|(?:drug|medication|medicine|mar) (?:sheets?|charts?|records?)|injections?|insulin|inhalers?|morphine|pain ?relief|eye ?drops)'
/** By staff; whoever writes signs for what is theirs. */
const ticked =
  '(?<!\\b(?:i|we|to|you|please|my (?:husband|wife|son|daughter)) (?:(?:have|had|just|then|can|could) )?)(?<!\\b(?:driver|courier|postman|neighbour|chemist|pharmac\\w{1,5}|delivery|doctor|gp|consultant|parcel)\\b[^.!?]{0,40})(?:sign(?:ed|s|ing)?(?: (?:for|in))?|tick(?:ed|s|ing)(?: off)?|initial(?:led|s|ling)|record(?:ed|s|ing)|log(?:ged|s|ging)|wr(?:ote|itten|iting)|put down|mark(?:ed|s|ing)|filled in)'
const untouched =
  "(?:(?:never|not|n't) (?:\\w{2,6} )?(?:given|had|have|taken|got|get|give|gave|touched|received|swallowed)|(?:still|found|left|sitting|sat|lying|were|was|are) (?:\\w{2,8} ){0,3}(?:full|in the (?:pot|cup|packet|bed|pack|box|drawer|dosette|saucer)|by the bed|by (?:his|her|my|the) (?:bed|chair)|under (?:the|his|her|my)|down the side|on the (?:floor|table|locker|side|tray)|sealed|untouched|unopened|in her (?:bed|cup|pack|bag)|in his (?:bed|cup|pack|bag))|(?:pack|packet|bottle|box|strip|dosette) (?:was|is|were|still) (?:still )?full|untouched|unopened|before (?:i|he|she|they) (?:\\w{2,6} )?(?:had|got|have|taken|take|been given)|before (?:giving|they'd given)|no(?:body| ?one) (?:gave|has given|had given))"

/** Medicine signed for and care written down, and neither given: what a record of it hides. In whichever order it is told; the last in Welsh. */
export const neverGiven: readonly string[] = [
  `\\b${ticked}(?: (?:as )?(?:given|done|had|taken))?(?: (?:for|off|to say|that|all|every|each|the|my|his|her|our|their|mum's|dad's|nan's|it|evening|morning|night|lunchtime|teatime|bedtime|daily)){0,6} ${doses}\\b(?=[^!?]{0,140}\\b${untouched}\\b)`,
  `\\b${doses}(?: [^ .!?]{1,14}){0,6} ${ticked}\\b(?=[^!?]{0,140}\\b${untouched}\\b)`,
  `\\b${untouched}(?=[^!?]{0,80}\\b${ticked}(?: [^ .!?]{1,10}){0,5} (?:as )?(?:given|taken|done|administered|swallowed)\\b)(?<=\\b${doses}\\b[^!?]{0,80})`,
  `\\b(?:drug|medication|medicine) (?:chart|sheet|record)s?(?: [^ .!?]{1,8}){0,3} every (?:dose|tablet|box)(?: \\w{2,5})? ${ticked}\\b`,
  '\\b(?:llofnod(?:i|wyd|odd|on)|thicio|ticio|arwyddo)(?: [^ .!?]{1,10}){0,8} (?:tabledi|thabledi|dabledi|moddion|meddyginiaeth|feddyginiaeth)\\b(?=[^!?]{0,100}\\b(?:heb|ddim|erioed|byth)\\b)',
  '\\b(?:log|book|notes|records?|sheet|app|diary|chart|timesheet)(?: [^ .!?]{1,10}){0,3} (?:says?|shows?|saying|claims?|has it|states?|reads)(?: [^ .!?]{1,12}){0,8} (?:given|done|visited|came|attended|been|breakfast|lunch|tea|dinner|wash(?:ed)?|call|visit|\\d{1,2})\\b(?=[^.!?]{0,60}(?:but|yet|though|while|when|only) )(?=[^.!?]{0,140}(?:camera|cctv|doorbell|ring bell|nobody (?:came|was|had)|no ?one (?:came|was|had)|never (?:came|turned|been|happened)))',
]

/** Somebody was given nothing to eat or drink for days, told as what was not done. */
export const unfed: readonly string[] = [
  `(?<!\\b(?:i|we) (?:\\w{2,5} )?)\\b(?:not|\\w{2,5}n't|\\w{2,5}nt|never|nobody|no[- ]?one) (?:\\w{2,8} )?(?:feed|give|gave|fed) ${someone}(?: (?:any|food|water|anything|to|eat|drink|or|a)){0,5} (?:for|in) (?:\\w{1,8} ){0,2}(?:days|weeks|a week)\\b`,
]

const lifting =
  '(?:while|when|during|trying to|as)(?: [^ .!?]{1,8}){0,3} (?:mov|lift|gett|get|transferr|turn|hoist|chang|wash|bath|help|carry)\\w{0,4}'
const ground =
  '(?:on|onto|to) (?:the (?:\\w{3,9} )?(?:floor|ground|concrete|tiles|lino)|(?:his|her|my|their) (?:head|back|hip|side|face|bottom))'
const lifted =
  '(?:the|a|an|his|her|my|their) (?:\\w{3,8} )?(?:hoist|sling|stretcher|trolley|bed|chair|wheelchair|commode|toilet|bath|ambulance|table)'

/** Let fall by whoever lifted them. To drop somebody off, at a door or from a list is another thing. */
export const dropped: readonly string[] = [
  `\\bdropp?ed ${someone} (?:${ground}|(?:from|out of|off|by) ${lifted}|${lifting})\\b`,
  `\\b(?:was|were|been|being|got|gets) (?:\\w{2,9} )?dropped (?:${ground}|(?:from|out of|off|by) ${lifted}|by (?:the |two |an? |one of the )?(?:\\w{3,9} )?${worker}|${lifting})\\b`,
]

/** Money gone from where somebody keeps it, told without the word for it; whoever writes takes their own. */
export const takenFrom: readonly string[] = [
  "(?<!\\b(?:i|we|to|have|had) (?:\\w{3,5} )?)\\b(?:took|taken|takes|taking|helped (?:him|her)self to|helping (?:him|her)self to)(?: [^ .!?]{1,10}){0,3} (?:pounds?|quid|notes?|money|cash|£ ?\\d{1,5}|tenner|fiver)(?: [a-z]{2,8}){0,2} (?:out of|from) (?:my|his|her|their|mum's|dad's|nan's|gran's)(?: \\w{3,9})? (?:purse|wallet|handbag|bag|tin|drawer|pockets?|locker|bedside \\w{3,8})\\b(?! (?:to|for) (?:pay|the|my|his|her|a|safe))",
]

/** Staff under the influence, told as it is seen. */
export const drunkAtWork = `\\b(?:${worker}|sister|staff|girl on nights|manager)${gap(6)}(?:drink(?:s|ing)? (?:on|while on|during|when on|in the|at) (?:nights?|duty|shift|work|the night|her shift|his shift|the job|office|staff ?room|linen|sluice|car)|(?:smel(?:t|led|ls|ling)|stank|stinks?|stinking|reek(?:s|ed|ing)|breath(?: \\w{2,8}){0,2}) (?:strongly |badly |always )?(?:of )?(?:alcohol|drink|booze|beer|gin|wine|vodka|whisk(?:e)?y|lager|cider|cannabis|weed)|(?:was|were|is|came in|turned up) (?:\\w{2,8} )?(?:slurring|half cut|worse for wear|tipsy|hung ?over|pissed|off (?:his|her) face)|(?:vodka|gin|wine|whisk(?:e)?y|beer|alcohol|hip flask|bottle of \\w{3,8})(?: [^ .!?]{1,8}){0,2} (?:in (?:his|her|their) (?:bag|locker|pocket|cup|mug|water bottle)))\\b`
