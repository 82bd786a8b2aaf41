/** An organisation says what it learned from its part, and what it will do by when: its own, and the lead sees it. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { writeLesson } from '../store/joint/learning-acts.ts'
import { dayBoxes, daySchema, withDay } from './day-input.ts'
import type { PartForm } from './part-form.ts'

const text = (lacking: string) => z.string(lacking).trim().min(1, lacking).max(20_000, 'partners:error.long')

const input = z.preprocess(
  withDay('actionBy'),
  z.object({
    id: z.uuid(),
    issue: z.union([z.literal('').transform(() => null), z.coerce.number().int().min(0)]).catch(null),
    learned: text('partners:error.learned'),
    action: text('partners:error.action'),
    actionBy: daySchema('partners:error.day'),
  }),
)

export const addLesson: PartForm<z.infer<typeof input>> = {
  path: 'lessons/add',
  template: 'partners/lesson.njk',
  input,
  start: () => ({
    values: { id: randomUUID(), issue: '', ...dayBoxes('actionBy', null) },
    shows: {},
  }),
  act: ({ parts: { db }, acting, input: lesson }) => writeLesson(db, acting, lesson),
  done: () => 'lesson',
}
