/**
 * Messages that ask for something else than an answer to a complaint, or come from somebody with a standing of their own:
 * recognised by their words and sent to whoever deals with such, never decided or closed by a machine.
 */
import type { RequestRule } from '../shared/knowledge.ts'

const records =
  '(?:(?:medical|health|hospital|care|clinical|patient|gp|social care|social services|full|complete|entire|whole|own) ){0,3}(?:records?|notes|file|case notes|x-?rays?|scans|personal data)'
const whose =
  "(?:my|our|his|her|their|the|mum'?s|mother'?s|dad'?s|father'?s|(?:my|our) (?:late )?[a-z]{3,11}'?s)"
const asking =
  "(?:want|would like|'?d like|wish|need|request(?:ing)?|require|apply(?:ing)? for|ask(?:ing)? for|please (?:can|could|may) (?:i|you|we)|(?:can|could|may) (?:i|you|we)|how (?:do|can|would) i|please (?:send|give|provide|supply|let)|entitled to)"

export const requests: readonly RequestRule[] = [
  {
    code: 'freedom-of-information',
    duty: 'information-governance',
    patterns: [
      '\\b(?:under|through|via|using|pursuant to) (?:the )?(?:freedom of information|foi|environmental information regulations)\\b',
      '\\b(?:freedom of information|foi) (?:request|enquiry|team|officer|response)s?\\b',
      '\\bfreedom of information act\\b',
      '\\b(?:dan|cais) (?:y )?(?:ddeddf )?rhyddid gwybodaeth\\b',
    ],
    unless: [],
    due: { amount: 20, unit: 'working-days', startDay: 'day-zero' },
    from: '2005-01-01',
    until: null,
    source: 'Freedom of Information Act 2000 s.10(1): twentieth working day after the day of receipt',
    sureness: 'secondary',
  },
  {
    code: 'own-records',
    duty: 'information-governance',
    patterns: [
      '\\b(?:(?:data )?subject access request|d?sar request|dsar)s?\\b',
      `\\b${asking}(?: [a-z']{1,10}){0,5} (?:cop(?:y|ies) of|access to|sight of) (?:all (?:of )?)?${whose} ${records}\\b`,
      `\\b${asking} (?:to )?(?:see|view|have|get|obtain|access|read) (?:all (?:of )?)?(?:my|our|his|her|their) ${records}\\b`,
      '\\b(?:under (?:the )?(?:uk )?(?:gdpr|data protection act)|article 15)\\b[^.!?]{0,80}\\b(?:cop(?:y|ies)|information|data|records|notes)\\b',
      '\\b(?:copi o|gweld) (?:fy|ei|eu) (?:nodiadau|cofnodion)\\b',
    ],
    unless: [
      "\\b(?:did not|didn't|do not|don't|never|not) (?:want|wish|need|like|ask(?:ing)?|request(?:ing)?)(?: [a-z']{1,10}){0,6} (?:records?|notes|file)\\b",
    ],
    due: { amount: 1, unit: 'months', startDay: 'day-zero' },
    from: '2018-05-25',
    until: null,
    source: 'UK GDPR art 12(3): one month from receipt, longer where the law lets it be',
    sureness: 'secondary',
  },
  {
    code: 'elected-representative',
    duty: 'complaints',
    patterns: [
      '\\b(?:my|our|a|this|the|one of my) constituents?(?: of mine)?,? (?!(?:of|for) (?:the |mr |mrs |ms |dr )?[a-z]+ mp\\b)(?:mr|mrs|ms|miss|dr|has|have|who|is|was|about|regarding|and|named|called|lives?|of mine)\\b',
      '\\b(?:on behalf of|contacted by|approached by|written to by|from|for|behalf) (?:a|my|our|one of my|several|two) constituents?\\b',
      '\\bas (?:the|her|his|their|a|your local|the local) (?:mp|m\\.p\\.|member of parliament|ward councillor|local councillor|county councillor|district councillor|councillor) (?:for|of|,)',
      '\\bi am (?:the|a) (?:local )?(?:mp|member of parliament|(?:county |ward |district |local )?councillor) (?:for|representing) (?!an?\\b)',
      '\\bfy etholwr(?:aig|wr)?\\b',
    ],
    unless: ["\\b(?:i am|i'm|as) (?:a|your|one of your) constituents?\\b"],
    due: null,
    from: '2018-05-25',
    until: null,
    source: 'Data Protection Act 2018 Sch 1 paras 23 and 24 (elected representatives)',
    sureness: 'secondary',
  },
  {
    code: 'withdrawal',
    duty: 'complaints',
    patterns: [
      "\\b(?:i|we|he|she|mum|dad)(?:'d|'m|'ve| would| am| have| has| now)? (?:now |hereby |therefore |formally )?(?:wish(?:es)?|wants?|like|decided|writing|asking|going)? ?(?:to )?withdraw (?:my|our|the|this|that|his|her) (?:formal |official |previous )?(?:complaint|concerns?|case|feedback)\\b",
      '\\bplease (?:withdraw|cancel|drop|close|disregard|ignore|stop) (?:my|our|the|this) (?:formal |official |previous |earlier )?(?:complaint|case)\\b',
      "\\b(?:no longer|do not|don't) (?:wish|want) to (?:pursue|proceed with|continue with|go ahead with|go on with|carry on with) (?:my|our|the|this) (?:formal )?complaint\\b",
      "\\b(?:no longer|do not|don't) (?:wish|want) to take (?:my|our|the) complaint (?:any )?further\\b",
      '\\b(?:my|our|the) complaint (?:to be|is|can be) withdrawn\\b',
      '\\b(?:hoffwn|dymuno|eisiau) (?:dynnu|tynnu) (?:fy|ein) (?:ngh|ch|c|g)wyn yn ol\\b',
    ],
    unless: [
      "\\b(?:not|never|n't|refuse to|refusing to|made me|make me|told me to|tell me to|forced to|pressured to|bullied into|without)(?: [a-z']{1,10}){0,3} withdraw\\b",
    ],
    due: null,
    from: '2009-04-01',
    until: null,
    source: 'Design: a person asks whether they mean it, and what was learned stays',
    sureness: 'design',
  },
]
