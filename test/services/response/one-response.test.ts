/** One response: composed, shared, approved by all, signed and sent once, whoever tries at the same time. */
import { beforeEach, describe, expect, it } from 'vitest'
import { sayOnConsent } from '../../../services/store/joint/consent-acts.ts'
import { askApproval, shareDraft } from '../../../services/store/joint/response-sending.ts'
import { recordComments } from '../../../services/store/joint/response-versions.ts'
import { addStaff, dale, marsh } from '../../support/county.ts'
import { tellingAt } from '../../support/joint.ts'
import { ambulance, sentences } from '../../support/mixed-case.ts'
import { openResponseWork } from '../../support/response-work.ts'

const {
  begin,
  db,
  now,
  made,
  other,
  lead,
  contribute,
  compose,
  current,
  readyToApprove,
  approve,
  sign,
  send,
  responsesSent,
} = await openResponseWork()
beforeEach(begin)

describe('the one response', () => {
  it('goes from three contributions to one answer in which every issue is answered', async () => {
    await readyToApprove()
    expect(await sign()).toMatchObject({ problem: { key: 'joint:response.refused.unapproved' } })
    await Promise.all([approve(dale), approve(ambulance)])
    expect(await sign()).toMatchObject({ outcome: 'done' })
    expect(await send()).toMatchObject({ outcome: 'done', waiting: [{ step: 'send' }] })
    const [letter, ...more] = await responsesSent()
    expect(more).toEqual([])
    expect(letter?.recipient).toBe('quillfeather@example.org')
    const places = sentences.map((sentence) => letter?.body.indexOf(sentence) ?? -1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
    for (const part of ['R. Holt, Chief Executive', '0345 015 4033', '0300 061 0614', 'We change 2.']) {
      expect(letter?.body).toContain(part)
    }
    const issues = await db
      .selectFrom('issues')
      .select('outcome')
      .where('case', '=', made().id)
      .orderBy('position')
      .execute()
    expect(issues.map(({ outcome }) => outcome)).toEqual(['upheld', 'not-upheld', 'upheld'])
  })

  it('is signed by nobody but whom the lead’s responsible person lets sign', async () => {
    await readyToApprove()
    await Promise.all([approve(dale), approve(ambulance)])
    const colleague = await addStaff(db, { email: `${made().reference}@marsh.example` }, now)
    expect(await sign(colleague)).toMatchObject({ problem: { key: 'joint:response.refused.may-not-sign' } })
    expect((await current()).state).toBe('in-approval')
    expect(await sign()).toMatchObject({ outcome: 'done' })
  })

  it('is not signed with another’s name', async () => {
    await readyToApprove()
    await Promise.all([approve(dale), approve(ambulance)])
    await db.updateTable('staff').set({ name: 'Hari Vaughan' }).where('organisation', '=', marsh).execute()
    expect(await sign()).toMatchObject({ problem: { key: 'joint:response.refused.not-own-name' } })
    expect((await current()).state).toBe('in-approval')
    await db.updateTable('staff').set({ name: 'Rowan Holt' }).where('organisation', '=', marsh).execute()
    expect(await sign()).toMatchObject({ outcome: 'done' })
  })

  it('is not signed while something in it is still to be written', async () => {
    await contribute(marsh, 0)
    await compose()
    await askApproval(db, await lead(), tellingAt(now))
    expect(await sign()).toMatchObject({ problem: { key: 'joint:response.refused.gaps' } })
  })

  it('answers what the person says of the draft before it is approved', async () => {
    await contribute(marsh, 0)
    await compose()
    await shareDraft(db, await lead(), 'This is a draft.', () => true)
    await recordComments(db, await lead(), { comments: 'It was two nights, not one.' })
    await compose()
    expect(await askApproval(db, await lead(), tellingAt(now))).toMatchObject({
      problem: { key: 'joint:response.refused.comments' },
    })
    await recordComments(db, await lead(), { answer: 'We have put this right.' })
    expect(await askApproval(db, await lead(), tellingAt(now))).toMatchObject({ outcome: 'done' })
  })

  it('is approved anew when its text changes, and when a contribution comes in late', async () => {
    await readyToApprove()
    await Promise.all([approve(dale), approve(ambulance)])
    await contribute(dale, 1, { whatHappened: 'We found one more record.' })
    expect(await sign()).toMatchObject({ outcome: 'refused' })
    await compose()
    const states = await db
      .selectFrom('parts')
      .select('state')
      .where('case', '=', made().id)
      .where('organisation', 'in', [dale, ambulance])
      .execute()
    expect(states).toEqual([{ state: 'filed' }, { state: 'filed' }])
  })
})

describe('two organisations at once', () => {
  beforeEach(readyToApprove)

  it('who approve, each more than once, both stand by the same text', async () => {
    const answers = await Promise.all([approve(dale), approve(ambulance), approve(dale), approve(ambulance)])
    expect(answers.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done', 'done'])
    const approvals = await db
      .selectFrom('approvals')
      .innerJoin('parts', 'parts.id', 'approvals.part')
      .select(['parts.organisation', 'approvals.state', 'parts.state as partState'])
      .where('approvals.response', '=', (await current()).id)
      .orderBy('parts.organisation')
      .execute()
    const stands = { state: 'approved', partState: 'approved' }
    expect(approvals).toEqual([
      { organisation: dale, ...stands },
      { organisation: ambulance, ...stands },
    ])
    expect(await sign()).toMatchObject({ outcome: 'done' })
  })

  it('of which one wants changes, leave nothing that can be signed', async () => {
    const objection = { state: 'changes-wanted', remark: 'We did ring the ward.' } as const
    await Promise.all([approve(dale), approve(ambulance, objection)])
    expect(await sign()).toMatchObject({ problem: { key: 'joint:response.refused.unapproved' } })
  })

  it('and a consent taken back at that moment, leave nothing that can be signed', async () => {
    const { id } = await db
      .selectFrom('consents')
      .select('id')
      .where('case', '=', made().id)
      .where('organisation', '=', dale)
      .executeTakeFirstOrThrow()
    const withdrawal = { consent: id, act: 'withdraw', by: { kind: 'person' } } as const
    const later = { ...tellingAt(new Date(now.getTime() + 1_000)) }
    await Promise.all([approve(dale), approve(ambulance), sayOnConsent(db, withdrawal, later)])
    expect(await sign()).toMatchObject({ problem: { key: 'joint:response.refused.gaps' } })
  })
})

describe('two at once', () => {
  beforeEach(async () => {
    await readyToApprove()
    await Promise.all([approve(dale), approve(ambulance)])
  })

  it('who sign leave one signature', async () => {
    const results = await Promise.all([sign(), sign(other)])
    expect(results.filter(({ outcome }) => outcome === 'done')).toHaveLength(1)
    const signed = await db
      .selectFrom('audit_entries')
      .select('id')
      .where('act', '=', 'response.sign')
      .where('about', '=', made().id)
      .execute()
    expect(signed).toHaveLength(1)
  })

  it('who send leave one message', async () => {
    await sign()
    await Promise.all([send(), send(other), send()])
    expect(await responsesSent()).toHaveLength(1)
    await send()
    expect(await responsesSent()).toHaveLength(1)
  })
})
