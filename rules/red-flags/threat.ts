/** Somebody threatens to harm others, or tells of a threat. */
import type { RedFlagRule } from '../../shared/knowledge.ts'
import { worker } from '../harm-words.ts'
import { figuresOfSpeech } from './figures-of-speech.ts'
import { ours } from './sources.ts'

const intend =
  "(?:i will|i'll|i am going to|i'm going to|im going to|im gonna|gonna|going to|i swear (?:to god )?i'll|i shall|we'll|we will|we are going to|we're going to|i could|i want to|i'd like to|i would like to|i might|i feel like|someone (?:should|will|needs to|ought to)|somebody (?:should|will|needs to)|deserves? to (?:be|get))"
const deed =
  '(?:kill|murder|stab|shoot|burn|bomb|attack|hurt|harm|beat|punch|smash|batter|destroy|torch|blow up|hunt(?: down)?|slap|strangle|slit|break|petrol bomb|poison|knife|behead|hang|rape|kick|headbutt|killed|shot|stabbed|throttle|hit|killing|hurting|hitting|punching|stabbing|shooting|smashing|finish|do over)'
const victim = `(?:you|yous|ya|u|him|her|them|the (?:${worker}|place|building|hospital|surgery|home|ward|lot of (?:you|them))|that (?:${worker}|man|woman|lot|place)|this (?:place|hospital|surgery)|your (?:${worker}|surgery|hospital|place|building|offices?|ward|face|legs?|head|neck|throat|car|house|windows?|family|kids|children)|(?:his|her|their|everyone's|someone's|somebody's) (?:face|legs?|head|neck|throat|car|house|windows?|family|kids|teeth|skull)|someone|somebody|everyone|everybody|all of|one of (?:you|them|the))`
const weapon = '(?:knife|gun|weapon|bat|hammer|machete|axe|petrol|crossbow|shotgun|acid|bomb|baseball bat)'

export const threat: RedFlagRule = {
  ...ours,
  flag: 'threat',
  hours: 1,
  patterns: [
    `\\b${intend} (?:\\w{2,10} )?${deed} (?:\\w{2,10} ){0,2}${victim}\\b`,
    "\\b(?:(?:i will|i'll|i am going to|i'm going to|i might|i may|i could) (?:do|end up doing|be doing) something (?:you|they|we|he|she|everyone)(?:'ll| will| may| might)? (?:all )?regret|(?:i|we) know (?:which|what|where)(?: [^ .!?]{1,10}){0,2} (?:school|nursery|street|road|house|gym|pub|car|church)(?: [^ .!?]{1,10}){0,4} (?:kids|children|daughter|son|family|wife|husband|you|he|she|they)|(?:come|coming|going|be) (?:down|round|back|in)(?: [^ .!?]{1,8}){0,2} (?:and (?:sort|show|teach|deal with|drag)|with (?:a|my) (?:bat|knife|gun|mates|brothers|boys)))\\b",
    "\\b(?:you(?:'ll| will) (?:\\w{2,5} )?(?:be (?:very )?sorry|regret (?:it|this|that)|pay for (?:it|this|what))|(?:i|we) (?:know|found out|will find(?: out)?|'ll find(?: out)?) where (?:you|he|she|they|the \\w{3,12}|that \\w{3,12}|your \\w{3,12})(?: all)? (?:live|lives|park|parks|work|works|drink|drinks)|watch (?:your|his|her|their) backs?|(?:make|making) (?:you|him|her|them) (?:all )?(?:suffer|pay)|(?:bomb|arson|death|acid) (?:threats?|attacks?)|blood on (?:the|your) (?:walls|floors)|heads will roll literally|you(?:'re| are) (?:a )?dead(?: man| woman| meat)?(?= ?(?:[.!,]|$))|won't see it coming|i hope (?:you|they|he|she) (?:all )?(?:die|dies|burn|burns|get cancer))",
    `\\b(?:(?:bring|bringing|brought|carry(?:ing)?|come|coming|came|turn(?:ing)? up|be|get|i've got|i have|back|there|yna|round|down)(?: \\w{2,8}){0,3} (?:with |got )?(?:an? |my |the )${weapon}(?! (?:and fork|charity|for the (?:picnic|cake)))|i(?:'ve| have) (?:got )?an? (?:gun|knife|weapon|machete|bomb)|(?:brick|bottle|firebomb|petrol bomb) through (?:your|his|her|the|their)|(?:there is|there's|i've planted|i have planted|i put|planted) a bomb|burn (?:it|the place|this place|your \\w{3,10}|the \\w{3,10}) (?:all )?(?:down|to the ground))\\b`,
    `\\b(?:threat(?:en(?:ed|s|ing)?) (?:to (?:kill|stab|hurt|hit|attack|harm|beat|shoot|burn|punch|slap|rape|smash)|me|him|her|us|them|my \\w{2,12}|staff|patients|residents|the \\w{4,12}|with (?:a|an|violence))|threatening (?:behaviour|manner|language|messages|letters|phone calls|calls|texts|staff|patients)|made threats)\\b`,
    "\\b(?:[fb]?ygwth(?:io|iodd|iad(?:au)?|iwyd)?|(?:[bf]ydd(?:af|a i|wn ni)(?: ?'n| yn)?|(?:rwy|rydw i|dwi|wi)(?: ?'n| yn) mynd i|fe wna i|mi wna i|eisiau) (?:dy |ei |eich )?(?:lladd|ladd|losgi|llosgi|trywanu|drywanu|saethu|ymosod|chwythu|guro|niweidio) |gyda (?:chyllell|gwn|dryll)|mae bom|losgi'r lle|gwybod ble (?:rwyt|rydych|mae))",
    "\\b(?:he|she|they|husband|son|partner|ex|dad|brother|boyfriend)(?: \\w{2,6}){0,2} (?:said|says|saying|told (?:me|us|her|him)|threatened|swore|swears) (?:that )?(?:he|she|they)(?:'d|'ll| would| will| is going to| was going to|'s going to)? (?:kill|hurt|stab|burn|batter|finish|shoot|strangle) (?:me|us|her|him|them|my|the|someone|everyone|every)",
    `\\b(?:knock (?:your|his|her|their) (?:teeth|head|block|lights) (?:out|off)|wait(?:ing)?(?: [a-z]{2,10}){0,4} with an? ${weapon}|(?:needs?|deserves?|asking for|want) a (?:\\w{2,8} )?(?:beating|kicking|good hiding|bullet|smack in|punch in|slap across)|gwybod (?:lle|ble)(?: [a-z']{1,8}){1,3} ?(?:yn )?byw)\\b`,
  ],
  unless: [
    ...figuresOfSpeech,
    '\\blife[- ]threatening(?: \\w{2,12})?\\b',
    '\\bhit (?:you|me|them|us) (?:up|back)\\b',
    '\\bkill (?:you|me|him) (?:with (?:kindness|love)|lol|haha)\\b',
    '\\b(?:attack|beat|hit|hunt|break|destroy|shoot|smash|kick) (?:(?:the|this|my|your|our|it|some) ){0,2}(?:problem|list|cancer|illness|disease|virus|target|record|queue|news|habit|ground|ice|fever|odds|them at|you to|him to|her to|you at)\\b',
    '\\bthreaten(?:ed|s|ing)? (?:the |my |our |his |her )?(?:future|health|closure|service|job|jobs|life|budget|miscarriage|pregnancy)\\b',
    '\\bshoot (?:me|you|us|them|him|her|over) (?:an? |your |the )?(?:email|text|message|call|line|smile)\\b',
  ],
}
