/** Those who keep a place and its ambulances running. */
import type { StaffRole } from '../../shared/knowledge.ts'
import { role } from './role.ts'

export const runningRoles: readonly StaffRole[] = [
  role(
    'receptionist',
    'Receptionist',
    'Derbynnydd',
    'rece?p(?:t|s)?ion(?:ist|est|sit|alist)s?|(?:lady|woman|man|girl|person|lad|bloke|staff|team|people) (?:on|at|in|behind) (?:the )?(?:reception|front desk)(?: desk)?|reception (?:staff|team|lady|ladies)|d?derbyn(?:n?ydd|wyr)|dderbynn?ydd',
  ),
  role(
    'secretary',
    'Secretary or ward clerk',
    'Ysgrifennydd neu glerc ward',
    "(?:medical |consultant'?s |ward |clinic )?secretar(?:y|ies)|ward clerks?|(?:admin|booking) (?:staff|clerks?|team|lady)|ysgrifenyddes|clerc (?:y )?ward",
    {
      unless: ['(?:health|home|foreign) secretary|secretary of state'],
    },
  ),
  role(
    'call-handler',
    'Call handler',
    'Atebwr galwadau',
    '(?:call|999|111) (?:handlers?|takers?|operators?)|switchboard (?:operators?|staff|lady)|(?:person|lady|man|woman|girl|one) (?:on|at) (?:111|999|the switchboard)',
  ),
  role(
    'paramedic',
    'Paramedic',
    'Parafeddyg',
    'paramedics?|para ?medics?|parademics?|first responders?|[pb]h?arafeddyg(?:on)?|emergency medical technicians?|emts?',
  ),
  role(
    'ambulance-crew',
    'Ambulance crew',
    'Criw ambiwlans',
    "(?:ambulance|ambulence|ambulace) (?:crews?|men|man|staff|drivers?|people|lads?|guys|ladies|technicians?)|(?:the|both|your|that|second|first) crew|crew (?:of|from) the ambulance|(?:c|g|ch)riw(?:iau)?(?:'r| yr)? ambiwlans|gyrrwr (?:yr )?ambiwlans",
    {
      unless: ['(?:film|ship|cabin|aeroplane|plane|fire) crew'],
    },
  ),
  role(
    'driver',
    'Transport driver',
    'Gyrrwr cludiant',
    '(?:patient )?(?:transport|minibus|hospital car) (?:drivers?|crews?|staff)|gyrrwr (?:y )?cludiant',
  ),
  role('porter', 'Porter', 'Porthor', 'porters?|[pb]h?orthor(?:ion)?'),
  role(
    'cleaner',
    'Cleaner or domestic',
    'Glanhawr',
    'cleaners|(?:the|a|one|another|your|our|ward) (?:cleaner|domestic)(?! (?:than|and (?:tidier|safer|brighter|fresher|better)|ward|room|place|toilets?|bathroom|environment|violence|abuse|science)\\b)|cleaning (?:staff|lady|ladies|team)|domestics|domestic staff|housekeep(?:ers?|ing staff)|g?lanhawr|g?lanhawyr',
    {
      unless: [
        '(?:was|were|is|are|be|been|much|far|lot) (?:a |the )?cleaner',
        "cleaner's? (?:cupboard|trolley)",
      ],
    },
  ),
  role(
    'catering',
    'Catering staff',
    'Staff arlwyo',
    '(?:catering|kitchen|canteen) (?:staff|assistants?|team|lady|ladies)|(?:tea|dinner) (?:lady|ladies)|(?:the|a|your|our) (?:chef|cook)s?|staff (?:y gegin|arlwyo)|cogydd(?:ion|es)?',
  ),
  role(
    'security',
    'Security staff',
    'Staff diogelwch',
    'security (?:guards?|staff|m[ae]n|officers?|team|guys?|bloke|people|lady)|security(?= (?:threw|escorted|removed|dragged|grabbed|came|were called|was called)\\b)|(?:called|call|calling|by|from|hospital|got|had) security(?= (?:on|to|who|and|was|were|came|escort|removed|threw)\\b|[.,]|$)|(?:swyddog(?:ion)?|staff) diogelwch',
    {
      unless: ['(?:social|food|data|job) security'],
    },
  ),
]
