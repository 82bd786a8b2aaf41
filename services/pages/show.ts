/** Answers a request with a page, never kept by a browser or a proxy. */
import type { Request, Response } from 'express'
import type { Pages } from './pages.ts'
import { viewOf } from './view.ts'

/** `template` such as 'public/home.njk'; the status is 200 unless said otherwise. */
export function showPage(
  pages: Pages,
  request: Request,
  response: Response,
  template: string,
  context: object = {},
  status = 200,
): void {
  response
    .status(status)
    .set('Cache-Control', 'no-store')
    .type('html')
    .send(pages.render(template, context, viewOf(request)))
}
