/** Somebody is in danger now: told in the present, never of what was treated last year. */
import type { RedFlagRule } from '../../shared/knowledge.ts'
import { gap, relative, strikes } from '../harm-words.ts'
import { figuresOfSpeech } from './figures-of-speech.ts'
import { act } from './sources.ts'

const now =
  '(?:right now|now|as i (?:write|type|speak)|at this (?:very )?moment|at the moment|still|tonight|this minute|and (?:nobody|no[- ]?one) (?:is |will )?(?:com(?:es|ing)|help(?:s|ing)?|answer(?:s|ing)?))'
const is =
  "(?:is|are|am|isn't|aren't|i'm|im|he's|hes|she's|shes|they[']re|it's|theres|there is|there's|has|hasn't|have|i've|he has|she has)"
const medicines =
  '(?:tablets|pills|meds|medication|medicines?|paracetamol|ibuprofen|aspirin|insulin|antidepressants|sleeping (?:pills|tablets)|bleach|poison|codeine|co-codamol|morphine|methadone)'
const weapon = '(?:knife|gun|machete|hammer|bat|axe|weapon|crossbow)'

export const immediateDanger: RedFlagRule = {
  ...act,
  flag: 'immediate-danger',
  hours: 1,
  patterns: [
    `\\b${is} (?:currently |just |now |still |also )?(?:in (?:immediate|serious|grave|real|terrible) danger|in danger (?:of (?:dying|death|being (?:killed|hurt))|right now|now|tonight)|not? (?:breathing|waking(?: up)?|responding|conscious)|breathing (?:properly|at all)|unconscious|unresponsive|having (?:a (?:heart attack|stroke|seizure|fit|asthma attack)|(?:\\w{2,8} )?chest pains?|trouble breathing|an asthma attack)|fitting|turn(?:ed|ing) blue|go(?:ne|ing) blue|bleeding (?:heavily|badly|out|to death|a lot|everywhere)|choking|drowning|stopped breathing|collapsed|being (?:${strikes}|hurt|killed) (?:right )?now)\\b`,
    "\\b(?:in immediate danger|needs? (?:help|an? (?:ambulance|doctor|nurse)|ambulance|someone|the police|urgent help|emergency help) (?:right now|now|immediately|urgently|straight away|asap)|(?:please|pls|plz|can you|could you|you must|quick(?:ly)?) (?:send|get|call|ring) (?:help|an ambulance|ambulance|someone (?:now|quick)|the police|999)|help (?:me|us|her|him) (?:now|please i|please (?:he|she|they|my))|life is in danger|fear(?:s|ing)? for (?:my|his|her|their|our) (?:life|lives|safety)|(?:not|n't|un) ?safe (?:(?:at home|in my (?:own )?home|here|in (?:this|that|the) (?:house|home|flat)) ?)?(?:tonight|right now|at the moment|here|now))\\b",
    "(?<!(?:when|until|because|arrived|came|after|before|day) (?:i |he |she |we ){0,1})\\b(?:(?:i|he|she|they|mum|dad|baby) (?:really |still |just )?(?:can(?:no|')?t|cannot|struggl(?:es|ing) to) breathe)(?! (?:a word|easy))\\b",
    `\\b(?:locked|trapped|lying|laying|left|stuck|sat|sitting|lies)${gap(8)}(?:right now|still (?:there|here|lying|on)|i am still here|as i write|at this (?:very )?moment)\\b`,
    `\\b(?:(?:is|are|am|i'm|he's|she's|has been|still|been) (?:\\w{2,8} )?(?:lying |laying |stuck |sat |collapsed )?on the (?:floor|ground|pavement|stairs)(?:${gap(4)}(?:not responding|unresponsive|responding|move|moving|get up|${now})| now)|(?:fallen|fell)${gap(5)}(?:can(?:no|')?t|cannot|unable to) get up|collapsed${gap(5)}(?:nobody|no[- ]?one) (?:is |will )?(?:com(?:es|ing)|help(?:s|ing)?|answer(?:s|ing)?))`,
    `\\b(?:i|has|have|he|she|he's|she's|i've|they|daughter|son|mum|dad|wife|husband|friend) (?:have |has )?(?:just |already )?(?:taken|took|swallowed|drunk|drank|injected) (?:an overdose|(?:all|a whole|the whole|too many|loads|a load|a lot|lots|a packet|a box|a bottle|\\d{2}|a handful|some|bleach)(?: of)?(?: [a-z]{2,10}){0,4} ?${medicines}?)(?<=overdose|${medicines})`,
    `\\b(?:he|she|husband|partner|ex|boyfriend|son|dad|father|man|they)(?:'s|'re| is| are| will|'ll)? (?:going to|gonna|will|about to|trying to|wants to)? ?(?:kill|murder|stab|strangle) (?:me|us|her|him|my ${relative}|someone)\\b`,
    `\\b(?:husband|wife|partner|ex|boyfriend|girlfriend|son|dad|father|man|neighbour|carer|he|she|they|someone)(?:'s| is| are|'re| has| keeps?)(?: \\w{2,8})? (?:${strikes}|hurting|threatening|outside|got)${gap(5)}(?:right now|at this moment|as i write|tonight|now)\\b`,
    `\\b(?:has|have|with|got|holding|waving|he's got|she's got) (?:an? |his |her )?(?:\\w{2,8} )?${weapon}(?: [a-z]{2,10}){0,5} (?:now|outside|at the door|in my (?:house|flat|home)|to (?:my|his|her) throat|on the ward)\\b`,
    '\\b(?:(?:building|house|flat|home|ward|kitchen|room|place) is (?:on fire|burning|full of smoke)|smell of gas|smells? gas|gas leak)\\b',
    "\\bplease (?:just )?(?:send|get) (?:someone|somebody|anyone|help)(?= ?(?:[.!]|$| (?:now|quick|quickly|please|asap|urgently|straight|over|round now)))|\\b(?:my|his|her|mum's|dad's) (?:chest|arm|face|speech|left side|lips|mouth)(?:'s| is| are| has| feels?| have)?(?: [^ .!?]{1,10}){0,4} (?:tight|crushing|numb|drooping|drooped|dropped|slurred|slurring|blue|grey)(?=[^]{0,90}(?:on hold|no answer|not answer|can(?:no|')?t get through|what (?:do|should) i do|nobody|no[- ]?one|help|hours? for))|\\b(?:locked|shut|stuck|left) (?:out|outside)(?: [^ .!?]{1,8}){0,4} (?:garden|cold|snow|rain|freezing|street|minus)(?=[^]{0,80}(?:minus|freezing|snow|now|please|still|nobody|no[- ]?one))|\\b(?:in labour|waters (?:have )?(?:gone|broke|broken)|contractions|pregnant)(?: [^.!?]{1,40})? (?:bleeding|blood|not answering|isn't answering|no ?one is answering|can(?:no|')?t get through)|\\b(?:he|she|he's|she's|they|son|brother|husband|dad|he has|she has)(?:'s|s| has| has got)? (?:now )?(?:got )?(?:hold of )?an? (?:\\w{3,8} )?(?:knife|gun|machete|hammer|axe)(?= ?(?:[.!?,;]|$| (?:and|in his|in her)))(?<=(?:voices|see people|the walls|stopped taking|threat|scared|frightened|psychotic|paranoid|manic|out to get)[^]{0,120})|\\b(?:locked|trapped) me in(?: [^ .!?]{1,8}){0,3} (?:and|he|she)?(?: [^ .!?]{1,8}){0,3} (?:taken|took|has) my phone",
    "\\b(?:fallen|fell|on the floor|collapsed|slipped)(?: [^.!?]{1,40})? (?:can(?:no|')?t|cannot|unable to|couldn't) (?:\\w{2,6} )?(?:lift|move|get (?:him|her|them|up|myself|me)|shift|stand)(?=[^.!?]{0,60}(?:999|ambulance|answer|nobody|no[- ]?one|help|now|still|$))|\\b(?:been|still|is|am|lying|laying|stuck) (?:\\w{2,8} )?on the (?:floor|ground|bathroom floor|stairs) (?:since|all (?:night|day|morning)|for (?:\\w{1,8} )?hours)(?=[^!?]{0,80}(?:please|help|nobody|no[- ]?one|coming|now|still))|\\b(?:999|111|ambulance|the surgery|your (?:line|out of hours))(?: [^ .!?]{1,12}){0,3} (?:aren't|isn't|are not|is not|not|won't|don't|never) (?:answer(?:s|ing)?|pick(?:ing)? up|com(?:e|ing))(?=[^.!?]{0,40}(?:and|please|help|$))(?<=(?:fallen|floor|breath|bleeding|chest|collapsed|unconscious)[^]{0,120})",
    "\\b(?:mewn perygl|angen (?:ambiwlans|help|cymorth|heddlu)(?: \\w{2,8}){0,2} (?:nawr|rwan|ar unwaith|ar frys)|(?:ddim|methu|ffaelu) (?:yn )?anadlu|anymwybodol|gwaedu'n (?:drwm|wael)|yn gwaedu llawer|(?:cael|gael) (?:trawiad|strôc|stroc|ffit)(?: ar y galon)? (?:nawr|rwan)|ar lawr ac yn methu (?:codi|symud)|ddim yn ddiogel (?:heno|nawr|yma)|wedi (?:cymryd|llyncu) (?:gorddos|gormod o (?:dabledi|feddyginiaeth)|(?:yr )?holl dabledi)|wedi llewygu|ar dan nawr|mynd i fy lladd)\\b",
    "\\b(?:(?:is|he's|she's|i'm|i am|are|they're) still (?:lying |laying |stuck |sat )?on the (?:floor|ground|stairs|pavement)|(?:being )?held (?:hostage|captive|prisoner|against (?:my|his|her|their) will)|(?:i'm|i am|he's|she's|is|he is|she is) about to (?:jump|do it|kill|end it|die)|there(?:'s| is) (?:so much |a lot of |lots of )?blood (?:everywhere|pouring|all over))\\b",
    '\\b(?:helpwch fi|ddim yn ymateb|(?:fy (?:mrifo|nharo|nghuro|mygwth)|fy nghloi)(?: \\w{2,8}){0,2} (?:nawr|rwan))\\b',
  ],
  unless: [
    ...figuresOfSpeech,
    `\\b(?:when|until|because|as|that|after|before|where|last \\w{3,8}|in \\d{4}|ago|thank(?:s| you)${gap(6)})(?: [^ .!?]{1,14}){0,3} can(?:no|')?t breathe\\b`,
    '\\bkill (?:you|me|him|her) (?:with (?:kindness|love)|lol|haha|for (?:saying|telling|this))\\b',
    '\\bcollapsed (?:lung|chair|vein)\\b',
  ],
}
