import type { System } from '../system.js'
import type { SettingSecret } from './setting-secrets.js'
import { holdsLeak, secretPlaces } from './written-secrets.js'

const foundIn = new WeakMap<System, readonly SettingSecret[]>()

/**
 * The secrets in files of settings that no variable of a workload takes the place of, without provider tokens and what a
 * workload that is given the file is told about already.
 */
export function settingSecrets(system: System): readonly SettingSecret[] {
  const known = foundIn.get(system)
  if (known) return known
  if (system.settingSecrets.length === 0) return []
  const set = new Set(system.workloads.flatMap(({ environment }) => [...environment.keys()].map(plain)))
  const told = new Map(secretPlaces(system).map(({ at }) => [`${at.path}\n${at.start}`, at]))
  const found = system.settingSecrets.filter(
    ({ replacedBy, at }) =>
      !replacedBy.some(name => set.has(plain(name))) && !told.has(`${at.path}\n${at.start}`) && !holdsLeak(system, at),
  )
  foundIn.set(system, found)
  return found
}

/** Names of variables as Windows and .NET compare them. */
function plain(name: string): string {
  return name.toUpperCase()
}
