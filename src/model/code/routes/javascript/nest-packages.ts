import type { Run } from '../../../../code/startup/run.js'
import type { Outside, Value } from '../../../../code/startup/values.js'
import type { NestGuard } from './nest-guards.js'
import { optionText, outsideOptions } from './nest-modules.js'
import { nestPaths } from './nest-paths.js'
import type { NestHost } from './nestjs.js'
import { joinPaths, routePrefixes, type WrittenPath, wholePath } from './path.js'
import type { TableBuilder } from './table.js'

/** Modules of packages that answer paths. */
export function packageModule(
  run: Run,
  host: NestHost,
  value: Outside,
  guards: readonly NestGuard[],
  table: TableBuilder,
): void {
  const { name, options } = outsideOptions(run, value)
  const at = host.at
  const add = (
    methods: readonly string[],
    text: string | null | undefined,
    fallback: string,
    framework: string,
    isPrefixed: boolean,
  ) => {
    const own: WrittenPath = { text: text ?? (text === null ? '' : fallback), isResolved: text !== null, at }
    for (const method of methods) {
      const controller: WrittenPath = { text: '/', isResolved: true, at }
      const around = isPrefixed ? host : withoutPrefix(host)
      const [first] = nestPaths({
        host: around,
        version: undefined,
        versionAt: at,
        module: [],
        controller,
        own,
        method,
      })
      if (!first) continue
      const { path, isResolved } = wholePath(first.prefix, first.own)
      table.add({
        method,
        path,
        isResolved,
        guards: guards.map(guard => guard.guard),
        prefixes: routePrefixes(first.prefix),
        framework,
        at,
      })
    }
  }
  if (name === 'GraphQLModule')
    add(
      ['GET', 'POST'],
      optionText(options, 'path'),
      '/graphql',
      'apollo',
      options?.kind === 'fields' && isOn(options.entries.get('useGlobalPrefix')),
    )
  else if (name === 'PrometheusModule') add(['GET'], optionText(options, 'path'), '/metrics', 'nestjs', true)
  else if (name === 'ServeStaticModule') {
    const root = optionText(options, 'serveRoot')
    table.fallbacks.push({ prefix: root ? joinPaths(root) : '/', at })
  } else if (name === 'BullBoardModule') {
    const route = optionText(options, 'route')
    if (route !== undefined) table.fallbacks.push({ prefix: route ? joinPaths(route) : '/', at })
  }
}

function withoutPrefix(host: NestHost): NestHost {
  const { prefix: _prefix, ...rest } = host
  return rest
}

function isOn(value: Value | undefined): boolean {
  return value?.kind === 'plain' && value.value === true
}
