/** Answers with a page whose end takes long to find: its beginning goes out at once, then how far the work is, then the rest. Needs no script. */
import type { Request, Response } from 'express'
import { faultOf } from '../log.ts'
import { viewOf } from '../pages/view.ts'
import type { StaffParts } from '../staff/parts.ts'

/** How far the work is; false where nobody waits for it any more. */
export type Progress = (done: number, total: number) => boolean

/** Stands in the template where the work goes on. */
const mark = '<!--work-->'

/**
 * The template prints `mark` once, and what `work` found after it; where that failed, `failed` is set instead. What is
 * found has the status 200 in any case: it was sent before.
 */
export async function showAsItGoes(
  { pages, log }: Pick<StaffParts, 'pages' | 'log'>,
  request: Request,
  response: Response,
  template: string,
  context: object,
  work: (progress: Progress) => Promise<object>,
): Promise<void> {
  const view = viewOf(request)
  const [start = ''] = pages.render(template, { ...context, mark }, view).split(mark)
  // A proxy that gathers what it passes on would keep the progress to itself.
  response.status(200).set({ 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' }).type('html')
  response.write(start)
  const found = await work((done, total) => {
    if (response.destroyed) return false
    response.write(pages.render('desk/progress.njk', { done, total }, view))
    return true
  }).catch((error: unknown) => {
    log.error({ requestId: view.requestId, ...faultOf(error) }, 'Work on a page failed')
    return { failed: true }
  })
  const [, rest = ''] = pages.render(template, { ...context, ...found, mark }, view).split(mark)
  response.end(rest)
}
