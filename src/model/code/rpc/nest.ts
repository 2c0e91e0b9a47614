import { entryOf } from '../../../code/given.js'
import type { ExpressionIn, Program } from '../../../code/program.js'
import type { Call, CodeFile } from '../../../code/syntax.js'
import { evaluateExpression } from '../../../code/values.js'
import { pathOf, peel, walk } from '../../../code/walk.js'
import type { Span } from '../../../source.js'
import type { RpcService, RpcTable } from '../route.js'

/**
 * The gRPC servers of NestJS: the packages that a microservice is given, with the services that its controllers name. What
 * `onLoadPackageDefinition` adds is not followed. https://docs.nestjs.com/microservices/grpc
 */
export function nestRpc(program: Program, files: readonly CodeFile[]): RpcTable {
  const services: RpcService[] = []
  const unresolved: Span[] = []
  for (const file of files) {
    walk(file.body, node => {
      const options = node.kind === 'call' ? optionsOf(node) : undefined
      if (options === undefined || node.kind !== 'call') return undefined
      const at: Span = { path: file.path, start: node.start, end: node.end }
      const of: ExpressionIn = { file, node: options }
      const transport = entryOf(program, of, 'transport')
      if (transport.kind === 'open') unresolved.push(at)
      if (transport.kind !== 'given' || pathOf(peel(transport.value.node))?.at(-1) !== 'GRPC') return undefined
      const packages = packagesOf(program, of)
      if (!packages || entryOf(program, of, 'options.onLoadPackageDefinition').kind !== 'absent') unresolved.push(at)
      for (const name of packages ?? [])
        services.push({ name: name === HEALTH ? `${HEALTH}.Health` : name, isResolved: true, isServed: true, at })
      return undefined
    })
  }
  return { services: services.length > 0 ? [...services, ...named(files)] : services, unresolved }
}

const HEALTH = 'grpc.health.v1'

/** `NestFactory.createMicroservice(AppModule, options)`, `app.connectMicroservice(options)` */
function optionsOf({ callee, arguments: given }: Call): Call['arguments'][number] | undefined {
  if (callee.kind !== 'member') return undefined
  if (callee.property === 'createMicroservice') return given[1]
  return callee.property === 'connectMicroservice' ? given[0] : undefined
}

function packagesOf(program: Program, of: ExpressionIn): readonly string[] | undefined {
  const found = entryOf(program, of, 'options.package')
  if (found.kind !== 'given') return undefined
  const { file, node } = found.value
  const inner = peel(node)
  const items = inner.kind === 'array' ? inner.elements : [inner]
  const values = items.map(one => evaluateExpression(program, { file, node: one }))
  const texts = values.flatMap(one => (one.kind === 'known' && typeof one.value === 'string' ? one.value : []))
  return texts.length === items.length ? texts : undefined
}

/** `@GrpcMethod('Health', 'Check')`: a controller may answer for the health service itself. */
function named(files: readonly CodeFile[]): readonly RpcService[] {
  const found: RpcService[] = []
  for (const file of files) {
    walk(file.body, node => {
      if (node.kind !== 'function') return undefined
      for (const one of node.decorators) {
        if (one.kind !== 'call' || !/^Grpc(?:Stream)?(?:Method|Call)$/.test(pathOf(one.callee)?.at(-1) ?? '')) continue
        const [first] = one.arguments
        const name = first?.kind === 'literal' && typeof first.value === 'string' ? first.value : undefined
        if (name !== undefined && /^Health/i.test(name))
          found.push({
            name: 'Health',
            isResolved: false,
            isServed: true,
            at: { path: file.path, start: one.start, end: one.end },
          })
      }
      return undefined
    })
  }
  return found
}
