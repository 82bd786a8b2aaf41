/** Brings what waits here to the hub: oldest first, one at a time, each once. */
import { drop, everything, setAside } from './outbox.js'

const door = '/channels/kiosk/submissions'
/** What the hub will never take, however often it is sent. */
const refusals = [400, 413, 415, 422]
const patienceMs = 120_000

/**
 * Resolves with the references given, by id, and where it ended: `all` was sent, the rest goes `later`, or this
 * kiosk is switched `off`. Two pages never send at once; should they, the hub knows an id again.
 */
export async function sendWaiting() {
  return navigator.locks === undefined ? sendAll() : navigator.locks.request('kiosk-sending', sendAll)
}

async function sendAll() {
  const references = new Map()
  for (const item of (await everything()).filter(({ refused }) => !refused)) {
    const { ended, reference } = await send(item.submission)
    if (ended === 'later' || ended === 'off') return { ended, references }
    if (ended === 'refused') {
      await setAside(item)
      continue
    }
    references.set(item.submission.id, reference)
    await drop(item.number)
  }
  return { ended: 'all', references }
}

async function send(submission) {
  try {
    const response = await fetch(door, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(submission),
      signal: AbortSignal.timeout(patienceMs),
    })
    if (response.status === 401) return { ended: 'off' }
    if (refusals.includes(response.status)) return { ended: 'refused' }
    if (!response.ok) return { ended: 'later' }
    return { ended: 'taken', reference: (await response.json()).reference }
  } catch {
    return { ended: 'later' }
  }
}
