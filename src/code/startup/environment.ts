import type { Value } from './values.js'
import { stringOf } from './values.js'

/** The variable of the environment that a value is: `process.env.X`, `Bun.env.X`, `import.meta.env.X`, `config.get('X')`. */
export function environmentName(value: Value): string | undefined {
  if (value.kind !== 'outside') return undefined
  const [first, second, third] = value.steps
  const isProcess = first?.kind === 'member' && (first.name === 'process' || first.name === 'Bun' || first.name === 'Deno')
  if (value.package === '' && isProcess && second?.kind === 'member' && second.name === 'env') {
    if (third?.kind === 'member') return third.name === 'get' ? argumentOf(value) : third.name
  }
  if (value.package === '@nestjs/config') return argumentOf(value)
  return undefined
}

function argumentOf(value: Value & { kind: 'outside' }): string | undefined {
  const last = value.steps.at(-1)
  return last?.kind === 'call' ? stringOf(last.site.arguments[0]) : undefined
}
