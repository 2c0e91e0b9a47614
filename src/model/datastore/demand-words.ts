import { listOf } from '../../words.js'
import type { Pool, Range } from '../code/pool.js'
import type { Demand, DemandTerm, ServerDemand } from './connection-demand.js'

/** `1,600`, `at least 40`. */
export function countText({ low, high }: Range): string {
  const text = low.toLocaleString('en-US')
  return low === high ? text : `at least ${text}`
}

/** The sum term by term, the largest first: `api 8 processes × (100 + 100) = 1,600`. */
export function sumText({ terms }: Demand): string {
  const sorted = [...terms].sort((one, other) => other.total.low - one.total.low)
  const shown = sorted.slice(0, MOST_TERMS).map(termText)
  const rest = sorted.slice(MOST_TERMS)
  if (rest.length === 0) return shown.join('; ')
  const sum = rest.reduce((total, term) => total + term.total.low, 0)
  return `${shown.join('; ')}; ${rest.length} more ${sum.toLocaleString('en-US')}`
}

const MOST_TERMS = 6

/** One product: replicas and processes are left out where there is one. */
export function termText(term: DemandTerm): string {
  const { owner, pools, pooler, replicas, processes, perProcess, total } = term
  const factors = [
    ...(isOne(replicas) ? [] : [`${number(replicas)} replicas`]),
    ...(isOne(processes) ? [] : [`${number(processes)} ${pooler ? 'pairs of user and database' : 'processes'}`]),
    perProcessText(pools, perProcess, pooler !== undefined),
  ]
  const product = factors.length > 1 || pools.length > 1 || hasOverflow(pools)
  return `${owner.name} ${factors.join(' × ')}${product ? ` = ${number(total)}` : ''}`
}

function perProcessText(pools: readonly Pool[], perProcess: Range, isPooler: boolean): string {
  const [only, ...more] = pools
  if (isPooler || !only) return number(perProcess)
  if (more.length > 0) return `(${pools.map(one => poolText(one)).join(' + ')})`
  return hasOverflow(pools) ? `(${poolText(only)})` : poolText(only)
}

function poolText({ size, overflow }: Pool): string {
  return overflow.high === 0 ? number(size) : `${number(size)} + ${number(overflow)}`
}

function hasOverflow(pools: readonly Pool[]): boolean {
  return pools.some(one => one.overflow.high > 0)
}

function isOne({ low, high }: Range): boolean {
  return low === 1 && high === 1
}

function number({ low, high }: Range): string {
  return low === high ? low.toLocaleString('en-US') : `≥ ${low.toLocaleString('en-US')}`
}

/** What a server gives, what is asked of it, and which variable does not change that. */
export function serverText(demand: ServerDemand, hard: number): string {
  const { server, total } = demand
  const { subject, ignored, reserved, maximum, isDefault } = server
  const kept = reserved > 0 && maximum.known ? ` (${maximum.value} − ${reserved} for administrators)` : ''
  const source = isDefault ? ', the default' : ''
  const names = ignored.map(({ name, value }) => (value.known ? `${name}=${value.value}` : name))
  const vain = names.length > 0 ? `; ${listOf(names)} does not count, because the image does not read it` : ''
  return `${subject.name} gives clients ${hard} connections${kept}${source}${vain}. They may open ${countText(total)}: ${sumText(demand)}`
}

/** What to type: a size for each process (`share`), a larger server where that is sensible, or a pooler. */
export function serverFix(
  { server, total, plan }: ServerDemand,
  share: number | undefined,
  pool: Pool | undefined,
): string {
  const { engine } = server
  const pooler = engine === 'postgres' ? 'PgBouncer with pool_mode=transaction' : 'ProxySQL'
  const bounced = `put ${pooler} between the services and the server, and point their connection strings at it`
  if (share !== undefined && share < 1)
    return `There are more processes than connections, so no pool size fits: ${bounced}.`
  const example = pool && share !== undefined ? `: ${pool.library.name}, ${pool.library.example(share)}` : ''
  const smaller =
    share === undefined
      ? 'Give each process fewer connections'
      : `Give each process at most ${share} connection${share === 1 ? '' : 's'} (${plan.known ? plan.value : ''} to plan with ÷ all processes${example})`
  const more = Math.ceil((total.low + 10 + server.reserved) / 50) * 50
  const larger = more <= MOST_SENSIBLE ? `, or let the server take more (\`${server.example(more)}\`)` : ''
  return `${smaller}${larger}, or ${bounced}.`
}

/** Each connection is a process of PostgreSQL with memory of its own: beyond that a pooler is the better way. */
const MOST_SENSIBLE = 400
