/** A directory from a file becomes the one that holds; what was set on the desk stays, unless the file is to overrule it. */
import { sql } from 'kysely'
import { londonDate } from '../../shared/dates/london.ts'
import type { Directory } from '../../shared/directory.ts'
import { keepSettings, type Kept, type Standing } from '../../shared/directory-settings.ts'
import { theHub } from './audit.ts'
import type { Database, Queries } from './database.ts'
import { saveDirectoryRows } from './directory.ts'
import { followHost, type AccountsAfterwards } from './host-accounts.ts'
import { holdKnowledge, loadCurrentKnowledge, makeCurrent } from './knowledge.ts'

export interface Imported extends Pick<Kept, 'kept' | 'lost'> {
  readonly accounts: AccountsAfterwards
  readonly version: string
}

/** With `overrules` the file's word is taken for everything that was set on the desk and differs: it is not kept but named all the same. */
export async function importDirectory(
  db: Database,
  file: Directory,
  { overrules, now }: { readonly overrules: boolean; readonly now: Date },
): Promise<Imported> {
  return db.transaction().execute(async (queries) => {
    await holdKnowledge(queries)
    const { rules } = await loadCurrentKnowledge(queries)
    const { directory, kept, lost } = keepSettings(
      file,
      await standingSettings(queries),
      londonDate(now.toISOString()),
    )
    const gone = overrules ? [...lost, ...kept.map(({ setting }) => setting)] : lost
    if (gone.length > 0) await overrule(queries, gone, now)
    const content = { directory: overrules ? file : directory, rules }
    await saveDirectoryRows(queries, content.directory)
    const { version } = await makeCurrent(queries, content, 'command-line', now, {
      actor: theHub,
      act: 'directory.import',
      organisation: file.host,
      details: { kept: overrules ? 0 : kept.length, overruled: gone.length },
    })
    const accounts = await followHost(queries, content.directory, { actor: theHub, now })
    return { version, kept, lost, accounts }
  })
}

/** The newest about each thing. */
async function standingSettings(queries: Queries): Promise<readonly Standing[]> {
  return queries
    .selectFrom('directory_settings')
    .distinctOn(['team', 'contact', 'organisation', 'field'])
    .select(['id', 'organisation', 'team', 'contact', 'field', 'value'])
    .where('staff', 'is', null)
    .where('overruled_at', 'is', null)
    .orderBy('team')
    .orderBy('contact')
    .orderBy('organisation')
    .orderBy('field')
    .orderBy('id', 'desc')
    .execute()
}

/** The newest and all before it about the same thing, so that none of them comes to hold again. */
async function overrule(queries: Queries, gone: readonly Standing[], now: Date): Promise<void> {
  for (const { organisation, team, contact, field } of gone) {
    await queries
      .updateTable('directory_settings')
      .set({ overruled_at: now })
      .where('organisation', '=', organisation)
      .where(sql<boolean>`team is not distinct from ${team} and contact is not distinct from ${contact}`)
      .where('field', '=', field)
      .where('overruled_at', 'is', null)
      .execute()
  }
}
