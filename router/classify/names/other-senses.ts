/** Words that name a care service and are used for something else as well, with the neighbours that tell. */
import type { Surroundings } from './surroundings.ts'

interface OtherSense {
  /** What is written, in plain letters. */
  readonly said: RegExp
  readonly before?: RegExp
  readonly after?: RegExp
  /** Told by `before`, unless it goes on, or began, in a way that speaks of the service after all. */
  readonly unlessAfter?: RegExp
  readonly unlessBefore?: RegExp
}

const senses: readonly OtherSense[] = [
  {
    // One that nobody called is not to blame.
    said: /^ambulances?$/,
    before:
      /\b(?:\w{2,6}n't|not|never|nobody|no[- ]?one|refused to|without|instead of|failed to|should have|why)(?: [a-z']{2,9}){0,3} (?:call|called|calling|ring|rang|ringing|phone|phoned|phoning|get|got|getting|summon|summoned|send for) (?:for )?(?:an? |the )?$/,
  },
  {
    said: /^theat(?:re|er)s?$/,
    before:
      /\b(?:musicals?|community|national|royal|puppet|drama|street|political|amateur|open[- ]air|lecture|pure|home|movie|night at the|evening at the|tickets? (?:for|to) the|trips? to the|(?:went|go|going|outing|visit|trip|took (?:me|us|him|her|them)) (?:[a-z]{2,9} )?to the(?: local)?|love the|loves the|enjoy the|show at the|play at the) $/,
    after:
      /^ (?:of (?!ops|operations)|tickets?|trips?|group|compan(?:y|ies)|productions?|(?:(?:is|was) )?show(?:s|ing)?|plays?|performances?|critics?|royal|programme|careers?|degrees?|studies|lovers?|goers?|school|club|arts|kids|to (?:see|watch)|last night to)\b/,
  },
  {
    said: /^casualt(?:y|ies)$/,
    before: /\b(?:watch(?:ed|ing|es)?|episodes? of|on|like|road|war|civilian|first|another|fashion|only|a) $/,
    after: /^ (?:of|figures|insurance|numbers|list|on (?:tv|telly|the (?:tv|telly|bbc)|bbc))\b/,
  },
  { said: /^casualties$/ },
  {
    said: /^maternity$/,
    after:
      /^[ -](?:leave|pay|cover|allowance|clothes|clothing|dress(?:es)?|jeans|wear|bras?|photos?|shoot|policy|rights|trousers|tights|benefits?|grant|discrimination)\b/,
    before: /\b(?:on|off on|statutory) $/,
  },
  {
    said: /^(?:the )?councils?$/,
    after:
      /^ (?:of (?:europe|war|elders|churches|trent|ministers)|estates?|houses?|flats?|housing|car park|elections?)\b/,
    before: /\b(?:general|medical|nursing|privy|war|health|british|pharmaceutical|midwifery) $/,
  },
  {
    said: /^(?:the )?(?:ambulances?|paramedics?)$/,
    after: /^[ -](?:chas(?:er|ers|ing)|toy|costume|game|drama|series|at christmas)\b/,
    before:
      /\b(?:toy|lego|toy fire engine and|old|converted|ice cream|air|st\.? johns?|veterinary|animal|private) $/,
  },
  {
    // Being carried home is how a stay in hospital ends; whoever speaks of the crew or of waiting for it means the service.
    said: /^(?:an? |the )?ambulances?$/,
    before: /\b(?:home|back|discharged)(?: [a-z0-9'.]{1,12}){0,4} (?:by|in|via|with)(?: (?:an?|the))? $/,
    unlessAfter:
      /^[^.!?]{0,60}\b(?:crews?|drivers?|paramedics?|stretcher|drove|driving|journey|bumpy|freezing|filthy|dropped)\b/,
    unlessBefore: /\b(?:wait(?:ed|ing)?|hours?)(?: [a-z0-9]{1,8}){0,4} (?:for|to (?:be|go|get))\b[^.!?]*$/,
  },
  {
    said: /^out[ -]of[ -]hours?$/,
    before:
      /\b(?:work(?:s|ed|ing)?|open(?:s|ed)?|clos(?:es|ed)|ring me|call me|phone me|contact me|email me|parking|deliver(?:y|ies|ed)) $/,
    after: /^ (?:parking|deliver(?:y|ies)|work|working|gym|drinking|childcare|office)\b/,
  },
  {
    said: /^(?:a|vitamins?) ?(?:&|and|\+|n|\/) ?e$/,
    before:
      /\b(?:vitamins?|plans?|wards?|blocks?|sections?|gates?|groups?|options?|grades?|teams?|floors?|zones?|rows?|chords?|strings?|keys?|types?|class(?:es)?|buildings?|letters?|questions?|parts?|bays?|hepatitis|notes?|houses?|points?|doors?|answers?|boxes|columns?|car parks?|lifts?|exits?|between|both|schedules?|annex(?:es)?|b,|d,) $/,
    after: /^ (?:strings?|minor|major|flat|sharp|chords?|vitamins?|blocks?|grades?)\b/,
  },
  {
    said: /^care packages?$/,
    before:
      /\b(?:sent|send|posted|received|got|made|sending) (?:me |him |her |us |them )?(?:an? |the )?(?:[a-z]{2,9} )?$/,
    after: /^ (?:from (?:home|my|his|her)|of (?:socks|sweets|chocolate|biscuits|food)|in the post|full of)\b/,
  },
  { said: /^home ?care$/, before: /\b(?:nursing|care|residential|funeral|rest|take|children'?s) $/ },
  {
    said: /^sea ?view$/,
    after: /^s? from\b/,
    before: /\b(?:an?|lovely|nice|beautiful|great|the best|stunning|with|amazing) $/,
  },
  {
    said: /^(?:midwi(?:fe|ves)|paramedics?|theatre|maternity|casualty|social workers?|ambulance|health visitors?|the ambulance)$/,
    before: /\b(?:watch(?:ed|ing|es)?|episodes? of|series|film|programme|call the)(?: [a-z]{2,9}){0,2} $/,
  },
  { said: /^crisis (?:team|line)$/, before: /\b(?:cobra|government|bank'?s?|financial|climate|housing) $/ },
  { said: /^recovery room$/, before: /\b(?:data|hotel|gym) $/ },
  {
    said: /^(?:blue badge)$/,
    before:
      /\b(?:(?:wore|wearing|wears) (?:an?|his|her|the)|scouts?|guides?|brownies?|swimming|won (?:a|his|her|the)|sew(?:ed|n)?(?: on)? (?:a|his|her|the)) $/,
    after: /^ (?:guide|tour)\b/,
  },
  {
    said: /^(?:ultrasound|x[- ]?rays?|radiology)$/,
    before: /\b(?:dog'?s|cat'?s|vet'?s?|airport|baggage|luggage|horse'?s) $/,
    after: /^ (?:vision|machine at the airport|specs|spex)\b/,
  },
]

export function hasOtherSense({ written, before, after }: Surroundings): boolean {
  const said = written.toLowerCase().replace(/[‘’]/g, "'").replace(/\s+/g, ' ')
  return senses.some((sense) => sense.said.test(said) && tells(sense, before, after))
}

function tells(sense: OtherSense, before: string, after: string): boolean {
  if (sense.before === undefined && sense.after === undefined) return true
  if ((sense.unlessAfter?.test(after) ?? false) || (sense.unlessBefore?.test(before) ?? false)) return false
  return (sense.before?.test(before) ?? false) || (sense.after?.test(after) ?? false)
}
