/** What a delivery says about our messages and about writing to someone, whether or not it opens a case. */
import type { ContactKeyword, Reading } from '../../channels/channel.ts'
import { isNotice } from '../../shared/case/message-purposes.ts'
import { reason } from '../../shared/finding.ts'
import type { Submission } from '../../shared/submission.ts'
import { saveStopWord, whyStopped } from '../store/contact-stops.ts'
import type { Queries } from '../store/database.ts'
import type { StoredDelivery } from '../store/deliveries.ts'
import { askAboutStop } from '../store/joint/stop-questions.ts'
import { markArrived, markBounced, markNotArrived, type Failed } from '../store/message-arrivals.ts'

/** It opens no case, but what it says about our messages and about writing to someone holds from now on. */
export async function heed(
  db: Queries,
  delivery: StoredDelivery,
  { why, about, keyword }: Extract<Reading, { outcome: 'nothing-to-route' }>,
  now: Date,
): Promise<void> {
  const saidAt = new Date(delivery.receivedAt)
  if (keyword !== undefined) await heedKeyword(db, delivery, keyword)
  if (why === 'delivery-receipt' && about?.arrived === true) await markArrived(db, about.inAnswerTo, saidAt)
  if (why === 'delivery-receipt' && about?.arrived === false) {
    const problem = reason('sms:not-delivered', { code: about.status ?? '' })
    await markNotArrived(db, about.inAnswerTo, problem, now)
  }
  if (why === 'bounce' && about?.permanent === true) {
    const status = about.status ?? '–'
    const problem = reason('message:bounced', { status })
    await stopMailTo(db, delivery, await markBounced(db, about.inAnswerTo, problem, now))
  }
}

/** HELP changes nothing about being written to. */
export async function heedKeyword(
  db: Queries,
  delivery: StoredDelivery,
  { word, from: address }: ContactKeyword,
): Promise<void> {
  if (word === 'help') return
  const saidAt = new Date(delivery.receivedAt)
  await saveStopWord(db, { channel: delivery.channel, address, word, delivery: delivery.id, saidAt })
  if (word !== 'stop' || delivery.channel !== 'sms') return
  await askAboutStop(db, { number: address, delivery: delivery.id, saidAt })
}

/** No more mail to an address that does not take it. Notices to teams go on: nobody could set them going again. */
async function stopMailTo(db: Queries, delivery: StoredDelivery, bounced: readonly Failed[]): Promise<void> {
  const message = bounced.find(({ purpose }) => !isNotice(purpose))
  if (message === undefined || message.recipient === null) return
  const saidAt = new Date(delivery.receivedAt)
  await saveStopWord(db, {
    channel: 'email',
    address: message.recipient,
    word: 'stop',
    delivery: delivery.id,
    saidAt,
  })
}

/** Whoever writes from an address can be written to there again. */
export async function allowMailTo(
  db: Queries,
  delivery: StoredDelivery,
  { channel, person }: Submission,
): Promise<void> {
  if (channel !== 'email' || person.email === null) return
  if ((await whyStopped(db, 'email', person.email)) === null) return
  const saidAt = new Date(delivery.receivedAt)
  await saveStopWord(db, {
    channel: 'email',
    address: person.email,
    word: 'start',
    delivery: delivery.id,
    saidAt,
  })
}
