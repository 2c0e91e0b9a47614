import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

/** `npm run new-rule <area>/<failing-state>`: writes one file to fill in. Everything else is generated from it. */
const id = process.argv[2] ?? ''
const file = join(resolve(import.meta.dirname, '..'), 'rules', `${id}.ts`)

const TEMPLATE = `import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: '${id}',
  title: 'TODO: the failing state as a sentence, at most 80 characters',
  category: 'infrastructure-stability', // TODO: what it scores in
  severity: 'medium', // TODO
  confidence: 'A', // A proven, B guarded by known exceptions, C advice
  since: '0.1.0', // TODO: the next version
  effort: 'minutes', // TODO: what a fix takes
  why: 'TODO: why it matters, for somebody who has never met it.',
  fix: 'TODO: what to do, in the imperative, with what to type.',
  refs: [], // TODO: where the facts come from
  check({ system, pass, fail }) {
    for (const workload of system.workloads) {
      // TODO: a subject is judged exactly once: pass, fail or unverified. What is not judged does not count.
      const good = workload.longRunning
      if (good) pass(workload)
      else fail(workload, workload.at, \`TODO: what is wrong with \${workload.name}, with the values in it\`)
    }
  },
  examples: {
    // Begin here: "#!" marks the line that must be found, and a part of the message. One example for each trap.
    bad: [
      {
        'compose.yaml': \`
          services:
            api: #! TODO
              image: ghcr.io/acme/api:1.4.0
        \`,
      },
    ],
    good: [
      {
        'compose.yaml': \`
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
        \`,
      },
    ],
  },
})
`

function main(): string | undefined {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*\/[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
    return 'usage: npm run new-rule <area>/<failing-state>, for example workload/start-too-slow'
  }
  if (existsSync(file)) return `rules/${id}.ts is there already`
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, TEMPLATE)
  console.log(`${relative(process.cwd(), file)} written. Next:
  1. fill in its examples
  2. npm run generate
  3. npx vitest run test/rules.test.ts -t ${id}     red until "check" finds what the examples mark
  4. npm test`)
  return undefined
}

const problem = main()
if (problem !== undefined) {
  console.error(problem)
  process.exitCode = 2
}
