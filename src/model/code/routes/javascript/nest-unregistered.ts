import { standsAside } from '../../../../code/paths.js'
import { classOf } from '../../../../code/startup/members.js'
import { startModule } from '../../../../code/startup/modules.js'
import type { Run } from '../../../../code/startup/run.js'
import type { UnregisteredRoutes } from '../../route.js'
import { inheritedDecorator } from './nest-decorators.js'
import type { NestModules } from './nest-modules.js'
import { unregisteredController } from './nest-table.js'
import type { NestHost } from './nestjs.js'
import { spanOf } from './path.js'
import { tableBuilder } from './table.js'

/**
 * Controllers in the files of a service that no module reachable from a root module names. Where a module could not be
 * followed none is told: it may be the one that names them.
 */
export function unregisteredControllers(
  run: Run,
  hosts: readonly { readonly host: NestHost; readonly modules: NestModules }[],
  files: readonly string[],
): readonly UnregisteredRoutes[] {
  const [first] = hosts
  if (!first || hosts.some(one => one.modules.unresolved.length > 0)) return []
  const registered = new Set(
    hosts.flatMap(one =>
      [...one.modules.modules.values()].flatMap(module => [...module.controllers].map(each => each.node)),
    ),
  )
  const found: UnregisteredRoutes[] = []
  for (const path of files) {
    const file = run.program.files.get(path)
    if (
      !file ||
      standsAside(path) ||
      !file.imports.some(one => one.from === '@nestjs/common' && one.name === 'Controller')
    )
      continue
    for (const node of file.body) {
      if (node.kind !== 'class' || node.decorators.length === 0 || registered.has(node) || node.isAbstract) continue
      const value = classOf(node, startModule(run, file))
      if (!inheritedDecorator(run, value, 'Controller')) continue
      const table = tableBuilder()
      unregisteredController(run, first.host, value, table)
      if (table.routes.length > 0)
        found.push({
          name: node.name ?? 'controller',
          routes: table.routes,
          at: spanOf(file, { start: node.nameStart, end: node.nameStart + (node.name?.length ?? 0) }),
        })
    }
  }
  return found
}
