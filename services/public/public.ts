/** The front door: home, progress and the information pages. */
import { asDialled } from '../../channels/sms/phone-number.ts'
import { Router } from 'express'
import { showPage } from '../pages/show.ts'
import { progressPages, type ProgressParts } from './progress.ts'

export interface PublicParts extends ProgressParts {
  /** Where people may write to, as `Name <address>` or the bare address. */
  readonly mailAddress: string
  /** The number that takes calls and texts; null where no line is set. */
  readonly lineNumber: string | null
}

const pagesByPath = { '/': 'home', '/privacy': 'privacy', '/accessibility': 'accessibility' } as const

export function publicPages(parts: PublicParts): Router {
  const router = Router()
  const { lineNumber } = parts
  const lineDialled = lineNumber === null ? null : asDialled(lineNumber)
  const mailAddress = /<([^<>]+)>/.exec(parts.mailAddress)?.[1] ?? parts.mailAddress
  for (const [path, name] of Object.entries(pagesByPath)) {
    router.get(path, (request, response) => {
      showPage(parts.pages, request, response, `public/${name}.njk`, {
        mailAddress,
        lineNumber,
        lineDialled,
      })
    })
  }
  router.use(progressPages(parts))
  return router
}
