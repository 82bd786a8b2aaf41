/** The person goes to law, to the press, to a member of parliament or to a regulator. */
import type { RedFlagRule } from '../../shared/knowledge.ts'
import { gap } from '../harm-words.ts'
import { denied, figuresOfSpeech } from './figures-of-speech.ts'
import { ours } from './sources.ts'

const law = '(?:solicitors?|lawyers?|barristers?|legal team)'

const owed =
  '(?:invoices?|bills?|fees?|amount|debt|balance|money|charges?|fine|arrears|payment|account|tax|rent|top[- ]?up|contribution|permit|parking|ticket)'

/** Where the writer or their solicitor comes in between, it is theirs. */
const notOurs =
  "(?: (?!(?:i|we|i'm|i'll|i've|we're|we'll|my|our|solicitors?|lawyers?|barristers?)\\b)[^ .!?]{1,14})"
const sender = '(?:council|letter|notice|reminder|demand|bill|invoice|bailiffs?|sign|poster|warning)'
const accuser = `(?:${sender}|they|trust|hospital|home|company|agency|landlord|department|team|finance|police|dvla)`
const whom = '(?:me|us|him|her|mum|dad|nan|my \\w{2,11}|our \\w{2,11}|people|anyone|patients)'
const summoned = '(?:prosecuted|taken to court|summonsed|sued|fined|pursued)'

/** Who is threatened with the law threatens nobody with it: a council's or a home's reminder of what is owed. */
const theirOwnLaw: readonly string[] = [
  `\\b${sender}${notOurs}{0,8} (?:i|we|you|he|she|mum|dad|anyone|people|drivers|patients|whoever)(?: \\w{2,9})? (?:will|would|may|could|might|can|shall|'ll|'d)(?: (?:also|then|now))? be ${summoned}\\b`,
  `\\b(?:i|we|he|she|mum|dad|anyone)(?: \\w{2,9})? (?:will|would|may|could|might|can|shall|'ll|'d)(?: (?:also|then|now))? be ${summoned}\\b`,
  `\\b${sender}?${notOurs}{0,4} ?you(?: will| may| could|'ll)? be ${summoned}\\b[^.!?]{0,50} (?:pay|paid|${owed})\\b(?! (?:me|us|back))`,
  `\\b${accuser}${notOurs}{0,6} (?:(?:tak(?:e|es|ing)|took|drag(?:ging|ged)?) ${whom} (?:\\w{2,4} )?to court|su(?:e|es|ing) ${whom}|prosecut(?:e|es|ed|ing) ${whom}|threaten(?:ed|s|ing)?(?: ${whom})?(?: with| to)? (?:an? |the )?(?:court|legal action|legal proceedings|prosecution|proceedings|bailiffs|solicitors?)(?: (?:action|proceedings))?|(?:start(?:ed|ing)?|bring(?:ing)?) (?:court|legal) (?:action|proceedings))\\b`,
  `\\b(?:letter|notice|reminder|demand|warning|text|email|bill|invoice)${notOurs}{0,6} (?:court (?:action|proceedings|summons)|legal (?:action|proceedings)|in court|to court|bailiffs|prosecut\\w{2,4})\\b(?=[^.!?]{0,60}(?:${owed}|pay|paid|\\d))(?![^.!?]{0,60}\\b(?:you (?:pay|owe)|refund|pay (?:me|us)))`,
  `\\b(?:court (?:action|proceedings)|legal (?:action|proceedings)|prosecut(?:ed|ion))(?: [^ .!?]{1,8}){0,4} (?:if|unless) (?:i|we|she|he|mum|dad|the|it|this|they)(?: (?!(?:you|refund\\w{0,3})\\b)[^ .!?]{1,10}){0,6} (?:pay|paid|settled?|cleared)\\b(?! (?:me|us|back))`,
  `\\b(?:legal action|proceedings|court action|prosecution) against ${whom}\\b`,
]

/** One's own records may be asked for by anybody; a solicitor or a claim named beside is said in other words. */
const recordsAsked: readonly string[] = [
  "\\b(?:(?:hello|hi|dear|please|could|can|may|i|we|would|'d|like|want|wish|to|have|need|request|requesting|am|are|asking|for|a|get|send|me|you|how|do|all) ){0,10}cop(?:y|ies) of (?:all )?(?:my|his|her|our|their|the|mum's|dad's) (?:\\w{2,10} ){0,3}(?:records?|notes|files?|case file)\\b(?:,? (?:from|held by|of|at|with|kept by|please|the|your|my|social|services|adult|care|county|borough|city|council|hospital|trust|surgery|practice|department|team|[a-z]{4,14}shire)){0,8}",
]

export const legalOrMedia: RedFlagRule = {
  ...ours,
  flag: 'legal-or-media',
  hours: 24,
  patterns: [
    `\\b(?:${law}|legal (?:action|advice|proceedings|claim|route|case|representation|letter)|take (?:you|them|this) to (?:court|law|tribunal)|su(?:e|es|ed|eing|ing) (?:you|the|them|for|your|this|over)|(?:to|will|.ll|gonna|and|can|am|'m|i|are|be) su(?:e|ing|eing)\\b|(?:in|to|go to|see you in) court|litigation|compensation claim|claims? (?:for|of) (?:negligence|damages|compensation)|(?:clinical|medical|gross) negligence|negligence claim|no win no fee|letter before (?:action|claim)|inquests?|coroners?|judicial review|tribunal)\\b`,
    '\\b(?:(?:going|go|goes|gone|speak|spoken|talk|talking|contact|contacted|contacting|write|writing|written|take this|taking this|took this|tell|telling|told|ring|rang|ringing|sell|been on|reported|report) (?:it |this |my story |everything )?(?:all )?(?:to )?(?:the )?(?:\\w{2,8} )?(?:press|papers?|newspapers?|media|bbc|itv|sky news|s4c|daily mail|the sun|mail|mirror|guardian|journalists?|reporters?|gazette|echo|news)|journalists?|local (?:news)?papers?|daily mail|panorama|watchdog|(?:post(?:ed|ing)?|put(?:ting)?|shar(?:e|ed|ing)|expos(?:e|ed|ing)|plaster(?:ed|ing)?|going|name and shame)(?: [^ .!?]{1,14}){0,6} (?:on|over) (?:social media|facebook|twitter|tiktok|instagram)|reporter (?:has|is|wants|will)|(?:gone|going|go) viral|my (?:local )?mp\\b|my local councillor|our mp|member of parliament|ombudsman|phso|lgsco|cqc|care quality commission|healthcare inspectorate|gmc|general medical council|nmc)\\b',
    "\\b(?:[cg]h?[yn]?n?gh?yfreithi(?:wr|wyr|ol)|cyfreithi(?:wr|wyr|ol)|chyfreithi(?:wr|wyr|ol)|gyfreithi(?:wr|wyr|ol)|crwner|[cg]w?n?ghwest|cwest|i'r llys|y wasg|papurau newydd|newyddiadurw?r?(?:wyr)?|ombwdsm[oy]n|aelod seneddol|aelod o'r senedd|iawndal|arolygiaeth)\\b",
    "\\b(?:legal (?:advise|help|aid)|(?:instructed|instructing|hired|got|getting) (?:an? |our |my )?(?:\\w{3,8} )?(?:counsel|solicitors?|lawyers?|barristers?))\\b|\\b(?:this|it|that|everything|all of it|the lot)(?: [a-z']{1,6}){0,2} (?:goes|going|go|put|posted) (?:\\w{2,6} )?(?:on|to|over) (?:the )?(?:facebook|social media|twitter|tiktok|instagram|youtube|bbc|itv|sky|papers?|press|news)\\b|\\b(?:channel (?:4|5|four|five)|bbc|itv|sky(?: news)?|radio \\w{2,8}|an? (?:tv|film|camera) crew|the telly|newspaper|papers) (?:\\w{2,8} )?(?:wants?|interview|coming|film(?:ing)?|asked|rang|contacted|interested|are doing)\\b|\\b(?:want(?:s|ing)?|claim(?:ing)?|demand(?:ing)?|seek(?:ing)?|expect(?:ing)?|owed|entitled to) (?:\\w{2,6} )?(?:compensation|damages|a pay ?out)\\b|\\bclaim(?:ing)? (?:for|against) (?:\\w{2,8} )?(?:negl\\w{4,8}|you|the (?:trust|hospital|surgery|home|nhs)|medical)\\b",
    "\\b(?:mynd|fynd|dod) â (?:hyn|chi|nhw|hwn|'r mater)(?: [^ .!?]{1,6})? i(?:'r| r)? (?:llys|gyfraith|wasg|papur)|(?:cysylltu|siarad|gair) (?:â|a|gyda|efo)(?: [^ .!?]{1,4})? (?:[cg]h?yfreithiwr|twrnai|thwrnai|newyddiadurwr|wasg)\\b",
    "\\b(?:at|gyda|efo|i|a) (?:fy|ein|f'|yr) ?(?:as|aelod)\\b(?= (?:ac|am|lleol|os|yn|a)\\b| ?[.,!?]|$)(?<=(?:mynd|fynd|cwyno|ysgrifennu|sgwennu|siarad|cysylltu|hyn|ebostio)[^.!?]{0,40})|\\bpapurau? (?:bro|lleol|newydd)\\b|\\b(?:running|printing|publishing|carrying|covering) (?:it|this|my story|our story) (?:on|in|next|this|tomorrow|with)\\b",
  ],
  unless: [
    ...recordsAsked,
    `\\b(?:my|our|his|her|the|a) ${law} (?:nephew|niece|son|daughter|brother|sister|friend|neighbour|cousin|husband|wife|uncle|aunt|dad|mum)\\b(?! (?:says?|said|thinks?|will|told|tells|reckons?|has|is (?:looking|going|taking)|advis|agrees|wants))`,
    '\\b(?:[^ .!?]{1,12} ){0,3}(?:the |your )?press (?:office|officer|team|release|cuttings?|studs?|ups?|button)\\b',
    ...figuresOfSpeech,
    ...theirOwnLaw,
    '\\b(?:never|not|n.t) (?:\\w{2,6} )?(?:dream|think|thinking|planning|interested|looking)(?: (?:of|about|in|on|at|to|for))?(?: (?:taking|going|any))? (?:legal action|suing|su(?:e|ing) (?:you|anyone|the)|compensation|(?:in )?to court|to the (?:papers?|press|news))\\b',
    `\\b(?:the |my |our |their |your |a |dad's |mum's )?${law}(?: (?:who is|who are|is|are))? (?:dealing with|handling|doing|sorting(?: out)?|for|executing) (?:\\w{2,6}'s |the |his |her |my |our )?(?:late \\w{3,8} )?(?:\\w{2,8} )?(?:will|estate|probate|conveyancing|house sale|lpa|executors?)\\b`,
    '\\bpower of attorney\\b|\\b(?:[cg]h?yfreithi(?:wr|wyr)) (?:drws nesaf|ger|wrth ymyl)\\b',
    '\\b(?:report|article|piece|story|letter|photo|picture|feature|you|ward|clinic|read)(?: \\w{2,8}){0,3} in the local papers?(?: \\w{3,10})?(?= (?:prais|thank|about (?:how (?:good|great)|the (?:new|lovely))))(?: \\w{3,10})?',
    '\\b(?:food|tennis|squash|court ?yard|crown|magistrates|badminton|netball|basketball) courts?\\b',
    '\\b(?:in|to) court(?:yard| shoes)\\b|\\bto court \\w+\\b',
    '\\b(?:read|reading|brought|get|got|free|daily|buy|bought|sell|trolley|seen|saw|have a|want a) (?:\\w{1,8} ){0,4}(?:newspapers?|local paper|news)\\b',
    '\\bnewspapers? (?:to read|on the ward|trolley|in the waiting|delivery|stand|shop|come|round)\\b',
    `\\b(?:i am|i'm|is|he's|she's|as|was|being|retired|my (?:\\w{2,8} ){1,2}is) an? (?:retired |trainee |former )?(?:${law}|journalist|reporter|coroner|mp)\\b`,
    `\\b(?:cqc|care quality commission|inspectorate)(?: (?:report|rating|inspection|inspectors?|score|rated?|outstanding|visit))+\\b`,
    '\\b(?:good|great|outstanding|excellent|congratulations|well done|pleased|deserved|latest)(?: [^ .!?]{1,14}){0,5} (?:cqc|care quality commission)\\b',
    '\\b(?:our|my|the|local) (?:local )?(?:mp|councillor)(?: \\w{2,12}){0,2} (?:opened|visited|came to|cut the|unveiled|praised)\\b',
    '\\b(?:nothing to do with|another firm|other (?:company|firm))\\b|\\bsued, nothing\\b',
    '\\b(?:nurse|sister|auntie|doctor|aunt|called|named|thank(?:s| you)|and|with|to|dr) sue (?:the|for|you|your|over)\\b',
    denied(
      `(?:su(?:e|ing)(?: (?:you|anyone|the|them))?|legal action|${law}|going to (?:the press|court)|compensation claim)`,
    ),
    `\\b(?:read|saw|heard|seen|found)${gap(4)}(?:on|in) (?:the )?(?:\\w{2,8} )?(?:facebook|social media|news|newspapers?|local paper|twitter|instagram|bbc)\\b`,
    '\\b(?:like|follow(?:ed|ing)?|found|page|group|post(?:s|ed)? (?:a )?(?:lovely|nice|great|thank you)|share[ds]?)(?: [^ .!?]{1,12}){0,4} on (?:facebook|social media|twitter|instagram|tiktok)\\b',
    '\\b(?:wrth y llys|llys tenis|ger y llys|darllen (?:y |eich )?papurau? newydd)\\b',
  ],
}
