/** Those who look after people and those who see to it. */
import type { StaffRole } from '../../shared/knowledge.ts'
import { role } from './role.ts'

export const caringRoles: readonly StaffRole[] = [
  role(
    'healthcare-assistant',
    'Healthcare assistant',
    'Cynorthwyydd gofal iechyd',
    'hcas?|health ?care (?:assistants?|support workers?|workers?)|nurs(?:e|ing) (?:assistants?|auxiliar(?:y|ies))|auxiliar(?:y|ies)(?: nurses?)?|cynorthwyw?y(?:dd|r) gofal(?: iechyd)?',
  ),
  role(
    'carer',
    'Carer or care worker',
    'Gofalwr',
    'carers?|carrers?|care ?workers?|care (?:assistants?|staff)|home ?helps?|night carers?|(?:ng?|g)?ofalw(?:r|raig|yr)|g?weithi?w(?:yr|raig|r) gofal',
    {
      unless: [
        '(?:unpaid|family|informal|young|full[- ]?time|main|sole|primary|only) carers?',
        "carers?'?s?'? (?:allowances?|uk|week|centres?|leave|breaks?|assessments?|support|trust|cards?|forums?|groups?|credit)",
        '(?:registered|named|listed) as (?:an? |her |his )?carer|carer for (?:my|her|his|our|their)|(?:i|we) care for',
      ],
    },
  ),
  role(
    'support-worker',
    'Support worker',
    'Gweithiwr cymorth',
    '(?:support|key|outreach|recovery) ?workers?|care co-?ordinators?|personal assistants?|gweithiwr (?:cymorth|cefnogi|allweddol)|gweithwyr (?:cymorth|cefnogi)',
  ),
  role(
    'social-worker',
    'Social worker',
    'Gweithiwr cymdeithasol',
    '(?:social|socail|soical) ?workers?|g?weith(?:iwr|wyr|wraig) cymdeithasol',
  ),
  role(
    'manager',
    'Manager',
    'Rheolwr',
    '(?:care home|home|practice|deputy|registered|office|service|team|duty|site|care|area|scheme|nursery) managers?|(?:the|their|your|a) manager|rh?eolw(?:r|raig|yr)',
  ),
  role('volunteer', 'Volunteer', 'Gwirfoddolwr', 'volunteers?|volunt(?:ee|e)rs|g?wirfoddolw(?:r|raig|yr)', {
    unless: [
      '(?:i|we|to|would|will|can|happy to|like to|they|please) volunteer|volunteers? (?:to do|for it|as an?)',
    ],
  }),
  role('chaplain', 'Chaplain', 'Caplan', 'chaplains?|chaplins?|caplan(?:iaid)?|gaplan'),
  role(
    'interpreter',
    'Interpreter',
    'Cyfieithydd',
    '(?:the|our|my|your|bsl|sign language|telephone) interpreters?(?! service)|cyfieithydd',
    {
      unless: [
        '(?:no|without|need(?:ed)?|refused|asked for|request(?:ed)?|want(?:ed)?|book(?:ed)?) (?:an? |the )?(?:bsl |sign language |telephone )?interpreters?',
      ],
    },
  ),
  role(
    'pals-officer',
    'PALS or complaints officer',
    'Swyddog PALS',
    'pals (?:officers?|staff|team|lady|man|woman|person|advis[eo]rs?|people)|complaints (?:officers?|managers?|team|staff)|safeguarding (?:officers?|leads?|team|nurses?)|(?:patient )?advocates?|swyddog(?:ion)? (?:pals|cwynion)',
    {
      unless: ['(?:an? )?(?:independent|my|need|want) advocates?'],
    },
  ),
]
