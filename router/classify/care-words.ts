/** Words that show a message to be about care, and words of outrage about it. */
import { phrases } from '../../shared/text/phrases.ts'

/** Without any of these a text message is most likely everyday talk. */
export const careWords = phrases(
  [
    "\\b(?:sent (?:me|him|her|them|us|my \\w{2,12}|home \\w{2,12}) home|discharg(?:e|ing)|x ?-?rays?|ct|mri|ultrasound|scan(?:s|ned)?|biops(?:y|ies)|diagnos(?:is|ed|e)|cancers?|tumou?rs?|chemo(?:therapy)?|radiotherapy|sepsis|infections?|stroke|dementia|alzheimer'?s|autis(?:m|tic)|adhd|diabet(?:es|ic)|epilep(?:sy|tic)|insulin|morphine|antibiotics?|paracetamol|injections?|vaccin(?:e|ation)|dos(?:e|es|age)|overdosed?|tablets|medicines?|drip|cannula|catheter|commode|stoma|dressings?|stitches|wounds?|(?:bed|pressure) ?-?sores?|pressure ulcers?|anaphyla(?:xis|ctic)|allerg(?:y|ic|ies)|in labour|gave birth|maternity|newborn|miscarriage|stillb(?:orn|irth)|hips?|wrists?|fractur(?:e|ed)|broke (?:his|her|my|their) \\w{3,10}|in agony|pain relief|painkillers|stopped breathing|died (?:because|alone|waiting|two|three|in hospital|last)|(?:he|she|they) (?:was|were) dead|bu farw|hearing aids?|dentures|(?:mum|dad|nan|his|her|my)'?s? (?:teeth|glasses|notes)|charged (?:me|us|him|her|twice|for)|car ?park(?:ing)?|parking|on hold|call(?:ed)? back|rung back|phone lines?|(?:answers?|answering|pick(?:s|ed)? up) the phone|buzzer|call bell|trolley|corridor|respite|dialysis|oxygen|transport|wrong address|written answer|results|lights|toilets?|noisy|(?:saved|save) my life|(?:felt|feel) (?:so |very )?(?:safe|looked after|listened to|rushed)|(?:was|been|got|being) seen|seen (?:within|in|by|straight)|deserves? an? (?:medal|pay ?rise)|wheelchairs?|hoist(?:ed)?|incontinen(?:t|ce)|soiled|crisis (?:team|line)|mental health|camhs|111|999|pals|referr(?:al|ed)|waiting (?:list|room)|test results|blood tests?|results (?:of|from|for) my|medical records?|bedside|visiting (?:hours|time)|interpreter|advocate|complain(?:ts?|ing|ed)|compliments?|feedback|gofalwr|cartref gofal|tabledi|moddion)\\b",
    '\\b(?:nurses?|nursing|crews?|doctors?|gps?|surgeon|surgery|consultant|midwi(?:fe|ves)|paramedics?|ambulances?|hospitals?|ward|wards|patients?|carers?|care ?home|care ?workers?|social workers?|staff|treatment|appointments?|clinics?|physio|therap(?:y|ist)|medications?|prescriptions?|operation|discharged?|a&e|a and e|nhs|receptionists?|dentist|pharmacy|residents?|safeguarding|care|caring|looked after|your (?:service|team|staff|department)|nyrs(?:ys)?|meddyg(?:on)?|ysbyty|gofal|claf|cleifion|meddygfa|apwyntiad|gofalwyr|aros yn|ateb y ffôn)\\b',
  ],
  ["\\b(?:take|takin|tc|don'?t|do not|who|doesn't|didn't|not|really|i|u|me) care\\b"],
)

/** Bodies, ills and whoever is cared for: with them harm may be told though nobody names a place of care. */
export const bodyWords = phrases([
  "\\b(?:healthcare|health care|chemist|pills|tablet|bleed(?:s|ing)?|blood(?! test)|breath(?:e|es|ing)|bruis(?:e|es|ed|ing)|black eyes?|swollen|infected|sores?|scabies|lice|jaw|skull|ribs?|spine|throat|skin|pads?|nappy|nappies|soiled|faeces|urine|wee|poo|undress(?:ed)?|naked|lap|restrained|tied up|starv(?:e|ed|ing)|thirsty|dehydrated|skinny|weigh(?:s|ed)|epilepsy|seizure|dementia|disabled|paralysed|unconscious|collapsed|choked|drugged|sedated|overdose|suicid(?:e|al)|self[- ]harm|bitten|(?:my|our|the|his|her) (?:nan|nana|gran(?:dad|ny|dma|dpa|ddad|dmother|dfather)?|late \\w{3,10})|(?:mum|mam|mom|dad|mother|father|husband|wife|son|daughter|nan|gran|grandad|aunt|auntie|uncle|sister|brother|niece|nephew)(?='s (?:carer|ward|room|care|tablets|leg|arm|hip|chair|skin))|(?:lives|living) alone|won't let (?:her|him|me)|shut in|locked in)\\b",
])

export const outrageWords = phrases(
  [
    '\\b(?:appall(?:ed|ing)|disgust(?:ed|ing)|disgrace(?:ful)?|shocking|shocked (?:by|at)|horrendous|horrific|diabolical|atrocious|unacceptable|outrageous|fuming|furious|scandal(?:ous)?|negligen(?:t|ce)|neglect(?:ed)?|abus(?:ed?|ive|ing)|assault(?:ed)?|(?:hit|hits|slapped|punched|kicked|groped|grabbed) (?:me|him|her|us|them|my \\w{2,12})|lied to|dangerous|unsafe|disgusted|want (?:answers|an (?:explanation|apology))|compensation|someone (?:must|should|needs to) (?:be|answer)|gwarthus|cywilyddus|annerbyniol|ofnadwy(?! o (?:dda|garedig|neis|braf|ddiolchgar|hapus|gyfeillgar|lan|ffeind)\\b))\\b',
  ],
  [
    "\\b(?:not|never|n't|no) (?:\\w{1,10} )?(?:appalled|disgusted|dangerous|unsafe|neglected|abused)\\b",
    '\\bshocking weather\\b|\\b(?:[bp]h?oen|mewn poen) ofnadwy\\b|\\b(?:horrendous|horrific|shocking|diabolical) (?:pain|headache|cough|rash|weather|traffic)\\b',
  ],
)

/** What no praise is made of: whoever chose "compliment" and writes these may have chosen wrongly. */
export const incidentWords = phrases(
  [
    '\\b(?:fell|had a fall|falls|injur(?:y|ed|ies)|fractur(?:e|ed)|died|death|bled|unconscious|collapsed|overdose|wrong (?:dose|drug|medication|medicine|tablets?|patient|diagnosis)|bruis(?:e|es|ed|ing)|hit (?:me|him|her|them|my)|slapped|punched|kicked|shouted at|left (?:alone|unattended|on the floor)|on the floor|c\\.? ?diff|mrsa|out of reach|humiliated|terrified|violent|allergic|(?:a|open|infected|awful) sores?|maggots|snapped|gave way|bed ?sores?|pressure (?:sores?|ulcers?)|cwymp(?:o|odd)|syrthi(?:o|odd)|anaf(?:iad|u|wyd)|bu farw)\\b',
  ],
  [
    '\\b(?:fell (?:in love|asleep)|laugh(?:ed|ing)? (?:[a-z]{1,8} ){0,6}(?:nearly |almost )?died|number of falls|died (?:laughing|of laughter)|(?:would|could) have died)\\b',
  ],
)
