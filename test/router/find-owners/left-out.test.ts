/** Whom the person does not want told is proposed for nothing: no team, no consent, no lead. */
import { describe, expect, it } from 'vitest'
import { route } from '../../../router/route.ts'
import { asId } from '../../../shared/ids.ts'
import { submissionOf } from '../../../shared/submission.ts'
import { readingKnowledge } from '../../support/reading.ts'

const hospital = 'aldermouth-hospitals'
const council = 'aldershire-council'

function routed(text: string, receivedBy = hospital) {
  const submission = submissionOf({ channel: 'web-form', text })
  return route(submission, { ...readingKnowledge, receivedBy: asId(receivedBy) })
}

function proposedTo(text: string, receivedBy = hospital) {
  const { arrangement, handoffs } = routed(text, receivedBy)
  return {
    lead: arrangement.joint ? arrangement.lead.value : null,
    consents: arrangement.consentsNeeded.map(({ to }) => to),
    handoffs: [...new Set(handoffs.map(({ organisation }) => organisation))],
  }
}

const both =
  'The home care visits were missed all week by the council and the ward at Aldermouth General discharged mum too early.'
const theirs = 'The home care visits from Aldershire Council were missed all week.'
const refusal = 'I don’t want the council involved.'

describe('an organisation that the person does not want told', () => {
  it('is neither asked for consent nor proposed as lead, where it would be without those words', () => {
    expect(proposedTo(both)).toEqual({ lead: council, consents: [council], handoffs: [hospital, council] })
    expect(proposedTo(`${both} ${refusal}`)).toEqual({ lead: null, consents: [], handoffs: [hospital] })
  })

  it('is not sent what is about it alone: that stays with whoever received it, and the reasons say so', () => {
    expect(proposedTo(theirs)).toMatchObject({ consents: [council] })
    const { handoffs, arrangement, owners } = routed(`${theirs} ${refusal}`)
    expect(arrangement).toEqual({ joint: false, organisation: hospital, consentsNeeded: [] })
    expect(handoffs.map(({ team }) => team)).toEqual(['agh-pals'])
    expect(owners[0].value.issues).toContain(0)
    expect(owners[0].because.map(({ key }) => key)).toContain('router:owner.left-out')
  })

  it('leaves every other one to be asked', () => {
    const three = `${both} The ambulance took four hours.`
    expect(proposedTo(`${three} ${refusal}`).consents).toEqual(['aldershire-ambulance'])
    expect(proposedTo(`${three} Please do not share this with anyone.`).consents).toEqual([])
  })

  it('keeps what the person sent to it themselves', () => {
    expect(proposedTo(`${theirs} ${refusal}`, council).handoffs).toContain(council)
  })
})
