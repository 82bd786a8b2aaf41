/** Said of jokes, of feelings, of things, of posters and of what did not happen: not harm, though the words are those of harm. */
import { gap, strikes } from '../harm-words.ts'

/** Small words that may stand between "no" or "never" and the harm denied; "so" and "more" are none: "never been so neglected". */
const filler =
  '(?:(?:any|anyone|ever|once|been|being|be|felt|feel|feels|feeling|a|an|the|sign|signs|hint|thoughts?|of|form|kind|sort|have|has|had|is|was|were|at|all|in|to|wanted|want|thought|about|me|my|ill|neglected|abused?|or|nor|and|no|either|physically|verbally|actually|really) ){0,4}'

const negator =
  "(?:no|not|never|without|nobody|no[- ]?one|none|nor|neither|n't|dont|didnt|wasnt|isnt|arent|werent|havent|hasnt|doesnt|free (?:of|from)|stopped|don't|didn't|wasn't|isn't|aren't|weren't|haven't|hasn't|doesn't)"

/** These words denied: "no abuse", "never felt unsafe or neglected". */
export function denied(words: string): string {
  return `\\b${negator} ${filler}${words}\\b`
}

/** What is written, taught or shown about a harm is none. */
const shown =
  '(?:posters?|leaflets?|signs?|notices?|booklets?|polic(?:y|ies)|training|courses?|workshops?|webinars?|talks?|helplines?|charity|awareness|prevention|campaigns?|surveys?|lead|dissertation|research|article|book|novel|film|drama|song|documentary|support group|survivors?|e-?learning|procedures?|certificate|daflen|taflen|poster(?:i)?|hyfforddiant|polisi)'

/** What people call by the same words. */
const topics =
  '(?:safeguarding|abuse|suicide|self[- ]harm|neglect|violence|domestic (?:abuse|violence)|racism|discrimination|whistle ?-?blowing|bullying|assault|sepsis|ddiogelu|diogelu)'

const things =
  '(?:car ?parks?|parking|disabled bays?|bays?|gardens?|grounds|buildings?|bins?|toilets?|area|paint(?:work)?|lawns?|roads?|paths?|site|corridors?|furniture|system|facilit(?:y|ies)|blue badges?|equipment|trust|power|privilege|lifts?|walls?|plants?)'

export const figuresOfSpeech: readonly string[] = [
  '\\b(?:laugh(?:ed|ing|s)?|giggl(?:ed|ing)|chuckl(?:ed|ing))(?: [a-z]{2,8}){0,4} (?:(?:nearly|almost|could have) )?(?:died|dying|killed (?:me|him|her|us)|dead|choked|burst)\\b',
  '\\b(?:(?:nearly|almost|could have|just) )?(?:died|dying|dead|die) (?:of|with|from)? ?(?:laughing|laughter|embarrassment|boredom|shame|curiosity)\\b',
  '\\bkill(?:ed|ing|s)? (?:the |some |a bit of |my |our )?(?:time|mood|vibe|joy|appetite|weekend|hour|afternoon|two birds|pain)\\b',
  '\\b(?:feet|legs?|back|knees?|head|shoes|heels|neck|hip|trousers|stairs|walk|hill|climb|exercises?|this (?:queue|heat|traffic|job)|(?:the )?(?:pain|suspense|wait(?:ing)?|boredom|noise|heat)) (?:is |are |was |were |will |would )?(?:be )?(?:absolutely |really |nearly |almost )?kill(?:s|ed|ing)? (?:me|us)\\b',
  '\\b(?:kill for|to die for|dying (?:to|for) (?:know|see|hear|meet|tell|try|get|find|a)|drop dead gorgeous|dead (?:good|nice|easy|friendly|helpful|kind|quick|sure|on|right|tired|pleased|end|line|leaves)|(?:phone|battery|mobile|laptop|car|line|signal|tv|television|machine|plants?|dog|cat|computer|lift|wifi|aid) (?:(?:is|was|has|had|went|just|in|the|on|ward|my|again|have) ){0,3}(?:died|dead|dying)|dressed to kill|could murder an?)\\b',
  '\\b(?:scared|frightened|bored|worried|thrilled|tickled) (?:me |us |him |her )?to death\\b',
  `\\b${shown}(?: [^ .!?]{1,14}){0,2} (?:says? )?["']?(?:report )?${topics}(?: (?:and|or|&) ${topics})?\\b`,
  `\\b${topics}(?: [^ .!?]{1,14}){0,1} ${shown}\\b`,
  '\\b(?:mental health|safeguarding lead (?:was|is) (?:great|lovely|excellent)|deathbed confession|death bed confession)\\b',
  '\\bthreat(?:en(?:ed|ing)?)? (?:of rain|to rain|by rain|to close|to shut)|\\bbombs? (?:of|went) flavour|\\bbath bombs?|\\bbomb disposal|\\bphoto ?bomb\\w{0,3}\\b',
  '\\bhit (?:me|us|home|him|her)? ?(?:that|how|it off|off|like|for six|with (?:a|the) (?:bill|news|idea))\\b',
  '\\bhit (?:the|his|her|my) (?:nail|spot|target|road|mark|head|knee|toe|elbow|vein)\\b',
  `\\b${things}${gap(3)}(?:is |are |looks? |been |so |of )*(?:neglect(?:ed)?|abused?|misused?)\\b`,
  `\\b(?:(?:of|the|is|are|been|this|such) )?(?:abuse|abused|abuses|abusing|misuse|neglect|neglected) (?:of )?(?:the |your |our |these |this |that )?(?:\\w{2,12} )?${things}\\b`,
  '\\b(?:[a-z]{2,12} ){0,3}beat(?:en|s)? (?:(?:me|him|her|us|them) )?(?:to|at|by) (?:it|the (?:punch|queue|lift|door|post|traffic|system)|(?:chess|cards|snakes|draughts|dominoes|scrabble|snap|ludo|bingo|table|football|pool|games?))(?: by(?: [a-z]{2,12}){1,3})?\\b',
  '\\b(?:heart|panic|asthma|anxiety|gout|angina|bronchitis|asthma|hay ?fever) attack(?:ed|s)?\\b',
  '\\b(?:[a-z]{1,12} ){0,3}(?:stung|bitten|bit|attacked|punched|scratched|knocked|chased|kicked|burn(?:t|ed)|hit) (?:me |him |her |us )?by (?:an? |the |my |our |his |her )?(?:\\w{2,10} ){0,2}(?:dogs?|cats?|wasps?|bees?|midges|virus|bugs?|horse|cow|goose|swan|seagulls?|ball|car|bus|bike|branch|football|norovirus|covid|flu|price|prices|cost|costs|bill|ticket machine|weather|storm)(?: \\w{4,8})?\\b',
  '\\b(?:if|in case|imagine|as if|as though|even if) (?:anyone|anybody|someone|somebody) (?:(?:had|were|was|did|ever|to|be|been|would|got) ){0,3}\\w{3,12}(?: (?:me|him|her|them))?\\b',
  `\\b(?:jok(?:ed?|es|ing|ingly)|laugh(?:ed|ing)|teas(?:ed|ing)|kidd(?:ed|ing)|pretend(?:ed|ing|s)?)${gap(6)}(?:kill|murder|shoot|hit|slap|strangle|${strikes})(?: [a-z]{2,10}){0,2}\\b`,
  '\\b(?:suicide (?:squad|bomber)|kill(?:er)? (?:heels|whales?)|(?:crime|murder) (?:novels?|mystery|stories|story|drama))\\b',
  '\\b(?:[a-z]{1,12} ){0,3}(?:torture[ds]?|tortured|beat|kill(?:ed|s)?|punish(?:ed|es)?) (?:me|us|him|her),? (?:but )?(?:in (?:the|a) (?:nicest|nice|good|best) (?:possible )?way|with kindness|\\(?in a good way)\\b',
  '\\b(?:[a-z]{1,12} ){0,2}robbed of (?:an?|my|our|the) (?:\\w{2,8} )?(?:nights?|sleep|chance|day|rest|dignity|peace|morning)\\b',
  '\\b(?:putting|put) up with (?:\\w{2,10} ){0,2}abuse\\b',
]

/** Not a word of the rules is meant: told of pleasant or everyday acts done to a person. */
export const kindActs: readonly string[] = [
  '\\bpush(?:ed|es|ing)? (?:me|him|her|them|us|my \\w{2,12}) (?:\\w{2,8} )?(?:in (?:a|the|my|his|her) (?:wheel ?)?chair|to (?:the|my|our|x|a)|up|along|around|round|back|through)',
  '\\b(?:[a-z]{1,12} ){0,2}(?:kick(?:ed|s|ing)?|beat) (?:(?:me|us|him|her|them|my \\w{2,8}) )?(?:out|off|back)\\b',
  '\\b(?:[a-z]{1,12} ){0,2}kiss(?:ed|es)? (?:me|her|him|us|my \\w{2,8}) (?:goodbye|on the (?:cheek|forehead|head|hand))\\b',
  '\\b(?:took|taking|taken|take) (?:\\w{2,12} ){0,3}(?:money|cash|ring|purse|wallet|jewellery) (?:off|out|for (?:the|my|a|parking)|before|to (?:the|a) (?:safe|till|office)|home)\\b',
  '\\b(?:machine|meter|barrier|kiosk|app|website) (?:just |only |then |also |has )?(?:took|takes|taken|taking|kept|keeps) (?:\\w{2,12} ){0,2}(?:money|cash|bank ?card|change|coins)\\b',
  '\\bpinch(?:ed|es)? (?:\\w{2,10} ){1,2}(?:playfully|gently|lightly)\\b',
  '\\b(?:stole|steals|stolen) (?:the show|our hearts?|my heart|the limelight|a (?:kiss|glance|moment))\\b',
]
