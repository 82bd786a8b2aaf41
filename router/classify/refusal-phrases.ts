/** How people say that somebody is not to be told: each phrase with the place where it says who. */

const not = "(?:do not|don'?t)"
const wont =
  "(?:really |still |also |just |definitely )?(?:do not|don'?t|does not|doesn'?t|would not|wouldn'?t) (?:really )?"
const iDoNot = `\\b(?:i|we) ${wont}`
const oursDoesNot = `\\b(?:i|we|he|she|mum|mother|dad|father|my (?:wife|husband|son|daughter|partner)) ${wont}`
/** What would be passed on; a person who is "sent to the hospital" is none of it. */
const words =
  '(?:my|our|his|her|their|the|this|any)(?: \\w{2,12})? (?:names?|details|information|complaints?|comments?|feedback|letters?|e-?mails?|messages?|case|concerns?|data|story|words|statement|account|identity)'
const theWords = `(?:this|it|that|these|any(?:thing)?(?: of (?:this|it|that))?|all(?: of)? (?:this|it)|what i(?:'?ve| have)? \\w{3,7}|${words})`
const to = '(?: on| along| over| back)? (?:to|with)'
const pass = `(?:(?:share|pass|disclose|forward|send|show|mention|report|copy) ${theWords}|give ${words})${to}`
const passing = `(?:(?:sharing|passing|disclosing|forwarding|sending|showing) ${theWords}|giving ${words})${to}`
const passed = '(?:shared|passed|disclosed|forwarded|sent|given|shown|reported)'
const tell = '(?:tell|inform|involve|notify|alert|copy in)'
const telling = '(?:telling|informing|involving|notifying|alerting|contacting|copying in)'
const told =
  '(?:told|informed|involved|contacted|notified|alerted|consulted|made aware|brought in|brought into (?:this|it)|copied in)'
/** What people also advise one another against: "don’t ring the surgery, you will wait an hour". */
const reach =
  '(?:contact|ring|phone|e-?mail|write to|speak to|speak with|talk to|approach|consult|tell|inform|involve|notify|alert|copy in)'
const rather = "\\bi(?:'?d| would) (?:rather|prefer)(?: it)?(?: that| if)?"
/** An order, not the tale of what staff never do. */
const order = '(?:^|[.!?;:\\n(] ?|\\b(?:please|kindly) )'

/** Who is not to be told follows. */
export const beforeWhom: readonly RegExp[] = [
  `${order}${not} (?:please )?(?:${tell}|${pass}) `,
  `\\b(?:please|kindly) (?:${not}|not to|never) (?:${reach}|${pass}) `,
  `\\bask (?:that )?you (?:${not}|not to|never) (?:to )?(?:${reach}|${pass}) `,
  `${oursDoesNot}(?:want|wish|like)(?: for)? (?:you|anyone here|staff) to (?:${reach}|${pass}) `,
  `${iDoNot}(?:want|wish) to (?:involve|${pass}) `,
  `\\bi(?:'?m| am) not (?:happy|comfortable|content|willing) (?:for|with|about) (?:you )?(?:to )?(?:${telling}|${reach}|${passing}|${pass}|${theWords} (?:to be |being )?${passed}${to}) `,
  `${oursDoesNot}(?:want|wish|like)(?: for)? ${theWords} (?:to be |being |to go |going )?(?:${passed}(?: on| along| over)? )?(?:to|with) `,
  `${iDoNot}(?:consent|agree|give (?:my |you |any ){0,2}(?:consent|permission)) (?:to|for) (?:you |your |anyone )?(?:to )?(?:${telling}|${reach}|${passing}|${pass}|${theWords} (?:to be |being )?${passed}${to}) `,
  `\\byou ${not} have (?:my |our )?(?:consent|permission) to (?:${reach}|${pass}) `,
  `\\b(?:i|we) (?:refuse|withhold)(?: my| any)? (?:consent|permission) (?:to|for) (?:you |your )?(?:to )?(?:${telling}|${reach}|${passing}|${pass}|${theWords} (?:to be |being )?${passed}${to}) `,
  `${rather} you (?:did not|didn'?t|do not|don'?t|not to) (?:${reach}|${pass}) `,
  `\\byou (?:must not|mustn'?t|are not to|may not) (?:${reach}|${pass}) `,
  `(?:\\b(?:must not|mustn'?t|is not to|are not to)|${order}not to) be ${passed}${to} `,
  `\\bkeep (?:${theWords}|quiet about ${theWords}) (?:secret )?from `,
  `\\bpeidiwch a (?:dweud (?:dim )?wrth|rhoi gwybod i|chynnwys|cynnwys|cysylltu a|rhannu (?:hyn |hwn )?(?:gyda|a|efo)|anfon (?:hyn|hwn) (?:at|i)) ?`,
].map((source) => new RegExp(source, 'g'))

/** Who is not to be told stands in the middle: "I do not want … involved". */
export const aroundWhom: readonly RegExp[] = [
  `${oursDoesNot}(?:want|wish|like)(?: for| to get| to have)? (?<who>[^.!?;\\n]{2,60}?) (?:(?:to be |being |to get |getting |to become |be )?${told}|to (?:know|find out|hear (?:of|about)|see (?:this|it|my)|have (?:my|${words})|get (?:my|involved|hold))|knowing|finding out)\\b`,
  `${rather} (?<who>[^.!?;\\n]{2,60}?) (?:did not|didn'?t|not to|were not|was not|wasn'?t|weren'?t) (?:to )?(?:be )?(?:know|find out|hear|${told})\\b`,
  `(?:^|[.!?;:,\\n(] ?|\\b(?:and|but|that) )(?<who>[^.!?;:,\\n(]{2,60}?) (?:must not|mustn'?t|is not to|are not to) (?:be ${told}|know|find out|hear|get to know)\\b`,
  `${order}${not} (?:please )?let (?<who>[^.!?;\\n]{2,60}?) (?:know|find out|hear|see (?:this|it|my))\\b`,
  `\\bmake sure (?:that )?(?<who>[^.!?;\\n]{2,60}?) (?:do(?:es)? not|do(?:es)?n'?t|never) (?:find out|hear|know|get to (?:know|hear))\\b`,
  `\\b(?:keep|leave) (?<who>[^.!?;\\n]{2,60}?) out of (?:it|this|the loop)\\b`,
  `\\b(?:dydw i ddim|dwi ddim|nid wyf|nid ydw i|dw i ddim) (?:yn |eisiau |am )?(?:dymuno |eisiau )?(?:i |i'r )?(?<who>[^.!?;\\n]{2,60}?) (?:wybod|gael gwybod)\\b`,
].map((source) => new RegExp(source, 'g'))
