/** No expression by which the router reads, written in its code or in its rules, may take more than linear time. */
import { join } from 'node:path'
import { analyse } from 'scslre'
import ts from 'typescript'
import { describe, expect, it, vi } from 'vitest'
import { phrases } from '../../shared/text/phrases.ts'
import { root, sourceFiles } from '../architecture/source-files.ts'
import { graded } from '../support/reading.ts'
import { rulePatterns } from '../support/rule-patterns.ts'

interface Expression {
  readonly source: string
  readonly flags: string
}

const files = sourceFiles(['.ts'], ['router', 'rules', 'shared'])

/** Those written between slashes. */
function literalsIn(path: string, content: string): readonly Expression[] {
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

/** Those put together as the code is loaded and a text goes through all the rules, as the engine is given them. */
async function builtExpressions(): Promise<readonly Expression[]> {
  const found: Expression[] = []
  const engine = globalThis.RegExp
  globalThis.RegExp = new Proxy(engine, {
    construct(target, given: ConstructorParameters<RegExpConstructor>) {
      const expression = new target(...given)
      found.push({ source: expression.source, flags: expression.flags })
      return expression
    },
  })
  try {
    // Anew, so that what is built as a file is loaded is seen as well.
    vi.resetModules()
    for (const { path } of files) await import(join(root, path))
    phrases(rulePatterns)
    graded('The ward sister was rude to my mother, and I waited for four hours.')
  } finally {
    globalThis.RegExp = engine
  }
  return found
}

/** The first way of it that takes more than linear time; null where there is none. */
function slowness({ source, flags }: Expression): string | null {
  const [report] = analyse({ source, flags }, { maxReports: 1 }).reports
  return report === undefined ? null : `${report.type}: /${source}/${flags}`
}

const built = await builtExpressions()

describe('the expressions of the router', () => {
  it('are found: those of every rule, and those of the code', () => {
    expect(new Set(built.map(({ source }) => source)).size).toBeGreaterThan(rulePatterns.length)
    expect(files.flatMap(({ path, content }) => literalsIn(path, content)).length).toBeGreaterThan(50)
  })

  it.each([
    ['(?:a+)+b', 'Self'],
    ['a+a+b', 'Trade'],
    ['\\s+$', 'Move'],
  ])('would be named if they were slow, as %s is', (source, type) => {
    expect(slowness({ source, flags: '' })).toContain(type)
  })

  it('take linear time where the code spells them out', () => {
    const slow = files.flatMap(({ path, content }) =>
      literalsIn(path, content)
        .flatMap((each) => slowness(each) ?? [])
        .map((each) => `${path}: ${each}`),
    )
    expect(slow).toEqual([])
  })

  it('take linear time where they are built, from the rules or in the code', () => {
    expect(built.flatMap((each) => slowness(each) ?? [])).toEqual([])
  })
})
