import type { EnvironmentVariable, System, Workload } from './system.js'

/** How many services take all their environment from each env file or ConfigMap. */
export type Takers = ReadonlyMap<string, number>

/** Counts the services of each env file, ConfigMap and Secret that is taken whole. */
export function takersOfWhole(system: System): Takers {
  const takers = new Map<string, number>()
  for (const { deployment, environmentFiles = [] } of system.workloads) {
    const names = new Set(environmentFiles.map(file => keyOf(file.path, deployment)))
    for (const name of names) takers.set(name, (takers.get(name) ?? 0) + 1)
  }
  return takers
}

/** A ConfigMap is one of its deployment. */
function keyOf(path: string, deployment: string): string {
  return path.startsWith('the ') ? `${deployment}\n${path}` : path
}

/** Whether a variable is meant for this service: written in its section, or in a file that no other one takes it from. */
export function isMeantFor({ source, keyAt, name }: EnvironmentVariable, workload: Workload, takers: Takers): boolean {
  if (source === 'image') return false
  if (source === 'inline' || source === 'host') return true
  const file = workload.environmentFiles?.find(({ path, names }) => {
    const at = names.get(name)
    return at ? at.path === keyAt.path && at.start === keyAt.start : path === keyAt.path
  })
  return !file || (takers.get(keyOf(file.path, workload.deployment)) ?? 0) <= 1
}
