/** Dockerfile and docker-compose.yml, read without Docker: they parse, and set only what the hub knows. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { readConfig } from '../../services/config.ts'
import { settings } from '../../services/settings.ts'
import { root } from './source-files.ts'

const serviceSchema = z.object({
  build: z.string().optional(),
  image: z.string().optional(),
  environment: z.record(z.string(), z.string()).optional(),
  deploy: z.object({ replicas: z.number() }).optional(),
})
const composeText = readFileSync(join(root, 'docker-compose.yml'), 'utf8')
const { services } = z
  .object({ services: z.record(z.string(), serviceSchema) })
  .parse(parse(composeText, { merge: true }))
const hubs = Object.entries(services).filter(([, service]) => service.build !== undefined)

describe('docker-compose.yml', () => {
  test('runs two web, two workers, PostgreSQL, Redis, a malware scanner and a mail catcher', () => {
    expect(Object.keys(services).toSorted()).toEqual(['clamav', 'mail', 'postgres', 'redis', 'web', 'worker'])
    expect(hubs.map(([name, { deploy }]) => [name, deploy?.replicas])).toEqual([
      ['web', 2],
      ['worker', 2],
    ])
  })

  test.each(hubs)('sets for %s only settings that there are', (_, { environment = {} }) => {
    expect(Object.keys(environment).filter((name) => !settings.has(name))).toEqual([])
  })

  test.each(hubs)(
    'starts %s once the secrets are given, and with no setting that has no effect',
    (_, service) => {
      const secrets = {
        POSTGRES_PASSWORD: 'example',
        SESSION_SECRET: 'an example of a secret, forty characters',
        ENCRYPTION_KEY: Buffer.alloc(32).toString('base64'),
      }
      const environment = Object.entries(service.environment ?? {}).map(([name, value]) => [
        name,
        filledIn(value, secrets),
      ])
      expect(
        readConfig(z.record(z.string(), z.string()).parse(Object.fromEntries(environment))),
      ).toMatchObject({
        ok: true,
        notes: [],
      })
    },
  )

  test('holds no secret of its own: each must be given', () => {
    for (const name of ['POSTGRES_PASSWORD', 'SESSION_SECRET', 'ENCRYPTION_KEY']) {
      expect(composeText).toContain(`\${${name}:?`)
      expect(composeText).not.toContain(`\${${name}:-`)
    }
  })
})

/** `${NAME:-default}` and `${NAME:?complaint}`, as the compose specification has them. */
function filledIn(value: string, given: Readonly<Record<string, string>>): string {
  return value.replace(/\$\{(\w+):([-?])([^}]*)\}/g, (_, name: string, kind: string, rest: string) => {
    const found = given[name] ?? (kind === '-' ? rest : undefined)
    if (found === undefined) throw new Error(`${name} is required, and this test does not give it`)
    return found
  })
}

describe('the Dockerfile', () => {
  const lines = readFileSync(join(root, 'Dockerfile'), 'utf8').replaceAll('\\\n', ' ').split('\n')
  const steps = lines
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => ({ instruction: line.split(' ')[0] ?? '', rest: line.slice(line.indexOf(' ') + 1) }))
  const of = (instruction: string) =>
    steps.filter((step) => step.instruction === instruction).map(({ rest }) => rest)

  test('is made of instructions that there are, from a base to a command', () => {
    const known = ['FROM', 'WORKDIR', 'COPY', 'RUN', 'ENV', 'USER', 'EXPOSE', 'CMD']
    expect(steps.filter(({ instruction }) => !known.includes(instruction))).toEqual([])
    expect([steps.at(0)?.instruction, steps.at(-1)?.instruction]).toEqual(['FROM', 'CMD'])
  })

  test('stands on the Node that the hub needs and does not run as root', () => {
    expect(of('FROM')).toEqual(['node:24-slim'])
    expect(of('USER')).toEqual(['node'])
  })

  test('copies only what is there, and starts a file that is among it', () => {
    const sources = of('COPY').flatMap((rest) => rest.split(' ').slice(0, -1))
    expect(sources.filter((source) => !existsSync(join(root, source)))).toEqual([])
    const command = z.array(z.string()).parse(JSON.parse(of('CMD')[0] ?? '[]'))
    expect(command).toEqual(['node', 'services/main.ts'])
    expect(sources).toContain('services')
  })

  test('sets only settings that there are', () => {
    const names = of('ENV').flatMap((rest) => rest.split(' ').map((pair) => pair.split('=')[0] ?? ''))
    expect(names.filter((name) => name !== 'NODE_ENV' && !settings.has(name))).toEqual([])
  })
})
