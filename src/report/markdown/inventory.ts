import type { Inventory, InventoryItem } from '../../inventory.js'
import { plural } from '../text/words.js'
import { code, table, text } from './text.js'

const CHECKS: Readonly<Record<InventoryItem['check'], string>> = {
  checked: 'yes',
  disabled: 'switched off',
  none: 'none',
  unknown: 'not known',
}

/** What runs in production, with its limits, and the sums. */
export function inventoryTable({ items }: Inventory): string {
  const several = new Set(items.map(({ deployment }) => deployment)).size > 1
  const rows = items.map(item => [
    code(item.name),
    ...(several ? [text(item.deployment)] : []),
    item.role,
    item.runs === undefined ? '' : text(item.runs),
    item.replicas === null ? 'not known' : String(item.replicas),
    amount(item.memoryLimit, bytes),
    amount(item.cpuLimit, String),
    item.ports.join(', '),
    CHECKS[item.check],
  ])
  const header = [
    'Workload',
    ...(several ? ['Deployment'] : []),
    'Role',
    'Runs',
    'Replicas',
    'Memory limit',
    'CPU limit',
    'Open ports',
    'Health check',
  ]
  return table(header, several ? 'llllrrrll' : 'lllrrrll', rows)
}

function amount(limit: number | null | undefined, shown: (value: number) => string): string {
  if (limit === undefined) return 'none'
  return limit === null ? 'not known' : shown(limit)
}

/** "13 workloads in 17 replicas. Memory limits add up to 12.5 GiB; 4 workloads have none." */
export function totals({ items }: Inventory): string {
  const replicas = items.reduce((sum, { replicas }) => sum + (replicas ?? 1), 0)
  const limited = items.filter(({ memoryLimit }) => typeof memoryLimit === 'number')
  const memory = limited.reduce((sum, { memoryLimit, replicas }) => sum + (memoryLimit ?? 0) * (replicas ?? 1), 0)
  const processors = items.reduce((sum, { cpuLimit, replicas }) => sum + (cpuLimit ?? 0) * (replicas ?? 1), 0)
  const without = items.filter(({ memoryLimit }) => memoryLimit === undefined).length
  const unknown = items.some(({ replicas }) => replicas === null) ? ' (those whose number is not known count once)' : ''
  const parts = [
    `${plural(items.length, 'workload')} in ${plural(replicas, 'replica')}${unknown}`,
    ...(limited.length > 0 ? [`memory limits add up to ${bytes(memory)}`] : []),
    ...(processors > 0 ? [`CPU limits to ${Number(processors.toFixed(2))}`] : []),
    ...(without > 0 ? [`${plural(without, 'workload')} without a memory limit`] : []),
  ]
  return `${parts.join('; ')}.`
}

/** In the largest binary unit that leaves at least 1. */
function bytes(value: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB']
  let unit = 0
  let rest = value
  while (rest >= 1024 && unit < units.length - 1) {
    rest /= 1024
    unit++
  }
  return `${Number(rest.toFixed(1))} ${units[unit]}`
}

/** The order of start, in phases. */
export function sequence({ items, phases }: Inventory): string {
  const names = new Map(items.map(({ id, name }) => [id, name]))
  return phases
    .map((phase, index) => `${index + 1}. ${phase.map(id => code(names.get(id) ?? id)).join(', ')}`)
    .join('\n')
}
