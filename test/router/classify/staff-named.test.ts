/** Whom of the staff people name, by role and by name, in English and Welsh, and what only sounds like it. */
import { describe, expect, it } from 'vitest'
import { staffRoles } from '../../../rules/staff-roles.ts'
import { classified, marked, readingKnowledge } from '../../support/reading.ts'

const named = (text: string) =>
  classified(text).staff.map(({ value: { role, name } }) => (name === null ? role : `${role}: ${name}`))

describe('who of the staff is named', () => {
  it.each([
    ['The nurse was rude to my mother.', ['nurse']],
    ['Nurses laughed while she cried.', ['nurse']],
    ['the staff nurse and the HCA left him in a wet bed', ['staff-nurse', 'healthcare-assistant']],
    ['The ward sister told the junior doctor off.', ['ward-sister', 'junior-doctor']],
    ['The sister in charge said no, and the matron agreed.', ['ward-sister', 'matron']],
    ['The district nurse never came; nor did the health visitor.', ['district-nurse', 'health-visitor']],
    ['My GP would not refer me to a consultant.', ['gp', 'consultant']],
    ['the out of hours doctors sent us away', ['out-of-hours-doctor']],
    [
      'The registrar and the anethetist disagreed about the surgen.',
      ['registrar', 'anaesthetist', 'surgeon'],
    ],
    ['The midwifes were lovely.', ['midwife']],
    ['Her carers came an hour late and the care worker was on the phone.', ['carer']],
    ['My mum’s carers stole from her.', ['carer']],
    ['The receptionest told the whole room what was wrong with me.', ['receptionist']],
    ['The lady on reception shouted at him.', ['receptionist']],
    ['The porter, the cleaner and the security guard stood there.', ['porter', 'cleaner', 'security']],
    ['The ambulance crew and a paramedic argued.', ['ambulance-crew', 'paramedic']],
    ['The physio hurt me and the OT laughed.', ['physiotherapist', 'occupational-therapist']],
    [
      'The dentist pulled the wrong tooth, the pharmacist gave me the wrong pills.',
      ['dentist', 'pharmacist'],
    ],
    ['A radiographer, a social worker and a volunteer.', ['radiographer', 'social-worker', 'volunteer']],
    ['The ward manager and the PALS officer promised to ring.', ['ward-manager', 'pals-officer']],
    ['He is a wonderful doctor.', ['doctor']],
    ['Roedd y nyrsys yn garedig a’r meddyg teulu yn hwyr.', ['nurse', 'gp']],
    ['Daeth y gofalwyr yn hwyr; roedd y fydwraig yn grac.', ['carer', 'midwife']],
    ['Roedd criw’r ambiwlans a’r parafeddyg yn wych.', ['ambulance-crew', 'paramedic']],
    ['Ni ddaeth y gweithiwr cymdeithasol na’r ymwelydd iechyd.', ['social-worker', 'health-visitor']],
  ])('is read by the work they do from: %s', (text, roles) => {
    expect(named(text)).toEqual(roles)
  })

  it.each([
    ['Dr Ahmed ignored us.', ['doctor: Ahmed']],
    ['Dr. Tomos Rhys was wonderful', ['doctor: Tomos Rhys']],
    ['dr patel never rang', ['doctor: patel']],
    ['Sister Okafor was kind', ['ward-sister: Okafor']],
    ['A ward sister called Mary shouted.', ['ward-sister: Mary']],
    ['a nurse called mary helped', ['nurse: mary']],
    ['A nurse named Joe hit him. The nurse named Joe again.', ['nurse: Joe']],
    ['The surgeon Mr Patel never came.', ['surgeon: Patel']],
    ['Mary the midwife held my hand.', ['midwife: Mary']],
    ['Nurse Mary’s kindness', ['nurse: Mary']],
    ['the carer, Delyth, stole from her', ['carer: Delyth']],
    ['Diolch i Nyrs Gwen am bopeth', ['nurse: Gwen']],
    ['Bydwraig o’r enw Siân', ['midwife: Siân']],
  ])('is read with the name from: %s', (text, names) => {
    expect(named(text)).toEqual(names)
  })

  it.each([
    ['Nurse In Charge said no.', ['ward-sister']],
    ['The GP called Mum at nine.', ['gp']],
    ['Yesterday the nurse came.', ['nurse']],
    ['I saw the doctor. Roedd hi’n hwyr.', ['doctor']],
    ['In Glossop the nurse came.', ['nurse']],
    ['The doctor called the ward.', ['doctor']],
  ])('has no name where none is said: %s', (text, roles) => {
    expect(named(text)).toEqual(roles)
  })

  it.each([
    'My daughter is a nurse and was upset.',
    'I am a nurse and I know what should have been done.',
    'I’m not a doctor but this looked wrong.',
    'As a retired GP, I was shocked.',
    'My husband, a paramedic, saw it all.',
    'He lives in a nursing home.',
    'Nobody answers at the GP surgery.',
    'I was listening to my sister. My sister Mary was there.',
    'I am his unpaid carer and need my carer’s allowance.',
    'The toilets could be cleaner.',
    'I work as a porter elsewhere.',
    'I would like to volunteer.',
    'Dwi’n nyrs fy hun.',
    'My mum is in a wet bed.',
  ])('is nobody where the words only sound like it: %s', (text) => {
    expect(named(text)).toEqual([])
  })

  it('is marked wherever it stands, the name with it', () => {
    const text = 'The nurse was late. Nurse Okafor was not. That nurse again.'
    expect(classified(text).staff.map((finding) => marked(text, finding))).toEqual([
      ['nurse', 'nurse'],
      ['Nurse Okafor'],
    ])
  })

  it('is hardly sure of those whose appointments and letters alone are spoken of', () => {
    const [theirs] = classified('My doctor’s appointment was cancelled.').staff
    const [they] = classified('My doctor cancelled it.').staff
    expect(theirs?.because[0].key).toBe('router:staff.theirs')
    expect(theirs?.confidence).toBeLessThan(0.5)
    expect(they?.confidence).toBeGreaterThan(0.5)
  })

  it('is nobody by rules that were stored before there were roles', () => {
    const text = 'Dr Ahmed ignored us.'
    const { staffRoles: roles = [], ...older } = readingKnowledge.rules
    expect(roles).not.toHaveLength(0)
    expect(classified(text, {}, { ...readingKnowledge, rules: older }).staff).toEqual([])
  })

  it('has a role of its own code for each', () => {
    expect(new Set(staffRoles.map(({ code }) => code)).size).toBe(staffRoles.length)
  })
})
