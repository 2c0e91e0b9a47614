import { evaluate } from '../../../../code/startup/expressions.js'
import { basesOf } from '../../../../code/startup/members.js'
import { startModule } from '../../../../code/startup/modules.js'
import type { Run } from '../../../../code/startup/run.js'
import type { ClassValue, Value } from '../../../../code/startup/values.js'
import { walk } from '../../../../code/walk.js'
import type { SocketAdapter } from '../../sockets.js'

const ADAPTERS: ReadonlyMap<string, SocketAdapter['kind']> = new Map([
  ['@socket.io/redis-adapter', 'redis'],
  ['@socket.io/sharded-redis-adapter', 'redis'],
  ['socket.io-redis', 'redis'],
  ['@socket.io/redis-streams-adapter', 'redis-streams'],
  ['@socket.io/mongo-adapter', 'mongo'],
  ['@socket.io/postgres-adapter', 'postgres'],
  ['@socket.io/cluster-adapter', 'cluster'],
])

/** What an adapter is by the package that made it; undefined where that is not known. */
export function adapterOf(run: Run, value: Value): SocketAdapter['kind'] | undefined {
  if (value.kind === 'outside') return ADAPTERS.get(value.package)
  if (value.kind === 'fields' && value.of) return adapterIn(run, value.of)
  return value.kind === 'class' ? adapterIn(run, value) : undefined
}

/** The adapter that the methods of a class make, or those of one that it extends. */
export function adapterIn(run: Run, of: ClassValue): SocketAdapter['kind'] | undefined {
  for (const one of [of, ...basesOf(run, of)]) {
    if (one.kind !== 'class') return undefined
    const scope = startModule(run, one.file)
    let found: SocketAdapter['kind'] | undefined
    walk(one.node.members, node => {
      if (found || node.kind !== 'call' || node.callee.kind !== 'name') return !found
      found = adapterOf(run, evaluate(run, node.callee, scope))
      return undefined
    })
    if (found) return found
  }
  return undefined
}
