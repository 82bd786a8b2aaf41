/** The step before a start: it installs when something is missing or another version is asked for, and only then. */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { root } from '../../architecture/source-files.ts'

/** Stands in for npm: notes how it was called, and installs what the lock file asks for, unless told to fail. */
const fakeNpm = `
const { appendFileSync, copyFileSync, existsSync, mkdirSync } = require('node:fs')
appendFileSync('npm-calls', process.argv.slice(2).join(' ') + '\\n')
if (existsSync('npm-fails')) process.exit(7)
mkdirSync('node_modules', { recursive: true })
copyFileSync('package-lock.json', 'node_modules/.package-lock.json')
`
const lock = (version: string) =>
  JSON.stringify({
    packages: {
      '': { name: 'feedback-hub' },
      'node_modules/needed': { version },
      'node_modules/for-development': { version: '1.0.0', dev: true },
      'node_modules/for-another-machine': { version: '1.0.0', optional: true },
    },
  })

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'hub-prepare-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  for (const folder of ['services', 'test/support', 'bin']) mkdirSync(join(dir, folder), { recursive: true })
  copyFileSync(join(root, 'services/prepare.mjs'), join(dir, 'services/prepare.mjs'))
  copyFileSync(join(root, 'test/support/programs.json'), join(dir, 'test/support/programs.json'))
  writeFileSync(join(dir, 'package-lock.json'), lock('1.0.0'))
  writeFileSync(join(dir, 'npm.cjs'), fakeNpm)
})

function prepare(purpose: string, environment: Readonly<Record<string, string>> = {}) {
  const npm = {
    npm_execpath: join(dir, 'npm.cjs'),
    npm_node_execpath: process.execPath,
    npm_config_cache: dir,
  }
  const env = { ...npm, PATH: join(dir, 'bin'), ...environment }
  const done = spawnSync(process.execPath, [join(dir, 'services/prepare.mjs'), purpose], {
    env,
    encoding: 'utf8',
  })
  return { status: done.status, said: done.stdout + done.stderr }
}

function npmCalls(): readonly string[] {
  const file = join(dir, 'npm-calls')
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
}

/** A program that does nothing, on the only path there is. */
function program(name: string): void {
  writeFileSync(join(dir, 'bin', name), '#!/bin/sh\n')
  chmodSync(join(dir, 'bin', name), 0o755)
}

describe('the step before a start', () => {
  test('installs in a fresh clone, says so, and does nothing the next time', () => {
    const first = prepare('start')
    expect(first).toMatchObject({ status: 0 })
    expect(first.said).toContain('Installing the packages (npm ci).')
    expect(prepare('start')).toEqual({ status: 0, said: '' })
    expect(npmCalls()).toHaveLength(1)
  })

  test('installs again when the lock file asks for another version', () => {
    prepare('start')
    writeFileSync(join(dir, 'package-lock.json'), lock('1.0.1'))
    prepare('start')
    expect(npmCalls()).toHaveLength(2)
  })

  test('needs nothing of development to start, and all of it to test', () => {
    mkdirSync(join(dir, 'node_modules'))
    const installed = { packages: { 'node_modules/needed': { version: '1.0.0' } } }
    writeFileSync(join(dir, 'node_modules/.package-lock.json'), JSON.stringify(installed))
    expect(prepare('start')).toEqual({ status: 0, said: '' })
    prepare('test')
    expect(npmCalls()).toHaveLength(1)
  })

  test('runs the install scripts that bring Node and PostgreSQL, whatever the machine is set to', () => {
    prepare('start', { npm_config_ignore_scripts: 'true' })
    expect(npmCalls()[0]).toMatch(/^ci .*--ignore-scripts=false/)
  })

  test('keeps npm’s downloads elsewhere when the home directory cannot be written', () => {
    writeFileSync(join(dir, 'a-file'), '')
    prepare('start', { npm_config_cache: join(dir, 'a-file', '.npm') })
    expect(npmCalls()[0]).toContain(`--cache ${tmpdir()}`)
  })

  test('says so and stops when npm fails', () => {
    writeFileSync(join(dir, 'npm-fails'), '')
    const { status, said } = prepare('start')
    expect(status).toBe(1)
    expect(said).toContain('npm ci failed')
  })
})

describe('the step before a test run', () => {
  test('is content when Redis and Chromium are there', () => {
    prepare('start')
    program('redis-server')
    program('chromium-browser')
    expect(prepare('test')).toEqual({ status: 0, said: '' })
  })

  test('says in one line what to install, and that those tests are skipped', () => {
    prepare('start')
    program('redis-server')
    const { status, said } = prepare('test')
    expect(status).toBe(0)
    expect(said).toBe('Tests that need chromium will be skipped. On Debian: sudo apt-get install chromium\n')
  })

  test('fails in CI, where nothing is skipped', () => {
    prepare('start')
    expect(prepare('test', { CI: 'true' })).toMatchObject({ status: 1 })
  })

  if (process.getuid?.() === 0)
    test('installs them itself as root on Debian', () => {
      prepare('start')
      program('redis-server')
      writeFileSync(
        join(dir, 'bin/apt-get'),
        `#!/bin/sh\necho "$DEBIAN_FRONTEND $*" >> ${dir}/apt-calls\nprintf '#!/bin/sh\\n' > ${dir}/bin/chromium\n`,
      )
      chmodSync(join(dir, 'bin/apt-get'), 0o755)
      const { status, said } = prepare('test')
      expect(readFileSync(join(dir, 'apt-calls'), 'utf8')).toBe(
        'noninteractive update -qq\nnoninteractive install -y -qq --no-install-recommends chromium\n',
      )
      expect(status).toBe(0)
      expect(said).toContain('They are installed.')
    })
})
