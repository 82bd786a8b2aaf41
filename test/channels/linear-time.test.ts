/** No expression by which channels and services read what comes from outside may take more than linear time. */
import { describe, expect, it } from 'vitest'
import { sourceFiles } from '../architecture/source-files.ts'
import { builtExpressions, literalsIn, slowLiterals, slowness } from '../support/expressions.ts'

const channels = sourceFiles(['.ts'], ['channels'])
const services = sourceFiles(['.ts'], ['services'])
const built = await builtExpressions(channels, async () => {
  // Those that a mail's own headers are put into are built as it is read.
  const { mail, multipart, read } = await import('./email/mails.ts')
  await read(
    mail(multipart('multipart/report; report-type=delivery-status', 'Content-Type: text/plain\n\nx')),
  )
})

describe('the expressions of the channels', () => {
  it('are found: those that are written and those that are built', () => {
    expect(channels.flatMap(literalsIn).length).toBeGreaterThan(250)
    expect(built.length).toBeGreaterThan(20)
  })

  it('take linear time where the code spells them out', () => {
    expect(slowLiterals(channels)).toEqual([])
  })

  it('take linear time where they are built', () => {
    expect(built.flatMap((each) => slowness(each) ?? [])).toEqual([])
  })
})

it('the expressions of the services take linear time', () => {
  expect(services.flatMap(literalsIn).length).toBeGreaterThan(100)
  expect(slowLiterals(services)).toEqual([])
})
