/** One more team that a case was handed to, put straight into the table. */
import type { HandoffState } from '../../shared/case/handoff-changes.ts'
import type { Database } from '../../services/store/database.ts'
import type { TeamId } from '../../shared/ids.ts'
import type { CaseMade } from './cases.ts'
import { marsh, marshTriage } from './county.ts'

export async function handTo(
  db: Database,
  { id }: CaseMade,
  team: TeamId,
  state: HandoffState,
): Promise<void> {
  const at = new Date('2026-11-20T10:00:00Z')
  await db
    .insertInto('handoffs')
    .values({
      case: id,
      ...{ organisation: marsh, team, state, issues: [], if_nobody: marshTriage },
      because: JSON.stringify([{ key: 'router:owner.duty.safeguarding', params: { organisation: 'Marsh' } }]),
      ...{ accept_by: '2026-11-24', offered_at: at, told: 'told', due_at: at },
    })
    .execute()
}
