/** The questions of the form: which are asked, what is wrong with an answer, and what is delivered in the end. */
import { describe, expect, test } from 'vitest'
import { formDoor } from '../../../channels/web-form/form-door.ts'
import { longestText } from '../../../channels/web-form/limits.ts'
import type { Answers, FormContext } from '../../../shared/form.ts'
import { asId } from '../../../shared/ids.ts'

const context: FormContext = {
  today: '2026-11-20',
  hostName: 'Host Trust (example)',
  organisations: [
    {
      id: asId('oak'),
      name: 'Oak Trust (example)',
      type: 'nhs-trust',
      receiverName: 'Host Trust (example)',
      careServices: [{ id: asId('oak-eyes'), name: 'Eye clinic', place: null }],
    },
    {
      id: asId('elm'),
      name: 'Elm Surgery (example)',
      type: 'gp-practice',
      receiverName: 'Elm Surgery (example)',
      careServices: [],
    },
  ],
  files: [],
}

function step(name: string) {
  const found = formDoor.steps.find((each) => each.name === name)
  if (found === undefined) throw new Error(`No question ${name}`)
  return found
}

function problem(name: string, answers: Answers): readonly string[] {
  return Object.entries(step(name).problems(answers, context)).map(([field, { key }]) => `${field} ${key}`)
}

function delivered(answers: Answers): unknown {
  return JSON.parse(Buffer.from(formDoor.compose(answers, context, 'en', []).raw).toString())
}

const happenedIn2020 = (more: Readonly<Record<string, string>>) => ({
  happenedDay: '1',
  happenedMonth: '1',
  happenedYear: '2020',
  ...more,
})

describe('the questions of the form', () => {
  test.each([
    ['kind', { kind: '' }, ['kind form:kind.missing']],
    ['kind', { kind: 'shout' }, ['kind form:kind.missing']],
    ['kind', { kind: 'not-sure' }, []],
    ['organisation', { organisation: 'nowhere' }, ['organisation form:organisation.missing']],
    ['organisation', { organisation: 'not-sure' }, []],
    ['place', { organisation: 'oak' }, ['careService form:place.missing']],
    ['place', { organisation: 'oak', careService: 'oak-eyes' }, []],
    ['place', { organisation: 'elm' }, []],
    ['place', { organisation: 'not-sure' }, []],
    ['what-happened', { text: ' \n' }, ['text form:whatHappened.missing']],
    ['what-happened', { text: 'x'.repeat(longestText + 1) }, ['text form:problem.tooLong']],
    ['what-happened', { text: 'x'.repeat(longestText) }, []],
    ['when', {}, []],
    ['when', { happenedDay: '3', happenedMonth: '2' }, ['happenedYear form:when.missing.Year']],
    [
      'when',
      { happenedDay: '31', happenedMonth: '2', happenedYear: '2026' },
      ['happenedDay form:when.notADate'],
    ],
    [
      'when',
      { happenedDay: 'a', happenedMonth: '2', happenedYear: '2026' },
      ['happenedDay form:when.notADate'],
    ],
    [
      'when',
      { happenedDay: '21', happenedMonth: '11', happenedYear: '2026' },
      ['happenedDay form:when.future'],
    ],
    ['when', { happenedDay: '20', happenedMonth: '11', happenedYear: '2026' }, []],
    [
      'when',
      { happenedDay: '1', happenedMonth: '1', happenedYear: '1066' },
      ['happenedYear form:when.tooEarly'],
    ],
    ['who', {}, ['who form:who.missing']],
    ['someone-else', { otherName: 'x'.repeat(501), authority: 'asked' }, ['otherName form:problem.tooLong']],
    ['someone-else', {}, ['authority form:someoneElse.missing']],
    ['reply', { contactBy: 'pigeon' }, ['contactBy form:reply.missing']],
    ['details', { contactBy: 'email' }, ['email form:details.missing.email']],
    ['details', { contactBy: 'email', email: 'ines@example' }, ['email form:details.wrong.email']],
    ['details', { contactBy: 'email', email: 'ines@example.com' }, []],
    ['details', { contactBy: 'phone', phone: '12' }, ['phone form:details.wrong.phone']],
    ['details', { contactBy: 'phone', phone: '+44 (0)7700 900982' }, []],
    ['known', { knownDay: '1', knownYear: '2026' }, ['knownMonth form:when.missing.Month']],
    ['known', { knownDay: '21', knownMonth: '11', knownYear: '2026' }, ['knownDay form:when.future']],
    [
      'known',
      happenedIn2020({ knownDay: '31', knownMonth: '12', knownYear: '2019' }),
      ['knownDay form:known.beforeIt'],
    ],
    ['known', happenedIn2020({ knownDay: '2', knownMonth: '1', knownYear: '2020' }), []],
    ['known', {}, []],
    ['details', { contactBy: 'post', address: ' ' }, ['address form:details.missing.address']],
  ])('%s: %j', (name, answers, problems) => {
    expect(problem(name, answers)).toEqual(problems)
  })

  test('nobody who says thank you is asked what should happen now', () => {
    expect(step('outcome').isAsked({ kind: 'compliment' }, context)).toBe(false)
    expect(step('outcome').isAsked({ kind: 'not-sure' }, context)).toBe(true)
  })

  const happened = (year: string, day: string, more = {}) =>
    ({ kind: 'complaint', happenedDay: day, happenedMonth: '11', happenedYear: year, ...more }) as const
  test.each([
    ['more than twelve months ago', happened('2025', '19'), true],
    ['twelve months ago today', happened('2025', '20'), false],
    ['on no day that they gave', { kind: 'complaint' }, false],
    ['long ago, and they say thank you', happened('2020', '1', { kind: 'compliment' }), false],
  ])('when they found out is asked where it happened %s: %j %s', (_, answers, isAsked) => {
    expect(step('known').isAsked(answers, context)).toBe(isAsked)
  })

  test('nobody who wants no contact is asked for an address', () => {
    expect(step('details').isAsked({ contactBy: 'none' }, context)).toBe(false)
    expect(step('needs').isAsked({ contactBy: 'none' }, context)).toBe(false)
  })

  const reachable = { kind: 'complaint', contactBy: 'email', who: 'self' }
  const forOther = (authority: string) => ({ ...reachable, who: 'other', authority })
  test.each([
    ['whoever can be told with whom', reachable, true],
    ['who decides for a child', forOther('child'), true],
    ['who speaks for somebody that can decide', forOther('asked'), false],
    ['who wants no contact, and could never be told with whom', { ...reachable, contactBy: 'none' }, false],
    ['who says thank you', { ...reachable, kind: 'compliment' }, false],
  ])('may it be shared? %s: %j %s', (_, answers, isAsked) => {
    expect(step('sharing').isAsked(answers, context)).toBe(isAsked)
  })

  test('before sending it says who will receive it, which is the host where the chosen one takes no part', () => {
    const rows = step('organisation').shown({ organisation: 'oak' }, context)
    expect(rows.map(({ answer }) => answer)).toEqual(['Oak Trust (example)', 'Host Trust (example)'])
  })
})

describe('what the form delivers', () => {
  test('is the same document that programs send', () => {
    const answers = {
      kind: 'complaint',
      organisation: 'oak',
      careService: 'oak-eyes',
      place: 'Desk 2',
      text: 'I waited.',
      happenedDay: '3',
      happenedMonth: '2',
      happenedYear: '2026',
      who: 'other',
      otherName: 'Ena Example',
      authority: 'deceased',
      contactBy: 'phone',
      name: 'Ines Example',
      phone: '01632 960 001',
      answerphone: 'yes',
    }
    expect(delivered(answers)).toMatchObject({
      text: 'I waited.',
      kind: 'complaint',
      language: 'en',
      person: { name: 'Ines Example', phone: '01632 960 001', email: null },
      affected: { who: 'other', name: 'Ena Example', authority: 'deceased' },
      about: { organisation: 'oak', careService: 'oak-eyes', place: 'Desk 2', happenedOn: '2026-02-03' },
      preferences: { contactBy: 'phone', answerphone: true },
    })
  })

  test('says when they found out, and only where that was asked', () => {
    const found = { knownDay: '4', knownMonth: '3', knownYear: '2026' }
    const of = (happenedYear: string) =>
      delivered({
        text: 'x',
        kind: 'complaint',
        happenedDay: '3',
        happenedMonth: '2',
        happenedYear,
        ...found,
      })
    expect(of('2020')).toMatchObject({ about: { happenedOn: '2020-02-03', knownSince: '2026-03-04' } })
    expect(of('2026')).toMatchObject({ about: { happenedOn: '2026-02-03', knownSince: null } })
  })

  test('holds no address for a way the person turned away from', () => {
    const answers = { text: 'x', contactBy: 'email', email: 'ines@example.com', phone: '01632 960 001' }
    expect(delivered(answers)).toMatchObject({ person: { email: 'ines@example.com', phone: null } })
  })

  test('holds no service of an organisation that is no longer chosen', () => {
    expect(delivered({ text: 'x', organisation: 'elm', careService: 'oak-eyes' })).toMatchObject({
      about: { organisation: 'elm', careService: null },
    })
  })

  test.each([
    ['yes', 'yes', 'form:sharing.shown.yes'],
    ['no', 'no', 'form:sharing.shown.no'],
    ['ask-me', null, 'form:sharing.shown.unsaid'],
    ['', null, 'form:sharing.shown.unsaid'],
  ])('keeps a yes, a no and no answer to sharing apart: %j', (sharing, said, shown) => {
    const answers = { text: 'x', contactBy: 'email', email: 'ines@example.com', sharing }
    expect(delivered(answers)).toMatchObject({ sharing: said })
    expect(step('sharing').shown(answers, context)).toMatchObject([{ answer: { key: shown } }])
  })

  test('holds no yes to sharing of a person who then wants no contact', () => {
    expect(delivered({ text: 'x', contactBy: 'none', sharing: 'yes' })).toMatchObject({ sharing: null })
  })

  test('leaves the kind open where the person was not sure', () => {
    expect(delivered({ text: 'x', kind: 'not-sure' })).toMatchObject({ kind: null })
  })

  test('does not take an unticked box for leave to speak to an answering machine', () => {
    expect(
      delivered({ text: 'x', contactBy: 'phone', phone: '01632 960 001', answerphone: '' }),
    ).toMatchObject({
      preferences: { answerphone: false },
    })
  })
})
