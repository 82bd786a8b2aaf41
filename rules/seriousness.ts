/** The guide's incident examples as rows: what makes a matter Medium or High before likelihood is looked at. */
import type { SeriousnessRule } from '../shared/knowledge.ts'
import { wrongMedicine } from './harm-causes.ts'
import { dropped } from './harm-words.ts'

const guide = {
  source:
    'Department of Health, Listening, responding, improving (2009), p.18 descriptions and p.20 examples',
  sureness: 'read',
} as const
const reading = {
  source: 'design: our reading of the guide, p.18, into KO41a subjects and everyday words',
  sureness: 'design',
} as const

export const seriousnessRules: readonly SeriousnessRule[] = [
  {
    ...guide,
    seriousness: 'High',
    code: 'denial-of-rights',
    patterns: [
      '\\b(?:human rights|deprived of (?:his|her|my|their) liberty|against (?:my|his|her|their) will|without (?:my|his|her|our|their) consent|(?:held|pinned|forced) (?:me|him|her|them|my \\w{2,10}) down|(?:forc(?:ed|ing)|injected) (?:\\w{2,12} )?(?:medication|tablets|drugs|a needle|food) (?:on|into|down)|forcibly|illegally (?:detained|held)|unlawful(?:ly)?|denied (?:his|her|my|their|the) right)\\b',
      "\\b(?:dnr|dnacpr|do not resuscitate)\\b(?=[^!?]{0,200}\\b(?:(?:nobody|no[- ]?one) (?:(?:had|has|ever|even) ){0,3}(?:asked|spoke|spoken|told|discussed|consulted)|without (?:asking|telling|discussing|our|my|his|her|any)|behind|(?:learning disabilit(?:y|ies)|down's(?: syndrome)?|autism).? (?:as|is|was|given) (?:the |a |his |her )?reason))",
      "\\b(?:carried on|kept (?:on |going|drilling|cutting|pulling|pushing)|continued|went ahead|would ?n[o']?t stop|did ?n[o']?t stop|refused to stop)(?: [^ .!?]{1,12}){0,6} (?:crying|begging|screaming|begged|screamed|(?:asked|told|said|saying|shouting|shouted)(?: \\w{2,6}){0,3} (?:stop|no))|\\b(?:kept|locked|shut|held|left) (?:me |him |her |my \\w{2,10} )?(?:up )?in an? (?:locked|small|bare|padded|seclusion) room|\\b(?:not|n't|never) (?:even |been )?(?:sectioned|under (?:a |any )?section)\\b(?=[^.!?]{0,40}(?:leave|locked|let|keep|kept|held))|\\bdeprivation of liberty without\\b",
    ],
    subjects: [],
  },
  {
    ...guide,
    seriousness: 'High',
    code: 'gross-substandard-care',
    patterns: [
      "\\b(?:put (?:my|his|her|their|patients'?|people's?|residents'?) li(?:fe|ves) (?:at risk|in danger)|dangerous(?:ly)? (?:care|practice|ward|place|low|understaffed|treatment)|grossly|inhumane?|barbaric|degrading|cruel(?:ty)?|left (?:\\w{2,8} )?to die|unsafe (?:discharge|care|practice|ward|staffing))\\b",
      '\\b(?:turned|switched) (?:the |his |her )?(?:machines?|ventilator|life support|oxygen) off\\b|\\b(?:turned|switched|knocked) (?:off|down) (?:his|her|my|the) (?:oxygen|ventilator|life support|monitor|heart monitor|alarms?|pump|syringe driver)|\\b(?:oxygen|ventilator|monitor|syringe driver|pump) (?:had |was |has )?(?:run out|ran out|been (?:turned|switched) off|turned off|switched off|not connected|unplugged)\\b',
      '\\b(?:hoist|sling|strap|bed rail|wheelchair)(?: \\w{2,8}){0,3} (?:snapped|broke|gave way|failed|collapsed|slipped)(?: [^ .!?]{1,12}){0,6} (?:fell|hit|floor|ground|dropped|landed)|\\b(?:dropped|fell) (?:\\w{2,8} )?(?:from|out of|off|by) (?:the|a|their) (?:hoist|sling|stretcher|trolley)\\b',
      ...dropped,
      `\\b(?:left|lay|laid|lying|laying|found|stuck|waited|waiting|fell|fallen|stayed|(?:i|he|she|they|mum|dad|nan|gran|grandad) (?:was|were|had been))(?: [^ .!?]{1,12}){0,6} on the (?:\\w{3,10} )?floor\\b(?=[^.!?]{0,60}\\b(?:for (?:over |more than |at least |about |nearly |almost |up to )?(?:an? (?:\\w{4,6} )?)?(?:\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many)(?: and a half)? hours|for hours|all (?:night|day)|overnight|(?:un)?til (?:the )?(?:next )?morning|since (?:midnight|\\d|last night|the night|the day)))`,
    ],
    subjects: [],
  },
  {
    ...guide,
    seriousness: 'High',
    code: 'many-issues-long-time',
    patterns: [
      '\\b(?:(?:series|catalogue|litany|string|number) of (?:\\w{2,12} )?(?:failures|failings|mistakes|errors|incidents)|systemic|for (?:over |more than )?(?:\\w{1,8} )?years (?:we|i|they|he|she) (?:have|has)|on (?:many|several|multiple|numerous) occasions (?:over|for|in|during))\\b',
    ],
    subjects: [],
  },
  {
    ...guide,
    seriousness: 'Medium',
    code: 'moderate-harm',
    patterns: [
      '\\b(?:lips? (?:was |were |are )?(?:\\w{2,8} )?(?:cracked|bleeding|dry|split)|so (?:dry|thirsty|weak|thin) (?:he|she|that|they|i)|he was so dry|laugh(?:ed|ing)(?: [^ .!?]{1,8}){0,3} (?:cried|crying|wept|tears))\\b',
      "\\b(?:maggots|seizures?|gangrene|blood clot|pus|black (?:toes?|foot|feet|heel)|burn(?:ed|t|ing)? (?:through|my|her|his)|(?:in|having) (?:\\w{2,8} )?(?:agony|labour and bleeding)|scream(?:ed|ing) in pain|crying (?:in pain|out)|when (?:i|she|he) was (?:crying|screaming)|never got (?:his|her|my) (?:\\w{2,10} )?(?:tablets|medication|insulin|meds)|(?:can(?:no|')?t|couldn't|unable to) get out of bed(?: \\w{2,8}){0,2} (?:without|because|one)|stuck in (?:bed|my chair|the chair|the bath)(?: [^ .!?]{1,10}){0,4} (?:days?|hours|nobody|no[- ]?one)|no carers? (?:since|for|all|came|today|this)|(?:dropped|left|took)(?: [^ .!?]{1,12}){0,4} (?:at |outside )?the wrong (?:house|address|ward|home|hospital|street))\\b",
      '\\b(?:caught|got|picked up|contracted|came home with|given) (?:an? |the )?(?:\\w{3,8} )?(?:c\\.? ?diff(?:icile)?|mrsa|norovirus|scabies|covid|infection|sepsis|superbug|bug)(?: \\w{2,8})? (?:on|in|from|at|while|whilst|during|after)\\b',
      '\\b(?:blood|faeces|poo|excrement|vomit|sick|urine|needles?) (?:\\w{2,8} )?(?:on|all over|over|across|smeared) (?:the|my|her|his) (?:\\w{3,10} )?(?:floors?|walls?|toilets?|curtains?|sheets|bed|sink|seat|chair|commode|door handle)\\b',
      '\\b(?:sore|ulcer|wound|hole|blisters?) (?:on|in) (?:his|her|my|their) (?:bottom|back|heels?|hips?|sacrum|base of|foot|leg)\\b',
      '\\b(?:fracture[ds]?|broken (?:wrist|arm|leg|ankle|nose|rib|ribs|finger)|(?:broke|fractured) (?:my|his|her|their) (?:wrist|arm|leg|ankle|nose|ribs?|finger|foot|collar ?bone)|fell (?:out of|off|over|down|on|from|and|twice|again)|fallen|falls?|found (?:my |our |her |him )?(?:\\w{2,12} )?(?:lying |collapsed |slumped )?on the (?:\\w{3,10} )?floor|infect(?:ed|ion)|in (?:agony|severe pain|extreme pain|terrible pain|so much pain)|bled|bleeding|scald(?:ed)?|burn(?:t|ed|s)?|pressure (?:sores?|ulcers?)|bed ?sores?|dehydrated|unconscious|collapsed|allergic reaction|worse(?:ned)? (?:condition|than)|relapse[d]?|syrthio|cwympo|torri (?:ei|fy) )\\b',
    ],
    subjects: [],
  },
  {
    ...guide,
    seriousness: 'Medium',
    code: 'medical-error',
    patterns: [
      `\\b${wrongMedicine}\\b`,
      '\\b(?:(?:daily|weekly|once|twice|one|two|three|four|\\d{1,3} ?(?:mg|ml|g)?|(?:\\d|one|two|four) times a (?:day|week))(?: a (?:day|week|month))? (?:instead of|rather than|not) (?:daily|weekly|once|twice|one|two|three|four|\\d{1,3} ?(?:mg|ml|g)\\b)|wrong (?:\\w{2,12} )?(?:dose|drug|drugs|medication|medicine|tablets?|pills?|diagnosis|treatment|injection|patient|results?|records?|notes|leg|side|inhaler)|adult (?:\\w{3,12} )?doses?|medical errors?|misdiagnos(?:ed|is)|medication (?:errors?|mistakes?)|(?:ni|na|heb) (?:chafodd|gafodd|gael|cael)(?: [^ .!?]{1,12}){0,4} (?:[dt]abledi|thabledi|[mf]oddion|[mf]eddyginiaeth)|not given (?:his|her|my|their|any) (?:\\w{2,12} )?(?:medication|meds|insulin|tablets|medicine|antibiotics)|missed (?:dose|doses|medication)|mistakes?|errors?|camgymeriad(?:au)?|camddiagnosis)\\b',
    ],
    subjects: [],
  },
  {
    ...guide,
    seriousness: 'Medium',
    code: 'delayed-discharge',
    patterns: [
      '\\b(?:delay(?:ed|s)? (?:in )?(?:discharg(?:e|ed|ing)|leaving|going home|transfer)|discharge (?:was |has been )?delayed|sent home (?:too (?:early|soon)|without|alone|in|at \\d{1,2} ?am)|discharged (?:\\w{2,8} )?(?:too (?:early|soon)|without|alone|in (?:the middle|his|her|pyjamas|a nightdress)|at (?:\\d{1,2}(?:[:.]\\d\\d)? ?am|midnight|night))|(?:with )?(?:nobody|no ?one) at home)\\b',
    ],
    subjects: [],
  },
  {
    ...guide,
    seriousness: 'Medium',
    code: 'unmet-need',
    patterns: [
      // Told how they can be reached, and reached otherwise; grieving, and put beside the newly born.
      "\\b(?:deaf|hard of hearing|can(?:no|')?t hear|blind|partially sighted|can(?:no|')?t read|interpreter|bsl)\\b(?=[^!?]{0,160}\\b(?:keeps?|kept|still|insist(?:s|ed)?|only|never|refus\\w{2,4}|without)(?: [^ .!?]{1,12}){0,3} (?:ring(?:ing)?|rang|phon(?:e|ed|ing)|call(?:ed|ing)?|voicemails?|letters?|print|interpreter|signer)\\b)",
      '\\b(?:miscarr(?:iage|ied)|still ?born|stillbirth|lost (?:my|our|the) bab(?:y|ies))\\b(?=[^!?]{0,200}\\b(?:new ?borns?|pregnant (?:women|ladies|mums)|(?:other|their|crying) babies|bumps|congratulat\\w{2,5}|(?:maternity|labour|postnatal|antenatal) (?:ward|clinic|waiting)))',
      "\\b(?:food|meals?|lunch|dinner|breakfast|drinks?|water|jug|cup|tea|tray|buzzer|call bell|bell|zimmer|frame|glasses)(?: [^ .!?]{1,12}){0,12} (?:out of (?:\\w{2,6} )?reach|(?:couldn't|could not|can(?:no|')?t|cannot) (?:\\w{2,6} )?(?:reach|get (?:to|at))|not within reach)|\\b(?:never|doesn't|don't|didn't|did not|no longer) (?:turn(?:s|ed)? up|com(?:es|e)|came|visit(?:s|ed)?)\\b(?=[^.!?]{0,60}carers?)|\\bcarers?(?: [^ .!?]{1,12}){0,3} (?:never|didn't|did not|don't|haven't|hasn't) (?:turn(?:ed)? up|com(?:e|ing)|came|arrived?|shown?)\\b",
      "\\b(?:abandoned|left (?:\\w{2,12} ){0,3}(?:alone|unattended|in pain|to cope|for hours|without|on my own)|no (?:help|support|care|pain relief|medication|treatment)|not (?:fed|washed|changed|turned|helped|cared for|looked after|listened to)|ignored|denied|refused|let (?:\\w{2,8} )?down|nobody (?:came|helped|listened|cared)|no ?one (?:came|helped|listened|cared)|never (?:came|turned up|arrived|called back|rang back)|(?:care|carers?|package|support) (?:has |have |had |was |were )?(?:stopped|been stopped|ended|been cut|cut)|(?:not|never) returned (?:my|his|her|our) (?:calls?|messages?|emails?)|no[- ]?shows?|(?:missed|so i missed|miss) (?:my|his|her|their) (?:chemo(?:therapy)?|dialysis|radiotherapy|operation|surgery)|(?:closed|discharged) (?:me|him|her|us|my \\w{2,10}) (?:because|for|after) (?:[a-z]{1,8} ){0,3}(?:miss(?:ed|ing)|not attending|did ?n.?t (?:attend|answer|reply)|dna.?d?)|still in (?:her|his|their) (?:\\w{3,8} )?(?:nightie|night ?dress|pyjamas|dressing gown) at (?:half|quarter|\\d|twelve|one|two|three|four|lunch|noon|mid)|(?:won't|will not|wouldn't|would not|refuses? to|refused to) give (?:me|him|her|them|my \\w{2,10}) (?:my|his|her|their|any) (?:meds|medication|medicines?|tablets|insulin|inhaler|pain relief|painkillers|methadone|pregabalin|gabapentin|antidepressants)|did(?:n't| not) (?:turn up|arrive|come|care|listen)|in tears|(?<!no |any |stopped |without |not |never )cry(?:ing)?|cried|traumati[sz](?:ed|ing)|distress(?:ed|ing)?|anwybyddu|gadael ar)\\b",
    ],
    subjects: [],
  },
  {
    ...guide,
    seriousness: 'Medium',
    code: 'staff-attitude',
    patterns: [
      "\\bif (?:i|we|she|he|they) (?:\\w{3,8} )?(?:complain(?:ed|s)?|(?:kick|make|made|kicked) (?:up )?a fuss|sa(?:id|y|ys) anything|report(?:ed)? (?:it|her|him|them|this))(?: [^ .!?]{1,12}){0,8} (?:would|'d|will|might|could)(?: [^ .!?]{1,12}){0,6} (?:lose|lost|losing|stop(?:ped)?|leave|evict\\w{0,3}|regret|worse|move(?:d)?|somewhere else|elsewhere|thrown out|pay for it)\\b",
      '\\b(?:call(?:s|ed|ing)?) (?:me|him|her|us|them|my \\w{2,10}(?: \\w{2,10})?) an? (?:\\w{2,10} )?(?:junkie|druggie|smackhead|addict|drunk|liar|time ?waster|nuisance|retard|spastic|cripple|mong|freak|pig|cow|bitch|idiot|moron|slag|hypochondriac|attention seeker|drama queen)|\\b(?:hung up|put the phone down|slammed the phone down) on (?:me|him|her|us|my)\\b|\\b(?:rolled (?:his|her|their) eyes|tutted|sneered|smirked|sniggered|snapped at|barked at|spoke to (?:me|her|him|us) like|treated like (?:dirt|rubbish|a criminal|an idiot|a child|cattle|an animal)|told (?:me|him|her|us) to (?:shut up|grow up|pull (?:my|him|her)self together|stop (?:crying|whinging|moaning|making a fuss))|laugh(?:ed|ing) (?:when|because|in (?:my|her|his) face))\\b',
      '\\b(?:rude(?:ly|ness)?|(?:bad|poor|awful|terrible|appalling|disgusting) attitude|attitude (?:of|problem|was|is|stinks)|shout(?:ed|ing|s) at|swore at|bull(?:y|ied|ying)|unprofessional|dismissive|arrogant|patroni[sz](?:ed|ing)|condescending|humiliat(?:ed|ing)|mock(?:ed|ing|s)|made fun of|making fun of|joking about (?:my|his|her|a)|nasty|horrible|aggressive|intimidat(?:ed|ing)|laughed at|belittled|uncaring|disrespect(?:ed|ful)?|unkind|anghwrtais|cas)\\b',
    ],
    subjects: [],
  },
  {
    ...guide,
    seriousness: 'Medium',
    code: 'misinformation',
    patterns: [
      "\\b(?:letter|results?|notes|email|paperwork)(?: [^ .!?]{1,12}){0,3} (?:another|other|someone else's|somebody else's|a different) (?:patient|person|woman|man)?(?:'s)?|\\b(?:my|his|her) (?:records?|notes|file) (?:say|says|said|show|state)(?: [^ .!?]{1,12}){0,6} (?:i (?:don't|have never|never|do not|am not|was not|didn't)|not true|untrue|wrong)|\\b(?:dnr|dnacpr|do not resuscitate)(?: [^ .!?]{1,12}){0,6} (?:without|not|never|behind|nobody|no[- ]?one)\\b",
      '\\b(?:told|telling|informed|rang|phoned|wrote to|texted|gave|given|shared|sent|disclosed|passed|showed)(?: [^ .!?]{1,12}){0,6} (?:address|phone number|whereabouts|diagnosis|termination|abortion|pregnan(?:t|cy)|hiv|test results?|medical (?:history|records|details))(?: [^ .!?]{1,12}){0,2} (?:to|with) (?:my|his|her|a|the|our|someone|another|other)|\\b(?:told|informed) (?:my|her|his|our) (?:husband|wife|partner|ex|boyfriend|girlfriend|mother|mum|dad|father|parents|boss|employer|manager|family|neighbour|ex[- ]?(?:husband|wife|partner))(?: [^ .!?]{1,12}){0,6} (?:termination|abortion|pregnan(?:t|cy)|hiv|diagnosis|appointment|results|condition|address|where (?:i|she|he|we) (?:live|lives|work|works))|\\b(?:read|reading|shout(?:ed|ing)?|call(?:ed|ing)?|announc(?:ed|ing)|said|repeated)(?: [^ .!?]{1,12}){0,6} (?:hiv|diagnosis|condition|medical history|pregnan(?:t|cy)|results?|medication|address|date of birth)(?: [^ .!?]{1,12}){0,3} (?:to|across|in|in front of) the (?:\\w{4,7} )?(?:waiting room|waiting area|reception|queue|ward|bay|shop)\\b|\\b(?:in front of|within earshot of|loud enough for)(?: [^ .!?]{1,12}){0,3} (?:waiting room|queue|other (?:patients|customers|people|parents)|everyone|whole (?:ward|clinic|shop|bay))\\b|\\b(?:told|given|got|heard|received|read out)(?: [^ .!?]{1,12}){0,5} (?:results?|diagnosis|cancer|news)(?: [^ .!?]{1,12}){0,4} (?:in|at|by|on) (?:a|the) (?:corridor|doorway|reception|waiting room|car park|voicemail|answerphone|text)|\\b(?:nobody|no[- ]?one|not|never) (?:told|informed|let|rang) (?:us|me|the family|my \\w{2,10}|the parents)(?: know)?(?: [^ .!?]{1,12}){0,2} (?:where|which|that|when|until|why|what)\\b',
      '\\b(?:misinformed|misinformation|misled|lied|lies|lying to|wrong information|incorrect information|conflicting (?:information|advice)|different (?:stories|answers|information)|breach(?:ed|ing)? (?:of )?(?:confidentiality|data|privacy)|data breach|(?:records|notes|results|letters?|details|diagnosis|address) (?:\\w{2,8} ){0,2}(?:posted|sent|emailed|given|read out|shown|left open) (?:to|in front of|for)(?! (?:my|his|her|the|our) (?:gp|doctor|consultant|surgery|clinic|ward))|sign(?:ed|ing) (?:to say|for) (?:that )?(?:they|she|he|the|a|visits|calls|care)(?:.d| had)? (?:been|had|visit\\w{0,3}|calls?)|confidentiality (?:was )?(?:broken|breached)|(?:everyone|everybody|the whole \\w{4,10})(?: [^ .!?]{1,10}){0,4} knows? (?:i|she|he|my|her|his|about)|not (?:told|informed) (?:about|of|that|what)|nobody (?:told|explained|informed))\\b',
    ],
    subjects: [],
  },
  {
    ...guide,
    seriousness: 'Medium',
    code: 'long-delay',
    patterns: [
      '\\b(?:wait(?:ed|ing)? (?:\\w{1,10} ){0,3}(?:(?:[3-9]|[1-9]\\d|three|four|five|six|seven|eight|nine|ten|twelve|many|several) (?:and a half )?(?:hours|hrs|days|weeks|months|years)|years)|(?:[4-9]|[1-9]\\d|four|five|six|seven|eight|nine|ten|twelve)(?:\\+| plus)? ?(?:hours?|hrs) (?:wait|for|later|late|delay|on a trolley)|(?:cancelled|postponed|rescheduled) (?:\\w{1,8} )?(?:again|twice|three times|several times|\\d times|repeatedly))\\b',
    ],
    subjects: [],
  },
  {
    ...reading,
    seriousness: 'Medium',
    code: 'weighty-subject',
    patterns: [],
    subjects: ['consent', 'end-of-life', 'mortuary', 'restraint'],
  },
  {
    ...reading,
    seriousness: 'Medium',
    code: 'strong-words',
    patterns: [
      '\\b(?:appall(?:ed|ing)|disgust(?:ed|ing)|disgrace(?:ful)?|shocking|horrendous|horrific|diabolical|atrocious|shambles|unacceptable|outrageous|worst|absolutely (?:awful|terrible|useless)|failed (?:me|us|him|her|my)|fobbed off|fuming|furious|scandal(?:ous)?|joke|useless|gwarthus|cywilyddus|(?<!p?h?b?oen )ofnadwy(?! o (?:dda|garedig|neis|braf|ddiolchgar|hapus|gyfeillgar|lan|ffeind)\\b)|annerbyniol)\\b',
    ],
    subjects: [],
  },
]
