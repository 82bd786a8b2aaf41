/** Vulnerability: ill health, a need in communicating, bereavement. It raises attention, never the level by itself. */
import { reason, type Reason } from '../../shared/finding.ts'
import type { Submission } from '../../shared/submission.ts'
import type { PlainText } from '../../shared/text/plain-text.ts'
import { phrases } from '../../shared/text/phrases.ts'
import type { Harm } from './find-harm.ts'

/** The guide, p.18: "vulnerable for any reason, such as poor health, communication difficulties or recent bereavement". */
const vulnerabilities = [
  {
    key: 'router:risk.attention.ill-health',
    words: phrases([
      "\\b(?:dementia|alzheimer'?s?|cancer|terminal(?:ly)? ill|chemo(?:therapy)?|dialysis|disabled|disabilit(?:y|ies)|wheelchair|housebound|bed ?bound|bedridden|frail|vulnerable|mental health|depress(?:ed|ion)|anxiety|ptsd|schizophrenia|bipolar|psychosis|epilep(?:sy|tic)|diabet(?:es|ic)|parkinson'?s|copd|stroke|heart failure|pregnant|(?:8|9)\\d ?-?(?:years?|yrs?)(?:[- ]old)?|(?:i am|i'm|(?:who|she|he|mum|dad|nan|gran|grandad|mother|father|husband|wife|now|just|only|nearly|over) (?:is|was|are)|she's|he's|aged?) (?:8|9)\\d(?! ?(?:%|per ?cent|minutes|mins|hours|miles|pounds|p)\\b)|dementia|canser|anabl(?:edd)?|bregus)\\b",
    ]),
  },
  {
    key: 'router:risk.attention.communication',
    words: phrases([
      "\\b(?:deaf|hard of hearing|hearing (?:aid|loss|impair(?:ed|ment))|blind|partially sighted|visually impaired|learning disabilit(?:y|ies)|learning difficult(?:y|ies)|autis(?:m|tic)|interpreter|sign language|bsl|non[- ]?verbal|easy read|large print|braille|aphasia|(?:english is not|doesn't speak|don't speak|no) (?:\\w{1,8} )?(?:first language|english)|cannot read|can't read|byddar|dall)\\b",
    ]),
  },
  {
    key: 'router:risk.attention.bereavement',
    words: phrases(
      [
        '\\b(?:died|passed away|passed on|bereave(?:d|ment(?! (?:office|team|service|suite|nurse|midwife|support|centre)))|funeral|grie(?:f|ving)|my late \\w{3,12}|lost (?:my|our) (?:mum|mother|dad|father|husband|wife|son|daughter|baby|brother|sister|nan|gran\\w{0,6}|partner)\\b(?!.?s\\b)|miscarr(?:iage|ied)|still ?born|stillbirth|widow(?:ed|er)?|bu farw|wedi marw|profedigaeth|angladd)\\b',
      ],
      [
        '\\b(?:laugh(?:ed|ing)?|giggl(?:ed|ing)) (?:[a-z]{1,8} ){0,6}(?:nearly |almost )?died\\b|\\b(?:nearly|almost) died\\b',
        '\\b(?:thought|feared|worried|assumed|convinced|scared|afraid|believed)(?: that)? (?:i|he|she|it|they|we|mum|dad|my \\w{2,10}) (?:was|were|had|might|would|has|could)(?: [a-z]{2,8}){0,2} (?:died|passed away)\\b',
        '\\bdied (?:of|with|from)? ?(?:laughing|laughter|embarrassment|boredom|shame)\\b',
        '\\b(?:phone|battery|mobile|laptop|car|line) (?:just |has )?died\\b',
      ],
    ),
  },
] as const

/** It says how to go about it, not how hard the person is hit. */
export const notToShare = 'router:risk.attention.not-to-share'

const refusals = phrases([
  "\\b(?:do not|don't|dont|not|never|without)(?: [^ .!?]{1,12}){0,6} (?:consent|permission|share|shared|pass(?:ed)?|send|sent|disclose[d]?)(?: [^ .!?]{1,12}){0,6} (?:with|to|on|share|shar(?:ed|ing)|pass(?:ed)?|disclos\\w{1,3})\\b(?: (?:the |my |any |an )?(?:other |old )?(?:council|hospital|trust|surgery|gp|doctor|care home|home|manager|social worker|social services|family|son|daughter|husband|wife|anyone|anybody|organisations?|bod(?:y|ies)|them|others?|this|it|my details|my name))\\b",
  '\\b(?:in (?:the strictest |strict )?confidence|keep (?:this|it|my name) (?:confidential|private|anonymous|between us|out of it)|(?:do not|don.t|dont|not) (?:want|wish) to give (?:my|the|her|his) (?:name|details)|(?:do not|don.t|dont|please don.t) (?:use|give|mention|print|tell (?:them|him|her|anyone)) (?:\\w{2,4} )?my name|peidiwch a (?:rhannu|dweud))\\b',
])

export function findAttention(
  submission: Submission,
  text: PlainText,
  harms: readonly Harm[],
): readonly Reason[] {
  const told = vulnerabilities.flatMap(({ key, words }) => {
    const spans = words.find(text.text).map((span) => text.toOriginal(span))
    return spans.length === 0 ? [] : [reason(key, {}, spans)]
  })
  const bare = harms
    .filter(({ attributed }) => !attributed)
    .map(({ code, spans }) => reason(`router:risk.attention.mention.${code}`, {}, spans))
  const refused = refusals.find(text.text).map((span) => text.toOriginal(span))
  const needs = submission.preferences.needs
  return [
    ...told,
    ...bare,
    ...(needs === null ? [] : [reason('router:risk.attention.needs')]),
    ...(refused.length === 0 ? [] : [reason(notToShare, {}, refused)]),
  ]
}
