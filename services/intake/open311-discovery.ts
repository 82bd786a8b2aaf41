/** Where civic apps learn what this endpoint speaks: Open311 Service Discovery, in both formats. */
import { Router } from 'express'
import { answerIn, formats } from '../../channels/open311/format.ts'
import { reason } from '../../shared/finding.ts'
import type { Words } from '../pages/languages.ts'

/** The day of the last change that an app would notice. */
const changeset = '2026-11-25T00:00:00Z'

export function open311Discovery({
  publicUrl,
  words,
}: {
  readonly publicUrl: string
  readonly words: Words
}): Router {
  const router = Router()
  const found = {
    changeset,
    contact: words.say(reason('open311:discovery.contact', { url: publicUrl }), 'en'),
    key_service: words.say(reason('open311:discovery.key'), 'en'),
    endpoints: [
      {
        specification: 'http://wiki.open311.org/GeoReport_v2',
        url: `${publicUrl}/open311/v2`,
        changeset,
        type: 'production',
        formats: ['text/xml', 'application/json'],
      },
    ],
  }
  for (const format of formats) {
    const { status, type, body } = answerIn(format, 200, 'discovery', found)
    router.get(`/open311/discovery.${format}`, (_, response) => {
      response.status(status).type(type).send(body)
    })
  }
  return router
}
