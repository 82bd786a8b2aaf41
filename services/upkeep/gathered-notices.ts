/** Tells a team once of all that came to it in a short time; no name and no word of anybody's. */
import { dayInWords, momentInWords } from '../pages/dates-in-words.ts'
import type { Words } from '../pages/languages.ts'
import type { Ring } from '../queue/bell.ts'
import { hubScope, withScope, type Database } from '../store/database.ts'
import { takeGathered, teamsToTell, type Gathered } from '../store/gathered-notices.ts'
import { saveAutomatic } from '../store/messages.ts'

export interface GatheredParts {
  readonly db: Database
  readonly ring: Ring
  readonly now: () => Date
  readonly words: Pick<Words, 'translate'>
  readonly publicUrl: string
}

export async function tellGathered(parts: GatheredParts): Promise<void> {
  const { db, ring, now } = parts
  for (const team of await teamsToTell(db, now())) {
    const message = await withScope(db, hubScope, async (queries) => {
      const gathered = await takeGathered(queries, team)
      if (gathered === null) return null
      return saveAutomatic(
        queries,
        {
          case: gathered.case,
          purpose: 'handoff-notice',
          channel: 'email',
          submission: null,
          handoff: gathered.handoff,
          recipient: gathered.address,
          ...wordsOfGathered(parts, gathered),
          language: 'en',
          heldBecause: null,
        },
        now(),
      )
    })
    if (message !== null) ring('send', message)
  }
}

function wordsOfGathered({ words, publicUrl }: GatheredParts, gathered: Gathered) {
  const { teamName, offered, acceptBy, urgent, lookUntil, praise, told, isAcross } = gathered
  const say = (key: string, params: Readonly<Record<string, string | number>> = {}) =>
    words.translate(`message:notice.${key}`, { team: teamName, ...params }, 'en')
  return {
    subject: say(urgent > 0 ? 'many-subject-urgent' : 'many-subject', { count: offered + praise + told }),
    body: [
      ...(offered > 0 ? [say('many-offered', { count: offered })] : []),
      ...(lookUntil === null
        ? []
        : [say('many-urgent', { count: urgent, day: momentInWords(lookUntil, 'en') })]),
      ...(acceptBy === null ? [] : [say('many-accept-by', { day: dayInWords(acceptBy, 'en') })]),
      ...(praise > 0 ? [say('many-praise', { count: praise })] : []),
      ...(told > 0 ? [say('many-told', { count: told })] : []),
      say('look', { link: `${publicUrl}/desk${offered > 0 ? '?view=waiting' : ''}` }),
      ...(isAcross ? [say('account')] : []),
      say('no-answer'),
    ].join('\n\n'),
  }
}
