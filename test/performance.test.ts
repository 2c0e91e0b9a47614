import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { composeFile, repository, writeFiles } from '../bench/inputs.js'
import { measure, NOTHING } from '../bench/measure.js'
import { audit } from '../src/audit.js'

/**
 * `npm run bench -- --check` holds the program to what is promised. Here other tests run beside it, so the limits leave
 * room: they catch what is read twice, loaded needlessly, or quadratic.
 */
let home = ''
const at = (...path: readonly string[]) => join(home, ...path)

beforeAll(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'erp-audit-performance-')))
  const tsx = join('node_modules', '.bin', 'tsx')
  execFileSync(process.execPath, [tsx, 'scripts/bundle.ts', '--out', at('dist')], { stdio: 'pipe' })
  for (const count of [40, 300, 1_200]) {
    writeFiles(at(`services-${count}`), new Map([['compose.yaml', composeFile(count)]]))
  }
  mkdirSync(at('nothing'))
  writeFiles(at('small'), repository(500))
  writeFiles(at('large'), repository(2_000))
})
afterAll(() => rmSync(home, { recursive: true }))

describe('a process', () => {
  test('takes no more than a few starts of Node', () => {
    const commands = [
      NOTHING,
      { name: 'version', argv: [at('dist/cli.js'), '--version'] },
      { name: 'nothing to audit', argv: [at('dist/cli.js'), at('nothing')] },
      { name: '40 services', argv: [at('dist/cli.js'), at('services-40')] },
    ]
    const [, version, nothing, services] = measure(commands, 7, home)
    // Of processor time, since other tests run beside it. A part of it is that of V8's compiler and collector, which run
    // beside the program: by the clock it is less, and held to 8 by the benchmark.
    expect(version?.processorRatio).toBeLessThan(2)
    expect(nothing?.processorRatio).toBeLessThan(4.5)
    expect(services?.processorRatio).toBeLessThan(10)
    expect(services?.megabytes).toBeLessThan(150)
  })
})

describe('the audit', () => {
  /** Processor milliseconds, the best of three. */
  async function cost(directory: string): Promise<number> {
    const costs: number[] = []
    for (let run = 0; run < 3; run++) {
      const started = process.cpuUsage()
      await audit(at(directory))
      const { user, system } = process.cpuUsage(started)
      costs.push((user + system) / 1_000)
    }
    return Math.min(...costs)
  }

  test('grows with the number of services, not with its square', async () => {
    await cost('services-300')
    expect((await cost('services-1200')) / (await cost('services-300'))).toBeLessThan(9)
  })

  test('grows with the number of files', async () => {
    await cost('small')
    expect((await cost('large')) / (await cost('small'))).toBeLessThan(9)
  })
})
