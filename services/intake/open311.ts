/** What civic apps ask by GeoReport v2: the services, their questions, and how far a request has come. */
import { Router, type Request, type Response } from 'express'
import type { Answer, Say } from '../../channels/channel.ts'
import { answerIn, errorIn, formats, type Format } from '../../channels/open311/format.ts'
import { definitionRow, isKnown, serviceRow, servicesOf } from '../../channels/open311/services.ts'
import { reason } from '../../shared/finding.ts'
import type { Language } from '../../shared/words.ts'
import type { Words } from '../pages/languages.ts'
import { findCivicRequests, type CivicRequestQuery } from '../store/civic-requests.ts'
import { hubScope, withScope, type Database } from '../store/database.ts'
import type { DirectoryView } from '../store/directory-view.ts'
import type { AdmissionParts, ApiCaller } from './admission.ts'
import { keyIn } from '../pages/key-in.ts'
import { listIn, queryOf } from './open311-query.ts'
import type { Opening } from './other-methods.ts'
import { requestRow } from './open311-request.ts'

export interface Open311Parts extends AdmissionParts {
  readonly db: Database
  readonly words: Words
  readonly directory: Pick<DirectoryView, 'current'>
  readonly now: () => Date
}

interface Parts extends Open311Parts {
  readonly say: Say
}

/** What civic apps may ask where, beside sending. */
export const open311Openings: readonly Opening[] = formats.flatMap((format) =>
  ['services', 'services/:code', 'requests', 'requests/:id'].map((path) => ({
    path: `/open311/v2/${path}.${format}`,
    methods: ['GET'],
  })),
)

export function open311(given: Open311Parts): Router {
  const parts: Parts = { ...given, say: (what, language) => given.words.say(what, language) }
  const router = Router()
  for (const format of formats) {
    const get = (path: string, answer: (request: Request) => Answer | Promise<Answer>) =>
      router.get(`/open311/v2/${path}.${format}`, async (request, response) => {
        send(response, await answer(request))
      })
    get('services', (request) => services(format, languageOf(request), parts))
    get('services/:code', (request) =>
      definition(format, textIn(request.params['code']), languageOf(request), parts),
    )
    get('requests', (request) => requests(format, request, parts))
    get('requests/:id', (request) => oneRequest(format, request, parts))
  }
  return router
}

function send(response: Response, { status, type, body }: Answer): void {
  response.status(status).type(type).send(body)
}

function languageOf(request: Request): Language {
  return request.query['lang'] === 'cy' ? 'cy' : 'en'
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function services(format: Format, language: Language, { say, directory }: Parts): Answer {
  const rows = servicesOf(directory.current(), say, language).map((service) =>
    serviceRow(service, say, language),
  )
  return answerIn(format, 200, 'services', rows)
}

function definition(format: Format, code: string, language: Language, { say, directory }: Parts): Answer {
  return isKnown(code, directory.current())
    ? answerIn(format, 200, 'service_definition', definitionRow(code, say, language))
    : errorIn(format, 404, [say(reason('open311:no-service'), language)])
}

async function requests(format: Format, request: Request, parts: Parts): Promise<Answer> {
  const looking = await look(request, textIn(request.query['service_request_id']), parts)
  return 'wrong' in looking
    ? errorIn(format, looking.status, [looking.wrong])
    : answerIn(format, 200, 'service_requests', looking.rows)
}

async function oneRequest(format: Format, request: Request, parts: Parts): Promise<Answer> {
  const looking = await look(request, textIn(request.params['id']), parts)
  if ('wrong' in looking) return errorIn(format, looking.status, [looking.wrong])
  return looking.rows.length > 0
    ? answerIn(format, 200, 'service_requests', looking.rows)
    : errorIn(format, 404, [parts.say(reason('open311:no-request'), languageOf(request))])
}

type Row = Readonly<Record<string, string | null>>
type Looking = { readonly rows: readonly Row[] } | { readonly status: number; readonly wrong: string }

/**
 * Other cities list every request to everybody; what people told us is nobody else's business. With a key, those of
 * its own organisation; without one, only how far a request has come whose reference is named.
 */
async function look(request: Request, ids: string, parts: Parts): Promise<Looking> {
  const key = keyIn(request) ?? (textIn(request.query['api_key']) || null)
  const caller = key === null ? null : await parts.findCaller(key)
  if (key !== null && caller?.scopes.includes('cases:read') !== true) {
    return { status: 403, wrong: parts.words.translate('intake:wrong-scope', { scope: 'cases:read' }, 'en') }
  }
  if (caller === null) {
    const seconds = await parts.visitors.exceededBy(request.ip ?? 'unknown')
    if (seconds !== null) {
      return { status: 429, wrong: parts.words.translate('intake:too-often', { seconds }, 'en') }
    }
    if (ids === '') return { rows: [] }
  }
  const query = queryOf(request.query, ids, caller?.organisation ?? null, parts.now())
  if ('key' in query) return { status: 400, wrong: parts.say(query, languageOf(request)) }
  return { rows: await rowsOf(request, query, caller, parts) }
}

async function rowsOf(
  request: Request,
  query: CivicRequestQuery,
  caller: ApiCaller | null,
  { db, say, directory }: Parts,
): Promise<readonly Row[]> {
  const scope =
    caller === null ? hubScope : { of: 'organisation' as const, organisation: caller.organisation }
  const found = await withScope(db, scope, (queries) => findCivicRequests(queries, query))
  const to = { directory: directory.current(), say, language: languageOf(request), isOwn: caller !== null }
  const rows = found.map((each) => requestRow(each, to))
  const codes = listIn(request.query['service_code'])
  // Named requests override all other wishes.
  if (query.references !== null || codes.length === 0) return rows
  return rows.filter((row) => codes.includes(row['service_code'] ?? ''))
}
