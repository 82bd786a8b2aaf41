/** Words that refuse sharing after it was proposed: nobody is asked or told by default, and staff may still ask. */
import { beforeAll, describe, expect, it } from 'vitest'
import { confirmJoint } from '../../../services/store/joint/joint-acts.ts'
import { isToUse, loadTold } from '../../../services/store/joint/told-consent.ts'
import type { StaffMember } from '../../../services/store/staff.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { addStaff, marsh, marshTriage } from '../../support/county.ts'
import { addJointCase, tellingAt, type JointGiven } from '../../support/joint.ts'
import { openDesk, type Visitor } from '../desk/open-desk.ts'

const desk = await openDesk()
const { db, envelope, knowledge, clock } = desk
let ann: Visitor
let who: StaffMember

beforeAll(async () => {
  const id = await addStaff(db, { email: 'ann@marsh.example', teams: [marshTriage] }, clock.now)
  ann = await desk.signedIn('ann@marsh.example')
  who = {
    ...{ id, email: 'ann@marsh.example', name: 'Ann', role: 'staff' },
    ...{ organisation: marsh, organisationName: 'Marsh', triageTeam: marshTriage, teams: [marshTriage] },
    seesAll: true,
  }
})

async function refusing(whom: string, given: JointGiven = {}) {
  const made = await addJointCase(db, envelope, knowledge, given)
  await db
    .insertInto('findings')
    .values({
      ...{ case: made.id, about: 'not-to-tell', value: JSON.stringify(whom), confidence: 0.8 },
      ...{ because: JSON.stringify([{ key: `router:not-to-tell.${whom}` }]), found_at: clock.now },
      knowledge_version: knowledge,
    })
    .execute()
  return made
}

const told = { consentTold: { said: 'yes', how: 'web-form' } } as const

async function stateOf(id: CaseId) {
  const { state } = await db
    .selectFrom('consents')
    .select('state')
    .where('case', '=', id)
    .executeTakeFirstOrThrow()
  return state
}

async function confirm(id: CaseId) {
  const { version } = await db
    .selectFrom('cases')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return confirmJoint(db, { who, case: id, version, now: clock.now }, 'Both', tellingAt(clock.now))
}

describe('an organisation that the person writes is not to be told', () => {
  it('is not the next to be asked about on the case, which says why', async () => {
    const made = await refusing('council')
    const { text } = await ann.get(`/desk/cases/${made.reference}`)
    expect(text).toContain('they are asked about it only if you decide to')
    expect(text).toContain('They write that the council is not to be told')
    expect(text).not.toMatch(/desk-next.*joint\/consents\/ask/)
  })

  it('can still be asked about by staff, who have to tick it themselves', async () => {
    const made = await refusing('council')
    const { text } = await ann.get(`/desk/cases/${made.reference}/joint/consents/ask`)
    expect(text).toContain('Tick it only if you decide to ask them all the same')
    expect(text).not.toMatch(/value="\d+"[^>]*checked/)
    const asked = await ann.post(`/desk/cases/${made.reference}/joint/consents/ask`, {
      consents: String(made.consent),
    })
    expect(asked.status).toBeLessThan(400)
    expect(await stateOf(made.id)).toBe('asked')
  })

  it('is not let in by a yes to sharing that they ticked besides', async () => {
    const other = await refusing('gp-practice', { submission: told })
    await confirm(other.id)
    expect(await stateOf(other.id)).toBe('given')
    for (const whom of ['council', 'dale-council', 'everyone']) {
      const made = await refusing(whom, { submission: told })
      expect((await confirm(made.id)).outcome).toBe('done')
      expect(await stateOf(made.id)).toBe('needed')
    }
  })

  it('is not sent the case on a yes that they ticked besides', async () => {
    const given = { purpose: 'pass-on', submission: told } as const
    const open = await loadTold(db, (await refusing('gp-practice', given)).id)
    expect(open !== null && isToUse(open)).toBe(true)
    const shut = await loadTold(db, (await refusing('council', given)).id)
    expect(shut !== null && isToUse(shut)).toBe(false)
  })
})
