import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that look at their own process: at its memory, at what it has loaded, and at what a fresh one costs. */
const APART = [
  'test/hostile.test.ts',
  'test/scaffold.test.ts',
  'test/performance.test.ts',
  'test/parse/grammars.test.ts',
  'test/dist.test.ts',
]

/** What takes longest begins first, so that no core waits at the end. */
const LONG = [...APART, 'test/system.laws.test.ts', 'test/platforms.laws.test.ts', 'test/rules.test.ts']

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const index = LONG.findIndex(path => moduleId.endsWith(`/${path}`))
      return index === -1 ? LONG.length : index
    }
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other))
  }
}

export default defineConfig({
  test: {
    testTimeout: 30_000,
    // Some make the bundle, or a copy of the whole house.
    hookTimeout: 60_000,
    // Vitest leaves a core free, of which there may be two.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'apart', include: APART, execArgv: ['--expose-gc'] } },
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['test/**/*.test.ts'],
          exclude: ['test/oracles/**', ...APART],
          // To load the whole program anew for each file takes longer than most of them.
          isolate: false,
        },
      },
    ],
  },
})
