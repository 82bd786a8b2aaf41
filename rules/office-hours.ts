/** When the teams are at work: what they are handed later on a working day they cannot accept on that day. */
import type { OfficeHours } from '../shared/knowledge.ts'

/** On working days. A red flag keeps its hours whatever the time of day. */
export const officeHours: OfficeHours = {
  until: '17:00',
  source: 'Default of this hub; each organisation sets its own',
  sureness: 'design',
}
