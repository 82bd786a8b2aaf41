/** What staff should bear in mind stands above the buttons of a case: who is bereaved, what was refused, what speaks against the kind chosen. */
import { beforeAll, describe, expect, it } from 'vitest'
import { route } from '../../../router/route.ts'
import { saveFindings } from '../../../services/store/routings.ts'
import { submissionOf, type Submission } from '../../../shared/submission.ts'
import { addCase } from '../../support/cases.ts'
import { addStaff, marshWards } from '../../support/county.ts'
import { readingKnowledge } from '../../support/reading.ts'
import { openDesk, type Visitor } from './open-desk.ts'

const desk = await openDesk()
const { db, envelope, knowledge, clock } = desk
let ann: Visitor

beforeAll(async () => {
  await addStaff(db, { email: 'ann@marsh.example', teams: [marshWards] }, clock.now)
  ann = await desk.signedIn('ann@marsh.example')
})

/** The actions of a case whose words went through the router. */
async function actionsOn(text: string, given: Partial<Submission> = {}): Promise<string> {
  const submission = { text, ...given }
  const { id, reference } = await addCase(db, envelope, knowledge, { submission })
  const row = await db.selectFrom('submissions').select('id').where('case', '=', id).executeTakeFirstOrThrow()
  const routing = route(submissionOf({ channel: 'web-form', ...submission }), readingKnowledge)
  await saveFindings(db, id, row.id, { ...routing, knowledgeVersion: knowledge }, clock.now)
  const { text: page } = await ann.get(`/desk/cases/${reference}`)
  return page.slice(page.indexOf('id="actions"'), page.indexOf('</section>', page.indexOf('id="actions"')))
}

describe('before anybody answers', () => {
  it('they read that somebody is bereaved, with the words', async () => {
    const shown = await actionsOn('My husband died in August. Please correct his address, it is wrong.')
    expect(shown).toContain('Before you answer')
    expect(shown).toContain('Somebody is bereaved: write with care')
    expect(shown).toContain('<q class="desk-quote">died</q>')
  })

  it('they read that something is not to be passed on', async () => {
    const shown = await actionsOn(
      'I do NOT give consent for you to share this with the council. The ward was cold.',
    )
    expect(shown).toContain('something is not to be passed on')
    expect(await actionsOn('The nurse is rude. Please don’t use my name.')).toContain('not to be passed on')
  })

  it('they read who is not to be told, each of them with the words and how to ask all the same', async () => {
    const shown = await actionsOn('Please don’t tell Larch House or Aldershire Council. The ward was cold.')
    expect(shown).toContain('Larch House Care Home (example) is not to be told')
    expect(shown).toContain('Aldershire County Council (example) is not to be told')
    expect(shown).toContain('add it yourself')
    expect(shown).toContain('<q class="desk-quote">Please don’t tell Larch House or Aldershire Council</q>')
    expect(shown).toContain('/joint/add')
  })

  it('they read that it is a withdrawal, an MP’s letter or a request, with what the law asks', async () => {
    const withdrawn = await actionsOn('I wish to withdraw my complaint, the matron rang me.')
    expect(withdrawn).toContain('Nothing is closed by the hub')
    expect(withdrawn).toContain('wish to withdraw my complaint</q>')
    expect(await actionsOn('I write on behalf of my constituent Mrs Jones.')).toContain('paras 23 and 24')
    const asked = await actionsOn('Under the Freedom of Information Act please send me the number of falls.')
    expect(asked).toContain('To be answered by Monday 14 December 2026 at the latest')
  })

  it('they read what speaks against the kind chosen', async () => {
    const shown = await actionsOn('Lovely nurses, but my mother fell twice and nobody came for an hour.', {
      kindChosen: 'compliment',
    })
    expect(shown).toContain('They chose “compliment”')
  })

  it('nothing stands there where there is nothing to bear in mind', async () => {
    expect(await actionsOn('The ward was cold and the food came late.')).not.toContain('Before you answer')
  })
})
