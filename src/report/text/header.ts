import type { Deployment } from '../../model/system.js'
import type { AuditResult } from '../../result.js'
import { plain } from '../plain.js'
import { wrap } from '../width.js'
import type { Paint } from './paint.js'
import { plural } from './words.js'

/** What was audited: the sets taken for production and why, the other sets, the scope. */
export function headerLines(result: AuditResult, paint: Paint, width: number, verbose: boolean): readonly string[] {
  const { workloads, images, services } = result.scope
  const scope =
    workloads + images === 0 && services > 0
      ? `${plural(services, 'service')} of a platform`
      : `${plural(workloads, 'workload')}, ${plural(images, 'image')}`
  const production = result.deployments.filter(({ purpose }) => purpose === 'production')
  const others = result.deployments.filter(({ purpose }) => purpose !== 'production')
  return [
    `${paint('bold', `${result.tool.name} ${result.tool.version}`)}${paint('dim', `  ${scope}`)}`,
    ...(result.deployments.length > 0 ? [''] : []),
    ...setLines('production ', production, { paint, width, verbose }),
    ...setLines('not scored ', others, { paint, width, verbose }),
  ]
}

/** Sets that are named for one reason, unless everything is asked for: a repository of examples has dozens. */
const MOST_SETS = 5

interface HeaderOptions {
  readonly paint: Paint
  readonly width: number
  readonly verbose: boolean
}

/** The sets of one purpose, those with the same reason together, and the reason once. */
function setLines(label: string, deployments: readonly Deployment[], options: HeaderOptions): readonly string[] {
  const { paint, width, verbose } = options
  const indent = ' '.repeat(label.length + 2)
  const byReason = new Map<string, Deployment[]>()
  for (const one of deployments) byReason.set(one.because, [...(byReason.get(one.because) ?? []), one])
  return [...byReason].flatMap(([because, sets]) => {
    const shown = verbose ? sets : sets.slice(0, MOST_SETS)
    const hidden = sets.length - shown.length
    const names = shown.flatMap(set => wrap(nameOf(set), width - indent.length))
    const reason = wrap(plain(because), width - indent.length)
    return [
      ...names.map((line, index) => (index === 0 ? `  ${paint('dim', label)}${line}` : indent + line)),
      ...(hidden > 0 ? [`${indent}${paint('dim', `and ${hidden} more (--verbose lists all)`)}`] : []),
      ...reason.map(line => `${indent}${paint('dim', line)}`),
    ]
  })
}

function nameOf({ name, platform, workloads, onRequest }: Deployment): string {
  const more = onRequest.length > 0 ? `, ${onRequest.length} more on request` : ''
  return `${plain(name)} (${platform}, ${plural(workloads.length, 'workload')}${more})`
}
