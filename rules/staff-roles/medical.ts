/** Doctors of every kind, and dentists. */
import type { StaffRole } from '../../shared/knowledge.ts'
import { role } from './role.ts'

export const medicalRoles: readonly StaffRole[] = [
  role(
    'doctor',
    'Doctor',
    'Meddyg',
    'doctors?|docters?|doctrs?|dcotors?|dr|drs|physicians?|medics?|locums?|f?meddygon|meddyg|feddyg(?:on)?|doctoriaid|ddoctor(?:iaid)?',
    {
      unless: ["(?:doctors?'?s?|drs?'?s?) (?:surger(?:y|ies)|practices?|receptions?)"],
    },
  ),
  role(
    'out-of-hours-doctor',
    'Out-of-hours doctor',
    'Meddyg y tu allan i oriau',
    "out[- ]of[- ]hours(?:'s?)? (?:doctors?|gps?|drs?)|(?:doctors?|gps?) (?:on|from) (?:the )?out[- ]of[- ]hours|meddyg(?:on)? (?:y )?tu allan i oriau",
  ),
  role(
    'junior-doctor',
    'Junior doctor',
    'Meddyg iau',
    'junior doctors?|house officers?|senior house officers?|foundation doctors?|resident doctors?|trainee doctors?|student doctors?|medical students?|meddyg(?:on)? iau',
  ),
  role(
    'gp',
    'GP',
    'Meddyg teulu',
    'gps?|g\\.p\\.?|general practitioners?|family doctors?|[mf]eddyg(?:on)? teulu',
    {
      unless: ["gp'?s?'? (?:surger(?:y|ies)|practices?|records?|systems?|reception)"],
    },
  ),
  role(
    'consultant',
    'Consultant',
    'Ymgynghorydd',
    'consultants?|consultents?|consultans|cardiologists?|oncologists?|neurologists?|gynaecologists?|obstetricians?|paediatricians?|pediatricians?|dermatologists?|urologists?|rheumatologists?|geriatricians?|endocrinologists?|haematologists?|gastroenterologists?|ophthalmologists?|ymgynghorw?y(?:dd|r)|arbenigwy?r',
    {
      unless: ['(?:management|recruitment|financial|legal|it|business) consultants?'],
    },
  ),
  role('registrar', 'Registrar', 'Cofrestrydd', 'registrars?|cofrestrydd(?:ion)?', {
    unless: ['registrar (?:of|for) (?:births|deaths|marriages)', '(?:death|council|births?) registrars?'],
  }),
  role(
    'surgeon',
    'Surgeon',
    'Llawfeddyg',
    '(?:(?:heart|brain|plastic|orthopaedic|eye|vascular|spinal|general|consultant) )?(?:surgeons?|surgens?|surgeions?)|ll?awfeddyg(?:on)?',
  ),
  role(
    'anaesthetist',
    'Anaesthetist',
    'Anesthetydd',
    'an(?:a?e|i)s?th?[ea]tists?|anasthetists?|anesthetydd(?:ion)?',
  ),
  role(
    'psychiatrist',
    'Psychiatrist',
    'Seiciatrydd',
    'psychiatrists?|physchiatrists?|psyciatrists?|seiciatrydd(?:ion)?',
  ),
  role(
    'dentist',
    'Dentist',
    'Deintydd',
    'dentists?|dentests?|orthodontists?|dental (?:nurses?|hygienists?|surgeons?)|hygienists?|d?deintydd(?:ion)?|ddeintydd(?:ion)?',
    {
      unless: ['(?:find|get|need|without|see|register with|no) (?:an? )?(?:nhs )?dentists?'],
    },
  ),
]
