/** What the address of the inbox asks for: filters and where to go on; anything not understood counts as not asked. */
import { z } from 'zod'
import { asId } from '../../shared/ids.ts'
import { channelNames, flags, kinds, levels } from '../../shared/words.ts'
import { isCalendarDate } from '../../shared/dates/london.ts'
import { inboxViews, type InboxCursor, type InboxFilter } from '../store/inbox.ts'

const query = z.object({
  view: z.enum(inboxViews).catch('all'),
  state: z.enum(['open', 'closed', 'all']).catch('open'),
  kind: z.enum(kinds).nullable().catch(null),
  level: z.enum(levels).nullable().catch(null),
  flag: z.enum(flags).nullable().catch(null),
  channel: z.enum(channelNames).nullable().catch(null),
  team: z
    .string()
    .regex(/^[a-z0-9-]{1,64}$/)
    .transform((id) => asId<'team'>(id))
    .nullable()
    .catch(null),
  callBack: z
    .literal('yes')
    .transform(() => true)
    .catch(false),
})

export function readInboxFilter(asked: unknown): InboxFilter {
  return query.parse(asked)
}

/** `after=2026-11-26_High_<id>`, or `after=_High_<id>` where nothing is due. */
export function readCursor(asked: unknown): InboxCursor | null {
  const { after } = z.object({ after: z.string().catch('') }).parse(asked)
  const [dueOn = '', given, id = ''] = after.split('_')
  const level = levels.find((each) => each === given)
  if (level === undefined || !z.uuid().safeParse(id).success) return null
  if (dueOn !== '' && !isCalendarDate(dueOn)) return null
  return { dueOn: dueOn === '' ? null : dueOn, level, id: asId<'case'>(id) }
}

/** The address of the same list with something about it changed. */
export function inboxAddress(filter: InboxFilter, change: Partial<InboxFilter>, after?: InboxCursor): string {
  const wanted = { ...filter, ...change }
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(wanted)) {
    if (value === true) parameters.set(name, 'yes')
    else if (value !== null && value !== false && value !== unasked[name]) parameters.set(name, value)
  }
  if (after !== undefined) parameters.set('after', `${after.dueOn ?? ''}_${after.level}_${after.id}`)
  const text = parameters.toString()
  return text === '' ? '/desk' : `/desk?${text}`
}

const unasked: Readonly<Record<string, string>> = { view: 'all', state: 'open' }

/** Is anything narrowed down beside the view? */
export function isFiltered({ state, kind, level, flag, channel, team, callBack }: InboxFilter): boolean {
  return state !== 'open' || callBack || [kind, level, flag, channel, team].some((value) => value !== null)
}
