/** Where templates live: `room/page.njk` is in services/room/templates or channels/room/templates, `nhsuk/...` in nhsuk-frontend. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ILoader, LoaderSource } from 'nunjucks'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The distributed files of nhsuk-frontend: templates, stylesheet, script and images. */
export const nhsukFolder = resolve(
  createRequire(import.meta.url).resolve('nhsuk-frontend/package.json'),
  '../dist/nhsuk',
)

/** Throws where there is no such template, naming where it was looked for. */
export const templateLoader: ILoader = {
  getSource(name): LoaderSource {
    const path = candidates(name).find((candidate) => existsSync(candidate))
    if (path === undefined) {
      throw new Error(`No template ${name}: looked for ${candidates(name).join(' and ')}`)
    }
    return { src: readFileSync(path, 'utf8'), path, noCache: false }
  },
}

function candidates(name: string): readonly string[] {
  const [room = '', ...rest] = name.split('/')
  if (room === 'nhsuk') return [within(nhsukFolder, rest)]
  return ['services', 'channels'].map((house) => within(join(root, house, room, 'templates'), rest))
}

function within(folder: string, parts: readonly string[]): string {
  const path = join(folder, ...parts)
  if (!path.startsWith(folder + sep)) throw new Error(`Template outside its folder: ${parts.join('/')}`)
  return path
}
