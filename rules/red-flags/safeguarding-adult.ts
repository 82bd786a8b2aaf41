/** An adult is hurt, robbed, kept, starved or left by others, or goes in fear of them. */
import type { RedFlagRule } from '../../shared/knowledge.ts'
import {
  drunkAtWork,
  gap,
  relative,
  soiled,
  someone,
  staff,
  strikes,
  takenFrom,
  unfed,
  welshBlow,
  worker,
} from '../harm-words.ts'
import { denied, figuresOfSpeech, kindActs, ownHurt } from './figures-of-speech.ts'
import { act } from './sources.ts'

const kin =
  '(?:husband|wife|son|daughter|partner|boyfriend|girlfriend|ex|dad|father|mum|mother|step ?dad|brother|sister|nephew|niece|neighbour|landlord|man|guy|another (?:patient|resident)|(?:patient|resident))'
const who = `(?:${staff}|${kin}|someone|somebody)`
const vulnerable = `(?:he|she|they|we|${relative}|elderly (?:people|residents)|person|people|lady|man|woman)`
const carers = `(?:the|his|her|their|one|a|that|some) (?:of the |of them |of )?(?:\\w{2,8} )?(?:${worker}|husband|son|wife|partner|daughter|boyfriend|neighbour|them)`
const goods =
  '(?:money|pension|jewellery|rings?|savings|bank ?cards?|purse|wallet|cash|benefits|belongings|inheritance|house|watch)'
const moved =
  '(?:pushed|shoved|grabbed|dragged|threw|thrown|pinned|yanked|pulled|held|hauled|knocked|twisted|pinched|squeezed)'

const feared =
  '(?:ex(?:[- ]?(?:husband|partner|boyfriend|wife|girlfriend))?|abuser|stalker|perpetrator|(?:violent|abusive) (?:\\w{2,8} )?(?:husband|partner|ex|father|son|dad)|(?:his|her|my) (?:\\w{2,8} )?(?:ex|abuser|attacker))'
const keptApart =
  '(?:injunctions?|non[- ]?mol\\w*|restraining order|court order|refuge|safe house|occupation order|protection order|fled|escaped (?:from )?(?:him|her|my)|in hiding|address (?:is|was) (?:hidden|secret|confidential|withheld|protected))'
const letOut =
  '(?:gave|give[sn]?|giving|told|tell(?:s|ing)?|shared?|sharing|disclosed?|sent|sends|posted|passed|leaked|let slip|read out|confirmed|showed|printed|copied|emailed|mailed|texted|forwarded|went)'

/** Whoever is hidden from somebody is found through what was told, sent or read out. */
const foundOut: readonly string[] = [
  `\\b${keptApart}\\b(?=[^!?]{0,140}\\b${letOut}\\b[^!?]{0,70}\\b(?:address|whereabouts|postcode|phone number|new number|where (?:i|she|he|we)|refuge|details|location)\\b)`,
  `(?<!\\b(?:i|we) (?:have |had |just )?)\\b${letOut}(?: [^ .!?]{1,14}){0,12} (?:${feared})\\b(?!(?:[- ]\\w{4,10})?[']s)(?: [^ .!?]{1,12}){0,6} (?:address|whereabouts|refuge|where (?:i|she|he|we)|new number|postcode)\\b`,
  `\\b${letOut}(?: [^ .!?]{1,14}){0,8} (?:address|whereabouts|refuge|postcode|location)\\b(?: [^ .!?]{1,14}){0,8} (?:${feared}|his (?:mother|family|mum|brother|sister|mates?))\\b`,
  `\\b(?:${feared}|he|husband|partner)(?: [^ .!?]{1,6}){0,2} (?:now |also )?(?:knows|found out|has found|has got|has been given)(?: [^ .!?]{1,8}){0,5} (?:the refuge|my new address|our new address|where (?:i|she|we) (?:live|moved|am|are|is|went|have gone))\\b`,
]

export const safeguardingAdult: RedFlagRule = {
  ...act,
  flag: 'safeguarding-adult',
  hours: 4,
  patterns: [
    '\\b(?:safeguarding|abuse|abused|abuses|abusing|abuseing|abuser|abusers|abusive|neglect|neglected|neglects|neglecting|neglectful|ill[- ]?treated|ill[- ]?treatment|mistreated|mistreatment|mistreating|maltreated|maltreatment|(?:sexually|inappropriately|indecently) (?:assaulted|touched|abused|touching)|(?:touched|touching|fondled|kissed) (?:me|her|him|my \\w{2,10}) (?:sexually|inappropriately|down there|without|between)|raped?|groomed|molested|exploited|coerced|trafficked|forced marriage|female genital mutilation|modern slavery|honour (?:killing|based)|coercive control)\\b',
    `\\b${who}${gap(3)}(?:${strikes}|hurts|hurting|tie[ds]?|tying|strap(?:s|ped)|lock(?:s|ed)|starved|force[- ]?f[ei]e?ds?) ${someone}`,
    `\\b${who}${gap(3)}${moved} ${someone}(?: [^ .!?]{1,14}){0,3} (?:over|down|against|by (?:the|his|her|my)|out of bed|across|around|into the (?:wall|door|chair|bed|bath)|onto|on to|so hard|violently|roughly|hard|to the (?:floor|ground)|off the)\\b`,
    `\\b(?:was|were|been|being|is|are|got|gets|get) (?:\\w{2,12} )?(?:bullied|terrorised|tormented|humiliated|restrained|sedated|drugged|tied|strapped|dragged|starved|force[- ]?fed|groped|beaten|slapped|punched|kicked|strangled|manhandled|assaulted|raped|locked (?:in|up))\\b`,
    `\\b(?:hit|slapped|punched|kicked|beaten(?: up)?|pinched|pushed|shoved|dragged|grabbed|assaulted|attacked|strangled|manhandled|groped|touched inappropriately|force[- ]?fed|hurt|bullied|shouted at|sworn at|threatened|bruised)(?: \\w{2,12})? by (?:an? |the |one of the |another |his |her |my )?(?:\\w{2,10} ){0,2}?(?:${staff}|${kin})\\b`,
    `\\b${worker}${gap(2)}(?:shout|shouts|shouted|shouting|scream|screams|screamed|swear|swore|swears|yell|yells|yelled)(?: \\w{2,8})? at (?:my ${relative}|the (?:residents?|patients?|old \\w{3,8})|residents|patients|vulnerable)\\b`,
    `\\b(?:left|lying|lies|lie|lay|sat|sit|sits|sitting|laying|found|leave|leaves|leaving|kept)${gap(5)}${soiled}\\b`,
    '\\b(?:unexplained|covered in|full of|lots of|found|new|more|old|fresh|have|has|had|having|with|terrible|huge) (?:\\w{2,10} )?(?:bruises|bruising|finger ?marks?|hand ?marks?|rope marks|cigarette burns)\\b|\\bfinger ?marks? (?:on|round|around) (?:his|her|their|my)\\b',
    '\\b(?:bruise[sd]?|bruising) (?:all |right )?(?:on|over|to|around|up|down) (?:his|her|their|my) (?:arms?|wrists?|body|face|neck|legs?|back|thighs?|ribs|breasts?)\\b',
    `\\b(?:stole|steal|steals|stealing|stolen|robbed|robbing|nicked|taking|took|taken|helping (?:him|her|them)sel(?:f|ves) to|controls?|controlling|empt(?:ied|ying)|spent|spending|misusing|misused|drained|us(?:ing|ed|es)) (?:[a-z']{2,12} ){0,3}${goods}\\b`,
    `\\b(?:stole|steal|steals|stealing|stolen|scamm(?:ed|ing)|conned|robbed|robbing) (?:\\w{2,8} )?from (?:my|our|the|an?|her|him|his|vulnerable|elderly|patients|residents|them|mum|dad|nan)\\b`,
    `\\b(?:starving (?:in|to death|him|her|them)|(?:is|are|was) (?:being )?(?:starving in|starved)|starved (?:of|by|him|her)|malnourished|emaciated|skin and bone|(?:severely|badly|so|was|were|is|very) dehydrated|(?:not|\\w{2,5}n't|\\w{2,5}nt|never|nobody|no[- ]?one) (?:\\w{2,8} ){0,2}(?:fed|washed|changed|bathed|cleaned|moved|turned|eaten|showered)(?: (?:him|her|them|my \\w{2,8}))?(?:(?: for| in| since)? (?:\\w{1,8} ){0,2}(?:days|weeks|months|(?:a|one|the) (?:week|month)|monday|sunday|friday)|(?<!eaten) all (?:day|night))|bed ?sores|pressure (?:sores|ulcers))\\b`,
    `\\b(?:scared|frightened|terrified|afraid|petrified|fearful) (?:of (?:${carers}|him|them (?:all|hitting|hurting)|being (?:hit|hurt))|to (?:go|be|stay) (?:home|at home|there|with)|to (?:speak|say|ask|complain|press (?:the|her|his)) (?:\\w{2,8} ){0,4}(?:punish|hit|hurt|carer|staff))`,
    `\\b(?:hold|holds|held|holding|pinch|pinches|pinching|cover|covers|covered) (?:his|her|their|my) (?:nose|mouth|throat)|\\bforce[- ]?f(?:ed|eed|eeds|eeding)\\b|\\b(?:won't|will not|doesn't|does not|not|never) (?:let|allow)(?:ed|s|ing)? (?:her|him|them|me) (?:to )?(?:see (?:anyone|her|his|family|friends|the doctor)|leave (?:the house|her|his|my room)|out of (?:the|her|his)|eat|speak|have any (?:food|money))\\b|\\block(?:ed|s)? ${someone}${gap(2)}(?:room|cupboard|bathroom|cellar|house|out|in|outside)\\b`,
    `\\b(?:${vulnerable}) (?:\\w{2,8} )?(?:is|are|was|were) (?:\\w{2,8} )?(?:being )?(?:abused|neglected|hit|hurt|bullied|starved|beaten|exploited|restrained|drugged|sedated)(?! (?:his|her|their|by (?:an?|the|my) (?:dog|wasp|bee|car|ball)))\\b`,
    `\\b(?:g?[cn]?h?am[- ]?drin(?:iaeth|iwyd|wyr|iwr)?|[cg]h?am[- ]?drin(?:iaeth|iwyd)|h?esgeulus(?:o|tod|wyd)|ymosod(?:odd|wyd|iad)|trais|dreisi(?:o|odd|wyd)|treisi(?:o|odd|wyd)|t[hr]?rawodd|tarodd|darodd|curodd|bwrodd|slapiodd|[cg]?h?leisiau|bwlio|fwlio)\\b`,
    `\\b(?:cafodd|caf?wyd|cael|gafodd|chafodd|gael|chael|wedi|ges i)(?: [^ .!?]{1,14}){0,5} (?:ei|eu|fy|'i|'u) ${welshBlow}\\b`,
    `\\b(?:gofalwyr|gofalwr|gofalwraig|nyrs(?:ys)?|staff|meddyg|gwr|mab|rhywun)(?: [^ .!?]{1,14}){0,2} (?:yn|wedi|'n) (?:[td]h?aro|[cg]h?uro|bwrw|[bfm]rifo|dd?wyn|gweiddi ar|bygwth|[nh]?ymosod)(?! (?:heibio|sgwrs|gair|ar draws|bargen))\\b`,
    "\\b(?:ofn (?:y |ei |eu )?(?:staff|gofalwyr|gofalwr|nyrs\\w{0,2}|gwr|mab|mynd adref)|(?:adael|gadael|gorwedd|eistedd)(?: [^ .!?]{1,12}){0,4} (?:wlychfa|gwlychfa|faw|baw|wrin|charthion|garthion)|heb (?:fwyd|ei (?:bwydo|fwydo|golchi|olchi)|ddwr|ymolchi) (?:am|ers)|(?:yn|wedi|'n) dd?wyn (?:arian|pres|ei (?:harian|arian|phensiwn|bensiwn|phres|bres))|diogelu oedolion|pryder(?:on)? diogelu)\\b",
    "\\b(?:gave|give|given|giving|told|shared|sharing|disclosed|sent|passed|leaked|let slip)(?: [^ .!?]{1,12}){0,6} (?:address|whereabouts|where (?:i|she|we) (?:live|lives|am|was))(?: [^ .!?]{1,12}){0,4} (?:ex|abuser|violent|abusive|husband|partner|stalker|father)\\b|\\b(?:non[- ]?mol(?:estation)?(?: order)?|restraining order|fled (?:from )?(?:him|my|domestic|an abusive)|women's refuge|in a refuge)\\b",
    `\\b(?:neighbour|old (?:man|lady|chap|boy|couple|woman)|elderly|lady|man|woman|${relative}|lives alone|living alone|on (?:his|her) own)(?: [^.!?]{1,60})? (?:(?:not|isn't|n't|never|stopped|hardly|barely) (?:think (?:he|she) is |been )?(?:eating|eaten|been seen|seen|been out|going out|washing|washed|answering (?:the|her|his) (?:door|phone)|looking after (?:him|her)self|coping at home)|no food (?:in|at)|nothing in (?:the|her|his) (?:fridge|cupboards?)|living in (?:squalor|filth)|looks? (?:\\w{2,8} )?(?:thin|starving|filthy|unkempt|skeletal)|(?:wandering|wanders|wandered|walking)(?: [^ .!?]{1,12}){0,4} (?:at night|in the (?:road|street|dark|night)|in (?:his|her) (?:nightie|pyjamas|nightdress|slippers)))\\b`,
    `\\b(?:found|picked up|seen|brought back|discovered)(?: [^ .!?]{1,12}){0,4} (?:wandering|lost|walking)(?: [^ .!?]{1,12}){0,3} (?:road|street|motorway|town|dark|car park|bypass|dual carriageway|rain|estate)\\b|\\b(?:walked|wandered|got|climbed|slipped|let|went) (?:\\w{2,10} )?(?:out|off|missing)(?: [^ .!?]{1,12}){0,10} (?:nobody|no[- ]?one|without (?:any(?:one|body)|staff)|police)(?: [^ .!?]{1,12}){0,3} (?:noticed|noticing|knew|realised|saw|seeing|stopped|found|brought)\\b`,
    `\\b(?:${worker}|step ?(?:son|daughter)|${kin}|they)${gap(5)}(?:us(?:es|ed|ing)|tak(?:es|en|ing)|took|kept|keeps|keeping|borrow(?:s|ed|ing)|has got|holds) (?:my |our |their )?(?:(?:mum|dad|nan|gran|grandad|mother|father|aunt|uncle|resident|patient)s?'?s?'?|his|her|an? (?:old )?(?:lady|man|woman)'s) (?:\\w{2,8} )?(?:bank ?card|debit card|cash ?card|card|pin|pension|savings|benefits|cheque ?book|bank account)\\b`,
    `\\b(?:smack(?:s|ed|ing)?|slap(?:s|ped|ping)?|hit(?:s|ting)?) (?:the |their |an? |my |his |her )?(?:\\w{3,10}'?s?'? )?(?:hands?|faces?|wrists?)\\b(?=[^.!?]{0,60}(?:if|when|because|for))|\\b(?:keep|keeps|kept|keeping|so|being) (?:\\w{2,8} ){0,3}(?:drugged|doped up|sedated)(?= (?:up|so|she|he|they|that|all|can))|\\b(?:had ?n[o']?t|has ?n[o']?t|have ?n[o']?t|not|never|no) (?:had |been (?:given )?)?(?:an? )?(?:bath|wash|shower)(?: \\w{2,6})? (?:since|for|in) (?:\\w{1,9} ){0,2}(?:january|february|march|april|june|july|august|september|october|november|december|weeks?|months?)\\b|\\b(?:all )?(?:her|his|mum's|dad's|nan's|their) (?:money|savings|pension)(?: \\w{2,4}|'s|s)? (?:all )?(?:gone|missing|disappeared|vanished|been (?:taken|spent|emptied))\\b|\\b(?:sign(?:s|ed|ing)|cash(?:es|ed|ing)) (?:his |her )?cheques?(?: \\w{2,6})? (?:in (?:my|his|her|their|mum's|dad's)|without|for (?:him|her)self)\\b`,
    `\\b(?:gets?|got|getting|climb(?:s|ed|ing)?|keeps getting) (?:in|into|in to) bed with (?:my ${relative}|her|him|me|them|residents|other)\\b|\\b(?:covered in|full of|riddled with) (?:\\w{3,10} )?(?:sores|bites|scabs|lice|bed ?bug bites|blisters)\\b|\\bweigh(?:s|ed|ing) (?:only |just |barely |under )?(?:four|five|six|[456]) (?:and a half )?stone\\b|\\b(?:${relative}|residents?|patients?|he|she|they|people|him|her|them)(?: \\w{2,10}){0,4} (?:tied|chained) (?:down |in |into |to )(?:his|her|their|the|an?) (?:\\w{2,10} )?(?:chairs?|beds?|wheelchairs?|toilets?|radiator)\\b|\\b(?:${relative}|he|she|resident|patient)(?: \\w{2,8}){0,2} (?:went|gone|go|goes|has been|was) missing (?:from|for|on|in|again|all|yesterday|last)\\b|\\b(?:giv(?:e|es|en|ing)|gave|slipp?(?:ed|ing)) (?:her|him|them|the residents|residents|mum|dad|nan) (?:sleeping (?:pills|tablets)|sedatives?|tranquil\\w{3,7}|piriton|diazepam|something)(?: [^ .!?]{1,8}){0,3} (?:so|to keep|to shut|to make|for a quiet)\\b`,
    `\\b(?:pinned|wrestled|slammed|pressed) ${someone}(?: \\w{2,8}){0,3} (?:to|on|onto|against) the (?:floor|ground|wall|bed)|\\b(?:drag(?:s|ged|ging)?|yank(?:ed|ing)|haul(?:ed|ing)|pull(?:ed|ing))(?: [^ .!?]{1,14}){0,6} by (?:the|his|her|my|their) (?:\\w{2,8} )?(?:hair|ears?|neck|collar|throat|arms?|wrists?|legs?|ankles?)\\b|\\b${staff}${gap(4)}(?:threw|throws|throwing|hurled|chucked)(?: [^ .!?]{1,14}){1,4} at ${someone}`,
    "\\b(?:left|leaving|had|made|forced) (?:\\w{2,12} ){0,3}to (?:soil|wet|mess) (?:my|him|her|them)sel(?:f|ves)|\\b(?:that's|that is|thats|it's) what (?:the |her |his |my |your )?(?:pads?|nappies|nappy) (?:are|is|was|were) for|\\btold (?:me|him|her|us|them|my \\w{2,10}|mum|dad|nan) to (?:just )?(?:go|wee|pee|poo|do it|wet|soil) (?:in |into )?(?:my|his|her|the|it in the) (?:pads?|nappy|bed)\\b",
    "\\bput(?:s|ting)? (?:his|her|their) (?:hands?|fingers?) (?:up|inside|down|under|into|between) (?:my|her|his|the)(?: \\w{2,10}'s)?(?: \\w{2,10}){0,2} (?:nightie|nightdress|night ?gown|skirt|top|blouse|knickers|pyjamas|dress|bra|underwear|pants|trousers|thighs?|legs)\\b",
    `\\b(?:gave|give|gives|giving|got|given) (?:${someone} )?a (?:\\w{2,8} )?(?:slap|punch|kick|clout|smack|shove|beating|thump|black eye)\\b`,
    '\\b(?:rough (?:with|to|handling of) (?:me|him|her|them|my|the|residents|patients)|handl(?:ed|es|ing) (?:\\w{2,8} )?(?:\\w{2,8} )?roughly|roughly handled|(?:was|were|been|being|got) (?:thrown|shoved|slammed|flung) (?:onto|on|into|against|down|to the|across)|(?:money|cash|jewellery|things|belongings) (?:keeps?|kept|has been|have been|is) (?:disappear(?:ing|ed)|going missing|vanish(?:ing|ed))|(?:to )?knock(?:s|ed|ing)? (?:them|him|her) out|keep(?:s|ing)? (?:them|him|her|the residents|residents) (?:quiet|sedated|drugged|doped|drowsy|locked)|doped up|chemical (?:cosh|restraint)|(?:kept|held|holding|keeping) (?:\\w{2,8} )?(?:prisoner|captive|hostage|locked (?:in|up)|against (?:his|her|my|their) will))\\b',
    `\\b${worker}${gap(2)}(?:laugh(?:s|ed|ing)? at|mock(?:s|ed|ing)?|taunt(?:s|ed|ing)?|teas(?:es|ed|ing)|made fun of|making fun of|swear(?:s|ing)? at|swore at) (?:the (?:residents?|patients?|old \\w{3,8})|residents|patients|my ${relative}|her|him|them)\\b`,
    '\\b(?:hand ?prints?|finger ?prints?|hand ?marks?|belt marks?|burn marks?|grip marks?|grab marks?)(?: \\w{2,6}){0,3} (?:on|round|around|across|over) (?:my|his|her|their|the)\\b|\\b(?:makes|made|making|forc(?:es|ed|ing)|gets|got) (?:him|her|them|mum|dad|nan|gran|grandad) (?:to )?(?:sign (?:cheques?|papers?|the house|things|over)|hand over|withdraw|draw out)\\b',
    '\\b(?:moved (?:him|her|them)?(?:self|selves)? ?in|tak(?:es|en|ing) over|took over)(?: [^ .!?]{1,8}){0,6} (?:flat|benefits|pension|money|bank|tenancy)\\b(?=[^.!?]{0,80}(?:his|her|their|benefits|pension|money|scared|drugs))|\\b(?:takes?|keeps?) (?:all )?(?:his|her|their) (?:benefits|pension|pip|wages|dla|money)\\b(?<! i (?:takes?|keeps?) (?:all )?(?:his|her|their) \\w{3,9})',
    "\\b(?:carers?|no ?one|nobody|care (?:company|agency)|help)(?: [^ .!?]{1,8}){0,2} (?:not|aint|ain't|haven'?t|hasn'?t|never|av'?nt|didn'?t) (?:\\w{2,6} )?(?:been|come|came|shown|turned up|visited)(?=[^.!?]{0,90}(?:can(?:no|')?t|cannot|bed ?bound|no food|days|weekend))(?=[^.!?]{0,90}(?:feed|eat|drink|get up|get out|toilet|wash|insulin|bed ?bound|no food))|\\b(?:being |been |be )?(?:made fun of|mocked|laughed at|teased|ridiculed|taunted|filmed|tormented) by (?:the |some )?(?:\\w{2,8} )?(?:staff|carers?|nurses?|night staff|workers?)\\b",
    "\\b(?:scared|frightened|terrified|afraid|petrified|wary) of (?:the|that|one|some|this) (?:\\w{2,8} )?(?:man|woman|girl|lad|lady|bloke|one|lot|carer|nurse|staff)\\b(?! (?:with the|in the (?:film|moon)))|\\btouch(?:es|ed|ing)? (?:his|her|my|their) (?:\\w{2,8} )?(?:privates?|private (?:parts|areas?)|bits|genitals|penis|vagina|willy)\\b|\\b(?:won'?t|will not|doesn'?t|does not|refuses? to|never) let (?:the |any(?:one|body) |a )?(?:district nurses?|nurses?|carers?|social workers?|doctors?|anyone|anybody) (?:in|see (?:him|her)|near)\\b(?=[^.!?]{0,80}(?:he's|she's|she is|he is|shes|hes|mum|dad|him|her|mattress|sores))",
    "\\b(?:hoard(?:s|ing|er)|rats|squalor|flies everywhere|(?:not|never|n't) (?:been )?washed)(?=[^.!?]{0,90}(?:rotting|black leg|sores|maggots|mattress|not washed|starving|skin and bone|soiled|months and))|\\b(?:leg|foot|feet|toes?|skin) (?:is|are|was|were) (?:rotting|going black|gone black|weeping and)\\b",
    "\\b(?:(?:gofalwyr|gofalwr|gofalwraig|nyrs(?:ys)?|staff|ei (?:gwr|gŵr|mab|merch|wraig|fab|ferch))(?: [^ .!?]{1,10}){0,2} (?:yn|wedi|'n)(?: [^ .!?]{1,8})? (?:gweiddi|rhegi|sgrechian|cloi|gloi|clymu|glymu|pinsio|binsio|gwthio|wthio|cymryd|gymryd|dwyn|ddwyn) (?:arn[aioy]\\w{0,2}|ar|hi|o|fo|fe|ei|mam|dad|nain|taid|arian|pensiwn|phensiwn|bensiwn)|(?:cloi|gloi|nghloi|clymu|glymu) (?:mam|dad|nain|taid|hi|o|fo|fe|nhw|fy (?:mam|nhad|nain|nhaid)|hi i mewn|y preswylwyr)|ofn (?:y |'r )?(?:dyn|ddynes|fenyw|gofalwr|ofalwraig|nyrs|bobl)(?: [^ .!?]{1,10}){0,3} (?:gofalu|gofal|nos|cartref)|(?:g|c|ch)leisiau(?: [^ .!?]{1,8}){0,2} (?:ar|dros) (?:ei|fy|eu)|cymryd (?:ei|eu) (?:phensiwn|bensiwn|harian|arian))\\b",
    "\\b(?:empt(?:y|ies|ied|ying)|drains?|draining|clears? out|cleared out|cleaning out) (?:his|her|their|mum's|dad's|nan's) (?:\\w{3,8} )?(?:accounts?|bank|savings|purse)\\b|\\b(?:are|is|was|were|being|so|very|really) (?:cruel|evil|vicious|wicked) to (?:him|her|them|me|my \\w{3,8}|mum|dad|nan|the (?:residents?|patients?|old))\\b|\\block(?:s|ed|ing)? the (?:fridge|food|cupboards?|kitchen|toilet|bathroom)\\b(?=[^.!?]{0,50}(?:he|she|they|so|from))|\\btak(?:e|es|ing) (?:it|his bell|her bell|the (?:bell|buzzer)|away (?:his|her|the) (?:bell|buzzer|frame|glasses)) (?:off|away from|from) (?:him|her|them|me)\\b(?<=(?:bell|buzzer|ring)[^.!?]{0,40})",
    drunkAtWork,
    `\\b${worker}${gap(3)}(?:shoved|hurled|flung|slammed|wrestled|throttled) ${someone}`,
    '\\b(?:same|in (?:his|her|their)) (?:\\w{3,8} )?(?:pyjamas|nightie|clothes|pad|underwear|trousers|cardigan|nappy|sheets)(?: [^ .!?]{1,8}){0,2} (?:since|for) (?:\\w{1,9} ){0,2}(?:sunday|monday|tuesday|wednesday|thursday|friday|saturday|days|weeks?|fortnight)\\b(?=[^.!?]{0,70}(?:wee|urine|poo|smell|stank|stink|stiff|crusted|wet|soiled|filthy|food|sores))',
    "\\b(?:(?:pounds?|quid|notes|money|cash|fivers|tenners|twenties|£ ?\\d{1,5})(?: \\w{2,6}){0,2} (?:go|goes|going|gone|went) (?:missing )?(?:from|out of) (?:his|her|their|my|mum's|dad's|nan's|the) (?:\\w{3,9} )?(?:tin|drawer|purse|wallet|account|house|flat|jar|handbag|pot|locker|bedside|box))\\b",
    "\\b(?:tak(?:e|es|en|ing)|took|hid(?:e|es|den|ing)?|mov(?:e|es|ed|ing)) (?:away )?(?:her|his|their|mum's|dad's|nan's) (?:walking )?(?:stick|frame|zimmer|walker|wheelchair|crutches|call bell|buzzer|bell|shoes|teeth|hearing aids?)\\b(?=[^.!?]{0,60}(?:so (?:that )?(?:s?he|they)|to (?:stop|keep)|out of reach|can(?:no|')?t get))|\\bso (?:that )?(?:she|he|they|mum|dad|nan) (?:can(?:no|')?t|cannot|couldn't|could not) (?:get (?:out|up)|leave|ring|call)\\b(?<=(?:side|rails?|door|chair|table|belt|stick|frame|bell|buzzer|put|lock|tied|wedged)[^.!?]{0,70})",
    `\\b(?:got|get|getting|made|making|makes|persuaded|pressur(?:ed|ing)|talked|bullied|tricked) (?:${someone}|mum|dad|nan|gran) (?:to |into )?(?:chang(?:e|ing)|sign(?:ing)?|alter(?:ing)?|rewrit(?:e|ing)|remortgag\\w{1,3}|sell(?:ing)?) (?:over )?(?:her|his|their|the|a) (?:\\w{3,6} )?(?:will|house|bungalow|flat|power of attorney|deeds|cheque)\\b`,
    '\\b(?:husband|wife|partner|ex|boyfriend|girlfriend|son|dad|father|he|she|carer)(?: (?:has|have|had|just|also|always|keeps?))* (?:taken|took|takes?|taking|hid(?:es|den)?|smash(?:es|ed)) (?:away )?my (?:phone|keys|passport|shoes|medication|car keys)\\b(?=[^!?]{0,100}(?:lock|let me|leave|out|scared|frightened|tonight|kill|hurt|watch|hiding))',
    ...foundOut,
    ...unfed,
    ...takenFrom,
    `\\b(?:man|woman|lady|bloke|guy|patient|resident|person|chap)(?: (?:in|from|on|opposite|across|next|the|bed|room|bay|door|to|him|her|ward|corridor|with|dementia|other|who|then)){1,7} ${strikes} ${someone}`,
    "\\b(?:(?:did|would|do|does)(?: not|n't|nt)|never|refused to) stop(?:ped)? when (?:i|she|he) (?:\\w{2,8} )?(?:said (?:no|stop)|told (?:him|them) (?:no|to)|asked (?:him|them) to|screamed|cried|begged)\\b",
    '\\b(?:llwglyd|newynog) ac yn (?:fudr|frwnt|wlyb|oer)\\b',
    "\\b(?:flick|pok|prod|tweak|pinch|twist|tug|bend|jabb?|rapp?)(?:s|es|ed|ing|ded|ding|ged|ging)? (?:the |all the |my |our |his |her |their |old )?(?:(?:resident|patient|mum|dad|nan|gran|lad(?:y|ies)|m[ae]n|\\w{3,9})'?s?'? )?(?:ears?|nose|noses|fingers?|thumbs?|hair|cheeks?|wrists?)\\b(?=[^.!?]{0,50}(?:to wake|to make|to get|when|if|because|so (?:s?he|they)|for (?:fun|a laugh)|till|until))(?! [^.!?]{0,40}(?:vein|blood|pulse|reflex|sensation|feel anything))",
    "\\b(?:told|asked|said|begged|warned|noted|instructed)(?: [^ .!?]{1,10}){0,3} (?:never|not|don't) (?:ever )?(?:to )?(?:ring|call|phone|write|text|post|send|leave|use)\\b(?=[^!?]{0,100}\\b(?:he|husband|partner|ex|abuser|father|boyfriend|son) (?:\\w{2,6} )?(?:picked up|answered|opened|read|heard|saw|listened|found|got to it))",
    "\\b(?:sits?|sat|sitting|kneels?|kneeling|knelt|stands?|stood|standing|leans?|leaning|lies|lying) on (?:my|his|her|their|mum's|dad's|nan's) (?:\\w{3,6} )?(?:legs?|chest|back|arms?|hands?|neck|stomach|feet|wrists?)\\b(?=[^.!?]{0,60}(?:so (?:s?he|they|that)|to (?:stop|keep|hold|make)|until|till|can(?:no|')?t))",
    `\\b(?:turned up|found|seen|spotted|selling|sold|wearing|for sale|pawned|was in|were in)(?: [^ .!?]{1,10}){0,4} (?:${worker})'s (?:\\w{3,9}'s )?(?:house|home|flat|bag|car|locker|ebay|facebook|finger|wrist|sister|daughter|son|mum|boyfriend)\\b(?<=(?:mum's|dad's|nan's|gran's|his|her|their|my|aunt's|uncle's)\\b[^.!?]{0,90})`,
    '\\b(?:volunteer|carer|lodger|cleaner|handyman|gardener|stranger|befriender|support worker|tradesman|builder|(?:man|woman|lad|girl) (?:s?he|they) met|new (?:friend|neighbour|boyfriend|girlfriend))\\b(?=[^.!?]{0,120}(?:next of kin|executor|beneficiary|in (?:his|her|the) will|signatory|joint account|power of attorney))(?=[^.!?]{0,120}(?:now|down as|named|become|added|himself|herself|put|changed|got))',
    `\\b(?:tell(?:s|ing)?|told|call(?:s|ed|ing)?|said to|say to|saying to) (?:${someone}|an old (?:man|woman|lady)|mum|dad|nan|residents|patients)(?: that)? (?:he|she|they|you)(?:'s|'re| is| are| was| were)? ?(?:stinks?|stank|smell(?:s|ed)?|disgusting|filthy|an? (?:nuisance|burden|pain|waste|pig|cabbage|vegetable)|should be (?:put down|dead|ashamed)|ought to be (?:dead|put down)|better off dead|useless|mental)\\b`,
  ],
  unless: [
    ...figuresOfSpeech,
    ...kindActs,
    ...ownHurt,
    '\\b(?:took|taken|takes?|taking|used|using|spent) (?:[a-z]{2,12} ){0,2}to (?:ring|watch|cash|house)\\b',
    '\\bhands (?:are|were|is|have been) (?:\\w{2,8} )?tied\\b|\\bhit on by\\b',
    '\\b(?:[a-z]{1,12} ){0,2}(?:burn(?:t|ed)|bit|scalded|hit) (?:my|his|her|their) (?:\\w{2,8} )?(?:hands?|arms?|legs?|head|mouth|face|nose|back|thigh) (?:on|when|while|in|at|against|with (?:a|the) (?:kettle|iron|oven|coffee))\\b',
    '\\b(?:substance|alcohol|drug|drugs|verbal|laxative|abuse of (?:the system|power|trust)|system) (?:abuse|misuse|abuser)\\b',
    denied(
      `(?:${strikes}|abused?|abusive|neglect(?:ed|ful)?|mistreated|safeguarding|bruis(?:es?|ing)|ill[- ]?treated|raped?|bullied|hurt|pushed)(?: ${someone})?`,
    ),
    '\\b(?:neglected to (?:mention|say|thank|tell|add|bring|sign|fill|inform)|blood pressure (?:taken|took)|i (?:have |had )?neglected (?:to|my))\\b',
    '\\b(?:abuse|abusive|abused|shouted at|sworn at|assaulted|attacked|threatened)(?: \\w{2,8}){0,3} (?:from|by|towards?|at) (?:the |some |a |your |our )?(?:\\w{2,8} )?(?:public|patients?|visitors?|drunks?|nurses|staff|receptionists?|paramedics|team)\\b',
    '\\b(?:staff|they|nurses?|doctors?|team|ward|receptionists?|paramedics)(?: \\w{2,10}){0,6} (?:put up with|have to take|suffer|face|get|take|receive)(?: \\w{2,10}){0,3} (?:abuse|abused)\\b',
    '\\babuse (?:that )?(?:they|nurses|staff|doctors|paramedics|receptionists) (?:get|receive|face|suffer|take|put up)\\b',
    `\\bsafeguarding (?:team|lead|officer|nurse|board|polic\\w{1,3}|training|children training)(?: (?:was|were|is|are|has been|have been) (?:\\w{2,10} ){0,2}(?:great|lovely|excellent|helpful|brilliant|kind|supportive))?\\b`,
    `\\bas an? safeguarding\\b`,
    '\\b(?:dim|ddim|heb|neb|doedd dim|does neb wedi)(?: (?:yn|unrhyw|wedi|ei|fy|cael|arwydd o|eu)){0,3} (?:g?[cn]?h?am[- ]?drin\\w{0,5}|h?esgeulus\\w{1,4}|trais|[bfm]rifo|[nh]?ymosod\\w{0,3}|[td]h?aro)\\b',
    '\\b(?:sedated|restrained) (?:for|before|during|while) (?:the|my|a|an|his|her) (?:\\w{2,12} )?(?:scan|operation|procedure|surgery|endoscopy|treatment|colonoscopy)\\b',
    '\\b(?:[a-z]{2,8} ){0,2}restrained in (?:her|his|their|its|my)\\b',
    '\\b(?:controlled|controls|controlling) (?:by|the|my|his|her) (?:\\w{2,10} )?(?:pain|diabetes|symptoms|blood|diet|medication|budget)\\b',
    '\\bus(?:ed|ing|es) (?:my|the|their|our|a) (?:purse|wallet|cash|money|bank ?card|savings)(?: (?:to|for|at|in))?\\b',
    '\\b(?:spent|spending|spend|taking|took|taken) (?:\\w{2,12} ){0,3}(?:money|cash|watch) (?:on|for|at|in|well)\\b',
  ],
}
