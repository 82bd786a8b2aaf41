/** Somebody was treated worse for who they are, or was denied what makes care reachable for them. */
import type { RedFlagRule } from '../../shared/knowledge.ts'
import { denied, figuresOfSpeech } from './figures-of-speech.ts'

const isms =
  '(?:discriminat(?:ed|ion|e|es|ing|ory)|racists?|racism|racial(?:ly)?|homophob(?:ic|ia)|transphob(?:ic|ia)|sexist|sexism|islamophob(?:ic|ia)|anti-?semit(?:ic|ism|e)|ableist|ableism|ageist|ageism|misgender(?:ed|ing|s)?|dead ?nam(?:ed|ing)|xenophob(?:ic|ia)|bigot(?:ed|ry|s)?|misogyn(?:y|ist|istic)|hate crime|equality act|protected characteristic|institutional racism)'
const groups =
  '(?:black|brown|asian|muslims?|jewish|jews?|hindu|sikh|gay|lesbian|bisexual|trans(?:gender)?|queer|disabled|deaf|blind|autistic|foreign(?:ers?)?|polish|romanian|welsh|irish|indian|pakistani|african|caribbean|chinese|bangladeshi|somali|eastern european|immigrants?|asylum seekers?|refugees?|gyps(?:y|ies)|romany|travellers?|a woman|women|a man|too old|old|elderly|pregnant|hijabs?)'
const trait =
  '(?:race|religion|colour|skin|sexuality|sexual orientation|disability|wheelchair|accent|gender|sex|ethnicity|faith|nationality|background|autism|deafness|learning disability|wheelchair|hijab|turban|stammer|stutter|hiv|mental (?:illness|health))'

const adverse =
  "(?:refus(?:ed|es|al|ing)|denied|deny|turned (?:me |him |her |us |them )?(?:away|down)|sent (?:me |him |her |us )?away|exclud(?:ed|es|ing)|ignor(?:ed|es|ing)|dismiss(?:ed|es|ing)|treated|judged|mocked|laughed|not (?:allowed|listened|believed|taken|offered|let|given|seen)|wouldn't|would not|won't|will not|declined|struck off|removed|harass(?:ed|es)|bull(?:ied|ies)|picked on|singled out|rude(?:ly)?|shouted|called (?:me|him|her|us)|insult(?:ed|s)|humiliated|spat|stared|worse|badly|unfairly|hate[sd]?|abuse[ds]?|looked down|kept waiting|overlooked|didn't (?:listen|believe|want)|did not (?:listen|believe|want))"
const because = `(?:(?:because|becuse|becos|cos|coz|cuz|just because|only because|for|simply because) (?:i am|i'm|im|she is|she's|shes|he is|he's|hes|we are|we['']re|they are|being|my \\w{2,12} is|(?:i|she|he|we|they) (?:wears?|ha(?:ve|s)|uses?|speaks?))(?: (?:an?|so|from|too|the|with|in an?|on))? (?:\\w{1,10} )?(?:${groups}|${trait}|headscarf|veil|niqab|burka|guide dog|hearing aids?|stammer)|(?:because of|due to|owing to|on account of) (?:my|his|her|our|their|the colour of (?:my|his|her)) (?:\\w{1,10} )?${trait})`

export const discrimination: RedFlagRule = {
  ...{ source: 'Equality Act 2010 s.4', sureness: 'secondary' as const },
  flag: 'discrimination',
  hours: 24,
  patterns: [
    `\\b${isms}\\b`,
    `\\b${adverse}(?: [^ .!?]{1,14}){0,10} ${because}\\b`,
    `\\b${because}(?: [^ .!?]{1,14}){0,6} ${adverse}\\b`,
    `\\b(?:(?:treated|looked after|spoken to|served) (?:\\w{2,12} )?(?:worse|differently|badly|unfairly|less favourably) (?:because|due|for being|as|on account|than)(?: of| to)? (?:\\w{1,8} ){0,3}(?:${groups}|${trait})|treat(?:s|ed)? (?:${groups}) (?:\\w{2,12} )?(?:\\w{2,12} )?(?:worse|badly|differently|like|unfairly))\\b`,
    `\\b(?:refused|denied|dismissed|ignored|offered|listened to|seriously|turned (?:me |him |her )?(?:away|down)|treated|written off)(?: [^ .!?]{1,14}){0,8} because (?:of (?:my|his|her|their) age|(?:i am|i'm|he is|he's|she is|she's) (?:too )?old)\\b`,
    `\\b(?:mock(?:ed|ing|s)?|laugh(?:ed|ing|s)? at|made fun of|making fun of|imitat(?:ed|ing)|mimick(?:ed|ing)|took the mick(?:ey)? out of) (?:my|his|her|their|our) (?:${trait}|english|the way)|\\b(?:mock(?:ed|ing|s)?|laugh(?:ed|ing|s)? at|made fun of|making fun of) the way (?:i|he|she|they) (?:speaks?|talks?|walks?|moves?)|\\b[pn][- ]word\\b|\\b(?:go|went|send|sent|get) back to (?:(?:my|his|her|your|their|our) own country|where (?:i|he|she|you|they|we) came from|africa|poland|india|pakistan)|\\b(?:wrong pronouns?|refus(?:ed|es|ing) to use (?:my|his|her|their) (?:name|pronouns?)|call(?:ed|ing|s) me an? (?:man|woman|he|she|him|her|sir|madam|it)(?: [^ .!?]{1,12}){0,6} trans)`,
    "\\b(?:refus(?:ed|es|al|ing)|wouldn't|would not|did not|didn't|no|without|never|denied|not|lack of|doesn't|does not|isn't|there is no) (?:\\w{2,12} ){0,3}(?:reasonable adjustments?|bsl interpreter|sign language interpreter|wheelchair (?:access|ramp)|disabled access|step[- ]free|(?:an? )?interpreter|easy read|hearing loop|guide dog)\\b",
    "\\b(?:[wg]h?ahaniaeth(?:u|wyd|odd|ol)|gwahaniaeth(?:u|wyd) yn (?:fy|ei|ein) erbyn|hiliol|hiliaeth|homoffobi[ag]\\w{0,2}|homoffobig|trawsffobig|rhywiaethol|am (?:fy mod|ei (?:fod|bod)|ein bod)(?: i)?(?: ?'n| yn) (?:fyddar|ddall|ddu|anabl|hoyw|fwslim|siarad cymraeg|gymraes|gymro|dramorwr|hen)|oherwydd (?:lliw|fy (?:nghrefydd|anabledd|oed|iaith|acen)|ei (?:grefydd|chrefydd|anabledd|hanabledd)))\\b",
  ],
  unless: [
    ...figuresOfSpeech,
    denied(isms),
    '\\b(?:neb|ddim|dim|heb|nid)(?: (?:oedd|neb|yn|unrhyw|wedi)){0,3} (?:hiliol|hiliaeth|gwahaniaethu|homoffobig)\\b',
    '\\bno (?:need for|problem|trouble|issues? with) (?:\\w{2,8} ){0,3}(?:interpreter|wheelchair access|hearing loop)\\b',
    '\\bbecause (?:i am|he is|she is) (?:\\w{2,8} )?(?:old|pregnant) (?:and|so) (?:\\w{2,10} ){0,4}(?:helped|kind|seat|kindly)\\b',
    '\\bfor (?:my|his|her|our|their) (?:age|name|sex|wheelchair|background|mental health|colour)\\b',
  ],
}
