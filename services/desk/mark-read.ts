/** What was new has been read. */
import { z } from 'zod'
import { markCaseRead } from '../store/case-acts-read.ts'
import type { CaseForm } from '../staff/case-form.ts'

export const markRead: CaseForm<object> = {
  path: 'read',
  template: 'desk/mark-read.njk',
  by: 'receiver',
  input: z.object({}),
  done: 'read',
  start: () => Promise.resolve({ values: {}, shows: {} }),
  act: ({ db, acting }) => markCaseRead(db, acting),
}
