/** The files that people write here, read once for the tests that look at all of them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

export interface SourceFile {
  /** From the root, with slashes. */
  readonly path: string
  readonly content: string
}

const rooms = ['channels', 'router', 'services', 'shared', 'rules', 'test']
const generated = ['services/store/tables.ts']

/** Everything written in these languages, by the ends of their names, in the given folders. */
export function sourceFiles(
  endings: readonly string[],
  folders: readonly string[] = rooms,
): readonly SourceFile[] {
  return folders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !generated.includes(path))
    .map((path) => ({ path, content: readFileSync(join(root, path), 'utf8') }))
}
