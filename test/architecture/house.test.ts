/** Every file has its place, one idea and a promise in its first line. */
import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { root, sourceFiles } from './source-files.ts'

const code = sourceFiles(['.ts', '.mjs'])

function foldersOf(path: string): readonly string[] {
  return readdirSync(new URL(path, `file://${root}`), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
}

describe('the house', () => {
  test('is found where these tests look for it', () => {
    expect(code.length).toBeGreaterThan(100)
  })

  test('has no room that the plan does not know', () => {
    const plan = [
      'channels',
      'router',
      'services',
      'shared',
      'rules',
      'test',
      'docs',
      'node_modules',
      'coverage',
    ]
    const rooms = foldersOf('./').filter((name) => !name.startsWith('.'))
    expect(rooms.filter((name) => !plan.includes(name))).toEqual([])
  })

  test('has one folder for each channel, each stage and each service, and no other', () => {
    const plan: Readonly<Record<string, readonly string[]>> = {
      './channels/': ['web-form', 'email', 'sms', 'phone', 'kiosk', 'staff-note', 'open311'],
      './router/': ['classify', 'assess-risk', 'find-owners', 'coordinate', 'set-clocks', 'hand-over'],
      './services/': [
        ...['intake', 'pipeline', 'desk', 'response', 'remedies', 'partners', 'learning', 'public', 'upkeep'],
        ...[
          'store',
          'files',
          'queue',
          'pages',
          'staff',
          'outward',
          'command-line',
          'data-dir',
          'embedded-postgres',
        ],
      ],
      './test/': [
        ...['architecture', 'conformance', 'router', 'channels', 'services', 'shared'],
        ...['journeys', 'fixtures', 'support', 'bench'],
      ],
    }
    for (const [folder, known] of Object.entries(plan)) {
      expect(foldersOf(folder).filter((name) => !known.includes(name))).toEqual([])
    }
  })

  test('has no attic: no folder or file whose name says nothing of what is in it', () => {
    const attic = /(^|[/-])(utils?|helpers?|common|lib|misc|managers?|index)(\.|\/|$)/
    expect(code.map(({ path }) => path).filter((path) => attic.test(path))).toEqual([])
  })

  test('names every file in kebab-case', () => {
    const kebab = /^([a-z0-9]+(-[a-z0-9]+)*\/)*[a-z0-9]+(-[a-z0-9]+)*(\.test)?\.(ts|mjs)$/
    expect(code.map(({ path }) => path).filter((path) => !kebab.test(path))).toEqual([])
  })

  test('has no file above 250 lines', () => {
    const long = code.filter(({ content }) => content.trimEnd().split('\n').length > 250)
    expect(long.map(({ path }) => path)).toEqual([])
  })

  test('opens every file with its promise', () => {
    const silent = code.filter(({ content }) => !/^(#!.*\n)?\/\*\*/.test(content))
    expect(silent.map(({ path }) => path)).toEqual([])
  })

  test('silences neither the compiler nor the linter', () => {
    // In two pieces each, so that this file does not find itself.
    const silencers = [
      ['@ts-', 'ignore'],
      ['@ts-', 'expect-error'],
      ['@ts-', 'nocheck'],
      ['eslint-', 'disable'],
    ]
    const promises = [
      ['TO', 'DO'],
      ['FIX', 'ME'],
    ]
    const muzzle = new RegExp([...silencers, ...promises].map((pieces) => pieces.join('')).join('|'))
    expect(code.filter(({ content }) => muzzle.test(content)).map(({ path }) => path)).toEqual([])
  })

  test('reads the environment in one place', () => {
    const readers = code.filter(
      ({ path, content }) => !path.startsWith('test/') && content.includes('process.env'),
    )
    expect(readers.map(({ path }) => path).toSorted()).toEqual(['services/config.ts', 'services/prepare.mjs'])
  })
})
