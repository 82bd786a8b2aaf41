/** Which mails are one matter: by proof, by what they answer, in whichever order they are read, and within one organisation. */
import { sql } from 'kysely'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { council, councilDoor, hospital, openMailHub, patience } from './mail-hub.ts'

describe('A mail that answers another', async () => {
  const { mail, routed, caseOf, sentTo, addStaff, db, close } = await openMailHub()
  await addStaff(council, 'sam@council.example')
  afterAll(close)

  test('is the council’s own matter when it was sent to the council, whatever mail to the hospital it names', async () => {
    await mail({ messageId: '<h1@people.example>', text: 'Nobody told us when my aunt was to go home.' })
    const first = await routed('Nobody told us when my aunt')
    const { id } = await sentTo('ann@people.example')
    await mail({
      to: councilDoor,
      inReplyTo: id,
      references: ['<h1@people.example>', id],
      text: 'And your carer never came to see her either.',
    })
    const second = await routed('your carer never came')
    expect(second.case).not.toBe(first.case)
    expect((await caseOf(second.case)).received_by).toBe(council)
  })

  test('joins the case it is addressed to by our token, and its words belong to that organisation', async () => {
    await mail({
      from: 'bea@people.example',
      to: councilDoor,
      text: 'The bins in our street were not emptied.',
    })
    const first = await routed('bins in our street')
    const { replyTo } = await sentTo('bea@people.example')
    await mail({ from: 'bea@people.example', to: replyTo, text: 'They are still full today.' })
    expect(await routed('still full today')).toEqual({ case: first.case, receivedBy: council })
  })

  test('sent to a case of the hospital and to the council at once, is heard by both', async () => {
    await mail({ from: 'dee@people.example', text: 'The lift at the hospital was broken.' })
    const first = await routed('lift at the hospital')
    const { replyTo } = await sentTo('dee@people.example')
    await mail({ from: 'dee@people.example', to: [replyTo, councilDoor], text: 'The bus stop is gone too.' })
    await vi.waitFor(async () => {
      const rows = await db
        .selectFrom('submissions')
        .innerJoin('cases', 'cases.id', 'submissions.case')
        .select(['cases.id', 'cases.received_by'])
        .where(sql<boolean>`content->>'text' like '%bus stop%'`)
        .orderBy('cases.received_by')
        .execute()
      expect(rows).toMatchObject([{ id: first.case, received_by: hospital }, { received_by: council }])
    }, patience)
  })

  test('is a new matter when it answers a notice to a team: it is no word of the person’s', async () => {
    await mail({
      from: 'cal@people.example',
      text: 'The car park at Aldermouth General Hospital was flooded and full of litter.',
    })
    const first = await routed('car park at Aldermouth')
    const { id, replyTo } = await sentTo('estates@aldermouth.example')
    expect(replyTo).toBe('feedback@hub.example')
    await mail({
      from: 'estates@aldermouth.example',
      to: replyTo,
      inReplyTo: id,
      references: [id],
      text: 'We will pump it out on Monday.',
    })
    const answer = await routed('pump it out')
    expect(answer.case).not.toBe(first.case)
    const theirs = await db
      .selectFrom('messages')
      .select('sender')
      .where('case', '=', first.case)
      .where('direction', '=', 'in')
      .execute()
    expect(theirs).toEqual([{ sender: 'cal@people.example' }])
  })
})

describe('Two quick mails of one thread', async () => {
  const { hub, mail, routed, caseOf, db, close } = await openMailHub({ working: false })
  afterAll(close)
  const early = {
    messageId: '<one@people.example>',
    text: 'My appointment was cancelled twice at the eye clinic.',
  }
  const late = {
    messageId: '<two@people.example>',
    inReplyTo: '<one@people.example>',
    text: 'I forgot to say that it was on a Tuesday.',
  }

  test('are one case, though neither was routed when the other came, and whichever is routed first', async () => {
    // The answer came in first: the first mail was held up on its way.
    await mail(late)
    await mail(early)
    await hub.startWorker()
    const [one, two] = [await routed('cancelled twice'), await routed('on a Tuesday')]
    expect(two.case).toBe(one.case)
    expect((await caseOf(one.case)).received_by).toBe(hospital)
    const matches = await db.selectFrom('submissions').select('matched').execute()
    expect(matches.filter(({ matched }) => matched.how === 'new')).toHaveLength(1)
  })
})
