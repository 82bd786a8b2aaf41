/** `/api/v1/partner`: what the portal does, for the programs of partner organisations. */
import express, { Router } from 'express'
import { z } from 'zod'
import { londonDate } from '../../shared/dates/london.ts'
import { reason } from '../../shared/finding.ts'
import { asId } from '../../shared/ids.ts'
import { readReference } from '../../shared/reference.ts'
import { withScope } from '../store/database.ts'
import { acceptPart, fileContribution } from '../store/joint/contribution-acts.ts'
import { askForTime, sayToLead, supplyDocument } from '../store/joint/exchange-acts.ts'
import { answerMeeting, writeLesson } from '../store/joint/learning-acts.ts'
import { loadPartFile } from '../store/joint/part-file.ts'
import { listWork } from '../store/joint/part-work.ts'
import { decideOnResponse } from '../store/joint/response-approvals.ts'
import { act } from './api-acts.ts'
import { admitted, callerOf, home, notFound, type PartnerApiParts } from './api-frame.ts'
import { leadsByApi } from './api-leads.ts'
import {
  contribution,
  decision,
  documentFields,
  exchange,
  lesson,
  meetingAnswer,
  moreTime,
} from './api-shapes.ts'
import { filesOfPart } from './part-files.ts'
import type { PartPlace } from './part-place.ts'
import { formsWithFile, isTooLarge, uploadOf } from './upload.ts'
import { readCursor, writeCursor } from './work-cursor.ts'

export function partnerApi(parts: PartnerApiParts): Router {
  const { db, files } = parts
  const router = Router()
  router.use(home, admitted(parts), express.json({ limit: '1mb' }), formsWithFile)
  readings(router, parts)
  act(router, parts, 'accept', z.object({}).catch({}), (acting) => acceptPart(db, acting))
  act(router, parts, 'contributions', contribution, (acting, input) => fileContribution(db, acting, input))
  act(router, parts, 'exchanges', exchange, (acting, input) => sayToLead(db, acting, input))
  act(router, parts, 'more-time', moreTime, (acting, input) => askForTime(db, acting, input))
  act(router, parts, 'approval', decision, (acting, input) => decideOnResponse(db, acting, input))
  act(router, parts, 'lessons', lesson, (acting, input) => writeLesson(db, acting, input))
  act(router, parts, 'meetings/:meeting', meetingAnswer, async (acting, input, request) => {
    const named = z.uuid().safeParse(request.params['meeting'])
    if (!named.success) return { outcome: 'not-found' }
    return answerMeeting(db, acting, { ...input, meeting: asId<'meeting'>(named.data) })
  })
  act(router, parts, 'documents', documentFields, async (acting, input, request) => {
    const upload = uploadOf(request)
    if (isTooLarge(request)) return { outcome: 'refused', problem: reason('partners:error.tooLarge') }
    if (upload === null) return { outcome: 'refused', problem: reason('partners:error.file') }
    return supplyDocument(db, files, acting, { ...input, ...upload })
  })
  router.use(filesOfPart(parts, partsByApi))
  router.use(leadsByApi(parts))
  router.use(home, (_request, response) => notFound(parts, response))
  return router
}

const partsByApi: Pick<PartPlace, 'path' | 'visitOf'> = {
  path: `${home}/parts/:reference`,
  visitOf(request) {
    const typed = request.params['reference']
    const reference = typeof typed === 'string' ? readReference(typed) : null
    const { id, organisation } = callerOf(request)
    return reference === null ? null : { reference, by: { kind: 'program', id, organisation }, base: home }
  },
}

function readings(router: Router, parts: PartnerApiParts): void {
  const today = () => londonDate(parts.now().toISOString())
  router.get(`${home}/parts`, async (request, response) => {
    const { organisation } = callerOf(request)
    const page = await withScope(parts.db, { of: 'organisation', organisation }, (queries) =>
      listWork(queries, organisation, today(), readCursor(request.query['after'])),
    )
    response.json({ parts: page.rows, next: page.next && writeCursor(page.next) })
  })
  router.get(`${home}/parts/:reference`, async (request, response) => {
    const { organisation } = callerOf(request)
    const reference = readReference(request.params.reference)
    const file =
      reference &&
      (await withScope(parts.db, { of: 'organisation', organisation }, (queries) =>
        loadPartFile(queries, organisation, reference, today()),
      ))
    if (file === null) {
      notFound(parts, response)
      return
    }
    response.json(file)
  })
}
