import type { Run } from './run.js'
import { type Outside, plain, stringOf, type Value } from './values.js'

/** The variable of the environment that a value is: `process.env.X`, `Bun.env.X`, `import.meta.env.X`, `config.get('X')`. */
export function environmentName(value: Value): string | undefined {
  if (value.kind !== 'outside') return undefined
  const [first, second, third] = value.steps
  const isProcess =
    first?.kind === 'member' && (first.name === 'process' || first.name === 'Bun' || first.name === 'Deno')
  if (value.package === '' && isProcess && second?.kind === 'member' && second.name === 'env') {
    if (third?.kind === 'member') return third.name === 'get' ? argumentOf(value) : third.name
  }
  if (value.package === '@nestjs/config') return argumentOf(value)
  return undefined
}

/** What the unit that runs the program sets that variable to, or the default that `config.get('X', default)` has. */
export function environmentValue(run: Run, value: Outside): Value | undefined {
  const name = environmentName(value)
  if (name === undefined) return undefined
  const set = run.models.environment?.(name)
  if (set?.known) return plain(set.value)
  const last = value.steps.at(-1)
  const fallback = set === undefined && last?.kind === 'call' ? last.site.arguments[1] : undefined
  return fallback?.kind === 'plain' ? fallback : undefined
}

function argumentOf(value: Value & { kind: 'outside' }): string | undefined {
  const last = value.steps.at(-1)
  return last?.kind === 'call' ? stringOf(last.site.arguments[0]) : undefined
}
