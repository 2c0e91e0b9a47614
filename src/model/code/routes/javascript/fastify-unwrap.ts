import { memberOf } from '../../../../code/startup/members.js'
import { type Closure, type Outside, truthOf, type Value } from '../../../../code/startup/values.js'
import type { Startup } from './startup.js'

/** The function of a plugin. One that `fastify-plugin` wraps has no context of its own: what it registers, and its prefix, are those around. */
export function unwrap(startup: Startup, given: Value): { plugin: Value; isShared: boolean } {
  const value = given.kind === 'namespace' ? memberOf(startup.run, given, 'default') : given
  if (value.kind === 'outside') {
    const inner = wrapped(value)
    if (inner) return { plugin: unwrap(startup, inner).plugin, isShared: true }
  }
  if (value.kind === 'fields') {
    const inner = value.entries.get('default')
    if (inner) return unwrap(startup, inner)
  }
  const isShared = value.kind === 'closure' && skipsOverride(value)
  return { plugin: value, isShared }
}

function wrapped(value: Outside): Value | undefined {
  const last = value.steps.at(-1)
  return (value.package === 'fastify-plugin' || value.package === '@fastify/plugin') && last?.kind === 'call'
    ? last.site.arguments[0]
    : undefined
}

/** `plugin[Symbol.for('skip-override')] = true` is what `fastify-plugin` does. */
function skipsOverride(value: Closure): boolean {
  const set = value.properties.get('skip-override')
  return set !== undefined && truthOf(set) === true
}
