/** Somebody who works there speaks up. */
import type { RedFlagRule } from '../../shared/knowledge.ts'
import { gap } from '../harm-words.ts'
import { denied, figuresOfSpeech } from './figures-of-speech.ts'

const job =
  '(?:(?:bank |agency |staff )?nurse|carer|care assistant|doctor|hca|healthcare assistant|support worker|cleaner|porter|paramedic|midwife|social worker|receptionist|student nurse|agency nurse|employee|worker|member of (?:the )?(?:staff|team)|volunteer|manager)'
const employed = `(?:i (?:\\w{2,8} )?work(?:ed)?|i am employed|i used to work|i'm employed|(?:i am|i'm|i was) (?:an? )?(?:\\w{2,10} )?(?:${job}|staff)(?: here| there| at| in| on| for| and)|as (?:an? )?(?:\\w{2,10} )?(?:${job}|staff)|i am (?:on the )?staff)`
const wrong =
  '(?:unsafe|un-safe|cover(?:ed|ing)?[ -]up|falsif\\w{1,5}|fak(?:e|ed|ing)|backdat\\w{1,3}|bully\\w{0,3}|bullied|afraid to|scared to|scared of (?:losing|speaking)|frightened to|dangerous(?:ly)?|(?:told|asked|made|expected|pressured) (?:not )?to (?:lie|hide|sign|write up|tick|log|ignore|falsif\\w|say nothing|keep quiet|pretend|cover|backdate)|being (?:\\w{2,8} )?(?:sedated|neglected|abused|hit|ignored|restrained|drugged)|stay anonymous|remain anonymous|(?:my|keep my|my name) (?:name|job) (?:out|confidential|secret)|raise (?:a )?concerns?|short[- ]?staffed|not allowed to|illegal|fraud|lie to|speak up|speak out|report that|patients (?:are|at) (?:risk|dying|being))'

export const whistleblowing: RedFlagRule = {
  ...{ source: 'Public Interest Disclosure Act 1998 and the hub design', sureness: 'design' as const },
  flag: 'whistleblowing',
  hours: 24,
  patterns: [
    `\\b(?:whistle ?-?blow(?:er|ers|ing)?|blow(?:ing|n)? the whistle (?:on|about)|protected disclosure|freedom to speak up|speak up guardian)\\b`,
    "\\b(?:my|our|the) (?:manager|boss|supervisor|matron|employer|deputy|owner|team leader) (?:has |have )?(?:told|asked|ordered|made|makes|tells|wants|instructed|expects|got) (?:me|us|staff|everyone|the girls) to (?:alter|change|fiddle|amend|rewrite|tidy|make up|fill in|write up|destroy|shred|sign off)\\b|\\b(?:told|warned|ordered|threatened)(?: to| i must)? (?:keep (?:my|our) mouths? shut|say nothing|keep quiet|stay quiet|not to (?:report|tell|talk|speak))\\b(?<=(?:i am|i'm|i work|as an?|we|staff|manager|boss)[^]{0,160})|\\b(?:before|when|for|because) (?:the )?(?:cqc|inspectors?|inspection) (?:\\w{2,8} ){0,2}(?:came|comes?|coming|visits?|arrived?|turn)\\b(?<=(?:told|asked|made|hid|hide|chang|alter|clean|fill|sign|fake)[^.!?]{0,120})",
    `\\b${employed}(?: [^ .!?]{1,24}){0,16} ${wrong}\\b`,
    `\\b(?:my|our|the) (?:\\w{2,8} )?(?:manager|boss|supervisor|matron|employer)${gap(2)}(?:told|asked|ordered|forced|made|makes|tells|instructed) (?:me|us|staff) to (?:falsif\\w{1,3}|lie|fake|forge|sign|backdate|hide|ignore|cover|change|delete)\\b`,
    '\\b(?:falsif(?:y|ied|ies|ying)|fak(?:e|ed|es|ing)|forg(?:e|ed|es|ing)|backdat(?:e|ed|es|ing)) (?:\\w{2,10} ){0,2}(?:records?|notes|charts?|care plans?|timesheets?|signatures?|paperwork|figures|documents?|logs?)\\b',
    "\\b(?:chwythu'r chwiban|chwythwr chwiban|(?:rwy|rydw i|dwi|wi)(?: ?'n| yn) gweithio (?:yma|yno|yn|ar|i)(?: [^ .!?]{1,14}){0,10} (?:anniogel|ofn(?:i|us)? dweud|ofn siarad|ffugio|cuddio|peryglus|bwlio)|ffugio (?:\\w{1,6} )?(?:cofnodion|nodiadau|siartiau|llofnod))\\b",
    `\\b(?:keep my name|leave my name|stay anonymous|remain anonymous|don't (?:tell|say)|confidential)(?: [^ .!?]{1,24}){0,10} (?:i am|i'm|i work as|as) an? (?:\\w{2,10} )?${job}\\b`,
    "\\b(?:(?:we|us) (?:\\w{3,8} )?(?:staff|hcas?|nurses|carers|pharmacists|porters|cleaners|doctors|midwives|paramedics|receptionists)|my colleagues?|i (?:clean|cook|nurse|care|do nights|do bank|am on the bank) (?:at|for|in|on|there)|(?:i'm|im|i am|i was) an? (?:\\w{3,10} )?(?:worker|carer|nurse|hca|cleaner|porter|student|doctor|dentist|pharmacist|midwife|paramedic|receptionist)|(?:i )?(?:used to |still )?work(?:ed|s|ing)? (?:there|here|nights|on nights|at the home|on the ward|in the home)|(?:porter|carer|nurse|hca|cleaner|staff|student|whistle ?blower) here|as an? (?:\\w{3,10} )?(?:doctor|nurse|carer|hca|midwife|paramedic|member of staff))\\b(?=[^]{1,160}\\b(?:fiddl(?:e|es|ed|ing)|made (?:us|me|to)|make (?:us|me)|(?:told|tell|tells|asked|got|get|gets|force[sd]?|ordered) (?:me |us )?(?:\\w{5,12} )?to (?:water|skip|reuse|re-use|cut|change|bin|shred|sign|lie|ignore|hide|leave|keep quiet|say nothing|not (?:tell|report|say|write))|(?:say|said|told us|says) (?:say nothing|nothing to nobody|keep (?:quiet|schtum))|water(?:ing)? down|reus(?:e|es|ed|ing) (?:single|old|dirty|used)|(?:isn'?t|not|aren'?t|never been|ain'?t|no|without) (?:\\w{2,6} )?train(?:ed|ing)|untrained|(?:saw|seen|witnessed|watched) (?:\\w{1,4} )?(?:residents?|patients?|\\w{3,8}) (?:being |getting |get )?(?:hit|slapped|hurt|dragged|pushed|abused|tied)|scared for my|if i report|lose (?:my|our) jobs?|dying because|(?:one|1|two|2) (?:nurse|carer|of us|member of staff) (?:for|to|on for) (?:\\w{3,8}|\\d{2})|bin (?:patient|confidential)|(?:letters|records|notes) in the (?:ordinary|normal|general) (?:rubbish|bin|waste)|(?:never|haven'?t|havent|not|didn'?t) (?:been )?done (?:them|it)?|sign for|raised (?:this|it|concerns|that)|left in (?:the )?corridor|can'?t put my name|dont tell my (?:boss|manager)|don'?t tell my (?:boss|manager))\\b)",
    "\\b(?:don'?t|do not) (?:\\w{2,6} )?(?:tell|let) my (?:boss|manager|employer|supervisor)(?: know)?(?: [^ .!?]{1,8}){0,3}(?= ?(?:[.!?,;]|$|i wrote|i said|who|that))(?=[^]{0,160}(?:resident|patient|left|hit|unsafe|short|staff|write|wrote))|\\b(?:manager|boss|matron|owner|head office|deputy)(?: [^ .!?]{1,8}){0,2} (?:told|tells|said to|makes|made|threatened|warned) (?:us|me|staff)(?: \\w{3,11}){0,2} (?:to|we'?d|we'?ll|we would|we will|if we) (?:skip|reuse|sign|lie|fake|hide|say nothing|keep quiet|shut up|lose our|be (?:sacked|out)|cut (?:corners|back)|water|ignore)\\b|\\b(?:lose (?:our|my) jobs?|be sacked|get the sack|be out of a job) if (?:we|i) (?:talk|speak|say|report|tell|complain)\\b",
    "\\b(?:rwy|rydw i|dwi|dw i|wi|fi)(?:'n| n| yn) gweithio (?:yma|yno|yn y (?:cartref|ysbyty|feddygfa)|ar y ward)(?=[^]{0,120}(?:cau (?:ein|fy) (?:cegau|ngheg)|ffugio|cuddio|anniogel|peryglus|bygwth|colli (?:fy|ein) (?:swydd|swyddi)|ofn|dweud dim|peidio dweud))",
  ],
  unless: [
    ...figuresOfSpeech,
    denied('(?:whistle ?-?blow(?:er|ing)?)'),
    '\\bblow(?:ing)? the whistle (?:at|for the)\\b',
  ],
}
