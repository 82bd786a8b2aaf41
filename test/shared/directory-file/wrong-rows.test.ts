/** Every row that is wrong is named with what is wrong, and nothing half is loaded. */
import { describe, expect, test } from 'vitest'
import { parseDirectory } from '../../../shared/directory-file/parse-directory.ts'
import type { TableName } from '../../../shared/directory-file/tables.ts'
import { changed, codes, problemsOf, rowOf } from '../../support/directory-tables.ts'

describe('a row that is wrong', () => {
  test.each<[string, TableName, string, Readonly<Record<string, string>>, string, string]>([
    ['no name', 'organisations', 'larch-house', { name: '' }, 'name', 'missing'],
    [
      'a day away that is none',
      'teams',
      'agh-estates',
      { awayFrom: '2026-02-30', awayUntil: '2026-03-01' },
      'awayFrom',
      'not-a-date',
    ],
    ['no last day away', 'teams', 'agh-estates', { awayFrom: '2026-03-01' }, 'awayUntil', 'missing'],
    [
      'a last day away before the first',
      'teams',
      'agh-estates',
      { awayFrom: '2026-03-02', awayUntil: '2026-03-01' },
      'awayUntil',
      'until-before-from',
    ],
    ['a capacity in words', 'teams', 'agh-estates', { capacity: 'forty' }, 'capacity', 'not-a-number'],
    [
      'itself for a manager',
      'teams',
      'agh-estates',
      { manager: 'agh-estates' },
      'manager',
      'manager-to-itself',
    ],
    ['an unknown type', 'organisations', 'larch-house', { type: 'hotel' }, 'type', 'not-in-list'],
    ['an unknown process', 'organisations', 'larch-house', { process: 'courts' }, 'process', 'not-in-list'],
    ['no triage team', 'organisations', 'larch-house', { triageTeam: '' }, 'triageTeam', 'missing'],
    [
      'a triage team of another organisation',
      'organisations',
      'larch-house',
      { triageTeam: 'agh-pals' },
      'triageTeam',
      'triage-team-of-another',
    ],
    [
      'a triage team that is not there',
      'organisations',
      'larch-house',
      { triageTeam: 'nobody' },
      'triageTeam',
      'no-such-team',
    ],
    ['a second host', 'organisations', 'larch-house', { host: 'yes' }, 'host', 'second-host'],
    [
      'a host that is neither yes nor no',
      'organisations',
      'larch-house',
      { host: 'perhaps' },
      'host',
      'not-yes-or-no',
    ],
    [
      'a real organisation among examples',
      'organisations',
      'larch-house',
      { example: 'no' },
      'example',
      'example-and-real',
    ],
    ['an id with a space', 'teams', 'larch-care-leads', { id: 'Larch Care' }, 'id', 'not-an-id'],
    [
      'a care service of nobody',
      'care-services',
      'agh-imaging',
      { organisation: 'closed' },
      'organisation',
      'no-such-organisation',
    ],
    ['an unknown area', 'care-services', 'agh-imaging', { area: 'basement' }, 'area', 'no-such-area'],
    [
      'a team of nobody',
      'teams',
      'agh-estates',
      { organisation: 'closed' },
      'organisation',
      'no-such-organisation',
    ],
    [
      'an unknown way of handing over',
      'teams',
      'agh-records',
      { handover: 'pigeon' },
      'handover',
      'not-in-list',
    ],
    ['email without an address', 'teams', 'agh-estates', { address: '' }, 'address', 'missing'],
    [
      'something that is no email address',
      'teams',
      'agh-estates',
      { address: 'estates' },
      'address',
      'not-an-email-address',
    ],
    [
      'a webhook without TLS',
      'teams',
      'agh-estates',
      { handover: 'webhook', address: 'http://x.example' },
      'address',
      'not-an-https-address',
    ],
    [
      'an address nobody would use',
      'teams',
      'agh-records',
      { address: 'a@b.example' },
      'address',
      'address-not-used',
    ],
    [
      'a fallback that is not there',
      'teams',
      'agh-records',
      { fallback: 'nobody' },
      'fallback',
      'no-such-team',
    ],
    [
      'a fallback of another organisation',
      'teams',
      'agh-records',
      { fallback: 'acc-finance' },
      'fallback',
      'fallback-of-another',
    ],
    [
      'a fallback to itself',
      'teams',
      'agh-records',
      { fallback: 'agh-records' },
      'fallback',
      'fallback-to-itself',
    ],
    [
      'a responsibility of nobody',
      'responsibilities',
      'agh-speak-up',
      { team: 'nobody' },
      'team',
      'no-such-team',
    ],
    [
      'an unknown subject',
      'responsibilities',
      'agh-speak-up',
      { subject: 'weather' },
      'subject',
      'no-such-subject',
    ],
    [
      'an unknown care service',
      'responsibilities',
      'agh-speak-up',
      { careService: 'spa' },
      'careService',
      'no-such-care-service',
    ],
    [
      'a care service of another organisation',
      'responsibilities',
      'agh-speak-up',
      { careService: 'amb-999' },
      'careService',
      'care-service-of-another',
    ],
    [
      'what another team answers for already',
      'responsibilities',
      'agh-speak-up',
      { subject: 'safeguarding' },
      'team',
      'answered-for-twice',
    ],
  ])('%s', (_, table, id, fields, field, why) => {
    const at = `${table} ${rowOf(table, id)} ${field} directory:${why}`
    expect(problemsOf(changed(table, id, fields))).toContain(at)
  })

  test('an id given twice is named at the second row', () => {
    const twice = changed('teams', 'agh-records', { id: 'agh-estates' })
    expect(problemsOf(twice)).toContain(`teams ${rowOf('teams', 'agh-records')} id directory:id-twice`)
  })

  test('no host, a table that is empty, a misspelt heading: said of the table', () => {
    const nobody = {
      organisations: [],
      'care-services': [],
      teams: [],
      responsibilities: [],
      doors: [],
      contacts: [],
    }
    expect(problemsOf(nobody)).toEqual(['organisations - host directory:no-host'])
    expect(problemsOf(changed('responsibilities', 'agh-speak-up', { careservice: 'agh-imaging' }))).toEqual([
      'responsibilities - careservice directory:unknown-column',
    ])
  })

  test('all that is wrong is said at once, and nothing half is given', () => {
    const broken = { ...changed('teams', 'agh-records', { name: '', handover: 'pigeon' }) }
    const both = {
      ...broken,
      organisations: changed('organisations', 'larch-house', { type: '' }).organisations,
    }
    expect(problemsOf(both)).toHaveLength(3)
    expect(parseDirectory(both, codes)).not.toHaveProperty('directory')
  })
})
