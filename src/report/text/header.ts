import type { Deployment } from '../../model/system.js'
import type { AuditResult } from '../../result.js'
import { plain } from '../plain.js'
import { wrap } from '../width.js'
import type { Paint } from './paint.js'
import { plural } from './words.js'

/** What was audited: the sets taken for production and why, the other sets, the scope. */
export function headerLines(result: AuditResult, paint: Paint, width: number): readonly string[] {
  const { workloads, images } = result.scope
  const scope = `${plural(workloads, 'workload')}, ${plural(images, 'image')}`
  const production = result.deployments.filter(({ purpose }) => purpose === 'production')
  const others = result.deployments.filter(({ purpose }) => purpose !== 'production')
  return [
    `${paint('bold', `${result.tool.name} ${result.tool.version}`)}${paint('dim', `  ${scope}`)}`,
    ...(result.deployments.length > 0 ? [''] : []),
    ...production.flatMap(deployment => deploymentLines('production ', deployment, paint, width)),
    ...others.flatMap(deployment => deploymentLines('not scored ', deployment, paint, width)),
  ]
}

function deploymentLines(label: string, deployment: Deployment, paint: Paint, width: number): readonly string[] {
  const indent = ' '.repeat(label.length + 2)
  const count = plural(deployment.workloads.length, 'workload')
  const onRequest = deployment.onRequest.length > 0 ? `, ${deployment.onRequest.length} more on request` : ''
  const name = wrap(`${plain(deployment.name)} (${deployment.platform}, ${count}${onRequest})`, width - indent.length)
  const reason = wrap(plain(deployment.because), width - indent.length)
  return [
    ...name.map((line, index) => (index === 0 ? `  ${paint('dim', label)}${line}` : indent + line)),
    ...reason.map(line => `${indent}${paint('dim', line)}`),
  ]
}
