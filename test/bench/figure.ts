/** One measured figure, printed as a JSON line beside the limit measured in the same run. */

export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** What it is measured against, by name and value; null where there is no limit to speak of. */
  readonly against: { readonly name: string; readonly value: number } | null
}

/** `ratio` is value over limit: more is better for a rate, less is better for a time. */
export function printFigure({ name, value, unit, against }: Figure): void {
  const ratio = against === null ? null : Number((value / against.value).toFixed(3))
  process.stdout.write(`${JSON.stringify({ name, value: rounded(value), unit, against, ratio })}\n`)
}

export function printRate(name: string, rate: Rate, against: Figure['against']): void {
  printFigure({ name, value: rate.perSecond, unit: '1/s', against })
  printFigure({ name: `${name} p50`, value: rate.p50, unit: 'ms', against: null })
  printFigure({ name: `${name} p99`, value: rate.p99, unit: 'ms', against: null })
}

export interface Rate {
  readonly perSecond: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
}

export function rateOf(latencies: readonly number[], seconds: number): Rate {
  return {
    perSecond: rounded(latencies.length / seconds),
    p50: rounded(share(latencies, 0.5)),
    p99: rounded(share(latencies, 0.99)),
  }
}

/** The time within which this share of them was done. */
export function share(latencies: readonly number[], of: number): number {
  const sorted = latencies.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * of))] ?? 0
}

/** The middle one by its rate: what the machine does meanwhile spoils one, seldom two. */
export function median(rates: readonly Rate[]): Rate {
  const middle = rates.toSorted((a, b) => a.perSecond - b.perSecond)[Math.floor(rates.length / 2)]
  if (middle === undefined) throw new Error('Nothing was measured')
  return middle
}

export function rounded(value: number): number {
  return value >= 100 ? Math.round(value) : Number(value.toFixed(2))
}
