/** `hub route` as a program would use it: lines in, lines out, in order, and a status that tells whether all went well. */
import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const outShape = z.looseObject({
  kind: z.string().optional(),
  level: z.string().optional(),
  flags: z.array(z.string()).optional(),
  clocks: z.array(z.object({ name: z.string(), startsOn: z.string(), dueOn: z.string() })).optional(),
  owners: z.array(z.unknown()).optional(),
  handoffs: z.array(z.object({ acceptBy: z.string() })).optional(),
  reasons: z.array(z.looseObject({ key: z.string(), says: z.string() })).optional(),
  error: z.string().optional(),
})

function hubRoute(input: string, ...args: string[]) {
  const run = spawnSync(process.execPath, ['services/cli.ts', 'route', ...args], { input, encoding: 'utf8' })
  const lines = run.stdout.split('\n').filter((line) => line !== '')
  return {
    status: run.status,
    lines: lines.map((line) => outShape.parse(JSON.parse(line))),
    stderr: run.stderr,
  }
}

const line = (value: object) => `${JSON.stringify(value)}\n`

describe('hub route', () => {
  it('stops without a word where whoever reads its lines has read enough', () => {
    const input = line({ text: 'The ward was cold.' }).repeat(400)
    const command = `"${process.execPath}" services/cli.ts route | head -n 1`
    const run = spawnSync('sh', ['-c', command], { input, encoding: 'utf8' })
    expect(run.stderr).toBe('')
    expect(run.stdout.split('\n')).toHaveLength(2)
  })

  it('answers every line in order, with owners, clocks and reasons', () => {
    const { status, lines } = hubRoute(
      line({ text: 'A carer hit my mother.' }) +
        line({ text: 'Thank you, the ward was lovely.', kind: 'compliment' }),
      '--at',
      '2026-12-24',
    )
    expect(status).toBe(0)
    expect(lines.map(({ level }) => level)).toEqual(['Extreme', 'Low'])
    expect(lines[0]?.flags).toEqual(['safeguarding-adult'])
    expect(lines[0]?.owners).not.toHaveLength(0)
    expect(lines[0]?.clocks?.find(({ name }) => name === 'acknowledge')).toMatchObject({
      startsOn: '2026-12-24',
      dueOn: '2026-12-31',
    })
    expect(lines[1]?.kind).toBe('compliment')
  })

  it('says each reason once, those of the subjects and of the language too, with the words marked', () => {
    const text = 'A carer hit my mother and the food was cold.'
    const [routed] = hubRoute(line({ text })).lines
    const said = (routed?.reasons ?? []).map((reason) => JSON.stringify(reason))
    expect(said).toEqual([...new Set(said)])
    const keys = routed?.reasons?.map(({ key }) => key) ?? []
    expect(keys).toContain('router:language.words')
    const subject = routed?.reasons?.find(({ key }) => key.startsWith('router:subject'))
    expect(subject?.['spans']).not.toHaveLength(0)
  })

  it('prints who of the staff is named', () => {
    const { lines } = hubRoute(line({ text: 'The porter was rude. Dr Ahmed was kind.' }))
    expect(lines[0]?.['staff']).toEqual([
      { role: 'porter', name: null },
      { role: 'doctor', name: 'Ahmed' },
    ])
  })

  it('takes a time with its offset, as the clocks in London show it', () => {
    const lines = (at: string) => hubRoute(line({ text: 'A carer killed my mother.' }), '--at', at).lines
    const [late] = lines('2026-11-16T23:40:00+00:00')
    expect(late?.level).toBe('Extreme')
    expect(late?.clocks?.[0]?.startsOn).toBe('2026-11-16')
    expect(late?.handoffs?.[0]?.acceptBy).toBe('2026-11-17')
    const [summer] = lines('2026-06-15T23:30:00Z')
    expect(summer?.clocks?.[0]?.startsOn).toBe('2026-06-16')
    const [noon] = lines('2026-11-16T12:00+01:00')
    expect(noon?.handoffs?.[0]?.acceptBy).toBe('2026-11-16')
  })

  it('answers a bad line with an error in its place, goes on, and leaves with 1', () => {
    const { status, lines } = hubRoute(
      'nonsense\n' + line({ words: 'no text' }) + line({ text: 'Lovely ward' }),
    )
    expect(status).toBe(1)
    expect(lines).toHaveLength(3)
    expect(lines[0]?.error).toContain('not JSON')
    expect(lines[1]?.error).toContain('text')
    expect(lines[2]?.error).toBeUndefined()
  })

  it.each([
    ['--at', 'tomorrow'],
    ['--at', '2026-11-16T12:00:00'],
    ['--at', '2026-13-16T12:00Z'],
    ['--no-such-option'],
    ['one.jsonl', 'two.jsonl'],
  ])('refuses wrong use with 2 and a sentence: %s', (...args) => {
    const { status, stderr } = hubRoute('', ...args)
    expect(status).toBe(2)
    expect(stderr.trim()).not.toBe('')
  })
})
