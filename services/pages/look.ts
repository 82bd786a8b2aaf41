/** Gives each request its view: language, nonce and a number to quote. */
import { randomBytes, randomUUID } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import { languages, type Language } from '../../shared/words.ts'
import { readCookie } from './cookies.ts'
import { setView } from './view.ts'

const year = 365 * 24 * 60 * 60 * 1000

/** `?lang=cy` chooses a language and is remembered; otherwise what was remembered; otherwise English. */
export function look(secure: boolean): RequestHandler {
  return (request, response, next) => {
    const asked = asLanguage(request.query['lang'])
    if (asked !== null) {
      response.cookie('language', asked, { maxAge: year, httpOnly: true, sameSite: 'lax', secure })
    }
    const view = {
      language: asked ?? asLanguage(readCookie(request, 'language')) ?? 'en',
      nonce: randomBytes(16).toString('base64url'),
      path: request.path,
      requestId: randomUUID(),
    }
    setView(request, view)
    response.set('X-Request-Id', view.requestId)
    next()
  }
}

/** Is a program asking, which wants problem+json and not a page? */
export function isProgram(request: Request): boolean {
  return /^\/(api|channels|open311)\//.test(request.path)
}

function asLanguage(value: unknown): Language | null {
  return languages.find((language) => language === value) ?? null
}
