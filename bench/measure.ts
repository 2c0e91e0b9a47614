import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A command for `node`, run as a whole process. */
export interface Command {
  readonly name: string
  readonly argv: readonly string[]
}

/** What one command took over all its runs. */
export interface Measured {
  readonly name: string
  /** Wall-clock milliseconds. */
  readonly best: number
  readonly median: number
  /** Against the first command, best to best and median to median. */
  readonly bestRatio: number
  readonly medianRatio: number
  /** The best processor time, in milliseconds, and against that of the first command: others on the machine change it least. */
  readonly processor: number
  readonly processorRatio: number
  /** The largest resident size of any run, in MB. */
  readonly megabytes: number
}

/** `node` without a program: what everything is compared with. */
export const NOTHING: Command = { name: 'node -e 0', argv: ['-e', '0'] }

/**
 * The environment of every run. Node 20 reads NODE_EXTRA_CA_CERTS at every start, which takes longer than starting;
 * NODE_OPTIONS would load what a test runner has put there.
 */
function environment(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, NODE_COMPILE_CACHE: ___, ...rest } = process.env
  return { ...rest, ...more }
}

/** What one run took. */
interface Run {
  /** Wall-clock milliseconds. */
  readonly wall: number
  /** Milliseconds of all its threads, up to its exit. */
  readonly processor: number
  readonly megabytes: number
}

/** Runs the commands in turn, `runs` times each, so that what else the machine does falls on all of them. */
export function measure(commands: readonly Command[], runs: number, scratch: string): readonly Measured[] {
  const report = join(scratch, 'report.cjs')
  writeFileSync(report, REPORT)
  const all = commands.map(command => ({ command, taken: [] as Run[] }))
  for (let run = 0; run < runs; run++) for (const { command, taken } of all) taken.push(runOf(command, report))
  const [base] = all.map(({ taken }) => summary(taken))
  return all.map(({ command, taken }) => {
    const { best, median, processor, megabytes } = summary(taken)
    return {
      name: command.name,
      best,
      median,
      bestRatio: best / (base?.best ?? 1),
      medianRatio: median / (base?.median ?? 1),
      processor,
      processorRatio: processor / (base?.processor ?? 1),
      megabytes,
    }
  })
}

function summary(runs: readonly Run[]): Pick<Measured, 'best' | 'median' | 'processor' | 'megabytes'> {
  const walls = runs.map(({ wall }) => wall).toSorted((a, b) => a - b)
  return {
    best: walls[0] ?? 0,
    median: walls[Math.floor(walls.length / 2)] ?? 0,
    processor: Math.min(...runs.map(({ processor }) => processor)),
    megabytes: Math.max(...runs.map(({ megabytes }) => megabytes)),
  }
}

/** Loaded into every process before its program: it leaves what the process took. */
const REPORT = `const { writeFileSync } = require('node:fs')
process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  const { maxRSS } = process.resourceUsage()
  writeFileSync(process.env.BENCH_REPORT, JSON.stringify({ processor: (user + system) / 1e3, megabytes: maxRSS / 1024 }))
})
`

function runOf({ name, argv }: Command, report: string): Run {
  const taken = `${report}.json`
  const started = process.hrtime.bigint()
  const { status, stderr } = spawnSync(process.execPath, ['--require', report, ...argv], {
    env: environment({ BENCH_REPORT: taken }),
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  })
  const wall = Number(process.hrtime.bigint() - started) / 1e6
  // 1 is the gate that failed, 3 that there is nothing to audit: the audit has run.
  if (status !== 0 && status !== 1 && status !== 3) throw new Error(`${name} ended with ${status}: ${stderr}`)
  return { wall, ...(JSON.parse(readFileSync(taken, 'utf8')) as Omit<Run, 'wall'>) }
}
