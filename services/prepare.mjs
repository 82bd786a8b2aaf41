/** Brings what is missing before a start or a test run: packages by npm, and for tests two programs by apt. Plain JavaScript without packages, for whatever Node the machine has. */
import { spawn, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const purpose = process.argv[2]
const isCi = process.env['CI'] === 'true'

if (purpose !== 'start' && purpose !== 'test') stop('Say what to prepare for: start or test.', 2)
if (!isInstalled(purpose === 'test')) await install()
if (!hasOwnNode()) stop('Node 24 is missing. Delete node_modules and run the same command again.', 1)
if (purpose === 'test') await bringPrograms()

/** Are the packages that the lock file asks for there, in the same versions? npm notes at the end what it installed. */
function isInstalled(withDevelopment) {
  const wanted = readJson(join(root, 'package-lock.json'))
  const installed = readJson(join(root, 'node_modules', '.package-lock.json'))
  if (wanted === null || installed === null) return false
  return Object.entries(wanted.packages).every(([path, entry]) => {
    if (path === '' || entry.optional || entry.devOptional) return true
    if (entry.dev && !withDevelopment) return true
    return installed.packages[path]?.version === entry.version
  })
}

async function install() {
  say('Installing the packages (npm ci). This takes a minute or two, once.')
  // The npm that called us, run by the Node that runs it: the one under node_modules is about to be replaced.
  const npm = process.env['npm_execpath']
  const [program, ...args] = npm ? [process.env['npm_node_execpath'] ?? process.execPath, npm] : ['npm']
  const flags = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts=false']
  // A package that wants to run something at installation and is not on our list stops it.
  if (isCi) flags.push('--strict-allow-scripts')
  const status = await run(
    program,
    [...args, 'ci', ...flags, ...cacheFlags()],
    'Still installing the packages',
  )
  if (status !== 0) {
    stop(
      `npm ci failed; what it said stands above. Often the network or a full disk. Then run the same command again.`,
      1,
    )
  }
  if (!isInstalled(true))
    stop('npm ci ended well, but packages are missing. Delete node_modules and try again.', 1)
  say('The packages are installed.')
}

/** npm keeps downloads in the home directory; where that cannot be written, they go to the temporary one. */
function cacheFlags() {
  const cache = process.env['npm_config_cache'] ?? join(process.env['HOME'] ?? '/nonexistent', '.npm')
  try {
    mkdirSync(cache, { recursive: true })
    accessSync(cache, constants.W_OK)
    return []
  } catch {
    return ['--cache', join(tmpdir(), `npm-cache-${process.getuid?.() ?? 'hub'}`)]
  }
}

/** The Node that npm puts first on the path of its scripts. */
function hasOwnNode() {
  if (Number.parseInt(process.versions.node) >= 24) return true
  const own = spawnSync(join(root, 'node_modules', '.bin', 'node'), ['--version'], { encoding: 'utf8' })
  return own.status === 0 && Number.parseInt(own.stdout.slice(1)) >= 24
}

/** What some suites need. Without them these count as skipped, except in CI, where nothing is skipped. */
async function bringPrograms() {
  const programs = readJson(join(root, 'test', 'support', 'programs.json'))
  const missing = programs.filter((program) => !program.commands.some(isOnPath))
  if (missing.length === 0) return
  const packages = missing.map((program) => program.debian)
  if (process.getuid?.() === 0 && isOnPath('apt-get')) await installDebian(packages)
  const still = missing.filter((program) => !program.commands.some(isOnPath))
  if (still.length === 0) return
  const names = still.map((program) => program.name).join(' and ')
  if (isCi) stop(`In CI nothing is skipped, and ${names} could not be installed.`, 1)
  say(`Tests that need ${names} will be skipped. On Debian: sudo apt-get install ${packages.join(' ')}`)
}

async function installDebian(packages) {
  say(`Installing ${packages.join(' and ')} for the tests (apt-get). This takes a minute, once.`)
  const flags = ['-y', '-qq', '--no-install-recommends', ...packages]
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const doing = `Still installing ${packages.join(' and ')}`
  const updated = await run('apt-get', ['update', '-qq'], 'Still fetching the list of Debian packages', env)
  const status = updated === 0 ? await run('apt-get', ['install', ...flags], doing, env, 'ignore') : updated
  say(status === 0 ? 'They are installed.' : `apt-get failed with ${status}.`)
}

/** Resolves to the exit status. Every ten seconds it says that it is still at work. */
function run(program, args, doing, env = process.env, output = 'inherit') {
  return new Promise((resolve) => {
    const started = Date.now()
    const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', output, 'inherit'] })
    const ticks = setInterval(() => say(`${doing} (${Math.round((Date.now() - started) / 1000)} s).`), 10_000)
    const end = (status) => {
      clearInterval(ticks)
      resolve(status)
    }
    child.on('error', (error) => {
      say(`${program} could not be run: ${error.message}`)
      end(1)
    })
    child.on('close', (status) => end(status ?? 1))
  })
}

function isOnPath(command) {
  return (process.env['PATH'] ?? '').split(delimiter).some((dir) => existsSync(join(dir, command)))
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

function say(line) {
  process.stdout.write(`${line}\n`)
}

function stop(line, status) {
  process.stderr.write(`${line}\n`)
  process.exit(status)
}
