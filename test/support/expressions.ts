/** The regular expressions of the code, as written and as built, and which of them may take more than linear time. */
import { join } from 'node:path'
import { analyse } from 'scslre'
import ts from 'typescript'
import { vi } from 'vitest'
import { root, type SourceFile } from '../architecture/source-files.ts'

export interface Expression {
  readonly source: string
  readonly flags: string
}

/** Those written between slashes. */
export function literalsIn({ path, content }: SourceFile): readonly Expression[] {
  const found: Expression[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/')
      found.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1) })
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(path, content, ts.ScriptTarget.Latest, true))
  return found
}

/** Those put together as the files are loaded and while `use` runs, as the engine is given them. */
export async function builtExpressions(
  files: readonly SourceFile[],
  use: () => unknown,
): Promise<readonly Expression[]> {
  const found: Expression[] = []
  const engine = globalThis.RegExp
  globalThis.RegExp = new Proxy(engine, {
    construct(target, given: ConstructorParameters<RegExpConstructor>) {
      const expression = new target(...given)
      if (isOurs(new Error().stack)) found.push({ source: expression.source, flags: expression.flags })
      return expression
    },
  })
  try {
    // Anew, so that what is built as a file is loaded is seen as well.
    vi.resetModules()
    for (const { path } of files) await import(join(root, path))
    await use()
  } finally {
    globalThis.RegExp = engine
  }
  return found
}

/** Not a library's, which the files load: who asked for it stands below this file's own line. */
function isOurs(stack = ''): boolean {
  const asker = stack.split('\n').find((line) => !/^Error|support\/expressions/.test(line))
  return asker !== undefined && !asker.includes('node_modules') && !asker.includes('node:')
}

/** The first way of it that takes more than linear time; null where there is none. */
export function slowness({ source, flags }: Expression): string | null {
  const [report] = analyse({ source, flags }, { maxReports: 1 }).reports
  return report === undefined ? null : `${report.type}: /${source}/${flags}`
}

/** Each slow one, with where it stands. */
export function slowLiterals(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) =>
    literalsIn(file)
      .flatMap((each) => slowness(each) ?? [])
      .map((each) => `${file.path}: ${each}`),
  )
}
