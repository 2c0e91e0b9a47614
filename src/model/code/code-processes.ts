import { definitionOf, externalName } from '../../code/definitions.js'
import { entryOf, keywordOf } from '../../code/given.js'
import type { ExpressionIn, In, Program } from '../../code/program.js'
import type { Call, CodeFile, Loop, Node } from '../../code/syntax.js'
import { evaluateExpression, numberOf, type Value } from '../../code/values.js'
import { walk } from '../../code/walk.js'
import { type Fact, known, unknown } from '../../source.js'
import type { WorkerProcesses, Workload } from '../workload.js'
import { environmentOf, type ServiceCode } from './services.js'

/**
 * Processes that the code of services starts by itself: `cluster.fork()`, throng, `uvicorn.run(…, workers=…)`. By the id of
 * the workload; of those that are not here the command tells.
 */
export function processesInCode(
  program: Program,
  services: readonly ServiceCode[],
): ReadonlyMap<string, WorkerProcesses> {
  const found = new Map<string, WorkerProcesses>()
  for (const service of services) {
    for (const workload of service.workloads) {
      const processes = processesOf(program, service, workload)
      if (processes) found.set(workload.id, processes)
    }
  }
  return found
}

function processesOf(program: Program, service: ServiceCode, workload: Workload): WorkerProcesses | undefined {
  if (service.runtime === 'node') return forked(program, service, workload)
  // Where a command tells, it is one of a server that takes no number from the code.
  return service.runtime === 'python' && !workload.processes ? uvicornRun(program, service, workload) : undefined
}

type Server = Pick<WorkerProcesses, 'server' | 'runtime'>

function made(
  server: Server,
  value: Value,
  node: { readonly start: number; readonly end: number },
  file: CodeFile,
): WorkerProcesses {
  const at = { path: file.path, start: node.start, end: node.end }
  const number = numberOf(value)
  const count: Fact<number> =
    number !== undefined && number > 0
      ? known(number, value.at)
      : unknown(value.at, value.kind === 'known' ? 'its number of processes cannot be told' : value.because)
  return { ...server, count, perProcessor: value.kind === 'interval', at }
}

const NODE: Server = { server: 'node', runtime: 'node' }

/** https://nodejs.org/api/cluster.html, https://github.com/hunterloftis/throng */
function forked(program: Program, { code }: ServiceCode, workload: Workload): WorkerProcesses | undefined {
  const environment = environmentOf(workload)
  for (const file of code) {
    if (!file.imports.some(one => /^(?:node:)?cluster$|^throng$/.test(one.from))) continue
    const call = callsIn(file, program, /^(?:cluster\.fork|throng)$/)[0]
    if (!call) continue
    if (call.name === 'throng') {
      const [options] = call.node.arguments
      const count = options && workersOf(program, { file, node: options })
      if (count) return made(NODE, evaluateExpression(program, count, environment), call.node, file)
      continue
    }
    const bound = call.loop && boundOf(call.loop)
    if (bound) return made(NODE, evaluateExpression(program, { file, node: bound }, environment), call.node, file)
    const at = { path: file.path, start: call.node.start, end: call.node.end }
    return { ...NODE, count: unknown(at, 'its code starts processes of its own'), perProcessor: false, at }
  }
  return undefined
}

function workersOf(program: Program, options: ExpressionIn): ExpressionIn | undefined {
  for (const name of ['count', 'workers']) {
    const given = entryOf(program, options, name)
    if (given.kind === 'given') return given.value
  }
  return undefined
}

/** `for (let i = 0; i < n; i++)`: n. */
function boundOf({ form, test }: Loop): ExpressionIn['node'] | undefined {
  return form === 'count' && test?.kind === 'binary' && test.operator === '<' ? test.right : undefined
}

interface Found extends In<Call> {
  readonly name: string
  readonly loop?: Loop
}

/** Calls of functions from outside, by their whole name, with the loop that they stand in. */
function callsIn(file: CodeFile, program: Program, names: RegExp): readonly Found[] {
  const found: Found[] = []
  const visit = (nodes: readonly Node[], loop: Loop | undefined) =>
    walk(nodes, node => {
      if (node.kind === 'loop' && node !== loop) {
        visit([node], node)
        return false
      }
      if (node.kind !== 'call') return undefined
      const name = externalName(definitionOf(program, { file, node: node.callee }))
      if (name !== undefined && names.test(name)) found.push({ file, node, name, ...(loop ? { loop } : {}) })
      return undefined
    })
  visit(file.body, undefined)
  return found
}

/** https://uvicorn.dev/deployment/#running-programmatically: several workers need the application as a text. */
function uvicornRun(program: Program, { code, entries }: ServiceCode, workload: Workload): WorkerProcesses | undefined {
  const server: Server = { server: 'uvicorn', runtime: 'python' }
  for (const file of code) {
    if (!entries.includes(file.path)) continue
    const [call] = callsIn(file, program, /^uvicorn\.(?:main\.)?run$/)
    if (!call) continue
    const at = { path: file.path, start: call.node.start, end: call.node.end }
    const one: WorkerProcesses = { ...server, count: known(1, at), perProcessor: false, at }
    const environment = environmentOf(workload)
    const reload = keywordOf(program, call, 'reload')
    const reloads = reload.kind === 'given' ? evaluateExpression(program, reload.value, environment) : undefined
    if (reloads?.kind === 'known' && reloads.value === true) return one
    const workers = keywordOf(program, call, 'workers')
    if (workers.kind === 'given')
      return made(server, evaluateExpression(program, workers.value, environment), call.node, file)
    if (workers.kind === 'open') return { ...one, count: unknown(at, workers.because) }
    const variable = workload.environment.get('WEB_CONCURRENCY')
    if (!variable) return one
    const number = variable.value.known ? Number(variable.value.value) : Number.NaN
    return {
      ...one,
      count: number > 0 ? known(number, variable.at) : unknown(variable.at, 'it is set outside the repository'),
    }
  }
  return undefined
}
