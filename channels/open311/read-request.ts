/** From a civic app's form to the submission. */
import { reason } from '../../shared/finding.ts'
import { submissionOf } from '../../shared/submission.ts'
import { kinds } from '../../shared/words.ts'
import type { Delivery, Reading } from '../channel.ts'
import { contactWays, dateOf, problemsIn, requestFormIn, type RequestForm } from './request-form.ts'
import { readServiceCode } from './service-code.ts'

/** Never throws. A form that the door would have refused is unreadable. */
export function readRequest(delivery: Pick<Delivery, 'raw'>): Reading {
  const form = requestFormIn(delivery.raw)
  const about = readServiceCode(form.field('service_code'))
  const [wrong] = problemsIn(form)
  if (about === null || wrong !== undefined) {
    const field = wrong?.field ?? 'service_code'
    return { outcome: 'unreadable', problem: reason('open311:unreadable', { field }) }
  }
  const media = form.field('media_url')
  const submission = submissionOf({
    channel: 'open311',
    text: form.field('description'),
    kindChosen: kinds.find((kind) => kind === form.attribute('kind')) ?? null,
    wantedOutcome: form.attribute('wanted_outcome') || null,
    person: {
      name:
        [form.field('first_name'), form.field('last_name')].filter((part) => part !== '').join(' ') || null,
      email: form.field('email') || null,
      phone: form.field('phone') || null,
      address: null,
    },
    about: {
      ...about,
      place: placeIn(form),
      happenedOn: dateOf(form.attribute('happened_on')),
      knownSince: null,
    },
    preferences: {
      contactBy: contactWays.find((way) => way === form.attribute('contact_by')) ?? null,
      answerphone: null,
      needs: form.attribute('needs') || null,
    },
    // An address that a stranger wrote is shown, never fetched.
    remarks: media === '' ? [] : [reason('open311:remark.media', { url: media })],
  })
  return { outcome: 'submission', submission, files: [] }
}

/** Where they say it was: an address, else the point on the map. */
function placeIn(form: RequestForm): string | null {
  const point = [form.field('lat'), form.field('long')].filter((part) => /^-?\d{1,3}(?:\.\d+)?$/.test(part))
  return form.field('address_string') || (point.length === 2 ? point.join(', ') : null)
}
