/** Reading the answers of a form, and what can be wrong with any of them. */
import { reason, type Reason } from '../../shared/finding.ts'
import type { Answers, ShownAnswer } from '../../shared/form.ts'

/** Without blanks around it; empty where nothing was answered. */
export function answerTo(answers: Answers, field: string): string {
  return (answers[field] ?? '').trim()
}

/** Null where nothing was answered, so that it can be left out. */
export function answerOrNull(answers: Answers, field: string): string | null {
  return answerTo(answers, field) || null
}

/** A problem where a box of that name holds more than `limit` characters. */
export function tooLong(answers: Answers, field: string, limit: number): Readonly<Record<string, Reason>> {
  const length = (answers[field] ?? '').length
  return length <= limit ? {} : { [field]: reason('form:problem.tooLong', { limit, length }) }
}

/** The person's own words, or that they wrote none. */
export function shownWords(question: string, answers: Answers, field: string): ShownAnswer {
  return { question: reason(question), answer: answerOrNull(answers, field) }
}
