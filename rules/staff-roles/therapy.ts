/** Those who treat, test and dispense. */
import type { StaffRole } from '../../shared/knowledge.ts'
import { role } from './role.ts'

export const therapyRoles: readonly StaffRole[] = [
  role(
    'psychologist',
    'Psychologist or counsellor',
    'Seicolegydd neu gwnselydd',
    'psychologists?|counsell?ors?|psychotherapists?|(?:cbt|talking) therapists?|seicolegydd|c(?:w|y)nselydd|gwnselydd',
    {
      unless: ['(?:county|district|town|parish|city|local) counsellors?'],
    },
  ),
  role(
    'physiotherapist',
    'Physiotherapist',
    'Ffisiotherapydd',
    '(?:physi?o|phisio|fysio) ?-?therapists?|physios|(?:the|an?|my|his|her|our|your|their|one|another|lovely|community) (?:physio|phisio)(?! (?:appointments?|exercises?|sessions?|department|dept|room|gym|clinic|referral|list|service|for|was cancelled)\\b)|physio (?:called|named|who|team)|ffisio(?:therapydd|therapyddion)?',
    {
      beforeName: ['physio'],
    },
  ),
  role(
    'occupational-therapist',
    'Occupational therapist',
    'Therapydd galwedigaethol',
    'occupational therapists?|o\\.t\\.|(?:the|an|my|our|your|her|his|their|an?other) ots?(?! (?:assessments?|department|referral|list)\\b)|therapydd(?:ion)? galwedigaethol',
  ),
  role(
    'therapist',
    'Therapist',
    'Therapydd',
    '(?:speech(?: and language)? |language |art |music |play |respiratory |massage )?(?:therapists?|therapits?)|salts?(?= team)|therapydd(?:ion)?(?: lleferydd)?',
  ),
  role('dietitian', 'Dietitian', 'Dietegydd', 'diet(?:i|e|ic)[ct]?ians?|nutritionists?|d{0,2}ietegydd'),
  role('podiatrist', 'Podiatrist', 'Podiatrydd', 'podiatrists?|chiropodists?|podiatrydd|ciropodydd'),
  role('optician', 'Optician', 'Optegydd', 'opticians?|optometrists?|optegydd|optometrydd'),
  role(
    'pharmacist',
    'Pharmacist',
    'Fferyllydd',
    'pharmac(?:ist|isit)s?|pharmasists?|(?:the|our|local|your) chemist(?= (?:said|told|gave|who|was|noticed|spotted|rang)\\b)|dispensers?|fferyllydd|fferyllwyr',
    {
      unless: ['(?:soap|gel|hand gel|sanitiser|towel|glove|water) dispensers?'],
    },
  ),
  role(
    'radiographer',
    'Radiographer or sonographer',
    'Radiograffydd',
    'radiographers?|radiogr[ao]phers?|radiologists?|sonographers?|(?:x-?ray|scan) (?:staff|technicians?|lady|man)|radiograffydd(?:ion)?',
  ),
  role(
    'phlebotomist',
    'Phlebotomist',
    'Fflebotomydd',
    'ph?lebotomists?|(?:lady|woman|man|girl|nurse|person) (?:who )?(?:taking|took|takes) (?:my|the|his|her) bloods?|fflebotomydd',
  ),
]
