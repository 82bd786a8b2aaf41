/** Notes, which the desk brings: no door of their own, and nobody who is not signed in. */
import { arrivalOfNote, createStaffNote } from '../../../channels/staff-note/staff-note.ts'
import type { Arrival } from '../../../channels/channel.ts'
import type { Answered, ChannelExample, DoorExample, Message } from '../example.ts'
import type { Site } from '../site.ts'
import { noiseOf } from './ask.ts'

const now = new Date('2026-11-16T10:00:00Z')

function arrivalOf({ id, words, file }: Message): Arrival {
  const answers = { words, how: 'ward', saidOn: '2026-11-16', saidAt: '09:30' }
  const scans = file === null ? [] : [{ ...file, contentType: 'application/pdf' }]
  return arrivalOfNote({ answers, takenBy: { id: 'staff-1', name: 'Example Nurse' }, scans }, id, now)
}

async function bring({ accept }: Site, arrival: Arrival): Promise<Answered> {
  const { reference } = await accept(createStaffNote(), arrival)
  return { isTaken: true, isFault: false, said: reference }
}

const note: DoorExample = {
  bring: (site, message) => bring(site, arrivalOf(message)),
  forge: null,
  garble: (site, id) => bring(site, { ...arrivalOf({ id, words: '', file: null }), raw: noiseOf(id) }),
  gives: 'submission',
  carriesWords: true,
  carriesFile: true,
}

export const staffNoteExample: ChannelExample = { doors: { 'staff-note': note } }
