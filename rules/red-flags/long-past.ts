/** What people did to themselves long ago and tell of because they are well: true, and nothing to look at within the hour. */
import { relative } from '../harm-words.ts'

const longAgo =
  "(?:(?:many|some|several|a few|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|[2-9]|[1-6]\\d) years (?:ago|back)|years (?:and years )?ago|decades ago|(?:back )?in (?:19[5-9]\\d|20[01]\\d)|when (?:i|he|she) (?:was|were) (?:younger|little|at (?:school|university)|(?:a|in (?:my|his|her)) (?:child|teenager|teen|teens|student|twenties|young \\w{3,6}))|when i was \\d\\d(?=[^]{0,200}\\b(?:i'm|i am) (?:now )?[3-9]\\d\\b)|as a (?:child|teenager|teen|student|young \\w{3,6})|in (?:my|his|her) (?:teens|twenties|youth))"

const self = '(?:my ?self|him ?self|her ?self)'
const own = '(?:my|his|her)(?: own)?'
const done = `(?:(?:kill(?:ed|ing)?|hurt(?:ing)?|harm(?:ed|ing)?|cut(?:ting)?|hang(?:ed)?|hung|starv(?:ed|ing)) ${self}|self[- ]?harm(?:ed|ing)?|suicidal|suicide attempt|attempted suicide|(?:took|taken|take) an? (?:overdose|od)|overdosed|(?:took|taken|take|end(?:ed)?) ${own} life|cut ${own} wrists?|want(?:ed)? to die|end(?:ed)? it all)`

const well =
  "(?:(?:am|'m|im|is|'s|been|are|keep(?:ing)?|feel(?:ing)?|doing) (?:\\w{2,6} )?(?:well|fine|happy|happier|better|recovered|stable|okay|ok|in recovery|married|a (?:mum|dad|nurse|parent|grandmother|grandfather|father|mother))|(?:i'm|i am) (?:now )?[3-9]\\d(?: now)?,? (?:and )?(?:well|happy|happily|fine|with|working)|recovered|saved (?:my|his|her|our) li(?:fe|ves)|(?:got|helped|saw|pulled|brought) (?:me|him|her) through)"

/** Whoever says any of these besides may not be well. */
const worse =
  "(?:again|still|relaps\\w{0,4}|(?:feel|feels|feeling) (?:the same|like (?:it|that))|the same (?:way|feelings?|place|thoughts)|now (?:i|he|she) (?:want|wants|feel|feels|think|can)|started|lately|recently|tonight|today|this (?:week|morning|month|evening|afternoon)|thoughts?|can(?:no|')?t (?:cope|go on|carry on|do this|see)|(?:want|wants|going|need) to (?!thank|say|praise|tell you|let you)|tempted|urges?|tablets|pills|no longer|worse|not well|n'?t (?:well|fine|ok|okay)|alone|scared|frightened|afraid|join (?:him|her|them)|be with (?:him|her|them)|follow (?:him|her)|if i|wish)"

const onlyThen = `(?![^]{0,600}\\b${worse}\\b)`
const wellNow = `(?=[^]{0,400}\\b${well}\\b)${onlyThen}`
const notBefore = `(?<!\\b${worse}\\b[^]{0,300})`

export const longPast: readonly string[] = [
  `${notBefore}\\b(?:${longAgo}|(?:i|he|she) used to)(?:[ ,][^!?]{0,60}?)? ?\\b${done}\\b${wellNow}`,
  `${notBefore}\\b(?:(?:i|he|she|we|my \\w{3,9}) (?:\\w{2,9} ){0,4})?${done}(?: [^.!?]{0,40}?)? ?\\b${longAgo}\\b${wellNow}`,
  `${notBefore}\\b(?:my|our) (?:\\w{2,8} )?${relative} (?:had )?(?:took (?:his|her) own life|killed ${self}|died by suicide|hanged ${self})(?: [^.!?]{0,20}?)? ?\\b${longAgo}\\b${onlyThen}`,
]
