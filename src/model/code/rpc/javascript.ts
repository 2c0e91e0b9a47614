import { calleeOf } from '../../../code/calls.js'
import { definitionOf, nameDefinition } from '../../../code/definitions.js'
import type { In, Program } from '../../../code/program.js'
import type { Call, CodeFile, Expression } from '../../../code/syntax.js'
import { pathOf, peel, walk } from '../../../code/walk.js'
import type { Span } from '../../../source.js'
import type { RpcService, RpcTable } from '../route.js'
import { nestRpc } from './nest.js'

/**
 * What the gRPC servers of a service in TypeScript or JavaScript answer to. Sources:
 * https://grpc.github.io/grpc/node/grpc.Server.html, https://github.com/deeplay-io/nice-grpc,
 * https://docs.nestjs.com/microservices/grpc (read 2026-11).
 */
export function javascriptRpc(program: Program, files: readonly CodeFile[]): RpcTable {
  const services: RpcService[] = []
  const unresolved: Span[] = []
  for (const file of files) {
    const isNice = file.imports.some(one => one.from === 'nice-grpc')
    const servers = serverNames(program, file)
    walk(file.body, node => {
      if (node.kind !== 'call') return undefined
      const at: Span = { path: file.path, start: node.start, end: node.end }
      if (isRegistration(node, isNice)) {
        const [first] = node.arguments
        const name = first && serviceName(program, { file, node: first })
        if (name === undefined) unresolved.push(at)
        else services.push({ name, isResolved: name.includes('.'), isServed: true, at })
      } else if (handsOn(program, { file, node }, servers)) unresolved.push(at)
      return undefined
    })
  }
  const nest = nestRpc(program, files)
  return { services: [...services, ...nest.services], unresolved: [...unresolved, ...nest.unresolved] }
}

/** `server.addService(definition, implementation)`; `server.add(…)` of nice-grpc. */
function isRegistration({ callee, arguments: given }: Call, isNice: boolean): boolean {
  if (callee.kind !== 'member' || given.length < 2) return false
  return callee.property === 'addService' || (isNice && callee.property === 'add')
}

/**
 * The name of a service by its definition: `Orders` of `proto.shop.Orders.service`, and of `OrdersService` out of generated code.
 * Undefined where it is put together, or where several go through one name.
 */
function serviceName(program: Program, { file, node }: In<Expression>): string | undefined {
  const path = pathOf(peel(node))
  const last = path?.at(-1)
  const root = path?.[0]
  if (path === undefined || last === undefined || root === undefined) return undefined
  const found = nameDefinition(program, file, root, node.start)
  if (found.kind === 'item' || found.kind === 'parameter') return undefined
  // The constructor of a client, which has the definition: it is called like the service.
  if (last === 'service') return path.at(-2)
  const name = last
  // `definition`, `impl`: a variable, not what the service is called.
  return /^[A-Z]/.test(name) ? name.replace(/(?<=.)(?:Service|Definition|ServiceDefinition)$/, '') : undefined
}

/** What servers are called in a file: `server` of `const server = new grpc.Server()`. */
function serverNames(program: Program, file: CodeFile): ReadonlySet<string> {
  // Also the parameter of a function that is given one.
  const names = new Set(['server'])
  walk(file.body, node => {
    const value = node.kind === 'declare' || node.kind === 'assign' || node.kind === 'field' ? node.value : undefined
    const made = value && peel(value)
    if (made?.kind !== 'call' || !isServer(program, { file, node: made })) return undefined
    const name = node.kind === 'field' ? node.name : pathOf((node as { target: Expression }).target)?.at(-1)
    if (name !== undefined) names.add(name)
    return undefined
  })
  return names
}

function isServer(program: Program, { file, node }: In<Call>): boolean {
  const last = pathOf(node.callee)?.at(-1)
  if (last !== 'Server' && last !== 'createServer') return false
  const found = definitionOf(program, { file, node: node.callee })
  return found.kind === 'external' && /^(?:@grpc\/grpc-js|grpc|nice-grpc)$/.test(found.package)
}

/** Whether a server is given to something that is not seen, and that may register more at it. */
function handsOn(program: Program, { file, node }: In<Call>, servers: ReadonlySet<string>): boolean {
  const isGiven = node.arguments.some(one => servers.has(pathOf(peel(one))?.at(-1) ?? ''))
  if (!isGiven || calleeOf(program, { file, node })) return false
  const [root = ''] = pathOf(node.callee) ?? []
  return (
    !/^(?:console|Promise|util|promisify|process|setTimeout)$/.test(root) &&
    !isReflection(program, file, root, node.start)
  )
}

/** `new ReflectionService(…).addToServer(server)` of `@grpc/reflection`, by the name that it has. */
function isReflection(program: Program, file: CodeFile, name: string, offset: number): boolean {
  const found = nameDefinition(program, file, name, offset)
  const made = found.kind === 'expression' && found.node.kind === 'call' ? found : undefined
  const of =
    made && made.node.kind === 'call' ? definitionOf(program, { file: made.file, node: made.node.callee }) : found
  return of.kind === 'external' && /reflection/.test(of.package)
}
