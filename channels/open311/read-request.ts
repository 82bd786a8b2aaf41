/** From a civic app's form to the submission. */
import { createHash } from 'node:crypto'
import { reason } from '../../shared/finding.ts'
import { submissionOf } from '../../shared/submission.ts'
import { storable } from '../../shared/text/storable.ts'
import { kinds } from '../../shared/words.ts'
import type { Delivery, Reading } from '../channel.ts'
import { requestFormIn, type RequestFile, type RequestForm } from './request-form.ts'
import { contactWays, dateOf, problemsIn } from './request-problems.ts'
import { readServiceCode } from './service-code.ts'

/** Never throws. A form that the door would have refused is unreadable. */
export async function readRequest(delivery: Pick<Delivery, 'raw' | 'contentType'>): Promise<Reading> {
  const form = await requestFormIn(delivery.raw, delivery.contentType)
  const about = readServiceCode(form.field('service_code'))
  const [wrong] = problemsIn(form)
  if (about === null || wrong !== undefined) {
    const field = wrong?.field ?? 'service_code'
    return { outcome: 'unreadable', problem: reason('open311:unreadable', { field }) }
  }
  const added = form.files.map(attached)
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
    remarks: form.mediaUrls.map((url) => reason('open311:remark.media', { url })),
    attachments: added.map(({ attachment }) => attachment),
  })
  return { outcome: 'submission', submission, files: added.map(({ file }) => file) }
}

/** Its type is only what was claimed: the bytes are looked at later. */
function attached({ name, contentType, content }: RequestFile) {
  const sha256 = createHash('sha256').update(content).digest('hex')
  const type = storable(contentType) || 'application/octet-stream'
  return {
    attachment: { name: storable(name), contentType: type, size: content.length, sha256 },
    file: { sha256, content },
  }
}

/** Where they say it was: an address, else the point on the map. */
function placeIn(form: RequestForm): string | null {
  const point = [form.field('lat'), form.field('long')].filter((part) => /^-?\d{1,3}(?:\.\d+)?$/.test(part))
  return form.field('address_string') || (point.length === 2 ? point.join(', ') : null)
}
