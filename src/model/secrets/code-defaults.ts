import type { SecretFallback } from '../code/web/secret-fallbacks.js'
import type { Service, System, Workload } from '../system.js'

/** A value of a secret in the code, and the services that may come to use it. */
export interface CodeDefault extends SecretFallback {
  /** In the order of the system; never empty. */
  readonly services: readonly Service[]
}

/** The fallbacks of all services that some workload may take: whose variable is not sure to be set. Each place once. */
export function codeDefaults(system: System): readonly CodeDefault[] {
  const places = new Map<string, CodeDefault>()
  for (const service of system.services) {
    for (const fallback of service.secretFallbacks) {
      if (fallback.isRandom) continue
      const { workloads } = service
      if (workloads.length > 0 && workloads.every(workload => isSet(workload, fallback))) continue
      if (isGiven(service, fallback) || mayBeProduction(service, fallback)) continue
      const key = `${fallback.at.path}\n${fallback.at.start}\n${fallback.variable}`
      const known = places.get(key)
      places.set(key, { ...fallback, services: [...(known?.services ?? []), service] })
    }
  }
  return [...places.values()]
}

/** Whether the files of a platform give the variable a value, or have one made for it. */
function isGiven({ platform, workloads }: Service, { variable, alternatives }: SecretFallback): boolean {
  return workloads.length === 0 && [variable, ...alternatives].some(name => platform?.variables.has(name) === true)
}

/** Whether more than the deployment may tell the code that it runs in production, so that it refuses the fallback. */
function mayBeProduction({ variables }: Service, { stage }: SecretFallback): boolean {
  return stage !== undefined && (variables.open !== undefined || variables.given.has(stage.variable))
}

/** Whether a workload cannot start without a value for the variable, or has one. */
function isSet({ environment }: Workload, { variable, alternatives, whenEmpty }: SecretFallback): boolean {
  const set = [variable, ...alternatives].flatMap(name => environment.get(name) ?? [])
  return set.some(({ value, raw, uses, source }) => {
    if (value.known) return !whenEmpty || value.value !== ''
    if (source === 'host') return false
    // `${X}` alone is empty when nothing sets X; `${X:?}` stops the start.
    const [use] = uses
    const isAlone = uses.length === 1 && use !== undefined && raw?.trim().length === use.at.end - use.at.start
    return !whenEmpty || !isAlone || use.operator === ':?'
  })
}
