import type { Capacity } from '../../capacity.js'
import { assumedText, CAPACITY_CAVEAT, capacityLinesOf } from '../capacity.js'
import { plain } from '../plain.js'
import { pad, wrap } from '../width.js'
import type { Paint } from './paint.js'
import { plural } from './words.js'

/** Programs and deployments that are listed one by one where nobody asks for all. */
const MOST_PROGRAMS = 6
const MOST_DEPLOYMENTS = 3

/** "Capacity", by deployment: hard limits, users, how that stands to a target; and what is assumed. */
export function capacityLines(
  capacities: readonly Capacity[],
  paint: Paint,
  width: number,
  verbose: boolean,
): readonly string[] {
  const shown = verbose ? capacities : capacities.slice(0, MOST_DEPLOYMENTS)
  const more = capacities.length - shown.length
  const assumed = assumedText(shown)?.replaceAll('`', '"')
  return [
    `${paint('bold', 'Capacity')}${paint('dim', `, ${CAPACITY_CAVEAT}`)}`,
    ...shown.flatMap(capacity => [
      '',
      ...(capacities.length > 1 ? [`  ${paint('dim', plain(capacity.deployment.name))}`] : []),
      ...linesOf(capacity, width, verbose),
    ]),
    ...(more > 0 ? ['', `  ${paint('dim', `${plural(more, 'more deployment')}: --verbose shows them`)}`] : []),
    ...(assumed === undefined ? [] : ['', ...wrap(assumed, width - 2).map(line => `  ${paint('dim', line)}`)]),
  ]
}

function linesOf(capacity: Capacity, width: number, verbose: boolean): readonly string[] {
  const lines = capacityLinesOf(capacity, verbose ? Number.POSITIVE_INFINITY : MOST_PROGRAMS)
  const longest = Math.min(24, Math.max(...lines.map(({ name }) => plain(name).length)))
  return lines.flatMap(({ name, text }) => {
    const [first = '', ...rest] = wrap(plain(text), Math.max(20, width - longest - 4))
    return [`  ${pad(plain(name), longest)}  ${first}`, ...rest.map(line => `  ${' '.repeat(longest)}  ${line}`)]
  })
}
