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
    "refus(?:ed|ing|al)|denied|turned (?:me|us|him|her|them) away|not eligible|no access|access to|can'?t (?:get|access)|could ?n[o']?t (?:get|access)|waiting lists?|referrals?|referred|rejected|funding|postcode lottery|gwrthod(?:wyd)?|atgyfeiri(?:ad|o)",
  ),
  subject(
    'admissions-and-discharge',
    'Admissions, discharge and transfers',
    'Derbyn, rhyddhau a throsglwyddo',
    'discharg(?:e|ed|es|ing)|sen[dt] (?:\\w{2,12} ){0,2}home|admission|admitted|transferr?ed|transfer|bed ?blocking|moved wards?|rhyddhau|rhyddhawyd',
  ),
  subject(
    'appointments',
    'Appointments',
    'Apwyntiadau',
    'appointments?|appts?|booking|booked|re-?schedul(?:e|ed|ing)|cancell?ed|cancellations?|cancell?ing|double[- ]booked|get through|answer(?:s|ed|ing)? (?:the|your|their) (?:tele)?phones?|ateb y ffôn|ring(?:ing)? at (?:8|eight)|apwyntiad(?:au)?|gohiri(?:wyd|o)',
  ),
  subject(
    'clinical-treatment',
    'Clinical treatment',
    'Triniaeth glinigol',
    'treatments?|treated|operations?|surgery went|surgeons?|surgical|diagnos(?:is|ed|es|tic)|mis-?diagnos(?:ed|is)|procedures?|infections?|hand hygiene|wash(?:ed|ing)? (?:his|her|their) hands|sepsis|wounds?|stitches|fractur(?:e|ed)(?! clinic)|broken (?:hip|arm|leg|wrist)|pain relief|scan(?:s|ned)?|tests?|blood pressure|complications?|side effects?|clinical|therapy|triniaeth|llawdriniaeth|haint',
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
    'communicat(?:e|ed|ion|ions|ing)|inform(?:ed|ation)?|informative|explain(?:ed|s|ing)?|explanations?|told|updates?|updated|phone calls?|called back|call(?:ing)? back|ring back|rang back|no (?:one|body) (?:told|explained|rang|phoned|called|answered)|letters?|leaflets?|listen(?:ed|ing|s)?|contradict(?:ory|ed)|interpreters?|misinformed|misinformation|cyfathrebu|esboni(?:o|odd|wyd)|gwrando',
  ),
  subject(
    'consent',
    'Consent',
    'Cydsyniad',
    "consent(?:ed|ing)?|without (?:my|his|her|our|their) (?:permission|agreement|consent)|did ?n[o']?t agree to|against (?:my|his|her|their) will|cydsyniad|heb ganiatad",
  ),
  subject(
    'end-of-life',
    'End of life care',
    'Gofal diwedd oes',
    'end[- ]of[- ]life|palliative|hospice|dnr|dnacpr|do not resuscitate|dying|last (?:days|hours|weeks)|syringe driver|terminal(?:ly)?|gofal lliniarol|diwedd oes',
  ),
  subject(
    'facilities',
    'Facilities and environment',
    "Cyfleusterau a'r amgylchedd",
    'clean(?:ed|er|ers|ing|liness|er)?|dirty|filthy|hygien(?:e|ic)|toilets?|bathrooms?|showers?|car ?parks?|parking|rooms?|nois(?:e|y)|heating|radiators?|cold ward|air con(?:ditioning)?|wi-?fi|tv|television|beds?|chairs?|seat(?:s|ing)|waiting (?:room|area)|building|lifts?|decor(?:ation)?|smell(?:s|y)?|temperature|equipment|glan|budr|parcio|toiledau?',
  ),
  subject(
    'integrated-care',
    'Integrated care between organisations',
    'Gofal integredig rhwng sefydliadau',
    'passed (?:from|between)|pillar to post|joined[- ]up|between (?:the )?(?:hospital|council|gp|trust|surgery)|each (?:blamed|said it was) the other|hand(?:ed)? ?over|co-?ordinat(?:ed|ion)|fell between|neither (?:of them|side|the)|integrated',
  ),
  subject(
    'mortuary',
    'Mortuary and care after death',
    'Marwdy a gofal ar ôl marwolaeth',
    'mortuary|morgue|post[- ]?mortem|chapel of rest|death certificate|undertakers?|marwdy',
  ),
  subject(
    'patient-care',
    'Patient care, nutrition and hydration',
    'Gofal cleifion, maeth a hydradu',
    'care|caring|cared|looked after|meals?|food|menus?|breakfast|lunch|dinner|tea|drinks?|water|fed|feeding|eat(?:ing)?|hungry|thirsty|dehydrat(?:ed|ion)|malnourished|call bells?|buzzers?|washed|wash|pads?|incontinence|pressure (?:sores?|ulcers?)|bed ?sores?|falls?|fell|turned|nursing|supported?|supportive|helped?|helpful|gofal(?:u)?|bwyd|diod|heb (?:ddŵr|ddwr|fwyd|ddiod)|cwymp(?:o|odd)',
  ),
  subject(
    'prescribing',
    'Prescribing and medicines',
    'Rhagnodi a meddyginiaethau',
    'prescri(?:bed|be|bing|ption|ptions)|medications?|medicines?|meds|tablets?|pills?|dos(?:e|es|age)|antibiotics?|insulin|painkillers?|inhalers?|overdos(?:e|ed)|drugs?|repeat prescription|moddion|meddyginiaeth(?:au)?|presgripsiwn',
  ),
  subject(
    'privacy-and-dignity',
    'Privacy, dignity and wellbeing',
    'Preifatrwydd, urddas a lles',
    'privacy|private|dignity|dignified|undignified|humiliat(?:ed|ing|ion)|exposed|naked|confidential(?:ity)?|data breach|mixed[- ]sex|curtains?|embarrass(?:ed|ing)|respect(?:ed|ful|fully)?|comfort(?:able|ed)?|wellbeing|someone else.s (?:letters?|notes|results|records)|sent to the wrong (?:address|person|patient|house)|urddas|preifatrwydd|ph?arch|barch',
  ),
  subject(
    'restraint',
    'Restraint',
    'Atal',
    'restrain(?:ed|t|ts|ing)|held (?:me|him|her|them) down|pinned (?:me|him|her|them)?|seclusion|locked (?:in|up)|tied to|ataliwyd',
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
    'transport|ambulances?|taxis?|drivers?|journey|lift home|picked up|pick up|drop(?:ped)? off|patient transport|minibus|cludiant|ambiwlans',
  ),
  subject(
    'administration',
    'Trust administration, policies and records',
    'Gweinyddiaeth, polisïau a chofnodion',
    'admin(?:istration)?|paperwork|records?|notes|forms?|policy|policies|lost (?:my|his|her|the|our) (?:notes|records|file|referral|results|blood)|wrong (?:address|name|patient|number)|results|certificates?|invoices?|bill(?:ed|ing)|charged|complaints? (?:process|procedure|team)|reception(?:ist|ists)?|switchboard|website|computer|gweinyddol|cofnodion|ffurflen',
  ),
  subject(
    'values-and-behaviours',
    'Values and behaviours of staff',
    'Gwerthoedd ac ymddygiad staff',
    'rude(?:ness|ly)?|lied|liars?|told (?:me |us )?lies|dishonest(?:y|ly)?|attitudes?|polite(?:ly|ness)?|impolite|kind(?:ness|ly|est)?|unkind|friendly|unfriendly|compassion(?:ate)?|professional(?:ism|ly|s)?|unprofessional|bully(?:ing)?|bullied|shout(?:ed|ing|s)?|swore|dismissive|arrogant|patroni[sz](?:ed|ing|es)|condescending|ignored|uncaring|courteous|manners?|lovely staff|(?:staff|nurses?|doctors?|crew|driver|receptionist|team|carers?) (?:was|were|is|are) (?:\\w+ ){0,2}(?:lovely|great|brilliant|excellent|amazing|fantastic|wonderful|awful|horrible|nasty)|racist|laughed at|anghwrtais|cwrtais|caredig|ymddygiad|agwedd',
  ),
  subject(
    'waiting-times',
    'Waiting times',
    'Amseroedd aros',
    'wait(?:ed|ing|s)?(?! (?:room|area))|delays?|delayed|hours (?:later|late|for|on|in|before)|late|took (?:\\w{1,8} ){0,2}(?:long|ages|hours|days|weeks|months)|long time|queues?|queu(?:ing|ed)|on hold|prompt(?:ly)?|punctual|on time|quick(?:er|ly)?|slow(?:ly)?|faster|speed|response time|too long|aros|oedi|oriau',
  ),
]
