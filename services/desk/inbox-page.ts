/** The inbox: what is due first, narrowed down by what the address says. */
import { Router, type Request, type Response } from 'express'
import { londonDate, type CalendarDate } from '../../shared/dates/london.ts'
import { reason } from '../../shared/finding.ts'
import type { Rules } from '../../shared/knowledge.ts'
import { readReference } from '../../shared/reference.ts'
import { channelNames, flags, kinds, levels } from '../../shared/words.ts'
import { showPage } from '../pages/show.ts'
import { withScope } from '../store/database.ts'
import { countInbox, inboxViews, listInbox, mostCounted, type InboxFilter } from '../store/inbox.ts'
import type { InboxRow } from '../store/inbox-rows.ts'
import { listLookFirst } from '../store/look-first.ts'
import { listTeams } from '../store/inbox-teams.ts'
import { countStuck } from '../store/quarantine.ts'
import { inboxAddress, isFiltered, readCursor, readInboxFilter } from './inbox-query.ts'
import { subjectNames } from './names.ts'
import { noticeOf } from '../staff/notices.ts'
import type { StaffParts } from '../staff/parts.ts'
import type { RulesInForce } from '../staff/rules-in-force.ts'
import { daysLeft, shortDay, tellByShown, urgencyOf } from './short-dates.ts'
import { staffOf } from '../staff/signed-in.ts'

export function inboxPage(parts: StaffParts, rules: RulesInForce): Router {
  const router = Router()
  router.get('/desk', async (request, response) => {
    const typed = request.query['reference']
    if (typeof typed === 'string' && typed.trim() !== '') goToCase(parts, request, response, typed)
    else
      showPage(parts.pages, request, response, 'desk/inbox.njk', await inbox(parts, request, await rules()))
  })
  return router
}

function goToCase({ pages }: StaffParts, request: Request, response: Response, typed: string): void {
  const reference = readReference(typed)
  if (reference !== null) response.redirect(303, `/desk/cases/${reference}`)
  else showPage(pages, request, response, 'desk/no-such-reference.njk', { typed }, 404)
}

async function inbox({ db, now }: StaffParts, request: Request, rules: Rules): Promise<object> {
  const who = staffOf(request)
  // Whoever sees only what their teams have sorts nothing.
  const views = inboxViews.filter((view) => who.seesAll || view !== 'triage')
  const asked = readInboxFilter(request.query)
  const filter = views.includes(asked.view) ? asked : { ...asked, view: openOnly.view }
  const after = readCursor(request.query)
  const today = londonDate(now().toISOString())
  const scope = { of: 'organisation', organisation: who.organisation } as const
  return withScope(db, scope, async (queries) => {
    const page = await listInbox(queries, who, filter, after)
    const filtered = isFiltered(filter)
    const counts = await countInbox(queries, who, openOnly, filtered ? filter : null)
    const total = filtered ? counts.total : counts[filter.view]
    const isStart = after === null && !filtered
    return {
      lookFirst: isStart ? await listLookFirst(queries, who) : [],
      now: now(),
      notice: noticeOf(request),
      tabs: views.map((view) => ({
        view,
        count: counted(counts[view]),
        href: inboxAddress(openOnly, { view }),
        current: filter.view === view,
      })),
      stuck: await countStuck(queries, who, now()),
      caption:
        total > mostCounted
          ? reason('desk:inbox.captionMany', { limit: mostCounted.toLocaleString('en-GB') })
          : reason('desk:inbox.caption', { count: total }),
      filter,
      filtered,
      clearHref: inboxAddress(openOnly, { view: filter.view }),
      choices: {
        kinds,
        levels,
        flags,
        channels: channelNames,
        teams: await listTeams(queries, who.organisation),
      },
      rows: page.rows.map((row) => shown(row, today, rules)),
      firstHref: after === null ? null : inboxAddress(filter, {}),
      nextHref: page.next === null ? null : inboxAddress(filter, {}, page.next),
    }
  })
}

/** "1,000+" where nobody counted on. */
function counted(count: number): string {
  return count > mostCounted ? `${mostCounted.toLocaleString('en-GB')}+` : String(count)
}

const openOnly: InboxFilter = {
  view: 'all',
  state: 'open',
  kind: null,
  level: null,
  flag: null,
  channel: null,
  team: null,
  callBack: false,
}

function shown(row: InboxRow, today: CalendarDate, rules: Rules): object {
  const { nextClock, toTellSince } = row
  return {
    ...row,
    href: `/desk/cases/${row.reference}`,
    subjects: subjectNames(row.subjects, rules),
    received: shortDay(row.receivedOn, today),
    toTell: toTellSince === null ? null : tellByShown(toTellSince, today, rules),
    clock:
      nextClock === null
        ? null
        : {
            name: nextClock.name,
            day: shortDay(nextClock.dueOn, today),
            left: daysLeft(nextClock.dueOn, today),
            urgency: urgencyOf(nextClock.dueOn, today),
          },
  }
}
