/** The words of the portal exist in English only as yet: a page must not say that it is Welsh when it is not. */
import type { RequestHandler } from 'express'
import { setView, viewOf } from '../pages/view.ts'

export const inEnglish: RequestHandler = (request, response, next) => {
  setView(request, { ...viewOf(request), language: 'en' })
  response.set('Cache-Control', 'no-store')
  next()
}
