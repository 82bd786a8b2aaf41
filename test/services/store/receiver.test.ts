/** Whose a delivery is once it is read: the organisation that the person chose, and not the owner of the door. */
import { expect, test } from 'vitest'
import { connect } from '../../../services/store/database.ts'
import { findDelivery } from '../../../services/store/deliveries.ts'
import { createEnvelope } from '../../../services/store/envelope.ts'
import { loadRaw } from '../../../services/store/quarantine.ts'
import { saveSubmission } from '../../../services/store/submissions.ts'
import { submissionOf } from '../../../shared/submission.ts'
import type { OrganisationId } from '../../../shared/ids.ts'
import { dale, layCounty, marsh } from '../../support/county.ts'
import { testDatabase } from '../../support/database.ts'
import { addDelivery } from '../../support/deliveries.ts'

const sorts = (organisation: OrganisationId) => ({ organisation, teams: [], seesAll: true })

test('what the person sent to another organisation than the owner of the door is that one’s to read, and nobody else’s', async () => {
  const { db, close } = connect((await testDatabase()).connectionString, { connections: 2 })
  const envelope = createEnvelope([Buffer.alloc(32, 7).toString('base64')])
  const now = new Date('2026-11-20T10:00:00Z')
  try {
    await layCounty(db, now)
    const { id, reference } = await addDelivery(db, envelope, { receivedBy: marsh, raw: 'Only for Dale.' })
    expect((await loadRaw(db, envelope, sorts(marsh), reference))?.raw.toString()).toBe('Only for Dale.')
    const content = submissionOf({ channel: 'email', text: 'Only for Dale.' })
    await saveSubmission(db, { delivery: id, receivedAt: now, receivedBy: dale, content }, now)
    expect(await loadRaw(db, envelope, sorts(marsh), reference)).toBeNull()
    expect((await loadRaw(db, envelope, sorts(dale), reference))?.raw.toString()).toBe('Only for Dale.')
    expect((await findDelivery(db, reference))?.received_by).toBe(dale)
  } finally {
    await close()
  }
})
