/** Makes one staff role out of what they are called, with what only sounds like it. */
import type { StaffRole } from '../../shared/knowledge.ts'

const ours = {
  source: 'design: who is named in feedback to hospitals and social care',
  sureness: 'design',
} as const

const kin =
  '(?:mum|mam|mom|mother|dad|father|husband|wife|partner|son|daughter|sister|brother|niece|nephew|cousin|aunt|auntie|uncle|friend|neighbour|nan|gran|grandma|grandad|grandson|granddaughter|girlfriend|boyfriend|fiancee?)(?:[- ]in[- ]law)?'
const sort =
  "(?:(?:retired|qualified|registered|trained|former|fully|senior|junior|student|nhs|hospital|community|district|agency|paid|unpaid|full[- ]?time|part[- ]?time|main|only|sole|primary|family|young|practising|mental|health|psychiatric|paediatric|children's|also|very|busy) ){0,3}"
const whose = '(?:an? |my |her |his |their |our |the )?'

/** The trade of the one who writes, or of a relative, names nobody who gave care; nor do its uniforms and strikes. */
function notOfStaff(words: string): readonly string[] {
  return [
    `\\b(?:i am|i'm|i am not|i'm not|i was|i used to be|i've been|i have been|being|(?:work(?:s|ed|ing)?|train(?:s|ed|ing)?|qualified|employed) as|(?:want(?:s|ed)?|hop(?:e|es|ing)|stud(?:y|ying)|train(?:ed|ing)?|learning) to (?:be|become)) ${whose}${sort}(?:${words})\\b`,
    `\\bas an? ${sort}(?:${words})(?=,? (?:i|we|myself|with|for|of)\\b|,)`,
    `\\b(?:my|our|her|his) (?:\\w{2,8} )?${kin}(?: who|,)?(?: (?:is|was|are|were|works as|worked as|used to be|has been|had been|who)|(?:'s|,| and)(?= (?:also|both|an?|now|once)\\b))(?: (?:also|both|herself|himself|now|once))? ${whose}${sort}(?:${words})\\b`,
    `\\b(?:${words}) (?:myself|herself|himself|ourselves|by (?:trade|profession|training|background))\\b`,
    `\\b(?:retired|ex|former|fellow)[- ]${sort}(?:${words})\\b`,
    `\\b(?:${words})(?:'s?)?[- ](?:led|stations?|call (?:bells?|buttons?)|buzzers?|uniforms?|degree|training|course|strikes?|union|pay|college|school)\\b`,
    `\\b(?:dwi'n|dw i'n|rwy'n|rwyf yn|wyf yn|oeddwn i'n|mae fy \\w{2,10}(?: i)?(?:'n| yn)) (?:${words})\\b|\\b(?:${words}) (?:ydw i|oeddwn i|wyf i|yw fy|ydi fy)\\b`,
  ]
}

interface More {
  readonly unless?: readonly string[]
  readonly beforeName?: readonly string[]
}

export function role(code: string, en: string, cy: string, words: string, more: More = {}): StaffRole {
  const { unless = [], beforeName = [] } = more
  return {
    ...ours,
    code,
    name: { en, cy },
    patterns: [`\\b(?:${words})\\b`],
    unless: [...notOfStaff(words), ...unless.map((each) => `\\b(?:${each})\\b`)],
    beforeName: beforeName.map((each) => `\\b(?:${each})\\b`),
  }
}
