/** A day typed in three boxes, as the NHS asks for one. */
import { z } from 'zod'
import type { CalendarDate } from '../../shared/dates/london.ts'
import type { Values } from '../staff/form-input.ts'

const box = z.string().trim().catch('')

/** Null where all boxes are empty; what is no day where they make none. */
export function dayIn(values: Values, name: string): string | null {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => box.parse(values[`${name}-${part}`]))
  if (day === '' && month === '' && year === '') return null
  const written = `${year ?? ''}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`
  const read = z.iso.date().safeParse(written)
  return read.success ? read.data : written
}

export function dayBoxes(name: string, day: CalendarDate | null): Values {
  const [year = '', month = '', date = ''] = day?.split('-') ?? []
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}

/** Adds the day to what a form sent, under its name: a zod preprocess. */
export function withDay(name: string): (sent: unknown) => unknown {
  return (sent) => {
    const values = typeof sent === 'object' && sent !== null ? { ...sent } : {}
    return { ...values, [name]: dayIn(values, name) }
  }
}

/** After `withDay`. `problem` is a language key. */
export function daySchema(problem: string) {
  return z.union([z.null(), z.iso.date(problem)], problem)
}
