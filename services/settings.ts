/** Every setting there is: what it is for, what holds without it, and when it must be given. */
import { resolve } from 'node:path'
import { z } from 'zod'
import { mailboxAt } from '../channels/email/imap-settings.ts'
import {
  domainSchema,
  emailSchema,
  httpUrlSchema,
  keysSchema,
  notifyKeySchema,
  numberSchema,
  portOrOffSchema,
  portSchema,
  senderSchema,
  textSchema,
  urlSchema,
} from './setting-schemas.ts'

export interface Setting {
  /** What it is for, for the person who sets it. */
  readonly sentence: string
  /** What holds when it is not set, as it would be written; null where nothing does. */
  readonly default: string | null
  /** When must it be given? Null: never. */
  readonly required: string | null
  /** Read by this version? One that is not is named when it is set, so that nobody relies on it. */
  readonly used: boolean
}

const register = z.registry<Setting>()
type About = Pick<Setting, 'sentence'> & Partial<Setting>

/** Null when it is not set. */
function optional<T>(schema: z.ZodType<T, string>, about: About) {
  const setting = schema.optional().transform((value): T | null => value ?? null)
  register.add(setting, { default: null, required: null, used: true, ...about })
  return setting
}

function withDefault<T>(schema: z.ZodType<T, string>, value: string, about: About) {
  const setting = schema.prefault(value)
  register.add(setting, { default: value, required: null, used: true, ...about })
  return setting
}

function later(sentence: string, schema: z.ZodType<string, string> = textSchema) {
  return optional(schema, { sentence, used: false })
}

/** Reads a whole environment; its messages finish the sentence "NAME …". */
export const environmentSchema = z.object({
  HUB_ROLE: withDefault(z.enum(['all', 'web', 'worker'], 'must be all, web or worker'), 'all', {
    sentence: 'Which part runs in this process: everything, the pages and doors, or the workers behind them.',
  }),
  HOST: withDefault(textSchema, '127.0.0.1', {
    sentence: 'The address the doors listen on; 0.0.0.0 lets other machines in.',
  }),
  PORT: withDefault(portSchema, '3000', { sentence: 'The port of the web pages; 0 takes any that is free.' }),
  PUBLIC_URL: optional(httpUrlSchema, {
    sentence: 'How people reach the web pages, as it stands in links that we send.',
    required: 'where another machine or a proxy stands in front; else http://127.0.0.1 with the port',
  }),
  PROXIES: withDefault(z.string().regex(/^\d$/, 'must be a number from 0 to 9').transform(Number), '0', {
    sentence:
      'How many proxies of our own stand in front, so that the visitor’s address is read from behind them.',
  }),
  DATA_DIR: withDefault(
    textSchema.transform((path) => resolve(path)),
    '.data',
    {
      sentence: 'Where the database that we bring along and the secrets that we make are kept.',
    },
  ),
  DATABASE_URL: optional(urlSchema(/^postgres(ql)?:\/\//, 'postgres://'), {
    sentence: 'A PostgreSQL of your own instead of the one that we bring along.',
    required: 'with HUB_ROLE web or worker',
  }),
  REDIS_URL: optional(
    textSchema.regex(
      /^rediss?(\+sentinel|\+cluster)?:\/\/\S+$/,
      'must begin with redis://, rediss://, redis+sentinel:// or redis+cluster://',
    ),
    {
      sentence: 'A Redis for the queue instead of tables in the database.',
    },
  ),
  SESSION_SECRET: optional(textSchema.min(32, 'must have at least 32 characters'), {
    sentence: 'Signs session cookies and reply tokens; the same for every process.',
    required: 'with DATABASE_URL; else made once and kept in DATA_DIR',
  }),
  ENCRYPTION_KEY: optional(keysSchema, {
    sentence:
      'Seals deliveries and attachments, 32 bytes in base64; without it they can never be read again. To replace it, put the new one before the old with a comma between: the first seals, all open.',
    required: 'with DATABASE_URL; else made once and kept in DATA_DIR',
  }),
  ADMIN_EMAIL: optional(emailSchema, {
    sentence: 'The first member of staff signs in with this address; without it one is made and shown once.',
    required: 'with ADMIN_PASSWORD',
  }),
  ADMIN_PASSWORD: optional(textSchema.min(12, 'must have at least 12 characters'), {
    sentence: 'The first member of staff’s password, used when the account is made.',
    required: 'with ADMIN_EMAIL',
  }),
  SMTP_URL: optional(urlSchema(/^smtps?:\/\//, 'smtp:// or smtps://'), {
    sentence: 'The mail server that our mail leaves by; without it, mail waits on the desk.',
  }),
  MAIL_FROM: optional(senderSchema, {
    sentence: 'The sender of our mail; else Feedback <feedback@…> with the MAIL_DOMAIN.',
  }),
  MAIL_DOMAIN: withDefault(domainSchema, 'localhost', {
    sentence: 'The domain of the addresses that people write to.',
    required: 'with SMTP_URL, for mail that other servers accept',
  }),
  MAIL_LISTEN_PORT: withDefault(portOrOffSchema, '2525', {
    sentence: 'The port of the SMTP listener; off opens none, 0 takes any that is free.',
  }),
  MAIL_LIMIT_MB: withDefault(
    z
      .string()
      .regex(/^[1-9]\d{0,2}$/, 'must be a whole number of megabytes from 1 to 999')
      .transform(Number),
    '35',
    {
      sentence: 'The largest mail we take, in megabytes; a larger one is refused with 552.',
    },
  ),
  LOG_LEVEL: withDefault(
    z.enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'must be fatal, error, warn, info, debug, trace or silent',
    ),
    'info',
    {
      sentence: 'How much is logged.',
    },
  ),
  IMAP_URL: optional(
    urlSchema(/^imaps?:\/\//, 'imap:// or imaps://').refine(
      (url) => mailboxAt(url) !== null,
      'must name a user, such as imaps://user:password@mail.example.org/?folder=INBOX&then=leave or then=move:Archive',
    ),
    {
      sentence:
        'A mailbox to fetch mail from; ?folder= says which folder, &then=leave or &then=move:FOLDER what becomes of a mail.',
    },
  ),
  TWILIO_ACCOUNT_SID: optional(textSchema.regex(/^AC\w+$/, 'must begin with AC'), {
    sentence: 'The Twilio account for text messages and calls; without it, texts wait on the desk.',
    required: 'with TWILIO_AUTH_TOKEN or TWILIO_NUMBER',
  }),
  TWILIO_AUTH_TOKEN: optional(textSchema, {
    sentence: 'Shows that a call of ours, or one to us, belongs to the Twilio account.',
    required: 'with TWILIO_ACCOUNT_SID',
  }),
  TWILIO_NUMBER: optional(
    textSchema
      .transform((text) => text.replaceAll(' ', ''))
      .pipe(z.string().regex(/^\+\d{8,15}$/, 'must be a number such as +447700900123')),
    {
      sentence: 'The telephone number people text and ring.',
      required: 'with TWILIO_ACCOUNT_SID',
    },
  ),
  TWILIO_API_URL: optional(httpUrlSchema, {
    sentence: 'Where Twilio is asked to send; only for trials without Twilio.',
  }),
  NOTIFY_API_KEY: optional(notifyKeySchema, {
    sentence:
      'The API key of the GOV.UK Notify service that texts go out by; without it, Notify only takes texts in.',
    required: 'with NOTIFY_TEMPLATE_ID or NOTIFY_NUMBER',
  }),
  NOTIFY_TEMPLATE_ID: optional(
    z.uuid('must be the id of a template, such as 9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d'),
    {
      sentence: 'The text message template in GOV.UK Notify whose whole content is ((message)).',
      required: 'with NOTIFY_API_KEY',
    },
  ),
  NOTIFY_NUMBER: optional(numberSchema, {
    sentence:
      'The number people text GOV.UK Notify at, set there as the sender of its texts; who texted it is answered by Notify.',
    required: 'with NOTIFY_API_KEY',
  }),
  NOTIFY_API_URL: optional(httpUrlSchema, {
    sentence: 'Where GOV.UK Notify is asked to send; only for trials without it.',
  }),
  NOTIFY_CALLBACK_TOKEN: optional(
    textSchema.regex(/^\S{10,}$/, 'must have at least 10 characters and no space'),
    {
      sentence: 'Shows that a call to us comes from GOV.UK Notify, as set for its callbacks.',
      required: 'with NOTIFY_API_KEY',
    },
  ),
  PARTNER_PRIVATE_ADDRESSES: withDefault(
    z.enum(['refuse', 'allow'], 'must be refuse or allow').transform((value) => value === 'allow'),
    'refuse',
    {
      sentence:
        'Whether partners may be called at private addresses and by plain http: allow it only for hubs on one network of their own.',
    },
  ),
  OIDC_ISSUER: later('Lets staff sign in with their organisation’s accounts.', httpUrlSchema),
  OIDC_CLIENT_ID: later('Our name at the OIDC issuer.'),
  OIDC_CLIENT_SECRET: later('Our secret at the OIDC issuer.'),
  STORAGE_URL: optional(
    urlSchema(/^https?:\/\//, 'https://').refine((url) => {
      const { username, password, pathname } = new URL(url)
      return username !== '' && password !== '' && pathname.length > 1
    }, 'must name a key, its secret and a bucket, such as https://KEY:SECRET@s3.eu-west-2.amazonaws.com/bucket?region=eu-west-2'),
    { sentence: 'S3-compatible storage that keeps attachments, sealed, instead of the database.' },
  ),
  CLAMD_URL: optional(urlSchema(/^tcp:\/\//, 'tcp://'), {
    sentence:
      'The ClamAV daemon that scans attachments, such as tcp://127.0.0.1:3310; without it they are not scanned.',
  }),
})

export type SettingName = keyof typeof environmentSchema.shape
export type Values = z.output<typeof environmentSchema>

/** Every setting by its name, in the order in which they are listed for people. */
export const settings: ReadonlyMap<string, Setting> = new Map(
  Object.entries(environmentSchema.shape).map(([name, schema]) => {
    const about = register.get(schema)
    if (about === undefined) throw new TypeError(`The setting ${name} is not described`)
    return [name, about]
  }),
)
