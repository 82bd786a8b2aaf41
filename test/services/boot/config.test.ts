/** Settings: silence is enough, and whatever is wrong is said at once. */
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../../../services/config.ts'
import { settings } from '../../../services/settings.ts'

const secrets = { SESSION_SECRET: 's'.repeat(32), ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64') }

function problemsOf(environment: Readonly<Record<string, string>>): readonly string[] {
  const reading = readConfig(environment)
  return reading.ok ? [] : reading.problems
}

function configOf(environment: Readonly<Record<string, string>>) {
  const reading = readConfig(environment)
  if (!reading.ok) throw new Error(reading.problems.join(' '))
  return reading.config
}

describe('settings', () => {
  test('need not be given at all', () => {
    expect(configOf({})).toMatchObject({
      role: 'all',
      dataDir: resolve('.data'),
      web: { host: '127.0.0.1', port: 3000, publicUrl: null },
      databaseUrl: null,
      redisUrl: null,
      sessionSecret: null,
      mail: { smtpUrl: null, listenPort: 2525, limitBytes: 35 * 1024 * 1024 },
    })
  })

  test('that are wrong or missing are all named at once, each in a sentence', () => {
    const problems = problemsOf({
      HUB_ROLE: 'web',
      PORT: 'http',
      PUBLIC_URL: 'hub.example',
      ENCRYPTION_KEY: 'short',
      ADMIN_EMAIL: 'nobody',
      SMTP_URL: 'mail.example',
      MAIL_LISTEN_PORT: '99999',
      LOG_LEVEL: 'loud',
    })
    const names = [
      'PORT',
      'PUBLIC_URL',
      'ENCRYPTION_KEY',
      'ADMIN_EMAIL',
      'SMTP_URL',
      'MAIL_LISTEN_PORT',
      'LOG_LEVEL',
    ]
    expect(problems.map((problem) => problem.split(' ')[0]).toSorted()).toEqual(
      [...names, 'DATABASE_URL', 'ADMIN_PASSWORD'].toSorted(),
    )
    for (const problem of problems) expect(problem).toMatch(/^[A-Z_]+ must .+\.$/)
  })

  test('for Twilio are given all together, with the address that it signs', () => {
    const twilio = { TWILIO_ACCOUNT_SID: 'ACexample', TWILIO_AUTH_TOKEN: 'example' }
    expect(problemsOf(twilio)).toEqual([
      expect.stringMatching(/^TWILIO_NUMBER must be set, since .+ all three\.$/),
    ])
    const whole = { ...twilio, TWILIO_NUMBER: '+44 1632 960000' }
    expect(configOf(whole).twilio).toMatchObject({ accountSid: 'ACexample', number: '+441632960000' })
    expect(readConfig(whole)).toMatchObject({ notes: [expect.stringMatching(/^PUBLIC_URL is not set/)] })
    expect(readConfig({ ...whole, PUBLIC_URL: 'https://hub.example' })).toMatchObject({ notes: [] })
  })

  test('for sending by Notify are given all together, with the key as Notify shows it', () => {
    const ids = ['26785a09-ab16-4eb0-8407-000000000001', '3d844edf-8d35-48ac-975b-000000000002'] as const
    const NOTIFY_API_KEY = `our-own-name-${ids.join('-')}`
    expect(problemsOf({ NOTIFY_API_KEY }).map((problem) => problem.split(' ')[0])).toEqual([
      'NOTIFY_TEMPLATE_ID',
      'NOTIFY_NUMBER',
      'NOTIFY_CALLBACK_TOKEN',
    ])
    const whole = {
      NOTIFY_API_KEY,
      NOTIFY_TEMPLATE_ID: 'f33517ff-2a88-4f6e-b855-000000000003',
      NOTIFY_NUMBER: '07700 900999',
      NOTIFY_CALLBACK_TOKEN: 'an-example-of-a-token',
    }
    const [serviceId, secret] = ids
    expect(configOf(whole).notify?.sending).toMatchObject({ serviceId, secret, number: '+447700900999' })
    expect(problemsOf({ ...whole, NOTIFY_API_KEY: ids[1] })).toEqual([
      'NOTIFY_API_KEY must be a whole key, as Notify showed it when it was made.',
    ])
    const { NOTIFY_CALLBACK_TOKEN } = whole
    expect(configOf({ NOTIFY_CALLBACK_TOKEN }).notify).toMatchObject({ sending: null })
  })

  test('are not repeated in a complaint: they may be secrets', () => {
    const environment = {
      DATABASE_URL: 'mysql://u:hunter2@db',
      SESSION_SECRET: 'hunter2',
      ENCRYPTION_KEY: 'hunter2',
    }
    const said = problemsOf({ ...environment, ADMIN_PASSWORD: 'hunter2', REDIS_URL: 'hunter2' }).join('\n')
    expect(said).toContain('DATABASE_URL must begin with postgres://')
    expect(said).not.toContain('hunter2')
  })

  test.each([
    [
      'a database of one’s own needs both secrets',
      { DATABASE_URL: 'postgres://db/hub' },
      ['SESSION_SECRET', 'ENCRYPTION_KEY'],
    ],
    ['a worker needs a database it can share', { HUB_ROLE: 'worker' }, ['DATABASE_URL']],
    ['an administrator needs an address', { ADMIN_PASSWORD: 'long enough for this' }, ['ADMIN_EMAIL']],
    ['an administrator needs a password', { ADMIN_EMAIL: 'admin@hub.example' }, ['ADMIN_PASSWORD']],
    ['a port has an end', { PORT: '65536' }, ['PORT']],
    [
      'the second key of two is a whole one too',
      { ENCRYPTION_KEY: `${secrets.ENCRYPTION_KEY},short` },
      ['ENCRYPTION_KEY'],
    ],
    [
      'a key of 31 bytes is too short',
      { ENCRYPTION_KEY: Buffer.alloc(31).toString('base64') },
      ['ENCRYPTION_KEY'],
    ],
  ])('know that %s', (_, environment, names) => {
    expect(problemsOf(environment).map((problem) => problem.split(' ')[0])).toEqual(names)
  })

  test.each([
    'redis://r:6379',
    'rediss://r',
    'redis+sentinel://a:26379,b:26379/hub',
    'redis+cluster://a:7000,b:7001',
  ])('take %s for a Redis', (url) => {
    expect(configOf({ REDIS_URL: url }).redisUrl).toBe(url)
  })

  test('that are empty count as not set, as compose files leave them', () => {
    expect(configOf({ PORT: '', REDIS_URL: '', ADMIN_EMAIL: '', ADMIN_PASSWORD: '' })).toEqual(configOf({}))
  })

  test('are read into what the hub works with', () => {
    const config = configOf({
      ...secrets,
      DATABASE_URL: 'postgres://db/hub',
      PUBLIC_URL: 'https://hub.example/',
      MAIL_LISTEN_PORT: 'off',
      MAIL_DOMAIN: 'hub.example',
    })
    expect(config.web.publicUrl).toBe('https://hub.example')
    expect(config.encryptionKeys).toEqual([secrets.ENCRYPTION_KEY])
    expect(config.mail).toMatchObject({ listenPort: null, from: 'Feedback <feedback@hub.example>' })
  })

  test('that this version does not use yet are named, so that nobody relies on them', () => {
    const reading = readConfig({ OIDC_CLIENT_ID: 'hub' })
    expect(reading).toMatchObject({
      ok: true,
      notes: ['OIDC_CLIENT_ID is set, but this version does not use it yet.'],
    })
  })

  test('each say what they are for', () => {
    for (const [name, setting] of settings) {
      expect(name).toMatch(/^[A-Z][A-Z_]+$/)
      expect(setting.sentence).toMatch(/^[A-Z].+\.$/)
    }
  })
})
