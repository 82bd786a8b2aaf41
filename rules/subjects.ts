/** What a matter is about: the subjects of the KO41a return, with the words that lead to each. */
import type { CodeSetEntry } from '../shared/knowledge.ts'

/** Dated: annual collection from 2022-23; one complaint may count under several subjects. */
const ko41a = { source: 'NHS Digital, KO41a data collection, subject area', sureness: 'unconfirmed' } as const

function subject(code: string, en: string, cy: string, ...patterns: readonly string[]): CodeSetEntry {
  return { ...ko41a, code, name: { en, cy }, patterns: patterns.map((words) => `\\b(?:${words})\\b`) }
}

export const subjects: readonly CodeSetEntry[] = [
  subject(
    'access',
    'Access to treatment or drugs',
    'Mynediad at driniaeth neu gyffuriau',
    "refus(?:ed|ing|al)|denied|turned (?:me|us|him|her|them) away|not eligible|no access|access to(?! (?:health|medical|my|his|her|their) (?:records|notes))|(?:go|going|went|gone) private|can'?t (?:get|access)|could ?n[o']?t (?:get|access)|waiting lists?|referrals?|referred|rejected|(?<!self[- ])funding|postcode lottery|turned (?:\\w{2,8} )?down|(?:would ?n[o']?t|won't|will not|refuses? to) (?:refer|see|prescribe|treat|accept|give) (?:me|us|him|her|them|my|our|mum|dad)|(?:see|find|get) an? (?:nhs )?dentist|eligib(?:le|ility)|gwrthod(?:wyd)?|atgyfeiri(?:ad|o)",
  ),
  subject(
    'admissions-and-discharge',
    'Admissions, discharge and transfers',
    'Derbyn, rhyddhau a throsglwyddo',
    'discharg(?:e|ed|es|ing)|sen[dt] (?:\\w{2,12} ){0,2}home|(?<!(?:on|since|before|until) )admission|admitted|transferr?ed|transfer|bed ?blocking|(?:was|were|been) being moved|moved wards?|closed (?:me|him|her|us|my (?:case|file|referral))|moved (?:\\w{2,8} )?(?:from|to) (?:\\w{2,12} ){1,3}(?:ward|hospital|unit|home)|rhyddhau|rhyddhawyd',
  ),
  subject(
    'appointments',
    'Appointments',
    'Apwyntiadau',
    'appointments?|appts?|booking|booked|re-?schedul(?:e|ed|ing)|cancell?ed|cancellations?|cancell?ing|double[- ]booked|get through|answer(?:s|ed|ing)? (?:the|your|their) (?:tele)?phones?|ateb y ffôn|ring(?:ing)? at (?:8|eight)|different dates|apwyntiad(?:au)?|gohiri(?:wyd|o)',
  ),
  subject(
    'clinical-treatment',
    'Clinical treatment',
    'Triniaeth glinigol',
    'treatments?|treated|operations?|surgery went|surgeons?|surgical|diagnos(?:is|ed|es|tic)|mis-?diagnos(?:ed|is)|procedures?|infections?|hand hygiene|wash(?:ed|ing)? (?:his|her|their) hands|sepsis|wounds?|stitches|fractur(?:e|ed)(?! clinic)|broken (?:hip|arm|leg|wrist|ankle)|replacement (?:hip|knee)|(?:hip|knee) (?:op|replacement)|stents?|cannulas?|catheters?|ulcers?|dressings?|wrong tooth|(?<!false |lost )(?:tooth|abscess|fillings?|root canal)|dant|ddant|pain relief|scan(?:s|ned)?|tests?|blood pressure|complications?|side effects?|clinical|therapy|triniaeth|llawdriniaeth|haint',
  ),
  subject(
    'commissioning',
    'Commissioning',
    'Comisiynu',
    'commissioning|commissioners?|service (?:closed|closure|cut|cuts)|closing (?:the|our)|continuing health ?care|individual funding request|comisiynu',
  ),
  subject(
    'communications',
    'Communications',
    'Cyfathrebu',
    'communicat(?:e|ed|ion|ions|ing)|inform(?:ed)?|(?<!freedom of )information|informative|explain(?:ed|s|ing)?|explanations?|told|updates?|updated|phone calls?|called back|call(?:ing)? back|ring back|rang back|chas(?:ed|ing)|voicemails?|hung up|no (?:one|body) (?:told|explained|rang|phoned|called|answered)|letters?|leaflets?|listen(?:ed|ing|s)?|contradict(?:ory|ed)|interpreters?|(?:siarad|gair o|yn) gymraeg|siarad cymraeg|misinformed|misinformation|cyfathrebu|esboni(?:o|odd|wyd)|gwrando',
  ),
  subject(
    'consent',
    'Consent',
    'Cydsyniad',
    "consent(?:ed|ing)?(?! (?:for|to) (?:you|this|share|sharing|pass|contact)\\b)|without (?:my|his|her|our|their) (?:permission|agreement|consent)|did ?n[o']?t agree to|(?:told|asked|begged|shouted at|screamed at) (?:him|her|them|the \\w{3,12}) to stop(?! (?:smoking|taking|drinking|worrying|his|her|the|my|eating|using|coming|sending|ringing))|(?:not|n[o']?t|nt) stop(?:ped)? when (?:i|she|he) (?:said|told|asked)|against (?:my|his|her|their) will|cydsyniad|heb ganiatad",
  ),
  subject(
    'end-of-life',
    'End of life care',
    'Gofal diwedd oes',
    'end[- ]of[- ]life|palliative|hospice|(?:days|weeks|months|hours|long) (?:left )?to live|dnr|dnacpr|do not resuscitate|dying(?! (?:for|to)\\b)|last (?:days|hours|weeks)(?! (?:ago|of))|dyddiau olaf|syringe driver|terminal(?:ly)?|gofal lliniarol|diwedd oes',
  ),
  subject(
    'facilities',
    'Facilities and environment',
    "Cyfleusterau a'r amgylchedd",
    'clean(?:ed|er|ers|ing|liness|er)?|dirty(?! (?:old )?(?:man|woman|look|looks|boy|girl|cow|pig|so and so)\\b)|filthy|hot water|wet floor|slippery|slipped|tripped|trip hazard|sign(?:age|posts?|posting)|ramps?|hygien(?:e|ic)|(?<!(?:to|on|off|use|used|using|need|needed|needs|for) (?:the )?)toilets?|bathrooms?(?! floor)|showers?|car ?parks?|parking|(?<!waiting )rooms?|nois(?:e|y)|heating|radiators?|cold ward|air con(?:ditioning)?|wi-?fi|tv|television|(?<!(?:in|out of|from|his|her|soiled|wet|empty|next|opposite|other|to|my|their) )beds?|chairs|(?<!(?:in|into|from|out of|off|on|to|by) (?:the|a|an|his|her|my|their|our) (?:arm)?)chair|seat(?:s|ing)|(?<!(?:to|of|across) (?:the|a) (?:whole |entire |packed |full |busy |crowded )?)waiting (?:room|area)|building|windows?|no way in|step[- ]free|wheelchair (?:access|ramp)|disabled access|(?:ward|room|bay|house|building|corridor|clinic|surgery|place)s? (?:was|is|were|are) (?:\\w{2,10} )?(?:freezing|cold|boiling|stuffy|sweltering|draughty)|lifts?|decor(?:ation)?|smell(?:s|y)?|temperature|equipment|glan|budr|parcio|toiledau?',
  ),
  subject(
    'integrated-care',
    'Integrated care between organisations',
    'Gofal integredig rhwng sefydliadau',
    'passed (?:from|between)|pillar to post|joined[- ]up|between (?:the )?(?:hospital|council|gp|trust|surgery)|each (?:blamed|said it was) the other|hand(?:ed)? ?over|co-?ordinat(?:ed|ion)|tennis ball|ping ?pong|blam(?:e|es|ed|ing) (?:each other|one another)|back and forth|going round in circles|(?:hospital|gps?|surgery|council|doctors?|trust|pharmacy) (?:now )?(?:say|says|said) (?:\\w{2,5} ){0,3}(?:gps?|hospital|surgery|council|doctors?|trust|pharmacy)|fell between|neither (?:of them|side|the)|integrated',
  ),
  subject(
    'mortuary',
    'Mortuary and care after death',
    'Marwdy a gofal ar ôl marwolaeth',
    'mortuary(?! corridors?)|morgue|post[- ]?mortem|chapel of rest|death certificate|undertakers?|marwdy',
  ),
  subject(
    'patient-care',
    'Patient care, nutrition and hydration',
    'Gofal cleifion, maeth a hydradu',
    'care|caring|cared|looked after|carers?(?: [^ .!?]{1,10}){0,3} (?:not|never|n.?t|nt|late)(?: \\w{2,6})? (?:come|came|coming|turn(?:ed)? up|arrived?|shown?)|dropp?ed (?:me|him|her|them|mum|dad|nan|(?:my|our|the) (?:baby|\\w{3,10}))(?! (?:off|home|at|a)\\b)|(?:was|were|been|got) dropped (?!off|from the (?:list|waiting))|(?:left|found|lay|lying|laying|stuck|sat|sitting|kept|collapsed|fell)(?: [^ .!?]{1,10}){0,4} on the (?:\\w{3,9} )?floor(?! (?:above|below))|nappy|nappies|soiled|own mess|bruises|bruising|collapsed|(?:hit|punched|slapped|kicked|attacked|assaulted) (?:me|him|her|my \\w{2,10}|mum|dad|nan)|(?:visits?|calls?) (?:\\w{2,8} )?(?:cut )?short|(?:missed|late|whole) visits?|\\w{1,7} min(?:ute)?s? (?:instead of|rather than|out of|of the) (?:the |an? )?(?:\\d\\d|thirty|forty|sixty|hour|half)|meals?|food|menus?|breakfast|lunch|dinner|tea|drinks?|(?<!hot )water|fed|feed|feeding|vegan|vegetarian|halal|kosher|gluten|out of reach|showered|eat(?:ing)?|hungry|thirsty|dehydrat(?:ed|ion)|malnourished|call bells?|bells?|buzzers?|washed|wash|pads?|incontinence|pressure (?:sores?|ulcers?)|bed ?sores?|(?<!number of )falls?|fell(?! (?:asleep|out with|through|pregnant|in love))|turned (?:over|him|her|every|in bed|regularly)|not (?:been )?turned|nursing|supported?|supportive|helped?|helpful|gofal(?:u)?|[bf]wyd(?:o|wyd)?|[gh]?olchi|ar y llawr|g?ollwng(?:wyd)?|(?:g|ng)?ollyngodd|diod|heb (?:ddŵr|ddwr|fwyd|ddiod)|cwymp(?:o|odd)|syrthi(?:o|odd)',
  ),
  subject(
    'prescribing',
    'Prescribing and medicines',
    'Rhagnodi a meddyginiaethau',
    'prescri(?:bed|be|bing|ption|ptions)|medications?|medicines?|meds|tablets?|pills?|dos(?:e|es|age)|antibiotics?|insulin|painkillers?|inhalers?|(?<!took an )overdos(?:e|ed)|drugs?|blood thinners?|dosette|morphine|warfarin|methadone|methotrexate|amoxicillin|penicillin|amlodipine|ramipril|statins?|simvastatin|atorvastatin|metformin|omeprazole|sertraline|citalopram|fluoxetine|mirtazapine|diazepam|apixaban|rivaroxaban|levothyroxine|furosemide|prednisolone|steroids|lithium|clozapine|pregabalin|gabapentin|codeine|tramadol|anticoagulants?|antidepressants?|eye drops|epi ?pens?|hrt|repeat prescription|[mf]oddion|[mf]eddyginiaeth(?:au)?|p(?:re|h?re)sgripsiwn|(?:t|d|th|nh)abledi',
  ),
  subject(
    'privacy-and-dignity',
    'Privacy, dignity and wellbeing',
    'Preifatrwydd, urddas a lles',
    'privacy|(?<!(?:go|going|went|gone|paid|pay) )private(?! (?:practice|patient|hospital|clinic|sector|treatment|consultation))|wrong (?:baby|patient|person|child)(?:.?s)? (?:\\w{2,8} )?(?:books?|notes|records?|letters?|results|files?)|(?:everyone|everybody|the whole \\w{4,10})(?: [^ .!?]{1,10}){0,4} knows?|dignity|dignified|undignified|humiliat(?:ed|ing|ion)|exposed|naked|confidential(?:ity)?|data breach|mixed[- ]sex|curtains?|embarrass(?:ed|ing)|(?:read(?:ing)?|shout(?:ed|ing)?|call(?:ed|ing)?|announc(?:ed|ing)) out (?:my|his|her|our|mum.?s|dad.?s)|(?:out )?(?:to|across) the (?:\\w{4,7} )?waiting (?:room|area)|o flaen (?:pawb|pobl|cleifion|y (?:ward|cleifion|lleill))|in front of (?:[a-z]{2,8} ){0,3}(?:everyone|everybody|patients|people|visitors|strangers|residents|families|men|women|others)|in front of (?:(?:the|a) (?:whole|full) (?:\\w{2,8} ){0,2}(?:clinic|waiting room|ward|bay|queue))|standing in (?:the|a) corridor|where (?:i|she|he|we) (?:live|lives|work|works)|told (?:my|her|his) (?:\\w{2,8} )?(?:ex|school|boss|employer|ex[- ]?(?:husband|wife|partner|boyfriend))|congratulat(?:ed|ing) me|(?:lost|missing|mislaid|disappeared|vanished|went missing|gone missing)(?: [^ .!?]{1,12}){0,3} (?:glasses|spectacles|dentures|teeth|hearing aids?|rings?|watch|clothes|clothing|belongings|property|slippers|phone|purse|handbag|wallet|dressing gown|walking frame|walking stick|jewellery)|(?:glasses|spectacles|dentures|teeth|hearing aids?|rings?|watch|clothes|clothing|belongings|property|slippers|phone|purse|handbag|wallet|dressing gown|walking frame|walking stick|jewellery)(?: \\w{2,5})? (?:went missing|gone missing|(?:was|were|is|are|been|got) (?:lost|mislaid)|missing|lost|disappeared|vanished)|respect(?:ed|ful|fully)?|comfort(?:able|ed)?|wellbeing|someone else.s (?:letters?|notes|results|records)|sent to the wrong (?:address|person|patient|house)|urddas|preifatrwydd|ph?arch|barch',
  ),
  subject(
    'restraint',
    'Restraint',
    'Atal',
    'restrain(?:ed|t|ts|ing)|strapp(?:ed|ing) (?:me|him|her|them|my \\w{2,10}|mum|dad|nan) (?:in|to|down)|held (?:me|him|her|them) down|pinned (?:me|him|her|them)?|(?:held|pushed|put) (?:\\w{2,8} )?face[- ]?down|seclusion|locked (?:in|up)|tied to|ataliwyd',
  ),
  subject(
    'staffing',
    'Staffing numbers',
    'Niferoedd staff',
    'staffing|short[- ]staffed|under ?staffed|staff shortages?|not enough (?:staff|nurses|doctors|carers|people)|more (?:staff|nurses|doctors|carers)|(?:lack|shortage) of (?:staff|nurses|doctors)|short of staff|agency (?:staff|nurses)|bank staff|overworked|over ?stretched|run off their feet|dim digon o staff|prinder staff|diffyg staff',
  ),
  subject(
    'transport',
    'Transport',
    'Cludiant',
    'transport|(?<!(?:call|called|calling|ring|rang|phone|phoned|need|needed) (?:for )?(?:an |the )?)ambulances?|taxis?|(?<!syringe |screw )drivers?|journey|lift home|picked up|pick up|drop(?:ped)? off|patient transport|minibus|cludiant|ambiwlans',
  ),
  subject(
    'administration',
    'Trust administration, policies and records',
    'Gweinyddiaeth, polisïau a chofnodion',
    'admin(?:istration)?|paperwork|records?|notes|forms?|policy|policies|lost (?:my|his|her|the|our) (?:notes|records|file|referral|results|blood)|wrong (?:address|name|patient|number)|results|certificates?|invoices?|bill(?:ed|ing)|charged|complaints? (?:process|procedure|team)|reception(?:ist|ists)?|website|(?<!from (?:his|her|their|the) |at (?:his|her|their|the) )computer|switchboard|fees|contract|(?:my|her|his|your|the) complaint|complained to you|gweinyddol|cofnodion|ffurflen',
  ),
  subject(
    'values-and-behaviours',
    'Values and behaviours of staff',
    'Gwerthoedd ac ymddygiad staff',
    'rude(?:ness|ly)?|lied|liars?|told (?:me |us )?lies|dishonest(?:y|ly)?|attitudes?|polite(?:ly|ness)?|impolite|(?<!(?:what|any|some|this|that|the|a) |of )kind(?:ness|ly|est)?(?! (?:regards|wishes|of)\\b)|abrupt(?:ly)?|curt|snappy|judged|rough with|unkind|(?:yn|mor|reit|braidd yn) (?:gas|cas|sarrug|flin|ddiamynedd|anghwrtais)|g?weiddi ar|[gw]?waeddodd|f?bychanu|chwerthin am|(?:on|at|playing with|looking at) (?:her|his|their) (?:mobile )?phones?|if (?:i|we|she|he) (?:\\w{3,6} )?complain(?:ed|s)?|friendly|unfriendly|compassion(?:ate)?|professional(?:ism|ly|s)?|unprofessional|bully(?:ing)?|bullied|(?<!(?:had|have|has) to )shout(?:ed|ing|s)?|swore|dismissive|arrogant|horrid|fell asleep|patroni[sz](?:ed|ing|es)|condescending|ignored|uncaring|courteous|manners?|lovely staff|(?:staff|nurses?|doctors?|crew|driver|receptionist|team|carers?) (?:was|were|is|are) (?:\\w+ ){0,2}(?:lovely|great|brilliant|excellent|amazing|fantastic|wonderful|awful|horrible|nasty)|racist|laughed at|anghwrtais|cwrtais|caredig|ymddygiad|agwedd',
  ),
  subject(
    'waiting-times',
    'Waiting times',
    'Amseroedd aros',
    'wait(?:ed|ing|s)?(?! (?:room|area))|delays?|delayed|hours (?:later|late|for|on|in|before)|(?<!(?:my|our|the|his|her) )late(?! (?:husband|wife|mother|father|mum|dad|for the))|took (?:\\w{1,8} ){0,2}(?:long|ages|hours|days|weeks|months)|long time|queues?|queu(?:ing|ed)|on hold|prompt(?:ly)?|punctual|on time|quick(?:er|ly)?(?! (?:one|question|note|word|query))|hwyr|slow(?:ly)?|faster|speed|response time|too long|within (?:an?|two|three|four|six|\\d{1,2}) (?:hours?|minutes|mins)|aros|oedi|oriau',
  ),
]
