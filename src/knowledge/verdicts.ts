import type { SettingName } from './facts.js'
import type { Authentication, Replication } from './judgement.js'

/** Short forms for the functions of a `Distribution`. The texts are clauses without capital and full stop. */

function decidedBy(by: SettingName | undefined): { by?: SettingName } {
  return by ? { by } : {}
}

/** Nobody is asked for a password. */
export function open(because: string, fix: string, by?: SettingName): Authentication {
  return { state: 'off', because, fix, ...decidedBy(by) }
}

/** Clients must identify themselves; `by` carries the password. */
export function guarded(because: string, by?: SettingName): Authentication {
  return { state: 'on', because, fix: '', ...decidedBy(by) }
}

/** The repository does not tell whether a password is asked for. */
export function undecided(because: string, fix: string, by?: SettingName): Authentication {
  return { state: 'unknown', because, fix, ...decidedBy(by) }
}

/** A mounted file may say anything. */
export const FILE_DECIDES = 'a mounted configuration file decides'

/** Nothing asks for a second node. */
export function alone(because: string, by?: SettingName): Replication {
  return { state: 'alone', because, peers: [], ...decidedBy(by) }
}

/** Part of a group. */
export function wired(
  role: NonNullable<Replication['role']>,
  because: string,
  peers: readonly string[],
  by?: SettingName,
  group?: string,
): Replication {
  return { state: 'wired', role, because, peers, ...decidedBy(by), ...(group ? { group } : {}) }
}

/** Looks replicated and is not. */
export function claimed(because: string, fix: string, by?: SettingName, role?: Replication['role']): Replication {
  return { state: 'claimed', because, fix, peers: [], ...decidedBy(by), ...(role ? { role } : {}) }
}

/** The repository does not tell. */
export function unclear(
  because: string,
  by?: SettingName,
  role?: Replication['role'],
  peers: readonly string[] = [],
): Replication {
  return { state: 'unknown', because, peers, ...decidedBy(by), ...(role ? { role } : {}) }
}

/** Host names of a comma- or space-separated list of `host`, `host:port`, `scheme://host:port` or `id@host:port`. */
export function hostsIn(list: string): readonly string[] {
  return list
    .split(/[\s,;]+/)
    .slice(0, 200)
    .map(hostOf)
    .filter(host => host !== '')
}

function hostOf(entry: string): string {
  const address = entry.replace(/^[a-z][a-z0-9+.-]{0,20}:\/\//i, '').replace(/^.*@/, '')
  const bracketed = /^\[([^\]]*)\]/.exec(address)
  if (bracketed) return (bracketed[1] ?? '').toLowerCase()
  return (address.split(/[:/]/)[0] ?? '').toLowerCase()
}
