import { spawnSync } from 'node:child_process'

/** One whole process: how long it took, in milliseconds, and the most memory it held, in MiB. */
export interface Run {
  readonly wall: number
  readonly peak: number
}

/** Prints the process's own peak memory as the last line of standard error, in KiB. */
const REPORT_PEAK = `data:text/javascript,process.on('exit', () => process.stderr.write('\\n' + process.resourceUsage().maxRSS))`

/** The environment without what makes every Node start slower on some machines. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, ...rest } = process.env
  return rest
}

/** Runs Node once with these arguments. Its exit code does not matter; that it cannot start does. */
export function runNode(argv: readonly string[]): Run {
  const start = process.hrtime.bigint()
  const { error } = spawnSync(process.execPath, [...argv], { env: cleanEnvironment(), stdio: 'ignore' })
  const wall = Number(process.hrtime.bigint() - start) / 1e6
  if (error) throw error
  return { wall, peak: 0 }
}

/** The most memory that Node holds with these arguments, in MiB. */
export function peakOf(argv: readonly string[]): number {
  const { stderr } = spawnSync(process.execPath, ['--import', REPORT_PEAK, ...argv], {
    env: cleanEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 64 * 2 ** 20,
  })
  return Number(stderr.trim().split('\n').at(-1)) / 1024
}

/** The times of two commands run in turn, so that a machine that slows down slows both. */
export function inTurn(
  one: readonly string[],
  other: readonly string[],
  runs: number,
): { readonly one: readonly number[]; readonly other: readonly number[] } {
  const times: { one: number[]; other: number[] } = { one: [], other: [] }
  for (const argv of [one, other]) runNode(argv)
  for (let run = 0; run < runs; run++) {
    times.one.push(runNode(one).wall)
    times.other.push(runNode(other).wall)
  }
  return times
}

/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? Number.NaN
}

/** The least value: what a busy machine disturbs least. */
export function least(values: readonly number[]): number {
  return Math.min(...values)
}
