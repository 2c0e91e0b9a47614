import type { HardcodedSecret } from '../code/web/hardcoded-secrets.js'
import type { Service, System } from '../system.js'

/** A secret in the code, and the services that use it. */
export interface CodeSecret extends HardcodedSecret {
  /** In the order of the system; never empty. */
  readonly services: readonly Service[]
}

/** The secrets in the code of all services, each place once. */
export function codeSecrets(system: System): readonly CodeSecret[] {
  const places = new Map<string, CodeSecret>()
  for (const service of system.services) {
    for (const one of service.hardcodedSecrets) {
      const key = `${one.at.path}\n${one.at.start}`
      const known = places.get(key)
      places.set(key, { ...one, services: [...(known?.services ?? []), service] })
    }
  }
  return [...places.values()]
}
