import { directoryOf, isWithin, joinPath } from '../../paths.js'
import type { Source, Span } from '../../source.js'
import type { Node, Problem } from '../node.js'
import { bind } from './bindings.js'
import { evaluateExpression, isExpression } from './expressions.js'
import { callKnown, folderOf, REPOSITORY } from './known-functions.js'
import { type Budget, type Run, spanOf, within } from './run.js'
import { type Exports, execute } from './statements.js'
import { parseJavaScript, parseJson } from './syntax.js'
import { nodeOf } from './to-node.js'
import { type Callable, type Dictionary, open, type Scope, scalar, type Value } from './value.js'

/** What a JavaScript file exports. */
export interface JavaScriptFile {
  /** Absent when the text is not JavaScript, or exports nothing that is known. */
  readonly root?: Node
  readonly problems: readonly Problem[]
  /** The other files of the repository that it takes values from. */
  readonly loads: readonly string[]
}

/** Files that one may load, by way of others too. */
const MOST_MODULES = 20

/**
 * Reads what a file exports (`module.exports`, `export default`, named exports) into a tree, as far as its text and those of
 * the files that it loads tell. Nothing is executed: constants, lists, loops and the usual functions on them are followed,
 * within bounds; everything else is a scalar, list or map that says why it is not known (`Node.open`). Variables of the
 * environment become what they would be in Compose: `process.env.PORT || 3000` is `${PORT:-3000}`. Never throws.
 */
export function evaluateJavaScript(source: Source, read: (path: string) => Source | undefined): JavaScriptFile {
  const loaded: Loading = { read, modules: new Map(), budget: { steps: 0, depth: 0, modules: 0 } }
  try {
    const value = exportsOf(source, loaded)
    if ('message' in value) return { problems: [value], loads: [] }
    const loads = [...loaded.modules.keys()].filter(path => path !== source.path)
    return { root: nodeOf(value, directoryOf(source.path)), problems: [], loads }
  } catch (error) {
    // What is nested deeper than the stack goes is not read.
    if (!(error instanceof RangeError)) throw error
    return { problems: [tooDeep(source)], loads: [] }
  }
}

/** The same for a text that is one expression, as JSON is: with comments and trailing commas, if it has them. */
export function evaluateJson(source: Source): JavaScriptFile {
  const expression = parseJson(source)
  if ('message' in expression) return { problems: [expression], loads: [] }
  try {
    const loading: Loading = { read: () => undefined, modules: new Map(), budget: { steps: 0, depth: 0, modules: 0 } }
    const value = runOf(source.path, loading).evaluate(expression, { names: new Map() })
    return { root: nodeOf(value, directoryOf(source.path)), problems: [], loads: [] }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { problems: [tooDeep(source)], loads: [] }
  }
}

function tooDeep({ path }: Source): Problem {
  return { at: { path, start: 0, end: 0 }, message: 'it is nested too deep', kind: 'syntax' }
}

interface Loading {
  readonly read: (path: string) => Source | undefined
  /** What is loaded, or being loaded: undefined. */
  readonly modules: Map<string, Value | undefined>
  readonly budget: Budget
}

function exportsOf(source: Source, loading: Loading): Value | Problem {
  const statements = parseJavaScript(source)
  if ('message' in statements) return statements
  loading.modules.set(source.path, undefined)
  const run = runOf(source.path, loading)
  const at = { path: source.path, start: 0, end: 0 }
  const exports: Exports = { names: new Map() }
  const empty: Dictionary = { kind: 'dictionary', entries: new Map(), at }
  const module: Dictionary = { kind: 'dictionary', entries: new Map([['exports', { value: empty, keyAt: at }]]), at }
  const scope: Scope = { names: new Map([...globals(source.path, at), ['module', module], ['exports', empty]]) }
  execute(statements, { names: new Map(), outer: scope }, run, exports)
  const value = exported(module, exports, at)
  loading.modules.set(source.path, value)
  return value
}

function exported(module: Dictionary, { default: standard, names }: Exports, at: Span): Value {
  if (names.size === 0) return standard ?? module.entries.get('exports')?.value ?? scalar(undefined, at)
  const entries = [...names, ...(standard ? [['default', standard] as const] : [])]
  return {
    kind: 'dictionary',
    entries: new Map(entries.map(([name, value]) => [name, { value, keyAt: value.at }])),
    at,
  }
}

const NAMESPACES = ['Array', 'Object', 'Math', 'Number', 'String', 'Boolean', 'JSON', 'Date', 'console', 'process']
const FUNCTIONS = ['parseInt', 'parseFloat', 'require', 'Symbol', 'Set', 'Map', 'Promise', 'URL', 'RegExp', 'Error']

function globals(path: string, at: Span): readonly (readonly [string, Value])[] {
  return [
    ...[...NAMESPACES, ...FUNCTIONS].map(name => [name, callable(name, at)] as const),
    ['__dirname', scalar(folderOf(path), at)],
    ['__filename', scalar(`${REPOSITORY}/${path}`, at)],
    ['Infinity', scalar(Number.POSITIVE_INFINITY, at)],
    ['NaN', scalar(Number.NaN, at)],
  ]
}

function callable(name: string, at: Span): Callable {
  return { kind: 'callable', at, known: { name } }
}

function runOf(path: string, loading: Loading): Run {
  const run: Run = {
    path,
    budget: loading.budget,
    evaluate: (node, scope) => within(run, spanOf(run, node), () => evaluateExpression(node, scope, run)),
    call: (callee, values, at) => within(run, at, () => call(callee, values, at, run)),
    load: (request, at) => load(request, at, path, loading),
  }
  return run
}

function call(callee: Callable, values: readonly Value[], at: Span, run: Run): Value {
  const { written, known } = callee
  if (known) return callKnown(known.name, known.on, { values, at, run })
  if (!written) return open('what it calls is only known when it runs', at)
  const { code, scope: outer } = written
  if (code.async || code.generator) return open('what it calls is only known when it runs', at)
  const scope: Scope = { names: new Map(), outer }
  for (const [index, parameter] of code.params.entries()) {
    if (parameter.type === 'RestElement')
      bind(parameter.argument, { kind: 'list', items: values.slice(index), at }, scope, run)
    else bind(parameter, values[index] ?? scalar(undefined, at), scope, run)
  }
  if (code.body.type !== 'BlockStatement')
    return isExpression(code.body) ? run.evaluate(code.body, scope) : open('it is not read here', at)
  const ending = execute(code.body.body, scope, run)
  return ending?.by === 'return' ? ending.value : scalar(undefined, at)
}

const BUILT_IN = new Map([
  ['path', 'path'],
  ['node:path', 'path'],
  ['os', 'os'],
  ['node:os', 'os'],
  ['process', 'process'],
  ['node:process', 'process'],
])

/** What a file exports that another one loads; packages are not looked into. */
function load(request: string, at: Span, from: string, loading: Loading): Value {
  const builtIn = BUILT_IN.get(request)
  if (builtIn !== undefined) return callable(builtIn, at)
  if (!/^\.{1,2}(?:\/|$)/.test(request)) return open(`it comes from the package ${request.slice(0, 100)}`, at)
  const path = joinPath(directoryOf(from), request)
  const source = ['', '.js', '.cjs', '.mjs', '.json', '/index.js', '/index.cjs', '/index.json']
    .map(ending => `${path}${ending}`)
    .filter(candidate => isWithin('.', candidate) && /\.[cm]?js(?:on)?$/.test(candidate))
    .map(loading.read)
    .find(found => found !== undefined)
  if (!source) return open(`${path} is not in the repository`, at)
  if (loading.modules.has(source.path))
    return loading.modules.get(source.path) ?? open(`${source.path} is loaded while it loads others`, at)
  if (++loading.budget.modules > MOST_MODULES) return open('too many files load each other', at)
  const value = source.path.endsWith('.json') ? jsonOf(source, loading) : exportsOf(source, loading)
  return 'message' in value ? open(`${source.path} cannot be read`, at) : value
}

function jsonOf(source: Source, loading: Loading): Value {
  const expression = parseJson(source)
  if ('message' in expression) return open(`${source.path} cannot be read`, expression.at)
  const value = runOf(source.path, loading).evaluate(expression, { names: new Map() })
  loading.modules.set(source.path, value)
  return value
}
