import type { Span } from '../source.js'
import type { Workload } from './system.js'

/**
 * Where a workload writes a setting of its server: the variable of that name (or one of `variables`), else its command
 * when that is written in the repository, else the workload itself.
 */
export function settingSpan(workload: Workload, name: string, variables: readonly string[] = []): Span {
  for (const one of [name, ...variables]) {
    const variable = workload.environment.get(one)
    if (variable) return variable.at
  }
  // MySQL takes either.
  const plain = (text: string) => text.replaceAll('-', '_')
  return workload.start && plain(workload.start.text).includes(plain(name)) ? workload.start.at : workload.at
}
