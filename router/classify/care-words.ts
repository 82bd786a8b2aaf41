/** Words that show a message to be about care, and words of outrage about it. */
import { phrases } from '../../shared/text/phrases.ts'

/** Without any of these a text message is most likely everyday talk. */
export const careWords = phrases([
  '\\b(?:nurses?|nursing|doctors?|gps?|surgeon|surgery|consultant|midwi(?:fe|ves)|paramedics?|ambulances?|hospitals?|ward|wards|patients?|carers?|care ?home|care ?workers?|social workers?|staff|treatment|appointments?|clinics?|physio|therap(?:y|ist)|medications?|prescriptions?|operation|discharged?|a&e|a and e|nhs|receptionists?|dentist|pharmacy|residents?|safeguarding|care plan|looked after|your (?:service|team|staff|department)|nyrs(?:ys)?|meddyg(?:on)?|ysbyty|gofal|claf|cleifion|meddygfa|apwyntiad|gofalwyr)\\b',
])

export const outrageWords = phrases(
  [
    '\\b(?:appall(?:ed|ing)|disgust(?:ed|ing)|disgrace(?:ful)?|shocking|shocked (?:by|at)|horrendous|horrific|diabolical|atrocious|unacceptable|outrageous|fuming|furious|scandal(?:ous)?|negligen(?:t|ce)|neglect(?:ed)?|abus(?:ed?|ive|ing)|assault(?:ed)?|lied to|dangerous|unsafe|disgusted|want (?:answers|an (?:explanation|apology))|compensation|someone (?:must|should|needs to) (?:be|answer)|gwarthus|cywilyddus|annerbyniol|ofnadwy)\\b',
  ],
  [
    "\\b(?:not|never|n't|no) (?:\\w{1,10} )?(?:appalled|disgusted|dangerous|unsafe|neglected|abused)\\b",
    '\\bshocking weather\\b',
  ],
)
