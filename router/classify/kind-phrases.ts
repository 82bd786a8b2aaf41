/** The words by which people say themselves what they are doing: complaining, thanking, suggesting, worrying. */
import type { Kind } from '../../shared/words.ts'
import { phrases, type Phrases } from '../../shared/text/phrases.ts'

/** Each row: words that say so, and words that only look as if they did. */
const rows: Readonly<Record<Kind, { readonly says: readonly string[]; readonly unless: readonly string[] }>> =
  {
    complaint: {
      says: [
        "\\b(?:(?:formal(?:ly)?|official(?:ly)?|serious) (?:complaint|complain)|(?:make|making|made|raise|raising|lodge|lodging|submit|submitting|register|file|filing|put in|send(?:ing)? in) (?:a|an|my|this|our|another) (?:\\w{2,12} )?complaint|(?:want|wish|like|need|have|going|writing|am|write|ringing|calling) to complain|i(?:'m| am) complaining|(?:this is|treat this as|take this as|consider this|here is) (?:a|my|an|our) (?:\\w{2,12} )?complaint|(?:make|making|turn|treat|log|raise|record|class|consider) (?:this|it|that) (?:as |into )?(?:a|an|my) (?:\\w{2,12} )?complaint|my complaint is|(?:want|expect|need|asking for|ask for|request|requesting|deserve) (?:an?|the) (?:\\w{2,12} )?(?:investigation|inquiry|enquiry)|(?:want|expect|needs?) (?:this|it|that) (?:to be )?put right|complaint (?:about|against|regarding|concerning)|want (?:this|it) (?:fully |properly )?investigated|demand (?:to (?:know|see|speak)|(?:an? )?(?:explanation|apology|investigation|answers?))|(?:want|like|ask(?:ing)? for|please)(?: \\w{1,10}){0,4} re-?open(?:ed)?|(?:please|must|should|to) (?:be )?(?:fully |properly )?investigated?(?: (?:why|how|what|this|it))?|written (?:answer|reply|response|explanation|apology)|(?:already|previously) complained|complained (?:once|twice|before|already|several times|many times|last)|(?:not|n't|un) ?(?:happy|satisfied) with (?:the|your|their|this) (?:\\w{2,10} )?(?:reply|response|answer|outcome of (?:my|our|the) complaint)|(?:(?:go|going|take|taking|took|refer(?:ring)?) (?:this |it |the matter )?(?:\\w{2,8} )?to|contact(?:ing)?) the (?:\\w{3,12} )?ombudsman|(?:want|demand|expect|claim|claiming|seek|seeking|owed|due|entitled to) (?:\\w{2,8} )?compensation|(?:g?wneud|gwneuthur|hoffwn|eisiau|isio|dymuno|(?:rwyf|dw i|dwi|wyf) am) (?:\\w{1,10} )?(?:[cg]wyno?|gŵyn|chwyno)|(?:rwy'n|rwyf yn|wyf yn|dw i'n|dwi'n) cwyno|(?:gen i|gennyf|gennym) (?:cwyn|g[wŵ]yn)|fy nghwyn|cwyn ffurfiol)\\b",
      ],
      unless: [
        '\\b(?:nid|ddim|dim)(?: \\w{1,10}){0,3} (?:[cg]wyno?|gŵyn)\\b',
        "\\b(?:no|not|never|without|n't|cannot|any|nothing|dim)(?: \\w{1,10}){0,4} (?:complaints?|complain(?:ing)?|cwyn(?:o)?)\\b",
        '\\b(?:not a complaint|no complaints?|only (?:mild |small |minor |slight )?complaint)\\b',
      ],
    },
    concern: {
      says: [
        "\\b(?:(?:raise|raising|have|had|express|report) (?:a|an|my|some|this|our|serious|several) (?:\\w{2,12} )?concerns?|(?:i am|i'm|we are|we're|am) (?:very |really |quite |so |deeply )?(?:concerned|worried) (?:about|that|for|by)|my concern is|stop (?:sending|writing to|ringing|calling|phoning|texting|emailing) (?:me|us|him|her|my)|pryder(?:on|us)?|poeni am)\\b",
      ],
      unless: ["\\b(?:no|not|n't|never|without|any) (?:\\w{1,10} )?(?:concerns?|concerned|worried)\\b"],
    },
    compliment: {
      says: [
        "\\b(?:(?:pay|give|pass on|send) (?:a|my|our|them a) compliments?|compliment (?:to|the|your)|(?:want|wanted|like|wish|writing|just|write) to (?:say (?:a )?(?:\\w{2,10} )?)?(?:thank(?:s| you)?|praise|compliment|commend)|(?:please )?(?:pass on|convey|send) (?:my|our) (?:\\w{2,10} )?(?:thanks|gratitude|thank you)|(?:many|huge|big|massive|heartfelt|sincere) thanks|(?:deserves?|give (?:him|her|them)) (?:an? )?(?:\\w{2,8} )?(?:medal|pay ?rise|raise|promotion|bonus|award|knighthood|recognition)|(?:absolute |real |total |proper |true |(?:is|was) an? (?:\\w{2,10} )?|are (?:\\w{2,10} )?)(?:angels?|heroe?s?|gems?|legends?|treasures?|superstars?|diamonds?|life ?savers?)|(?:(?:s|he|she|they|it|i) )?saved (?:my|his|her|our) (?:\\w{2,10} )?(?:life|son|daughter|baby|mum|dad|husband|wife)|work(?:s|ed|ing) a treat|bless (?:them|him|her|you|their)|got (?:me|us) through|(?:so|more|very|truly|forever|eternally|extremely|incredibly) grateful|keep up the (?:\\w{2,10} )?work|(?:10|ten) ?(?:/|out of) ?(?:10|ten)|(?:5|five) stars?|above and beyond|thank you (?:so much |very much |all |to )?(?:for|to|all|everyone)|(?:you(?: are|'re| were)|u r|ur|you) all (?:(?:so|very|really|truly|just|such|absolutely|absolute|simply|total|proper) ){0,2}(?:stars|superstars|angels|heroes|legends|gems|amazing|brilliant|wonderful|fantastic|incredible|awesome|marvellous|superb|excellent|lovely|kind|the best)|you (?:guys|lot|people|ladies) (?:rock|(?:are|were) (?:all )?(?:(?:so|very|really|truly|just|such|absolutely|absolute|simply|total|proper) ){0,2}(?:stars|superstars|angels|heroes|legends|gems|amazing|brilliant|wonderful|fantastic|incredible|awesome|marvellous|superb|excellent|lovely|kind|the best))|(?:big|huge|massive|enormous|heartfelt|special) thank ?you|(?:can ?n[o']t|can't|could ?n[o']t|couldn't) (?:fault|thank|praise|recommend|have (?:been|asked|wished)|speak highly)|dd?iolch(?: yn fawr| o (?:galon|waelod calon))?|canmol(?:iaeth)?)\\b",
      ],
      unless: [
        "\\b(?:no|without a|not even a|n't (?:even )?(?:say|get a)) (?:thank you|thanks)\\b|\\bthanks? (?:to your|for nothing|a lot for (?:nothing|losing|ruining))\\b|\\bthank you in advance\\b|\\bthank you for (?:ignoring|nothing|losing|ruining|wasting|reading|your time|listening|taking the time)\\b",
        // Thanks that go on with what was done badly are none.
        '\\b(?:you|u|ur) (?:\\w{1,4} )?(?:all|guys|lot|people|ladies) [^.!?]{0,60}\\b(?:(?:hours?|late) (?:late|again)|for nothing|waited|waiting)\\b',
      ],
    },
    comment: {
      says: [
        "\\b(?:(?:i |we |my |a |one |just a )?suggest(?:ion|ions)?|(?:i|we) (?:would|'d) suggest|it would be (?:good|nice|helpful|handy|useful|great|better|lovely) (?:if|to)|perhaps (?:you|the|a|there|it)|maybe (?:you|the|a|there|it|have)|could you (?:please )?(?:consider|have|put|add|provide)|would (?:be|have been) (?:nice|helpful|good|useful|better)|have you (?:considered|thought)|why (?:not|don't you|can't (?:you|we|there)) (?:have|put|add|offer|open|provide|be an?)|(?:i|we) think (?:\\w{2,12} ){1,4}(?:should|could|ought to) (?:also )?(?:be (?:in|available|open|offered|provided|an?|more|bigger)|offer|provide)|could (?:there|we) (?:be|have)|just (?:a )?(?:comment|observation|thought(?! (?:you|i'd|you'd|someone|somebody|the|it|that|they)\\b)|an idea)|awgrym(?:iad|u)?|beth am)\\b",
      ],
      unless: [],
    },
  }

export interface KindWords {
  readonly kind: Kind
  readonly phrases: Phrases
}

/** Asked in this order: the heavier word counts where both are said. */
export const kindWords: readonly KindWords[] = (
  ['complaint', 'concern', 'compliment', 'comment'] as const
).map((kind) => ({ kind, phrases: phrases(rows[kind].says, rows[kind].unless) }))
