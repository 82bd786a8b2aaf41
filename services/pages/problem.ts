/** How a program is told what is wrong: problem details (RFC 9457) in plain words. */
import type { Response } from 'express'
import { z } from 'zod'
import type { Refusal } from '../../channels/channel.ts'
import type { Params, Words } from './languages.ts'

export interface Problem {
  readonly status: number
  /** Language key of the sentence that says what to do. */
  readonly key: string
  readonly params?: Params
  readonly problems?: Refusal['problems']
  /** Seconds. */
  readonly retryAfter?: number
}

/** What a program reads of it; `code` is for the program, `title` for people. */
export const problemSchema = z
  .object({
    title: z.string(),
    status: z.int(),
    code: z.string(),
    problems: z.array(z.object({ field: z.string().nullable(), problem: z.string() })).optional(),
  })
  .meta({ id: 'Problem' })

export function answerProblem(response: Response, words: Words, problem: Problem): void {
  if (problem.retryAfter !== undefined) response.set('Retry-After', String(problem.retryAfter))
  if (problem.status === 401) response.set('WWW-Authenticate', 'Bearer')
  const details: z.output<typeof problemSchema> = {
    title: words.translate(problem.key, problem.params ?? {}, 'en'),
    status: problem.status,
    code: problem.key.replace(/^intake:/, ''),
    problems: problem.problems?.map(({ field, reason }) => ({ field, problem: words.say(reason, 'en') })),
  }
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(details))
}
