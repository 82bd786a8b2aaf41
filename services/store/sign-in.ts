/** Signing in with an address and a password: the same answer, in the same time, whether or not the account exists. */
import { createHash } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { StaffId } from '../../shared/ids.ts'
import { record } from './audit.ts'
import type { Connection, Database } from './database.ts'
import { isPassword } from './staff-passwords.ts'

export type SignInAnswer =
  | { readonly outcome: 'signed-in'; readonly staff: StaffId }
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'too-many'; readonly minutes: number }

export interface Attempt {
  readonly email: string
  readonly password: string
  /** The peer's address. */
  readonly peer: string
  readonly now: Date
}

export type SignIn = (attempt: Attempt) => Promise<SignInAnswer>

const windowSeconds = 15 * 60
/** Wrong passwords for one account from one place. A stranger elsewhere does not lock out the owner with these. */
const perAccountAndPeer = 5
/** For one account from anywhere, so that many places together get no further. */
const perAccount = 50
/** For any account from one place: a whole office may share an address. */
const perPeer = 100

export function createSignIn({ db, pool }: Pick<Connection, 'db' | 'pool'>): SignIn {
  const limiter = (name: string, points: number): RateLimiterPostgres =>
    new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      tableName: 'attempts',
      tableCreated: true,
      keyPrefix: `sign-in-${name}`,
      points,
      duration: windowSeconds,
    })
  const limits = {
    both: limiter('both', perAccountAndPeer),
    account: limiter('account', perAccount),
    peer: limiter('peer', perPeer),
  }

  return async (attempt) => {
    const account = hash(attempt.email.toLowerCase())
    const peer = hash(attempt.peer)
    // Counted before the password is checked: a hundred tries at once are a hundred, not one.
    const wait = await longestWait([
      limits.both.consume(hash(`${account} ${peer}`)),
      limits.account.consume(account),
      limits.peer.consume(peer),
    ])
    if (wait !== null) return { outcome: 'too-many', minutes: Math.ceil(wait / 60_000) }
    const answer = await check(db, attempt)
    if (answer.outcome === 'signed-in') {
      await limits.both.delete(hash(`${account} ${peer}`))
      await limits.account.reward(account)
      await limits.peer.reward(peer)
    }
    return answer
  }
}

/** Milliseconds until all limits let another try through; null if they do now. */
async function longestWait(consumed: readonly Promise<RateLimiterRes>[]): Promise<number | null> {
  const results = await Promise.allSettled(consumed)
  const waits: number[] = []
  for (const result of results) {
    if (result.status === 'fulfilled') continue
    if (!(result.reason instanceof RateLimiterRes)) throw result.reason
    waits.push(result.reason.msBeforeNext)
  }
  return waits.length === 0 ? null : Math.max(...waits)
}

async function check(db: Database, { email, password, now }: Attempt): Promise<SignInAnswer> {
  const account = await db
    .selectFrom('staff')
    .select(['id', 'organisation', 'password_hash'])
    .where((eb) => eb(eb.fn('lower', ['email']), '=', email.toLowerCase()))
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  const fits = await isPassword(password, account?.password_hash ?? null)
  const signedIn = fits && account !== undefined
  await record(db, {
    at: now,
    actor: account === undefined ? { kind: 'public', id: 'visitor' } : { kind: 'staff', id: account.id },
    act: signedIn ? 'staff.sign-in' : 'staff.sign-in-refused',
    about: { kind: 'staff', id: account?.id ?? 'unknown' },
    organisation: account?.organisation ?? null,
  })
  return signedIn ? { outcome: 'signed-in', staff: account.id } : { outcome: 'refused' }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
