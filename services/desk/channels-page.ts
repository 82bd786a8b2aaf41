/** Each way in: is it open, what came by it today and in the last two weeks, and how to try it now. */
import { Router, type Request } from 'express'
import { daysBefore, londonDate, type CalendarDate } from '../../shared/dates/london.ts'
import type { DoorOwner } from '../../shared/directory.ts'
import type { OrganisationId } from '../../shared/ids.ts'
import type { ChannelName } from '../../shared/words.ts'
import { showPage } from '../pages/show.ts'
import { staffOf } from '../staff/signed-in.ts'
import {
  countByChannel,
  errorsByChannel,
  lastDeliveries,
  type ChannelDay,
  type ChannelErrors,
} from '../store/channel-counts.ts'
import { withScope } from '../store/database.ts'
import { loadCurrentKnowledge } from '../store/knowledge.ts'
import { listMailboxes } from '../store/mail-cursors.ts'
import type { DeskParts } from './desk-parts.ts'

const daysShown = 14
/** Pixels of the chart's own measure. */
const barHeight = 80

export function channelsPage(parts: DeskParts): Router {
  const router = Router()
  router.get('/desk/channels', async (request, response) => {
    showPage(parts.pages, request, response, 'desk/channels.njk', await shown(parts, request))
  })
  return router
}

/** Doors that are tried on a page of ours, and where. */
const pagesToOpen: Readonly<Record<string, string>> = {
  form: '/feedback',
  kiosk: '/kiosk',
  'staff-note': '/desk/notes/new',
  'open311-json': '/open311/v2/services.json',
  'open311-xml': '/open311/v2/services.xml',
}
/** Doors of programs, which are tried by a command. */
const byCommand: readonly string[] = ['api', 'email-smtp', 'email-raw', 'phone-transcripts']

function waysToTry(door: string) {
  return { door, opens: pagesToOpen[door] ?? null, isCommand: byCommand.includes(door) }
}

async function shown({ db, now, channels, reach }: DeskParts, request: Request): Promise<object> {
  const { organisation, role } = staffOf(request)
  const days = lastDays(londonDate(now()))
  const { directory } = await loadCurrentKnowledge(db)
  return withScope(db, { of: 'organisation', organisation }, async (queries) => {
    const counts = await countByChannel(queries, organisation, days[0] ?? '')
    const errors = await errorsByChannel(queries, organisation, now())
    const last = await lastDeliveries(queries, organisation)
    return {
      isAdministrator: role === 'administrator',
      // The mailbox is the hub's: only its host is told of it.
      mailboxes: organisation === directory.host ? await listMailboxes(queries) : [],
      channels: channels.map(({ name, doors, canSend }) => ({
        name,
        doors,
        ways: doors.map(waysToTry),
        reach: reachOfOwn(name, reach, directory.doors ?? [], organisation),
        canSend,
        isOpen: doors.length > 0,
        errors: troublesIn(errors.find(({ channel }) => channel === name)),
        last: last.get(name) ?? null,
        today: counts.find(({ channel, day }) => channel === name && day === days.at(-1)) ?? nothing,
      })),
      bars: days.map((day) => barOf(day, counts, days)),
    }
  })
}

/** By its own address or number where the directory gives it one for this channel, else by the host's, for whom it then arrives. */
function reachOfOwn(
  channel: ChannelName,
  reach: DeskParts['reach'],
  owners: readonly DoorOwner[],
  organisation: OrganisationId,
): DeskParts['reach'] {
  const own = owners.find((each) => each.channel === channel && each.organisation === organisation)
  if (own === undefined) return reach
  return channel === 'email' ? { ...reach, mail: own.address } : { ...reach, number: own.address }
}

/** In the order in which somebody would look at them. */
const troubles = ['unreadable', 'unsent', 'noTransport', 'held', 'triedAgain'] as const

function troublesIn(errors: ChannelErrors | undefined) {
  return troubles
    .map((what) => ({ what, count: errors?.[what] ?? 0, isListed: what !== 'triedAgain' }))
    .filter(({ count }) => count > 0)
}

const nothing = { deliveries: 0, cases: 0, nothingToRoute: 0, quarantined: 0 }

function lastDays(today: CalendarDate): readonly CalendarDate[] {
  return Array.from({ length: daysShown }, (_, at) => daysBefore(today, daysShown - 1 - at))
}

function barOf(day: CalendarDate, counts: readonly ChannelDay[], days: readonly CalendarDate[]) {
  const most = Math.max(1, ...days.map((each) => totalOn(each, counts)))
  const count = totalOn(day, counts)
  const height = Math.round((count / most) * barHeight)
  return { day, count, height, top: barHeight - height }
}

function totalOn(day: CalendarDate, counts: readonly ChannelDay[]): number {
  return counts.filter((one) => one.day === day).reduce((sum, one) => sum + one.deliveries, 0)
}
