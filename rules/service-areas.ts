/** Where care was given: the service areas of the KO41a return, with those a hub for social care needs beside them. */
import type { CodeSetEntry } from '../shared/knowledge.ts'

/** Dated: annual collection from 2022-23. The social care and primary care rows are our own additions. */
const ko41a = { source: 'NHS Digital, KO41a data collection, service area', sureness: 'unconfirmed' } as const
const ours = { source: 'design: areas outside the hospital return', sureness: 'design' } as const

export const serviceAreas: readonly CodeSetEntry[] = [
  {
    ...ko41a,
    code: 'accident-and-emergency',
    name: { en: 'Accident and emergency', cy: 'Damweiniau ac achosion brys' },
    patterns: [
      "\\b(?:a ?(?:&|and|\\+|'?n'?) ?e|casualty|emergency (?:department|dept|room|unit)|urgent (?:care|treatment) cent(?:re|er)|walk[- ]in cent(?:re|er)|minor injur(?:y|ies) unit|uned (?:frys|achosion brys)|adran (?:frys|achosion brys|damweiniau))\\b",
    ],
  },
  {
    ...ko41a,
    code: 'inpatient',
    name: { en: 'Inpatient', cy: 'Cleifion mewnol' },
    patterns: [
      '\\b(?:wards?|in[- ]?patients?|admitted|intensive care|icu|itu|high dependency|hdu|operating theatre|theatre|recovery room|overnight stay|ward manager|ar y ward|wardiau?)\\b',
    ],
  },
  {
    ...ko41a,
    code: 'outpatient',
    name: { en: 'Outpatient', cy: 'Cleifion allanol' },
    patterns: [
      '\\b(?:out[- ]?patients?|clinics?|fracture clinic|eye clinic|x[- ]?ray|radiology|scan(?:s|ned)?|physio(?:therapy|therapist)?|consultant appointment|blood tests?|phlebotomy|clinig|cleifion allanol)\\b',
    ],
  },
  {
    ...ko41a,
    code: 'ambulance',
    name: { en: 'Ambulance', cy: 'Ambiwlans' },
    patterns: [
      '\\b(?:ambulances?|paramedics?|999|111|patient transport|ambulance crew|ambiwlans|parafeddyg(?:on)?)\\b',
    ],
  },
  {
    ...ko41a,
    code: 'community',
    name: { en: 'Community health', cy: 'Iechyd cymunedol' },
    patterns: [
      '\\b(?:district nurses?|community (?:nurses?|nursing|team|hospital)|health visitors?|podiatr(?:y|ist)|chiropod(?:y|ist)|occupational therap(?:y|ist)|wheelchair services?|nyrs(?:ys)? ardal|ymwelydd iechyd)\\b',
    ],
  },
  {
    ...ko41a,
    code: 'maternity',
    name: { en: 'Maternity', cy: 'Mamolaeth' },
    patterns: [
      '\\b(?:maternity|midwi(?:fe|ves|fery)|antenatal|postnatal|post-natal|labour (?:ward|suite)|delivery suite|birth(?:ing)? (?:cent(?:re|er)|unit|plan)|giving birth|gave birth|c[- ]section|caesarean|bydwrag(?:edd)?|mamolaeth)\\b',
    ],
  },
  {
    ...ko41a,
    code: 'mental-health',
    name: { en: 'Mental health', cy: 'Iechyd meddwl' },
    patterns: [
      '\\b(?:mental health|camhs|crisis team|psychiatr(?:y|ist|ic)|psycholog(?:y|ist|ical)|cpn|community mental|cbt|talking therap(?:y|ies)|therapist|counsell(?:or|ing)|sectioned|iechyd meddwl|seiciatrydd)\\b',
    ],
  },
  {
    ...ko41a,
    code: 'commissioning',
    name: { en: 'Commissioning', cy: 'Comisiynu' },
    patterns: [
      '\\b(?:commissioners?|commissioning|integrated care board|icb|continuing health ?care|chc|funding (?:decision|panel|request)|individual funding|comisiynu)\\b',
    ],
  },
  {
    ...ours,
    code: 'primary-care',
    name: { en: 'General practice and primary care', cy: 'Meddygfa a gofal sylfaenol' },
    patterns: [
      "\\b(?:gps?|g\\.p\\.?|general practi(?:ce|tioner)|(?:doctor'?s'? |the |gp )surgery|medical (?:cent(?:re|er)|practice)|health cent(?:re|er)|practice nurse|out[- ]of[- ]hours|dentists?|dental|pharmac(?:y|ist)|chemist|optician|meddyg teulu|meddygfa|deintydd|fferyllfa)\\b",
    ],
  },
  {
    ...ours,
    code: 'care-home',
    name: { en: 'Care home', cy: 'Cartref gofal' },
    patterns: [
      '\\b(?:care homes?|nursing homes?|residential (?:home|care)|old (?:people|folk)s? home|respite (?:home|care|stay)|cartref(?:i)? (?:gofal|nyrsio|preswyl))\\b',
    ],
  },
  {
    ...ours,
    code: 'home-care',
    name: { en: 'Care at home', cy: 'Gofal yn y cartref' },
    patterns: [
      "\\b(?:home ?care(?:rs?)?|care (?:at home|agency|package|visits?|calls?)|carers? (?:came|come|comes|visits?|did|didn't|never|turned|arrived?|left)|personal assistant|reablement|gofal cartref|gofalwyr)\\b",
    ],
  },
  {
    ...ours,
    code: 'social-work',
    name: { en: 'Social work and assessment', cy: 'Gwaith cymdeithasol ac asesu' },
    patterns: [
      "\\b(?:social (?:workers?|services|care)|care act|(?:needs|carer'?s|financial|care) assessment|direct payments?|deprivation of liberty|dols|best interests (?:meeting|assessor)|blue badge|gweithiwr cymdeithasol|gwasanaethau cymdeithasol)\\b",
    ],
  },
]
