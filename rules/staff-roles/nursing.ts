/** Nurses, midwives and those who lead them. */
import type { StaffRole } from '../../shared/knowledge.ts'
import { role } from './role.ts'

export const nursingRoles: readonly StaffRole[] = [
  role('nurse', 'Nurse', 'Nyrs', 'nurses?|nures|nurces?|nirses?|nursing staff|nyrs(?:ys)?', {
    unless: ['(?:to|will|would|can) nurse (?:him|her|me|my|our|them)'],
  }),
  role(
    'staff-nurse',
    'Staff nurse',
    'Nyrs staff',
    'staff nurses?|bank nurses?|agency nurses?|night nurses?|nyrs(?:ys)? staff|nyrs(?:ys)? nos',
  ),
  role(
    'student-nurse',
    'Student nurse',
    'Myfyriwr nyrsio',
    'student nurses?|trainee nurses?|myfyri(?:wr|wraig|wyr) nyrsio',
  ),
  role(
    'specialist-nurse',
    'Specialist nurse',
    'Nyrs arbenigol',
    "(?:clinical |cancer |breast |stoma |diabet(?:es|ic) |macmillan |stroke |respiratory |heart failure |tissue viability |parkinson's |palliative |marie curie |nurse )(?:specialist |care )?(?:nurses?|practitioners?)|nurse specialists?|specialist nurses?|triage nurses?|advanced (?:nurse |clinical )?practitioners?|nyrs(?:ys)? arbenigol",
  ),
  role(
    'ward-sister',
    'Ward sister or charge nurse',
    'Prif nyrs y ward',
    '(?:ward|night|day|duty|theatre|charge|deputy|junior|senior|nursing|clinic) sisters?|(?:the|another|one) sister(?= (?:in charge|on|who|was|said|told|came|called|named|and|did|had|then|just)\\b|[.,])|sisters? in charge|charge nurses?|nurse in charge|nurses in charge|prif nyrs|chwaer y ward|nyrs â gofal',
    {
      unless: [`(?:my|his|her|our|your|their|mum's|dad's) (?:[a-z]{2,9} ){0,2}sisters?`, 'the sister of'],
      beforeName: ['sister'],
    },
  ),
  role('matron', 'Matron', 'Metron', 'matrons?|matrens?|metron(?:iaid)?|fetron'),
  role(
    'ward-manager',
    'Ward manager',
    'Rheolwr ward',
    'ward managers?|unit managers?|bed managers?|(?:rheolwr|rheolwraig|reolwr|reolwraig) (?:y )?ward',
  ),
  role(
    'midwife',
    'Midwife',
    'Bydwraig',
    '(?:community )?(?:midwi(?:fe|ves|fes|ve)|mid wi(?:fe|ves)|midwifs)|[bmf]ydwr(?:aig|agedd)',
  ),
  role(
    'health-visitor',
    'Health visitor',
    'Ymwelydd iechyd',
    'health (?:visitors?|vist?ors?|visiters?)|ymwelw?y(?:dd|r) iechyd',
  ),
  role(
    'district-nurse',
    'District or community nurse',
    'Nyrs ardal',
    '(?:district|community|dristrict|distric) (?:nurses?|nursing team)|nyrs(?:ys)? (?:ardal|gymunedol|cymunedol)',
  ),
  role(
    'mental-health-nurse',
    'Mental health nurse',
    'Nyrs iechyd meddwl',
    '(?:community )?(?:psychiatric|mental health) nurses?|cpns?|nyrs(?:ys)? (?:iechyd meddwl|seiciatrig)',
  ),
  role(
    'practice-nurse',
    'Practice nurse',
    'Nyrs practis',
    '(?:practice|practise|surgery) nurses?|nyrs(?:ys)? (?:y )?(?:practis|feddygfa)',
  ),
]
