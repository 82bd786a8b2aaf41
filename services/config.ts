/** The sole reader of the environment: everything that is wrong or missing is said at once. */
import type { ChannelSettings } from '../channels/settings.ts'
import type { NonEmpty } from '../shared/words.ts'
import { environmentSchema, settings, type SettingName, type Values } from './settings.ts'

export interface Config {
  readonly role: Values['HUB_ROLE']
  readonly logLevel: Values['LOG_LEVEL']
  /** Absolute. */
  readonly dataDir: string
  readonly web: {
    readonly host: string
    readonly port: number
    /** Without a slash at its end. Null: http://127.0.0.1 with the port that was opened. */
    readonly publicUrl: string | null
    readonly proxies: number
  }
  /** Null: the PostgreSQL that we bring along. */
  readonly databaseUrl: string | null
  /** Null: the queue is in the database. */
  readonly redisUrl: string | null
  /** Null only without a databaseUrl: then ensureSecrets makes them. */
  readonly sessionSecret: string | null
  /** Base64 of 32 bytes each: the first seals, all open. */
  readonly encryptionKeys: NonEmpty<string> | null
  readonly admin: { readonly email: string; readonly password: string } | null
  readonly mail: {
    readonly smtpUrl: string | null
    /** Null: no mailbox is read. */
    readonly imapUrl: string | null
    readonly from: string
    readonly domain: string
    /** Null opens no listener. */
    readonly listenPort: number | null
    readonly limitBytes: number
  }
  /** Null: attachments are kept in the database. */
  readonly storageUrl: string | null
  /** Null: attachments are not scanned. */
  readonly clamdUrl: string | null
  /** Null: no texts by Twilio. */
  readonly twilio: ChannelSettings['twilio']
  /** Null: no texts by GOV.UK Notify. */
  readonly notify: ChannelSettings['notify']
  /** May we call partners in private networks, and by plain http? */
  readonly partnersPrivate: boolean
}

export type ConfigReading =
  /** `notes` are sentences for whoever starts it: what has no effect, or not the one expected. */
  | { readonly ok: true; readonly config: Config; readonly notes: readonly string[] }
  /** One sentence each. What was set is never repeated in them: it may be a secret. */
  | { readonly ok: false; readonly problems: readonly string[] }

type Environment = Readonly<Record<string, string | undefined>>

export function readConfig(environment: Environment = process.env): ConfigReading {
  const given = withoutEmpty(environment)
  const reading = environmentSchema.safeParse(given)
  const problems = [...wrong(reading.error?.issues ?? []), ...missing(given)]
  if (!reading.success || problems.length > 0) return { ok: false, problems }
  return { ok: true, config: configOf(reading.data), notes: remarks(given) }
}

/** An empty variable is one that is not set: compose files and service managers cannot leave one out. */
function withoutEmpty(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
}

function wrong(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): string[] {
  const firstOfEach = new Map(issues.toReversed().map((issue) => [String(issue.path[0]), issue.message]))
  return [...firstOfEach].toReversed().map(([name, message]) => `${name} ${message}.`)
}

interface Need {
  readonly name: SettingName
  isNeeded(given: Environment): boolean
  readonly because: string
}

const needs: readonly Need[] = [
  {
    name: 'DATABASE_URL',
    isNeeded: runsInPart,
    because: 'HUB_ROLE is web or worker: all of them share one database',
  },
  {
    name: 'SESSION_SECRET',
    isNeeded: hasOwnDatabase,
    because: 'DATABASE_URL is set: every process needs the same one',
  },
  {
    name: 'ENCRYPTION_KEY',
    isNeeded: hasOwnDatabase,
    because: 'DATABASE_URL is set: every process needs the same one',
  },
  {
    name: 'ADMIN_EMAIL',
    isNeeded: (given) => isSet(given, 'ADMIN_PASSWORD'),
    because: 'ADMIN_PASSWORD is set',
  },
  { name: 'ADMIN_PASSWORD', isNeeded: (given) => isSet(given, 'ADMIN_EMAIL'), because: 'ADMIN_EMAIL is set' },
  ...(['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_NUMBER'] as const).map((name, _, all) => ({
    name,
    isNeeded: (given: Environment) => all.some((other) => isSet(given, other)),
    because: `another of ${all.join(', ')} is set: Twilio needs all three`,
  })),
  ...(['NOTIFY_API_KEY', 'NOTIFY_TEMPLATE_ID', 'NOTIFY_NUMBER'] as const).map((name, _, all) => ({
    name,
    isNeeded: (given: Environment) => all.some((other) => isSet(given, other)),
    because: `another of ${all.join(', ')} is set: Notify needs all three to send`,
  })),
  {
    name: 'NOTIFY_CALLBACK_TOKEN',
    isNeeded: (given) => isSet(given, 'NOTIFY_API_KEY'),
    because: 'NOTIFY_API_KEY is set: else nobody could say what became of a text or text back',
  },
]

function missing(given: Environment): string[] {
  return needs
    .filter((need) => need.isNeeded(given) && !isSet(given, need.name))
    .map((need) => `${need.name} must be set, since ${need.because}.`)
}

function remarks(given: Environment): string[] {
  const withoutEffect = [...settings].filter(([name, { used }]) => !used && given[name] !== undefined)
  const notes = withoutEffect.map(([name]) => `${name} is set, but this version does not use it yet.`)
  if (isSet(given, 'SMTP_URL') && !isSet(given, 'MAIL_DOMAIN')) {
    notes.push(
      'MAIL_DOMAIN is not set: our mail names localhost as its sender, which other mail servers refuse.',
    )
  }
  if (isSet(given, 'TWILIO_ACCOUNT_SID') && !isSet(given, 'PUBLIC_URL')) {
    notes.push(
      'PUBLIC_URL is not set: Twilio signs the address that it calls, so none of its calls will be let in.',
    )
  }
  return notes
}

function isSet(given: Environment, name: SettingName): boolean {
  return given[name] !== undefined
}

function hasOwnDatabase(given: Environment): boolean {
  return isSet(given, 'DATABASE_URL')
}

function runsInPart(given: Environment): boolean {
  return given['HUB_ROLE'] === 'web' || given['HUB_ROLE'] === 'worker'
}

function configOf(values: Values): Config {
  return {
    role: values.HUB_ROLE,
    logLevel: values.LOG_LEVEL,
    dataDir: values.DATA_DIR,
    web: { host: values.HOST, port: values.PORT, publicUrl: values.PUBLIC_URL, proxies: values.PROXIES },
    databaseUrl: values.DATABASE_URL,
    redisUrl: values.REDIS_URL,
    sessionSecret: values.SESSION_SECRET,
    encryptionKeys: values.ENCRYPTION_KEY,
    admin: adminOf(values),
    mail: {
      smtpUrl: values.SMTP_URL,
      imapUrl: values.IMAP_URL,
      from: values.MAIL_FROM ?? `Feedback <feedback@${values.MAIL_DOMAIN}>`,
      domain: values.MAIL_DOMAIN,
      listenPort: values.MAIL_LISTEN_PORT,
      limitBytes: values.MAIL_LIMIT_MB * 1024 * 1024,
    },
    storageUrl: values.STORAGE_URL,
    clamdUrl: values.CLAMD_URL,
    twilio: twilioOf(values),
    notify: notifyOf(values),
    partnersPrivate: values.PARTNER_PRIVATE_ADDRESSES,
  }
}

function twilioOf(values: Values): Config['twilio'] {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_NUMBER: number } = values
  if (accountSid === null || authToken === null || number === null) return null
  return { accountSid, authToken, number, apiUrl: values.TWILIO_API_URL }
}

function notifyOf(values: Values): Config['notify'] {
  const { NOTIFY_CALLBACK_TOKEN: callbackToken, NOTIFY_API_KEY: key } = values
  const { NOTIFY_TEMPLATE_ID: templateId, NOTIFY_NUMBER: number, NOTIFY_API_URL: apiUrl } = values
  if (callbackToken === null) return null
  const sends = key !== null && templateId !== null && number !== null
  return { callbackToken, sending: sends ? { ...key, templateId, number, apiUrl } : null }
}

function adminOf({ ADMIN_EMAIL: email, ADMIN_PASSWORD: password }: Values): Config['admin'] {
  return email === null || password === null ? null : { email, password }
}
