/** Where a process runs, as far as others can be seen from it: a machine by its name, and a container on it. */
import { readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

export interface Place {
  readonly host: string
  /** The number space that process numbers are of (pid_namespaces(7)); empty where a system has but one. */
  readonly space: string
}

export function ownPlace(): Place {
  return { host: hostname(), space: ownSpace() }
}

function ownSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return ''
  }
}
