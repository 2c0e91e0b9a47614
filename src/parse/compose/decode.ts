import type { MapNode, Node, ScalarNode } from '../node.js'
import { parseBytes, parseDuration } from '../units.js'
import { type Loading, reject } from './loading.js'
import { isUnknown, patterns, rewrite } from './nodes.js'

type Reading = 'boolean' | 'bytes' | 'count' | 'cpus' | 'duration' | 'mode' | 'text' | 'unsigned' | 'whole'

/**
 * Reads attributes whose form the schema leaves open (durations, sizes, booleans in quotes) as compose-go v2.16 does when it
 * fills its types. Booleans become booleans and published ports texts; everything else stays as it is written. What cannot be read is a problem.
 */
export function decodeProject(root: MapNode, loading: Loading): MapNode {
  return rewrite(root, READINGS, (reading, node) => decode(node, reading, loading), 'also-inside') as MapNode
}

const WORDS: Readonly<Record<Reading, string>> = {
  boolean: 'a boolean',
  bytes: 'a size such as 512m',
  count: 'a whole number or all',
  cpus: 'a number of CPUs',
  duration: 'a duration such as 1m30s',
  mode: 'a file mode in octal digits',
  text: 'a text',
  unsigned: 'a whole number from 0 on',
  whole: 'a whole number',
}

function decode(node: Node, reading: Reading, loading: Loading): Node {
  if (node.kind !== 'scalar' || node.text === null || isUnknown(node)) return node
  if (reading === 'boolean') return decodeBoolean(node, loading)
  if (!isReadable(node, node.text, reading)) wrong(node, reading, loading)
  return reading === 'text' ? { ...node, type: 'string' } : node
}

function wrong(node: ScalarNode, reading: Reading, loading: Loading): void {
  reject(loading, node.at, 'wrong-value', `${JSON.stringify(node.text)} is not ${WORDS[reading]}`)
}

function decodeBoolean(node: ScalarNode, loading: Loading): Node {
  if (node.type !== 'string') return node
  const word = (node.text ?? '').toLowerCase()
  const on = ['true', 'y', 'yes', 'on'].includes(word)
  if (on || ['false', 'n', 'no', 'off'].includes(word)) return { ...node, text: String(on), type: 'boolean' }
  wrong(node, 'boolean', loading)
  return node
}

function isReadable(node: ScalarNode, text: string, reading: Exclude<Reading, 'boolean'>): boolean {
  const numeric = node.type === 'number'
  switch (reading) {
    case 'bytes':
      return numeric || parseBytes(text) !== undefined
    case 'count':
      return /^[-+]?\d+$/.test(text) || (!numeric && text.toLowerCase() === 'all')
    case 'cpus':
      return numeric || /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(text)
    case 'duration':
      return parseDuration(text) !== undefined
    case 'mode':
      return numeric ? /^-?\d+$/.test(text) : /^[-+]?[0-7]+$/.test(text)
    case 'text':
      return !numeric || /^-?\d+$/.test(text)
    case 'unsigned':
      return numeric && !text.startsWith('-')
    case 'whole':
      return numeric || /^[-+]?\d+$/.test(text)
  }
}

const READINGS = patterns<Reading>([
  ...['services.*', 'jobs.*', 'services.*.pre_start.*'].flatMap(prefix => below(prefix, containerReadings())),
  ...['services.*', 'jobs.*'].flatMap(prefix => below(prefix, workloadReadings())),
  ...below('services.*', deployReadings()),
  ...below('services.*', [
    ['attach', 'boolean'],
    ['scale', 'whole'],
    ['post_start.*.privileged', 'boolean'],
    ['pre_stop.*.privileged', 'boolean'],
    ['pre_start.*.per_replica', 'boolean'],
  ]),
  ['jobs.*.triggers.manual', 'boolean'],
  ...['networks', 'volumes', 'secrets', 'configs'].map(kind => [`${kind}.*.external`, 'boolean'] as const),
])

function below(prefix: string, readings: readonly (readonly [string, Reading])[]): (readonly [string, Reading])[] {
  return readings.map(([path, reading]) => [`${prefix}.${path}`, reading] as const)
}

function containerReadings(): (readonly [string, Reading])[] {
  const rates = ['device_read_bps', 'device_read_iops', 'device_write_bps', 'device_write_iops']
  return [
    ...[
      'mem_limit',
      'mem_reservation',
      'memswap_limit',
      'mem_swappiness',
      'shm_size',
      'volumes.*.tmpfs.size',
      ...rates.map(key => `blkio_config.${key}.*.rate`),
    ].map(path => [path, 'bytes'] as const),
    ...['volumes.*.bind.create_host_path', 'env_file.*.required'].map(path => [path, 'boolean'] as const),
    ['blkio_config.weight', 'unsigned'],
    ['blkio_config.weight_device.*.weight', 'unsigned'],
    ['volumes.*.tmpfs.mode', 'unsigned'],
    ['configs.*.mode', 'mode'],
    ['secrets.*.mode', 'mode'],
    ['gpus.*.count', 'count'],
    ['group_add.*', 'text'],
    ['stop_grace_period', 'duration'],
  ]
}

function workloadReadings(): (readonly [string, Reading])[] {
  return [
    ...['interval', 'timeout', 'start_period', 'start_interval'].map(
      key => [`healthcheck.${key}`, 'duration'] as const,
    ),
    ['healthcheck.retries', 'unsigned'],
    ['ports.*.target', 'unsigned'],
    ['ports.*.published', 'text'],
    ['build.shm_size', 'bytes'],
    ['build.secrets.*.mode', 'mode'],
    ...['no_cache', 'pull', 'privileged'].map(key => [`build.${key}`, 'boolean'] as const),
  ]
}

function deployReadings(): (readonly [string, Reading])[] {
  const rollouts = ['deploy.update_config', 'deploy.rollback_config']
  return [
    ...rollouts.flatMap(path => [[`${path}.delay`, 'duration'] as const, [`${path}.monitor`, 'duration'] as const]),
    ...rollouts.map(path => [`${path}.parallelism`, 'unsigned'] as const),
    ['deploy.restart_policy.delay', 'duration'],
    ['deploy.restart_policy.window', 'duration'],
    ['deploy.restart_policy.max_attempts', 'unsigned'],
    ['deploy.placement.max_replicas_per_node', 'unsigned'],
    ['deploy.resources.*.cpus', 'cpus'],
    ['deploy.resources.*.memory', 'bytes'],
    ['deploy.resources.*.pids', 'whole'],
    ['deploy.resources.reservations.devices.*.count', 'count'],
    ['deploy.resources.reservations.generic_resources.*.discrete_resource_spec.value', 'whole'],
  ]
}
