/** What the complaints regulations need not cover: suggestions for a person to decide, never a refusal by a machine. */
import type { ExclusionRule } from '../shared/knowledge.ts'

/** In force since 1 April 2009. 8(1)(d) turns on what is on record and cannot be read off the words: a person says it. */
const regulation8 = { source: 'SI 2009/309 reg 8(1)', sureness: 'read' } as const

export const exclusions: readonly ExclusionRule[] = [
  {
    ...regulation8,
    regulation: '8(1)(a)',
    code: 'responsible-body',
    patterns: [
      '\\b(?:on behalf of (?:the )?(?:council|trust|icb|integrated care board|local authority|clinical commissioning group)|we,? (?:as )?the (?:commissioner|council|local authority|trust)s?)\\b',
    ],
  },
  {
    ...regulation8,
    regulation: '8(1)(b)',
    code: 'employment',
    patterns: [
      '\\b(?:my (?:employment|employer|line manager|contract of employment|payslips?|wages|salary|shifts?|rota|annual leave|grievance|disciplinary|dismissal|redundancy)|i (?:was|am being|have been) (?:sacked|dismissed|made redundant|disciplined|suspended from work)|unfair(?:ly)? dismiss(?:al|ed)|constructive dismissal|employment tribunal|(?:as|i am) an? (?:employee|member of staff)|(?:put in|putting in|raise|raising|lodge|lodging|submit|file) an? (?:\\w{3,8} )?grievance|(?:not (?:been |being )?paid|underpaid|unpaid) (?:\\w{2,9} )?(?:for )?(?:my|our|the) (?:\\w{2,8} )?(?:nights?|shifts?|hours|overtime|bank|enhancements?)|fy (?:nghyflog|nghyflogwr|swydd))\\b',
    ],
  },
  {
    ...regulation8,
    regulation: '8(1)(c)',
    code: 'resolved-orally',
    patterns: [
      '\\b(?:(?:it |this |that )?(?:was|has been|is|got) (?:all )?(?:resolved|sorted(?: out)?|settled|put right|dealt with) (?:\\w{2,12} ){0,3}(?:the same day|that day|same day|next day|straight away|on the spot|there and then)|no further action (?:is )?(?:needed|required|wanted))\\b',
    ],
  },
  { ...regulation8, regulation: '8(1)(d)', code: 'same-as-resolved', patterns: [] },
  {
    ...regulation8,
    regulation: '8(1)(e)',
    code: 'already-investigated',
    patterns: [
      '\\b(?:(?:already|previously) (?:been )?(?:investigated|complained (?:about|to you)|had (?:a |your )?(?:final )?(?:response|reply))|your final response|(?:already )?been through (?:your|the) complaints? (?:procedure|process)|re-?open (?:my|the|our) (?:complaint|case))\\b',
    ],
  },
  {
    ...regulation8,
    regulation: '8(1)(f)',
    code: 'ombudsman',
    patterns: [
      '\\b(?:ombudsman (?:is|has|was|are|have) (?:\\w{2,12} )?(?:investigat(?:ed|ing)|looking|look(?:ed)? (?:at|into)|decided|ruled|found)|(?:been|gone|went|already) (?:with |to )?the ombudsman|(?:phso|lgsco|ombudsman) (?:decision|investigation|ruling|case))\\b',
    ],
  },
  {
    ...regulation8,
    regulation: '8(1)(g)',
    code: 'freedom-of-information',
    patterns: [
      '\\b(?:freedom of information|foi (?:act|request)|f\\.o\\.i|information commissioner|rhyddid gwybodaeth)\\b',
    ],
  },
  {
    ...regulation8,
    regulation: '8(1)(h)',
    code: 'superannuation',
    patterns: [
      '\\b(?:superannuation|nhs pension|pension scheme|my (?:work(?:place)? )?pension (?:contributions?|statement|payments?|scheme)|pensiwn y gig)\\b',
    ],
  },
]
