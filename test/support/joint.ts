/** Joint cases as the workers would have left them: Marsh received it, Dale's part and handoff wait for consent. */
import { seedRules } from '../../rules/seed-rules.ts'
import { loadWords } from '../../services/pages/languages.ts'
import type { Database } from '../../services/store/database.ts'
import type { Envelope } from '../../services/store/envelope.ts'
import type { Telling } from '../../services/store/joint/telling.ts'
import type { ConsentPurpose } from '../../shared/joint/consent.ts'
import { addCase, type CaseGiven } from './cases.ts'
import { addStaff, dale, daleTriage, marsh } from './county.ts'

const words = loadWords()

/** Of nobody else's: found anywhere it should not be, it came from this case. */
export const theirName = 'Quillfeather'
export const theirWords = 'the marmalade-coloured ambulance'
export const theirEmail = 'quillfeather@example.org'

export function tellingAt(now: Date): Telling {
  return { words, publicUrl: 'https://hub.example', canSend: () => true, rules: seedRules, now }
}

export interface JointGiven extends CaseGiven {
  readonly purpose?: ConsentPurpose
  readonly fromWhom?: 'person' | 'affected-person'
}

export async function addJointCase(
  db: Database,
  envelope: Envelope,
  knowledge: string,
  given: JointGiven = {},
) {
  const made = await addCase(db, envelope, knowledge, {
    handoff: 'accepted',
    ...given,
    submission: {
      text: `We waited for ${theirWords} and home care never came.`,
      person: { name: `Ada ${theirName}`, email: theirEmail, phone: null, address: null },
      ...given.submission,
    },
  })
  const purpose = given.purpose ?? 'joint-answer'
  if (purpose === 'joint-answer') {
    await db
      .insertInto('joint_cases')
      .values({ case: made.id, state: 'proposed', because: JSON.stringify([]) })
      .execute()
    await db
      .insertInto('parts')
      .values([
        { case: made.id, organisation: marsh, role: 'lead', state: 'accepted', issues: [0] },
        { case: made.id, organisation: dale, role: 'contributor', state: 'waiting', issues: [0] },
      ])
      .execute()
    await db.updateTable('cases').set({ is_joint: true, lead: marsh }).where('id', '=', made.id).execute()
  }
  await db
    .insertInto('handoffs')
    .values({
      case: made.id,
      organisation: dale,
      team: daleTriage,
      issues: [0],
      state: 'held',
      accept_by: '2026-11-24',
      if_nobody: daleTriage,
      because: JSON.stringify([]),
      told: 'not-yet',
      due_at: new Date('2026-11-20T10:00:00Z'),
    })
    .execute()
  const consent = await db
    .insertInto('consents')
    .values({
      case: made.id,
      organisation: dale,
      purpose,
      from_whom: given.fromWhom ?? 'person',
      authority: 'self',
      covers: JSON.stringify({ issues: [0], identity: true, attachments: false, records: true }),
      state: 'needed',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { ...made, consent: consent.id }
}

/** Dale is told by mail and has a webhook, so that whatever leaves leaves a row. */
export async function openDaleToMail(db: Database): Promise<void> {
  await db
    .updateTable('teams')
    .set({ handover: JSON.stringify({ by: 'email', address: 'partners@dale.example' }) })
    .where('id', '=', daleTriage)
    .execute()
  await db
    .insertInto('webhook_endpoints')
    .values({
      organisation: dale,
      url: 'https://dale.example/hook',
      sealed_secret: Buffer.from('sealed'),
      made_at: new Date('2026-11-20T10:00:00Z'),
    })
    .execute()
}

/** To Dale, by two people of the receiver, for somebody's safety. */
export async function disclose(
  db: Database,
  { id, reference }: Pick<Awaited<ReturnType<typeof addJointCase>>, 'id' | 'reference'>,
  now: Date,
): Promise<void> {
  const asked_by = await addStaff(db, { email: `${reference}-asks@marsh.example` }, now)
  const decided_by = await addStaff(db, { email: `${reference}-decides@marsh.example` }, now)
  const covers = JSON.stringify({ issues: [1], identity: true, attachments: false, records: false })
  const decided = { decided_by, decided_at: now, decided_because: 'Agreed' }
  const by = { state: 'approved' as const, asked_by, asked_at: now, ...decided }
  await db
    .insertInto('disclosures')
    .values({ case: id, organisation: dale, ground: 'safeguarding', why: 'She is alone', covers, ...by })
    .execute()
}
