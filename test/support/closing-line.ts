/** The last line of a test run, in a form that people and programs can read: "12 passed, 0 failed". */
import type { Reporter, SerializedError, TestModule, TestRunEndReason } from 'vitest/node'

interface Counts {
  passed: number
  failed: number
  skipped: number
}

export class ClosingLine implements Reporter {
  onTestRunEnd(
    modules: readonly TestModule[],
    unhandled: readonly SerializedError[],
    reason: TestRunEndReason,
  ): void {
    const counts = count(modules, unhandled)
    // The run itself can fail before there is any test, when the database does not start for instance.
    if (reason === 'failed' && counts.failed === 0) counts.failed = 1
    process.stdout.write(`\n${inWords(counts)}\n`)
  }
}

/** A file that could not be run, and an error outside any test, each count as one that failed. */
function count(modules: readonly TestModule[], unhandled: readonly SerializedError[]): Counts {
  const counts: Counts = { passed: 0, failed: unhandled.length, skipped: 0 }
  for (const module of modules) {
    counts.failed += module.errors().length
    for (const test of module.children.allTests()) {
      const { state } = test.result()
      counts[state === 'pending' ? 'skipped' : state] += 1
    }
    for (const suite of module.children.allSuites()) counts.failed += suite.errors().length
  }
  return counts
}

function inWords({ passed, failed, skipped }: Counts): string {
  const ran = `${String(passed)} passed, ${String(failed)} failed`
  return skipped === 0 ? ran : `${ran}, ${String(skipped)} skipped`
}
