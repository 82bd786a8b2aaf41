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
  ],
  unless: [
    ...figuresOfSpeech,
    denied('(?:whistle ?-?blow(?:er|ing)?)'),
    '\\bblow(?:ing)? the whistle (?:at|for the)\\b',
  ],
}
