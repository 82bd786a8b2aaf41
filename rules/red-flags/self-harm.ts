/** Somebody harms themselves, has tried to, or speaks of it. */
import type { RedFlagRule } from '../../shared/knowledge.ts'
import { denied, figuresOfSpeech } from './figures-of-speech.ts'
import { ours } from './sources.ts'

const self = '(?:my ?self|him ?self|her ?self|them ?selves|them ?self)'
const own = '(?:my|his|her|their)(?: own)?'
const harms =
  '(?:hang(?:s|ed|ing)?|hung|cut(?:s|ting)?|hurt(?:s|ing)?|harm(?:s|ed|ing)?|kill(?:s|ed|ing)?|poison(?:s|ed|ing)?|starv(?:e|es|ed|ing)|burn(?:s|t|ing)?|stab(?:s|bed|bing)?|drown(?:s|ed|ing)?|top(?:ped|ping)?|shoot(?:ing)?|shot)'

export const selfHarm: RedFlagRule = {
  ...ours,
  flag: 'self-harm',
  hours: 1,
  patterns: [
    `\\b(?:suicid(?:e|es|al|ally|ality)|suicidal|sui?cid[aei]l|self[- ]?harm(?:ed|ing|s)?|self[- ]?injur(?:y|es|ed|ing)|overdos(?:e|es|ed|ing)|(?:took|taken|take|taking) an? (?:overdose|od)|${harms} ${self}|slit(?:s|ting)? (?:${own}|both) wrists?|cut(?:s|ting)? ${own} wrists?|do something (?:stupid|silly|bad|terrible|drastic)? ?to ${self}|do (?:my ?self|him ?self|her ?self) in|unalive)\\b`,
    `\\b(?:end(?:s|ed|ing)? (?:it all|${own} (?:life|lives)|my days|it (?:tonight|now|soon|once and for all))|(?:take|took|taken|taking|takes) ${own} li(?:fe|ves)|(?:plans?|planning|planned|decided|going|ready|want(?:s|ed)?|thinking about|thought about|thoughts of) (?:of |to |about |on )?(?:end(?:ing)? it(?: all)?)\\b(?! (?:here|there|by|with|on))|jump(?:ed|ing|s)? (?:off|in front of|from|under) (?:a|the) (?:bridge|train|lorry|car|roof|window|cliff|building|motorway)|throw(?:ing)? ${self} (?:off|under|in front))`,
    "\\b(?:want(?:s|ed)? to (?:die|be dead|disappear for ever)(?! (?:my|her|his) (?:hair|eyebrows|shoes|clothes))|wish(?:es|ed)? (?:i|he|she) (?:was|were|could be) dead|wish(?:es|ed)? i (?:could|would|had) (?:die|died|never wake up|not wake up|go to sleep and (?:not|never) wake)|(?:never|not) (?:want to )?wake up(?: again)?(?! (?:to|at|early|late|my|the|until|during|in))|better off (?:dead|without (?:me|him|her))|no (?:reason|point|sense|use) (?:to live|(?:in )?(?:living|me living|going on living|being alive|being here|carrying on|going on)|in life|to my life|to go on)|nothing (?:left )?to live for|(?:had|have had|i've had) enough of (?:life|living|being alive)|can(?:no|')?t (?:go on|carry on)(?: (?:like this|any ?more|any longer|living|with (?:my |this )?life|though|much longer))?(?= ?(?:[.!?,;]|$|and|any ?more|like this|any longer|though|living|but|i |much|because))|can(?:no|')?t (?:live|face (?:another|one more) day)(?= ?(?:[.!?,;]|$|any ?more|like this|any longer|with (?:this|the) pain))|(?:do not|don't|no longer|doesn't|didn't|does not) (?:want|wish) to (?:live|be here any ?more|be here any longer|be alive|wake up(?! (?:to|at|early|late|my|the))|exist|go on living|be in this world|be on this earth)|(?:do not|don't) want to be here(?= ?(?:[.!?,;]|$| and))|tired of (?:living|being alive|life)|(?:just )?want it (?:all )?to (?:end|be over|stop)(?! soon)|life is(?:n't| not) worth(?: living)?|not worth living|hopeless and want out)",
    '\\b(?:hunanladd\\w{2,4}|h?unan[- ]?niwe\\w{2,5}|(?:lladd|ladd|niweidio|anafu|crogi|grogi) (?:fy|ei|eu)(?: h?un(?:an|ain)?)|(?:ei|fy) l?ladd (?:ei|fy) h?un(?:an)?|eisiau marw|(?:ddim|dim) (?:yn )?(?:eisiau|isio|ishe|moyn) (?:byw|bod yma|deffro)|dim (?:pwynt|diben|rheswm)(?: i mi| dros| mewn)? (?:byw|fyw|mynd ymlaen)|diweddu (?:fy|ei) (?:mywyd|bywyd|fywyd)|gorddos|(?:rhoi|roi) diwedd ar (?:fy|ei|y cyfan|bopeth)|wedi cael digon ar fyw|neidio oddi ar y bont)\\b',
    "\\b(?:i'?ve |i have )?(?:written|wrote|left|writing) (?:my|the|all my|some|a) (?:goodbye )?(?:letters?|notes?)(?: [^ .!?]{1,10}){0,5} (?:goodbye|to the kids|to my (?:kids|family|mum|wife|husband|children)|for when i(?:'m| am) gone)|\\b(?:said|saying|say) (?:my )?(?:goodbyes?)(?: to)?(?: [^ .!?]{1,10}){0,3}(?= ?(?:[.!?]|$))(?<=(?:letters?|given away|my goodbyes|the dog|the kids|my (?:kids|cat|dog|family))[^.!?]{0,40})|\\b(?:can(?:no|')?t|cannot) do (?:this|it) (?:any ?more|any longer)(?= ?(?:[.!?,;]|$| (?:sorry|i'm sorry|goodbye|i just|im|and|tell)))|\\b(?:want|need|wish) (?:it|everything|the pain) (?:all )?to (?:stop|end|be over) (?:for good|for ever|forever|now)",
    "\\b(?:what(?:'?s| is) the (?:point|use) (?:in|of) (?:carrying on|living|going on|life|being alive|being here|waking up|anything|trying)|(?:i'?ve|i have|she's|she has|he's|he has|been|started|i'm|im) (?:been |started )?cutting (?:again|myself|more)|(?:taken|took|swallowed) (?:all|a load of|a lot of|loads of|too many|the whole packet of|a whole box of) (?:of )?(?:my |the |his |her |those )?(?:tablets|pills|meds|medication|paracetamol|sleeping tablets)|(?:everyone|everybody|they|you|the kids|my (?:kids|family|mum|children)) (?:would|will|'d|are|is) (?:all )?(?:be )?better off without me|(?:won't|will not|wont) be (?:here|around) (?:much longer|for christmas|next (?:week|month)|tomorrow)(?= ?(?:[.!?,;]|$)))",
    '\\b(?:(?:cuts|cutting|slash(?:es|ed|ing)) (?:my|her|his|their) (?:own )?(?:arms?|legs?|wrists?|thighs?)|wanna (?:die|be dead)|(?:nobody|no[- ]?one) (?:would|will|.d)(?: even| ever)? (?:miss me|notice(?: me)?(?: being)?(?: if i| gone| when i)|care if i)|found (?:hanging|hanged)|kms|(?:have|got|saved|stockpiled|hoarded|collected)(?: up)? (?:all )?(?:the|my|enough) (?:tablets|pills|rope)(?: (?:ready|saved|to end|to do it|beside))|torri (?:ei|fy) (?:b?freichiau|breichiau|mreichiau|hun|garddyrnau|h?arddyrnau|choesau)|(?:am|isio|eisiau) l?ladd fy hun)\\b',
  ],
  unless: [
    ...figuresOfSpeech,
    denied(
      `(?:suicid(?:e|al)|self[- ]?harm(?:ed|ing|s)?|${harms} (?:${self}|${own} \\w{3,6})|take an? overdose|overdosed?|wanted to die|want to die)`,
    ),
    '\\b(?:would|could|i.d|happily) jump (?:off|in front of|from) (?:a|the) \\w{3,9} for\\b',
    '\\b(?:bungee|parachute|sponsored|charity) (?:\\w{2,8} )?jump(?:ed|ing|s)? (?:off|from) (?:a|the) \\w{3,9}\\b',
    '\\boverdose of (?:sugar|cake|tea|love|kindness|sunshine|chocolate)|\\b(?:of|an) overdose(?:s)? (?:training|leaflet|kit)\\b',
    "\\b(?:after|since) (?:my|his|her|an) (?:suicide attempt|overdose)(?: [^ .!?]{1,16}){0,12} (?:did not judge|didn't judge|saved|were (?:so )?(?:kind|wonderful|brilliant|amazing|great))\\b",
    '\\b(?:cut|hurt|burn(?:t|ed|ing)?|cutting) (?:my|him|her)self (?:on|by accident|while|with (?:a|the) (?:kitchen|bread|tin)|shaving|cooking|falling|when|accidentally|gardening|playing)\\b',
  ],
}
