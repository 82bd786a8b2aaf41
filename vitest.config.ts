/** Two kinds of test: those that only compute, and those that need a PostgreSQL, which is started for them. */
import { defineConfig } from 'vitest/config'
import { ClosingLine } from './test/support/closing-line.ts'

/** Loading all modules anew for each file took longer than half of the tests; none keeps anything between files. */
const shared = { isolate: false, setupFiles: ['test/support/after-each-file.ts'] }

const computing = ['router', 'channels', 'shared', 'architecture'].map((room) => `test/${room}/**/*.test.ts`)

export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: ['default', new ClosingLine()],
    projects: [
      { test: { ...shared, name: 'computing', include: computing, testTimeout: 20_000 } },
      {
        test: {
          ...shared,
          name: 'serving',
          include: ['test/**/*.test.ts'],
          exclude: computing,
          globalSetup: ['test/support/global-postgres.ts'],
          // Real servers, browsers and kills on a machine that may be busy: a second try tells a slow one from a wrong one.
          retry: 1,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
