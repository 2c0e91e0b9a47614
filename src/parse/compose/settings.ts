import type { Span } from '../../source.js'
import { descend, type Node } from '../node.js'
import { parseBytes } from '../units.js'
import { type Loading, reject } from './loading.js'
import { isUnknown, knownText } from './nodes.js'
import type { ComposeService } from './project.js'

/** Checks that the settings of one service do not contradict each other (compose-go v2.16, loader/validate.go). */
export function checkSettings(service: ComposeService, loading: Loading): void {
  checkNetworkMode(service, loading)
  checkHealthcheck(service, loading)
  checkScale(service, loading)
  checkLimits(service, loading)
  checkWatch(service, loading)
  checkMounts(service, loading)
}

function checkNetworkMode({ name, node }: ComposeService, loading: Loading): void {
  const mode = node.entries.get('network_mode')
  const networks = node.entries.get('networks')?.node
  if (!mode || knownText(mode.node) === '' || networks?.kind !== 'map' || networks.entries.size === 0) return
  reject(loading, mode.keyAt, 'settings-conflict', `services.${name} has both network_mode and networks`)
}

function checkHealthcheck({ name, node }: ComposeService, loading: Loading): void {
  const test = descend(node, 'healthcheck', 'test')
  const first = test?.kind === 'list' ? test.items[0] : undefined
  if (!first || isUnknown(first) || ['CMD', 'CMD-SHELL', 'NONE'].includes(knownText(first) ?? '')) return
  reject(loading, first.at, 'wrong-value', `services.${name}.healthcheck.test must begin with CMD, CMD-SHELL or NONE`)
}

/** A number that is set and known. */
function numberAt(node: Node | undefined): number | undefined {
  const text = knownText(node)
  return text === undefined || text === '' || Number.isNaN(Number(text)) ? undefined : Number(text)
}

function checkScale({ name, node }: ComposeService, loading: Loading): void {
  const scaleNode = node.entries.get('scale')?.node
  const replicasNode = descend(node, 'deploy', 'replicas')
  const scale = numberAt(scaleNode)
  const replicas = numberAt(replicasNode)
  const wrong = (at: Span, code: string, message: string) => reject(loading, at, code, `services.${name}${message}`)
  if (scaleNode && scale !== undefined && replicas !== undefined && scale !== replicas) {
    wrong(scaleNode.at, 'settings-conflict', ' has different values for scale and deploy.replicas')
  }
  if (scaleNode && scale !== undefined && scale < 0) wrong(scaleNode.at, 'wrong-value', '.scale must be at least 0')
  if (replicasNode && replicas !== undefined && replicas < 0) {
    wrong(replicasNode.at, 'wrong-value', '.deploy.replicas must be at least 0')
  }
  const container = node.entries.get('container_name')
  const count = scaleNode ? scale : replicas
  if (container && knownText(container.node) !== '' && count !== undefined && count > 1) {
    wrong(container.keyAt, 'settings-conflict', ` has a container_name, which must be unique, and ${count} replicas`)
  }
}

const LIMITS = [
  ['cpus', 'limits', 'cpus', (text: string) => Math.fround(Number(text))],
  ['mem_limit', 'limits', 'memory', parseBytes],
  ['mem_reservation', 'reservations', 'memory', parseBytes],
  ['pids_limit', 'limits', 'pids', (text: string) => Number(text)],
] as const

/** A setting that is 0 counts as not set; one that is not set under `deploy.resources.limits` counts as 0 there. */
function checkLimits({ name, node }: ComposeService, loading: Loading): void {
  for (const [key, group, attribute, read] of LIMITS) {
    const own = node.entries.get(key)?.node
    const resources = descend(node, 'deploy', 'resources', group)
    const deployed = descend(resources, attribute)
    if (!own || resources?.kind !== 'map' || isUnknown(own) || isUnknown(deployed)) continue
    const a = read(knownText(own) ?? '0')
    const b = read(knownText(deployed) ?? '0')
    if (a === undefined || b === undefined || Number.isNaN(a) || Number.isNaN(b) || a === 0 || a === b) continue
    const message = `services.${name} has different values for ${key} and deploy.resources.${group}.${attribute}`
    reject(loading, own.at, 'settings-conflict', message)
  }
}

function checkWatch({ name, node }: ComposeService, loading: Loading): void {
  const watch = descend(node, 'develop', 'watch')
  for (const item of watch?.kind === 'list' ? watch.items : []) {
    const action = knownText(descend(item, 'action'))
    const target = descend(item, 'target')
    if (action === undefined || action === 'rebuild' || action === 'restart') continue
    if (target && knownText(target) !== '') continue
    reject(loading, item.at, 'missing-key', `services.${name}.develop.watch must have a target for ${action}`)
  }
}

function checkMounts({ name, node }: ComposeService, loading: Loading): void {
  const taken = new Set<string>()
  const mount = (target: string | undefined, at: Span) => {
    if (target === undefined) return
    if (taken.has(target))
      reject(loading, at, 'duplicate-mount', `services.${name} mounts ${JSON.stringify(target)} twice`)
    taken.add(target)
  }
  const tmpfs = node.entries.get('tmpfs')?.node
  for (const item of tmpfs?.kind === 'list' ? tmpfs.items : []) mount(knownText(item)?.split(':', 1)[0], item.at)
  const volumes = node.entries.get('volumes')?.node
  for (const item of volumes?.kind === 'list' ? volumes.items : []) {
    const target = descend(item, 'target')
    if (item.kind === 'map' && !isUnknown(target)) mount(knownText(target) ?? '', item.at)
  }
}
