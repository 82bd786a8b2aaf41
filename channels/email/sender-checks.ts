/** SPF, DKIM and DMARC: the DNS answers are fetched once and kept, the conclusion is drawn from them alone. */
import { authenticate } from 'mailauth'
import type { DNSResolver } from 'mailauth'
import { reason } from '../../shared/finding.ts'
import type { Reason } from '../../shared/finding.ts'
import type { Delivery, Evidence, EvidenceRequest } from '../channel.ts'

/** One DNS question and what came of it. */
interface DnsAnswer {
  readonly name: string
  readonly type: string
  readonly answer: unknown
  /** `ENOTFOUND` and the like, where there is no such record; null where there is an answer. */
  readonly code: string | null
}

const key = 'sender-dns'
const absent = new Set(['ENOTFOUND', 'ENODATA', 'NXDOMAIN', 'ENODOMAIN'])

/** Where a mail did not come from another machine there is no sender to check. */
const fromThisMachine = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/

export function senderChecksWanted(delivery: Delivery): readonly EvidenceRequest[] {
  if (delivery.peer !== null && fromThisMachine.test(delivery.peer)) return []
  return [
    {
      key,
      async gather(tools) {
        const answers: DnsAnswer[] = []
        let unreachable: unknown = null
        await check(delivery, async (name, type) => {
          try {
            const answer = await tools.resolve(name, type)
            if (!isRecords(answer))
              throw new Error('The name server answered with something else than records')
            answers.push({ name, type, answer, code: null })
            return answer
          } catch (error) {
            const code = codeOf(error)
            if (!absent.has(code)) unreachable = error
            answers.push({ name, type, answer: null, code })
            throw error
          }
        })
        if (unreachable !== null)
          throw new Error('The name servers could not be reached', { cause: unreachable })
        return answers
      },
    },
  ]
}

/** Empty where nothing was fetched. Never throws: a mail that cannot be checked is still a mail. */
export async function senderChecks(delivery: Delivery, evidence: Evidence): Promise<readonly Reason[]> {
  const recorded = evidence.get(key)
  if (!Array.isArray(recorded)) return []
  const answers = recorded.filter(isAnswer)
  try {
    const result = await check(delivery, async (name, type) => replay(answers, name, type))
    return (['spf', 'dkim', 'dmarc'] as const).map((name) =>
      reason(`email:check.${name}`, { result: outcomeOf(result, name) }),
    )
  } catch {
    return [reason('email:check.failed')]
  }
}

type Result = Awaited<ReturnType<typeof authenticate>>

function check(delivery: Delivery, resolver: DNSResolver): Promise<Result> {
  return authenticate(Buffer.from(delivery.raw), {
    ...(delivery.peer === null ? { trustReceived: true } : { ip: delivery.peer.replace(/^::ffff:/, '') }),
    helo: delivery.envelope['helo'] ?? '',
    sender: delivery.envelope['mail-from'] ?? '',
    mta: 'feedback-hub',
    disableArc: true,
    disableBimi: true,
    resolver,
  })
}

function replay(answers: readonly DnsAnswer[], name: string, type: string): string[] {
  const found = answers.find((one) => one.name === name && one.type === type)
  if (found !== undefined && found.code === null && isRecords(found.answer)) return found.answer
  throw Object.assign(new Error('no such record'), { code: found?.code ?? 'ENOTFOUND' })
}

function outcomeOf(result: Result, name: 'spf' | 'dkim' | 'dmarc'): string {
  if (name === 'dkim') {
    const results = result.dkim.results.map((one) => one.status.result)
    return results.includes('pass') ? 'pass' : (results[0] ?? 'none')
  }
  const found = result[name]
  return found ? found.status.result : 'none'
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'
}

/** A list of records as Node's resolver gives it; mailauth knows the shape of each type. */
function isRecords(value: unknown): value is string[] {
  return Array.isArray(value)
}

function isAnswer(value: unknown): value is DnsAnswer {
  return typeof value === 'object' && value !== null && 'name' in value && 'type' in value && 'code' in value
}
