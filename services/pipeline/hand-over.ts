/** Hand over: each team is told by its own way. What another organisation would be told is held until consent. */
import { reason } from '../../shared/finding.ts'
import { asId } from '../../shared/ids.ts'
import type { Words } from '../pages/languages.ts'
import { dayInWords, momentInWords } from '../pages/dates-in-words.ts'
import type { Ring } from '../queue/bell.ts'
import { isGathered, leaveGathered } from '../store/gathered-notices.ts'
import { loadHandoffToTell, markTold, type HandoffToTell } from '../store/handoffs.ts'
import { saveEvent } from '../store/joint/webhook-events.ts'
import { saveAutomatic } from '../store/messages.ts'
import { stillHolds, type Claim } from '../store/work.ts'
import { NeedsAPerson, type StepParts } from './step.ts'

export interface HandOverParts extends StepParts {
  readonly words: Words
  readonly publicUrl: string
  readonly ring: Ring
}

export function createHandOverStep(parts: HandOverParts): (held: Claim) => Promise<void> {
  return async (held) => {
    const handoff = await loadHandoffToTell(parts.db, asId<'handoff'>(held.id))
    if (handoff === null) throw new NeedsAPerson(reason('pipeline:handoff-gone'))
    const { handover } = handoff
    if (handover.by === 'webhook') return tellByWebhook(parts, held, handoff, handover.url)
    const message = await parts.db.transaction().execute(async (db) => {
      if (!(await stillHolds(db, held))) return null
      await markTold(db, handoff.id)
      // In the inbox it stands already: the handoff itself is what the team sees there.
      if (handover.by === 'inbox') return null
      if (await isGathered(db, handoff, handover.address, parts.now())) {
        await leaveGathered(db, handoff.id, parts.now())
        return null
      }
      return saveAutomatic(
        db,
        {
          case: handoff.case,
          purpose: 'handoff-notice',
          channel: 'email',
          submission: null,
          handoff: handoff.id,
          recipient: handover.address,
          ...wordsOfNotice(parts, handoff),
          language: handoff.language,
          heldBecause: null,
        },
        parts.now(),
      )
    })
    if (message !== null) parts.ring('send', message)
  }
}

/** Their system fetches the case by its reference; nothing of it stands in the event. */
async function tellByWebhook(
  { db, now, ring }: HandOverParts,
  held: Claim,
  handoff: HandoffToTell,
  url: string,
): Promise<void> {
  const event = await db.transaction().execute(async (queries) => {
    if (!(await stillHolds(queries, held))) return null
    await markTold(queries, handoff.id)
    const content = { reference: handoff.reference, handoff: handoff.id, part: null }
    const about = { case: handoff.case, event: 'handoff.offered', content }
    const saved = await saveEvent(queries, { organisation: handoff.organisation, url }, about, now())
    if (saved === null) throw new NeedsAPerson(reason('pipeline:webhook.not-set-up'))
    return saved
  })
  if (event !== null) ring('webhook', event)
}

/** Reference, kind, level and where to look; no name and no word of the person's. */
function wordsOfNotice({ words, publicUrl }: HandOverParts, handoff: HandoffToTell) {
  const isUrgent = handoff.acceptUntil !== null
  const params = {
    reference: handoff.reference,
    team: handoff.teamName,
    kind: words.translate(`desk:kind.${handoff.kind}`, {}, handoff.language),
    level: words.translate(`desk:level.${handoff.level}`, {}, handoff.language),
    day: isUrgent
      ? momentInWords(handoff.acceptUntil, handoff.language)
      : dayInWords(handoff.acceptBy, handoff.language),
    link: `${publicUrl}/desk/cases/${handoff.reference}`,
  }
  // Another organisation learns what it is where it signs in, and nothing of it from a mail.
  const isAcross = handoff.organisation !== handoff.receivedBy
  const say = (key: string) => words.translate(`message:notice.${key}`, params, handoff.language)
  if (handoff.forInformation) {
    const what = handoff.forPraise ? 'praise' : 'told'
    return {
      subject: say(`subject-${what}`),
      body: [say(what), say('look'), say('no-answer')].join('\n\n'),
    }
  }
  return {
    subject: say(isUrgent ? 'subject-urgent' : 'subject'),
    body: [
      say(isAcross ? 'across' : 'offered'),
      say(isUrgent ? 'accept-urgent' : 'accept-by'),
      say(handoff.isLastResort ? 'take-or-pass' : 'take-or-decline'),
      say('look'),
      ...(isAcross ? [say('account')] : []),
      say('no-answer'),
    ].join('\n\n'),
  }
}
