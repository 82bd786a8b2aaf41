/** How often staff agreed with what the hub found: by month, subject and channel, and subject by month for one channel. */
import { Router, type Request } from 'express'
import { z } from 'zod'
import { londonDate } from '../../shared/dates/london.ts'
import type { Rules } from '../../shared/knowledge.ts'
import { channelNames } from '../../shared/words.ts'
import { showPage } from '../pages/show.ts'
import { withScope } from '../store/database.ts'
import { agreements, drifts, type Agreement } from '../store/evaluate-figures.ts'
import { listJudgements, listRegraded, type JudgedAbout } from '../store/evaluations.ts'
import type { RulesInForce } from '../staff/rules-in-force.ts'
import type { StaffParts } from '../staff/parts.ts'
import { staffOf } from '../staff/signed-in.ts'
import { crossedShown } from './agreement-crossed.ts'
import { subjectNames } from './names.ts'

/** What people judge most; the rest is in `hub evaluate`. */
const columns = ['kind', 'level', 'subject', 'owner'] as const satisfies readonly JudgedAbout[]
const groups = ['month', 'subject', 'channel'] as const

/** What is chosen above the crossed table; anything else counts as not chosen. */
const chosen = z.object({
  about: z.enum(columns).catch('kind'),
  channel: z.enum(channelNames).nullable().catch(null),
})

export function agreementPage(parts: StaffParts, rules: RulesInForce): Router {
  const router = Router()
  router.get('/desk/rules/agreement', async (request, response) => {
    const shown = await figures(parts, request, await rules())
    showPage(parts.pages, request, response, 'desk/agreement.njk', shown)
  })
  return router
}

async function figures({ db, now }: StaffParts, request: Request, rules: Rules): Promise<object> {
  const { organisation } = staffOf(request)
  const from = yearBefore(londonDate(now()))
  const span = { from, to: null, receivedBy: organisation }
  const { about, channel } = chosen.parse({
    about: request.query['about'],
    channel: request.query['channel'],
  })
  return withScope(db, { of: 'organisation', organisation }, async (queries) => {
    const judgements = await listJudgements(queries, span)
    const found = agreements(judgements)
    return {
      from,
      columns,
      all: columns.map((column) => cellOf(found, column, 'all', null)),
      groups: groups.map((by) => ({ by, rows: rowsOf(found, by, rules) })),
      crossed: {
        about,
        channel,
        channels: channelNames,
        ...crossedShown(judgements, { about, channel }, rules),
      },
      isEmpty: found.length === 0,
      drifts: drifts(await listRegraded(queries, span)),
    }
  })
}

/** The first day of the month a year before. */
function yearBefore(today: string): string {
  return `${String(Number(today.slice(0, 4)) - 1)}${today.slice(4, 7)}-01`
}

function rowsOf(found: readonly Agreement[], by: (typeof groups)[number], rules: Rules): readonly object[] {
  const keys = [...new Set(found.filter((one) => one.by === by).map(({ of }) => of))].filter(
    (key) => key !== null,
  )
  return keys.toSorted().map((key) => ({
    key,
    day: by === 'month' ? `${key}-01` : null,
    name: by === 'subject' ? (subjectNames([key], rules)[0] ?? key) : key,
    cells: columns.map((about) => cellOf(found, about, by, key)),
  }))
}

/** Null where nobody judged that. */
function cellOf(found: readonly Agreement[], about: JudgedAbout, by: Agreement['by'], key: string | null) {
  const one = found.find((each) => each.about === about && each.by === by && each.of === key)
  return one === undefined ? null : { ...one, percent: Math.round(one.share * 100) }
}
