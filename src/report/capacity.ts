import { processorOf, responseOf } from '../capacity/assumptions.js'
import type { Assumptions, Band, Bound, Capacity, DatabaseCapacity, Needs, ProgramCapacity } from '../capacity.js'
import { plus, type Range } from '../model/code/pool.js'
import { listOf } from '../words.js'
import { plural } from './text/words.js'

/** A line of the capacity: what it is about, and what is said of it, without a full stop. */
export interface CapacityLine {
  readonly name: string
  readonly text: string
}

/** What every report says beside the word "capacity". */
export const CAPACITY_CAVEAT = 'from the files alone: no load test, not scored'

/** What is said of one deployment: hard limits, the first `most` of the programs one by one, then users. */
export function capacityLinesOf(capacity: Capacity, most: number): readonly CapacityLine[] {
  const target = targetText(capacity)
  return [
    ...limitLines(capacity, most),
    { name: 'Estimate', text: estimateText(capacity) },
    ...(target === undefined ? [] : [{ name: `Target ${count(capacity.target?.users ?? 0)}`, text: target }]),
  ]
}

/** What all estimates take for granted, as sentences; undefined where there is none. */
export function assumedText(capacities: readonly Capacity[]): string | undefined {
  const [first] = capacities.filter(({ estimate, least }) => estimate ?? least)
  return (
    first &&
    `Assumed: ${assumptionText(first.assumptions, capacities)}. Set \`capacity\` in erp-audit.yml to what you measured.`
  )
}

const RUNTIMES = { python: 'Python', node: 'Node.js', go: 'Go' } as const

/** The hard limits, the first `most` of the programs one by one: facts of the files. */
function limitLines({ programs, databases }: Capacity, most: number): readonly CapacityLine[] {
  const rest = programs.slice(most)
  return [
    ...programs.slice(0, most).map(program => ({ name: program.name, text: programText(program) })),
    ...(rest.length > 0 ? [{ name: `${rest.length} more`, text: 'programs that answer requests' }] : []),
    ...databases.map(database => ({ name: database.name, text: databaseText(database, most) })),
  ]
}

function programText({ runtime, processes, perProcess, perProcessBy, requests, processors }: ProgramCapacity): string {
  const noun = isOne(processes) ? 'process' : 'processes'
  const on =
    processors.high < processes.high
      ? ` on ${rangeText(processors)} ${isOne(processors) ? 'processor' : 'processors'}`
      : ''
  const running = `${rangeText(processes)} ${noun} of ${RUNTIMES[runtime]}${on}`
  if (perProcess.high === Number.POSITIVE_INFINITY) return `${running}, no limit to the requests at a time`
  const each = isOne(processes) ? '' : `, ${rangeText(perProcess)} in each`
  const number = `${rangeText(requests)} ${isOne(requests) ? 'request' : 'requests'} at a time`
  return `${running}, ${number}${PLACES[perProcessBy]}${each}`
}

const PLACES: Readonly<Record<ProgramCapacity['perProcessBy'], string>> = {
  server: '',
  'thread-pool': ' in threads',
  'held-up': ', as its handlers hold up the event loop',
  'event-loop': '',
}

function databaseText({ connections, clients }: DatabaseCapacity, most: number): string {
  const given = connections.known
    ? `${count(connections.value)} connections for clients`
    : `connections: ${connections.because}`
  const sum = clients.map(({ opened }) => opened).reduce(plus)
  if (clients.length === 1) return `${given}; ${clients[0]?.name} may open ${openedText(sum)}`
  const shown = clients.slice(0, most).map(({ name, opened }) => `${name} ${openedText(opened)}`)
  const more = clients.length > most ? [`${clients.length - most} more`] : []
  return `${given}; pools may open ${openedText(sum)}: ${[...shown, ...more].join(', ')}`
}

function openedText(opened: Range): string {
  return opened.because === undefined ? rangeText(opened) : `${count(opened.low)} or more`
}

/** `1`, `3 to 20`, `1 or more`. */
function rangeText({ low, high }: Range): string {
  if (low === high) return count(low)
  return high === Number.POSITIVE_INFINITY ? `${count(low)} or more` : `${count(low)} to ${count(high)}`
}

function isOne({ low, high }: Range): boolean {
  return low === 1 && high === 1
}

function count(number: number): string {
  return number.toLocaleString('en-US')
}

/** `48 to 80`: two significant digits, for the numbers that it comes from are not better known. */
function bandText({ from, to }: Band): string {
  return `${rounded(from)} to ${rounded(to)}`
}

function rounded(number: number): string {
  return number === 0 ? '0' : Number(number.toPrecision(2)).toLocaleString('en-US')
}

/** How many users, and what ends first; without a full stop. */
function estimateText({ estimate, least, because = 'a number is not known', unread, databases }: Capacity): string {
  const without = unread.length === 0 ? '' : `; without ${namesText(unread)}, whose code is not read`
  if (!estimate) return `${least ? `at least ${bandText(least.users)} active users` : 'none'}; ${because}${without}`
  const { scaled, provided } = estimate
  const more = scaled ? `, ${bandText(scaled.users)} with as many replicas as may be started` : ''
  const pools = provided.map(
    ({ program, database, connections }) => `${program} may open ${plural(connections, 'connection')} to ${database}`,
  )
  const condition = pools.length === 0 ? '' : `, if ${listOf(pools)}`
  return `${bandText(estimate.users)} active users${more}${condition}; ${boundText(estimate.bound)} ends first${refusals(databases)}${without}`
}

/** Where pools may open more than a server takes, requests fail before anything ends. */
function refusals(databases: readonly DatabaseCapacity[]): string {
  const full = databases.filter(
    ({ connections, clients }) =>
      connections.known && clients.map(({ opened }) => opened).reduce(plus).low > connections.value,
  )
  return full.length === 0 ? '' : `, if ${namesText(full.map(({ name }) => name))} does not refuse connections before`
}

function boundText({ kind, program, database }: Bound): string {
  if (kind === 'processor') return `the processor time of ${program}`
  return kind === 'requests' ? `room for requests in ${program}` : `the connections of ${program} to ${database}`
}

function namesText(names: readonly string[]): string {
  return names.length <= MOST_NAMES
    ? listOf(names)
    : `${names.slice(0, MOST_NAMES).join(', ')} and ${names.length - MOST_NAMES} more`
}

const MOST_NAMES = 5

function assumptionText(assumptions: Assumptions, capacities: readonly Capacity[]): string {
  const programs = capacities.flatMap(capacity => capacity.programs)
  const runtimes = [...new Set(programs.map(({ runtime }) => runtime))].sort()
  const times = runtimes.map(
    runtime =>
      `${seconds(processorOf(runtime, assumptions))} of a processor${runtimes.length > 1 ? ` in ${RUNTIMES[runtime]}` : ''}`,
  )
  const answers = [...new Set(runtimes.map(runtime => seconds(responseOf(runtime, assumptions))))]
  const isFree = programs.some(
    ({ runtime, processors, processes }) => runtime !== 'go' && processors.high >= processes.high,
  )
  const { queriesPerRequest, queryLatencySec, thinkTimeSec } = assumptions
  return [
    `a user waits ${seconds(thinkTimeSec)} between an answer and the next request`,
    `a request takes ${listOf(times)}, ${count(queriesPerRequest)} queries of ${seconds(queryLatencySec)}, and ${answers.join(' or ')} in all`,
    ...(isFree ? ['each process has a processor for itself'] : []),
  ].join('; ')
}

function seconds(time: number): string {
  return time < 1 ? `${Number((time * 1000).toPrecision(3))} ms` : `${Number(time.toPrecision(3))} s`
}

/** How the estimate stands to the users that there are to be, without a full stop; undefined where nobody says how many. */
function targetText({ target }: Capacity): string | undefined {
  if (!target) return undefined
  const { times, needs } = target
  if (times.to <= 1) return 'reached, by the estimate'
  const gap =
    times.from <= 1
      ? 'at the upper end of the estimate'
      : `${times.from.toFixed(1)} to ${times.to.toFixed(1)} times the estimate`
  return needs.length === 0 ? gap : `${gap}: ${needs.map(needsText).join('; ')}`
}

function needsText({ program, processes, processors, users, pools }: Needs): string {
  const on = processors === undefined ? '' : ` on ${plural(processors, 'processor')}`
  const none = pools.filter(({ connections }) => connections === 0)
  const each = pools
    .filter(({ connections }) => connections > 0)
    .map(({ database, connections }) => `, each with at most ${plural(connections, 'connection')} to ${database}`)
  const pooler = none.map(({ database }) => `, which are more than ${database} has connections: they need a pooler`)
  return `${plural(processes, 'process', 'processes')} of ${program}${on} come to ${bandText(users)}${each.join('')}${pooler.join('')}`
}
