/** Who calls with which key: asked of the database once in a while and remembered in between, so that a busy program costs it little. */
import { hash } from 'node:crypto'
import type { ApiCaller } from './admission.ts'

export type FindCaller = (key: string) => Promise<ApiCaller | null>

/** A key that is revoked is refused at the latest after this long. */
const rememberedMs = 5_000
/** More keys than any hub has; beyond it somebody is guessing, and everything is forgotten. */
const mostRemembered = 10_000

export function rememberCallers(find: FindCaller, now: () => Date): FindCaller {
  const remembered = new Map<string, { readonly until: number; readonly caller: Promise<ApiCaller | null> }>()
  return (key) => {
    const at = now().getTime()
    // The key itself is kept nowhere, not even here.
    const name = hash('sha256', key, 'base64')
    const known = remembered.get(name)
    if (known !== undefined && known.until > at) return known.caller
    if (remembered.size >= mostRemembered) remembered.clear()
    const caller = find(key)
    remembered.set(name, { until: at + rememberedMs, caller })
    caller.catch(() => remembered.delete(name))
    return caller
  }
}
