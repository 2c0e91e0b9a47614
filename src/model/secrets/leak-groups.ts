import type { Leak, System } from '../system.js'

/** Leaks of one name in one file. */
export interface LeakGroup {
  readonly name: string
  readonly path: string
  /** In the order they stand. */
  readonly leaks: readonly [Leak, ...Leak[]]
}

/** The leaks of a kind by name and file, in the order of the files: twenty tokens in one file are one thing to do. */
export function leakGroups(system: System, kind: Leak['kind']): readonly LeakGroup[] {
  const groups = new Map<string, LeakGroup>()
  for (const leak of system.leaks) {
    if (leak.kind !== kind) continue
    const key = `${leak.at.path}\n${leak.name}`
    const group = groups.get(key)
    const leaks = group ? ([...group.leaks, leak] as const) : ([leak] as const)
    groups.set(key, { name: leak.name, path: leak.at.path, leaks })
  }
  return [...groups.values()]
}
