import { treeOf } from '../../src/examples.js'
import { buildSystem, type ModelOptions } from '../../src/model/build.js'
import type { PathRewrite } from '../../src/model/path-rewrite.js'
import type { Deployment, System, Workload } from '../../src/model/system.js'

/** The files of a repository: path to text. */
export type Files = Readonly<Record<string, string>>

/** The system that a repository of these files declares. */
export function systemOf(files: Files, deployments: ModelOptions['deployments'] = []): System {
  return buildSystem(treeOf(new Map(Object.entries(files))), { deployments })
}

/** The system of one `compose.yaml` with these services, and of what lies beside it. */
export function systemOfServices(services: string, files: Files = {}): System {
  const indented = services.replace(/^(?=.)/gm, '  ')
  return systemOf({ 'compose.yaml': `services:\n${indented}\n`, ...files })
}

/** The production workload of a name. */
export function workload(system: System, name: string): Workload {
  const found = system.workloads.find(one => one.name === name)
  if (!found) throw new Error(`no workload ${name} among ${system.workloads.map(one => one.name).join(', ')}`)
  return found
}

/** The only workload of a service that is written down to its indented settings. */
export function service(settings: string, files: Files = {}): Workload {
  return workload(systemOfServices(`app:\n${settings.replace(/^(?=.)/gm, '  ')}`, files), 'app')
}

/** What becomes of a path, behind a blank: ` without /api`; nothing where it stays as it is. */
export function rewriteText(rewrite: PathRewrite): string {
  switch (rewrite.kind) {
    case 'identity':
      return ''
    case 'strip-prefix':
      return ` without ${rewrite.prefix}`
    case 'replace-prefix':
      return ` with ${rewrite.by} for ${rewrite.prefix || 'nothing'}`
    case 'replace-path':
      return ` as ${rewrite.by}`
    case 'unknown':
      return ' as ?'
  }
}

/** Each deployment as one line: purpose, files, reason. */
export function deploymentLines(system: System): readonly string[] {
  return system.deployments.map(lineOf)
}

function lineOf({ purpose, name, because }: Deployment): string {
  return `${purpose}: ${name}: ${because}`
}
