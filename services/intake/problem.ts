/** How a program is told what is wrong: problem details (RFC 9457) in plain words. */
import type { Response } from 'express'
import type { Refusal } from '../../channels/channel.ts'
import type { Params, Words } from '../pages/languages.ts'

export interface Problem {
  readonly status: number
  /** Language key of the sentence that says what to do. */
  readonly key: string
  readonly params?: Params
  readonly problems?: Refusal['problems']
  /** Seconds. */
  readonly retryAfter?: number
}

export function answerProblem(response: Response, words: Words, problem: Problem): void {
  if (problem.retryAfter !== undefined) response.set('Retry-After', String(problem.retryAfter))
  if (problem.status === 401) response.set('WWW-Authenticate', 'Bearer')
  response
    .status(problem.status)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        title: words.translate(problem.key, problem.params ?? {}, 'en'),
        status: problem.status,
        code: problem.key.replace(/^intake:/, ''),
        ...(problem.problems === undefined
          ? {}
          : {
              problems: problem.problems.map(({ field, reason }) => ({
                field,
                problem: words.say(reason, 'en'),
              })),
            }),
      }),
    )
}
