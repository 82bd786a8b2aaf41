/** A child is hurt, left or goes in fear. */
import type { RedFlagRule } from '../../shared/knowledge.ts'
import { gap, strikes, welshBlow } from '../harm-words.ts'
import { denied, figuresOfSpeech } from './figures-of-speech.ts'

const child =
  '(?:child(?:ren)?|bab(?:y|ies|ys)|toddlers?|sons?|daughters?|grandsons?|granddaughters?|grandchild(?:ren)?|nieces?|nephews?|infants?|newborns?|teenagers?|boys?|girls?|(?:[1-9]|1[0-7])[- ]?y(?:ea)?r(?:s)?[- ]?olds?|kids?|under ?age|pupil|step ?son|step ?daughter|minors?(?! (?:injur|illness|ailment|op|surg|procedure|unit|issue|thing|problem|point|complaint|niggle|matter)))'
const harms = `(?:${strikes}|shaken|shook|shakes|hits|hurts|hurting|hurt by|lock(?:s|ed|ing)|bruis(?:e|es|ed|ing)|touch(?:es|ed|ing)|grooming|groomed|cigarette burns?|unsafe|at risk|in danger|left (?:\\w{2,8} ){0,3}(?:alone|on (?:his|her|their) own)|home alone|on their own at night|screaming (?:all night|every night|for hours)|not (?:safe|fed|washed|being fed)|not been fed|never fed|going hungry|sexually \\w{3,8}|exploited|pregnant by|scared of (?:his|her|their|daddy|mummy|him|going home)|frightened of (?:his|her|their|daddy|mummy|him|going home)|afraid of (?:his|her|their|daddy|mummy|him|going home))`
const parent =
  '(?:dad|daddy|father|mum|mummy|mother|step ?dad|step ?mum|step ?father|step ?mother|uncle|boyfriend|carer|foster (?:carer|mum|dad|mother|father)|nurse|doctor|teacher|teaching assistant|man|he|she|they|someone|somebody|neighbours?)'
const welshChild =
  '(?:plentyn|phlentyn|blentyn|plant|phlant|blant|babi|fabi|merch fach|bachgen|bechgyn|ferch fach)'

export const safeguardingChild: RedFlagRule = {
  ...{ source: 'Children Act 1989 s.47 and the hub design', sureness: 'design' as const },
  flag: 'safeguarding-child',
  hours: 4,
  patterns: [
    `\\b${child}(?: [^ .!?]{1,24}){0,6} ${harms}\\b`,
    `\\b${harms}(?: [^ .!?]{1,24}){0,4} ${child}\\b`,
    `\\b(?:my|the|his|her|their|our|that|a) (?:\\w{2,10} )?${parent} (?:\\w{2,8} )?(?:hits|hit|hurts|hurt|beats|slaps|smacks|touches|kicks|punches|burns) (?:me|him|her|them)(?! (?:out|up to|at))\\b(?=[^.!?]{0,60}\\b${child}\\b)`,
    `\\b${child}(?: [^ .!?]{1,24}){0,6} (?:daddy|mummy|(?:his|her|their|step) ?(?:dad|mum|father|mother|stepdad)) (?:hits|hit|hurts|hurt|beats|slaps|smacks|touches|kicks|burns)\\b`,
    `\\b${child}(?: [^ .!?]{1,24}){0,5} (?:bruises|bruising|broken|fractured)${gap(7)}(?:can(?:no|')?t|cannot|couldn't|could not|won't|no|nobody|not) (?:\\w{2,8} )?explain`,
    '\\b(?:child (?:abuse|protection|sexual|neglect|cruelty|exploitation)|safeguarding (?:a |the )?(?:child|children)|shaken baby)\\b(?! (?:training|policy|course|leaflet|team|lead|board))',
    `\\b(?:${child}|nephew|niece)[^.!?]{0,60} (?:${parent}|step ?dad|stepdad|dad's girlfriend|mum's boyfriend) (?:\\w{2,8} )?(?:throws|threw|chucks|drags|dragged|shoves|swings|pins|shakes|screams at|terrif(?:ies|ied)) (?:him|her|them|the (?:baby|kids|child))\\b|\\b(?:stranger|unknown (?:man|woman)|someone|somebody|man|woman|visitor)(?: [^ .!?]{1,10}){0,8} (?:took|walked (?:off|out) with|snatched|tried to take|picked up|carried off) (?:my|the|our|her|a) (?:baby|son|daughter|child|toddler|newborn)\\b`,
    `\\b(?:marks|bruises|burns|cuts) on (?:him|her|them|his|their)(?=[^.!?]{0,60}(?:school|nursery|teacher|nothing|nobody|ignored|child|year old))|\\b(?:teacher|school nurse|nursery|health visitor|school) (?:\\w{2,8} )?(?:saw|noticed|knew about|was told about) (?:the )?(?:marks|bruises|burns|cuts)\\b|\\b(?:${child}|his|her|him)(?: [^.!?]{1,60})? (?:sit(?:s|ting)? on (?:his|her) (?:lap|knee)|(?:messaging|texting|messages|texts) (?:him|her|them)(?: on)? ?(?:snapchat|instagram|late|at night|whatsapp|tiktok))\\b|\\b(?:therapist|teacher|coach|tutor|driver|worker|counsellor|man|carer)(?: [^ .!?]{1,10}){0,4} (?:messaging|texting|messages|texts) (?:him|her|them|my (?:son|daughter|child))\\b`,
    `\\b(?:${child}|(?:is|was|aged|only|just) (?:1[0-7]|[5-9]))(?: [^ .!?]{1,14}){0,8} (?:on|to|in|onto) an? adult (?:mental health |psychiatric |acute )?(?:ward|unit|hospital)\\b`,
    `\\b${welshChild}(?: [^ .!?]{1,14}){0,8} (?:(?:ei|eu|'i|'u) ${welshBlow}|(?:yn|.n) (?:crio drwy|ofni|llwgu)|mewn perygl|ar (?:ei|eu) (?:ben|pen)(?: ei| eu) h?un(?:ain)?|heb fwyd|[cg]?h?leisiau|ofn (?:ei|eu) (?:dad|thad|fam|mam|tad))`,
    `\\b(?:[cg]h?am[- ]?drin|esgeuluso|taro|curo|brifo|cleisiau|poeni am ddiogelwch)(?: [^ .!?]{1,14}){0,3} ${welshChild}\\b`,
    `\\bofn (?:ei|eu) (?:dad|thad|fam|mam|tad)\\b`,
    `\\b${child}(?: [^ .!?]{1,24}){0,6} (?:(?:dirty|filthy|soiled) (?:cot|nappy|nappies|house|room|clothes|bed)|boyfriend is (?:1[89]|[2-9]\\d)|screaming all (?:day|night))\\b`,
    `\\b(?:${child}|little (?:one|lad|lass)|bairns?|wee one|teens?|lad|lass)(?: [^.!?]{1,80})? (?:(?:always|constantly|so|often|very) (?:hungry|starving|dirty|filthy|unwashed|unkempt)|black eyes?|(?:same|in) dirty clothes|(?:hands?|fingers?) (?:down|up|inside|in|under) (?:his|her) (?:\\w{2,8} )?(?:trousers|pants|knickers|skirt|top|nappy|pyjamas|shorts|underwear)|(?:grown|older|adult) (?:men|man|blokes?)|(?:carry|carrying|sell|selling|run|running|dealing) (?:drugs|gear|weed)|self ?(?:harm|neglect))\\b`,
    '\\b(?:shaking|shook|shaken|slapping|hitting|smacking|dragging|screaming at) (?:him|her|the (?:baby|toddler|child|kid|little)|it)\\b(?<=(?:baby|toddler|child|kid|little|mother|mum|dad)[^.!?]{0,90})|\\b(?:foster|step|mum|mother|dad|father|parents?|boyfriend|uncle|carer)(?: \\w{2,8}){0,2} (?:locks?|locked|leaves?|shuts?) (?:them|him|her|the (?:kids|children|baby)) (?:\\w{2,6} )?(?:out|in|alone|outside)\\b',
    "\\b(?:parents?|mum|mother|dad|father|they) (?:won'?t|will not|refuse[sd]? to|doesn'?t|don'?t|never) (?:take|bring|feed|change|wash)(?: (?:him|her|them|the (?:baby|kids|child)))\\b(?<=(?:baby|babies|child|children|toddler|kids?|son|daughter|niece|nephew|grand\\w{3,8})[^.!?]{0,90})|\\b(?:tied|tie|ties|taped|strapped)(?: [^ .!?]{1,8}){0,2} (?:boy'?s?|girl'?s?|son'?s?|daughter'?s?|child'?s?|kid'?s?|grandson'?s?|granddaughter'?s?)(?: hands?| arms?| wrists?)?\\b",
    "\\b(?:hes|he's|he is|shes|she's|she is|aged?|only|just|is) (?:[5-9]|1[0-7])(?: [^.!?]{1,90})? (?:grown men|older men|men stay|pregnant|drugs|dealer|beaten|left alone|sleeping rough|boyfriend is (?:1[89]|[2-9]\\d))\\b",
    '\\bto be (?:cut|circumcised|married off)\\b(?<=(?:her|them|girls?|daughter|niece|sister)[^.!?]{0,90})',
    '\\b(?:dealers?|gangs?|county lines|older lads)(?=[^.!?]{0,80}(?:1[0-7]|year old|my son|my daughter|kids?\\b|child))',
    '\\b(?:on drugs|drunk|using (?:heroin|crack)|on (?:heroin|crack)|passed out|off (?:her|his) (?:head|face)|drinks? (?:and|n|&) drives?|drink[- ]driving)\\b(?=[^.!?]{0,70}(?:bab(?:y|ies)|the kids|kids|child(?:ren)?|toddler|cot))|\\b(?:uncle|dad|stepdad|grandad|man|brother|babysitter|coach|teacher|cousin) (?:does|did|do) (?:\\w{3,9} )?(?:things|stuff) (?:to|with) (?:her|him|me|them)\\b',
    `\\b(?:llystad|thad|dad|tad|mam|ewythr|cariad mam|rhieni)(?: [^ .!?]{1,8}){0,3} (?:curo|bwrw|fwrw|taro|brifo|ysgwyd)(?: [^ .!?]{1,4})? ${welshChild}|${welshChild}(?: [^ .!?]{1,10}){0,6} (?:gadael|adael|llwglyd|newynog|curo|guro|bwrw)\\b(?= (?:ar|ei|eu|ac|a|drwy|bob|gan|yn)\\b|$|[.!?,])`,
    `\\b(?:little |small |young )?(?:girl|boy|child|kid|lad|lass|toddler)(?: [^.!?]{1,80})? (?:on (?:her|his) own|alone|by (?:her|him)self)\\b(?=[^.!?]{0,70}(?:(?:ask|beg|look)(?:s|ing|ed)? (?:for|if|around for)|wants?|hungry)[^.!?]{0,20}(?:food|eat|money|biscuits?|crisps|sandwich|somewhere))|\\b(?:kids|bairns|weans|children|baby|babies|toddlers?|girls|boys|twins)(?: [^ .!?]{1,8}){0,3} left with (?:an? |the )?(?:\\w{3,8} )?(?:drunk|drug|junkie|addict|alcoholic|stranger|dealer|whoever)`,
    `\\b(?:step ?(?:dad|father|brother)|dad|daddy|father|uncle|grandad|boyfriend|cousin|brother|coach|teacher|man|babysitter|lodger)(?: [^ .!?]{1,8}){0,3} (?:films?|filming|filmed|photographs?|photographed|(?:takes?|took|taking) (?:photos|pictures|videos) of|watches|watching|spies on|spying on) (?:her|him|them|my \\w{3,12}|the (?:kids|girls|children))(?: \\w{2,8}){0,2} (?:in the (?:bath|shower|toilet)|undress\\w{0,3}|(?:getting|get) (?:un)?dressed|naked|changing)\\b`,
  ],
  unless: [
    `\\b${child}(?: [^ .!?]{1,10}){0,3} (?:(?:hit|bit|bites?|kicked|pinched|scratched|slapped|punched) (?:the|a|your|our) (?:\\w{3,9} )?(?:dentist|doctor|nurse|midwife|hygienist|vet|optician|physio|phlebotomist|ball)|lock(?:s|ed) (?:him|her|them)sel(?:f|ves)|kick(?:s|ed|ing)?(?: (?:off|about|away|like a \\w{3,8}|all (?:night|day)|so much|loads|lots|well))(?! by))\\b`,
    // A small child that hits is none that is hit.
    '\\b(?:toddler|baby|child|kid|little (?:boy|girl|one|lad)|grandson|granddaughter|(?:[1-9]|two|three|four|five)[- ]year[- ]old)(?: [^ .!?]{1,8}){0,3} (?:hit|bit|kicked|pinched|scratched|slapped|headbutted) (?:me|us|another|the (?:dentist|doctor|nurse|vet|midwife|dog|other)|my|our|his (?:little )?(?:sister|brother)|her (?:little )?(?:sister|brother))\\b',
    ...figuresOfSpeech,
    '\\b(?:leaflets?|posters?|training|policy|courses?|booklets?) (?:\\w{2,8} ){0,2}(?:child (?:protection|abuse)|safeguarding (?:children|child))\\b',
    '\\bat risk of (?:developing|infection|catching|falling|losing|missing|allerg\\w{1,6}|flu|measles)\\b',
    '\\b(?:touched (?:by|that|how|to|me)|(?:really |deeply |so |very |quite |was |were |felt )touched)\\b',
    `\\b${child}(?: [^ .!?]{1,24}){0,6} (?:was|were|so|very|really|and) touched(?! (?:by (?:a|the|his|her)|inappropriately|sexually|down|between))\\b`,
    `\\b(?:${child} )?(?:\\w{2,8} ){0,3}(?:broken|hurt|bumped|banged|cut|broke|hit|burn(?:t|ed)|scalded|bit|bitten|pinched|bruised) (?:his|her|their|my) (?:\\w{2,8} )?(?:arm|leg|knee|head|fingers?|wrist|ankle|toe|hand|chin|tongue|lip|elbow|foot|nose|face)\\b(?! (?:by|because (?:his|her|a|the)))`,
    `\\b${child}(?: [^ .!?]{1,24}){0,6} (?:bruis(?:e|es|ed|ing)|burn(?:t|ed)|hurt)(?= ?(?:[.,]|from|at (?:school|football|play|nursery)|when (?:he|she|they) (?:fell|tripped)|but|after (?:he|she) (?:fell|tripped)))(?<=(?:fell|fall|forceps|tripped|trampoline|bike|slipped|delivery|born|climbing)[^.!?]{0,40}|was bruis(?:ed|es))`,
    `\\b${child} (?:was|is|were) bruised from\\b`,
    '\\b(?:pain|rash|burn(?:ing|s)?|bruis(?:e|es|ing)) (?:cream|gel|team|unit|clinic)\\b',
    denied(`(?:${harms})`),
    `\\b(?:hit|hits) (?:it off|the jackpot|on)\\b`,
    `\\b(?:dim|ddim|heb|neb)(?: (?:yn|unrhyw|wedi)){0,2} (?:cam[- ]?drin|esgeulus\\w{1,4})(?: ${welshChild})?\\b`,
  ],
}
