import { definitionOf, externalName } from './definitions.js'
import type { ExpressionIn, FunctionIn, Program } from './program.js'
import type { Call, CodeFile, FunctionNode, Node } from './syntax.js'
import { childrenOf, pathOf, peel } from './walk.js'

/** A function of the repository that reads the variable that its first argument names. */
interface Helper {
  /** The name of the parameter that is given back where the variable is not there. */
  readonly fallback?: string
  /** Without the variable it throws or ends the program. */
  readonly ends: boolean
}

const READS = new Set(['os.Getenv', 'os.LookupEnv', 'os.getenv', 'os.environ.get'])

const helpersOf = new WeakMap<FunctionNode, Helper | null>()

/** What a function reads for its callers; undefined where it reads no variable that its first parameter names. */
function helperOf(program: Program, { file, node }: FunctionIn): Helper | undefined {
  const known = helpersOf.get(node)
  if (known !== undefined) return known ?? undefined
  const found = findHelper(program, { file, node })
  helpersOf.set(node, found ?? null)
  return found
}

function findHelper(program: Program, { file, node }: FunctionIn): Helper | undefined {
  const [key, second] = node.parameters.filter(
    ({ target }) => !(target.kind === 'name' && /^(?:self|cls)$/.test(target.name)),
  )
  if (key?.target.kind !== 'name') return undefined
  const name = key.target.name
  const other = second?.target.kind === 'name' ? second.target.name : undefined
  let reads = false
  let ends = false
  let gives = false
  const waiting: Node[] = [...node.body]
  for (let count = 0; waiting.length > 0 && count < 2_000; count++) {
    const one = waiting.pop()
    if (!one) break
    if (one.kind === 'throw') {
      ends = true
      // `throw new Error(message)`: what the second parameter is then.
      continue
    }
    if (one.kind === 'call' && isEnd(program, file, one)) {
      ends = true
      continue
    }
    if (isRead(program, file, one, name)) reads = true
    if (one.kind === 'name' && one.name === other) gives = true
    waiting.push(...childrenOf(one))
  }
  if (!reads) return undefined
  return { ends, ...(gives && other !== undefined && { fallback: other }) }
}

function isEnd(program: Program, file: CodeFile, { callee }: Call): boolean {
  if (callee.kind === 'name') return callee.name === 'panic'
  if (callee.kind !== 'member') return false
  const path = pathOf(callee)?.join('.')
  if (path === 'process.exit' || path === 'sys.exit') return true
  if (file.language !== 'go' || !/^(?:Fatal|Panic|Exit)/.test(callee.property)) return false
  const name = externalName(definitionOf(program, { file, node: callee }))
  return (
    name !== undefined &&
    /(?:^|[./])(?:log\.(?:Fatal|Panic)(?:f|ln)?|os\.Exit)$|(?:logrus|zap|zerolog).*\.(?:Fatal|Panic)/.test(name)
  )
}

/** `process.env[name]`, `os.environ[name]`, `os.getenv(name)`, `os.Getenv(name)`. */
function isRead(program: Program, file: CodeFile, node: Node, name: string): boolean {
  if (node.kind === 'index') {
    const index = peel(node.index)
    if (index.kind !== 'name' || index.name !== name) return false
    const path = pathOf(node.object)?.join('.')
    if (path === 'process.env' || path === 'Bun.env' || path === 'import.meta.env') return true
    return externalName(definitionOf(program, { file, node: node.object })) === 'os.environ'
  }
  if (node.kind !== 'call') return false
  const [first] = node.arguments
  if (first?.kind !== 'name' || first.name !== name) return false
  const callee = externalName(definitionOf(program, { file, node: node.callee }))
  return callee !== undefined && READS.has(callee)
}

/** What a call of a helper reads: `getEnv('JWT_SECRET', 'text')`, `requireEnv('JWT_SECRET')`, `env("PORT", "80")`. */
export function helperRead(
  program: Program,
  { file, node }: { readonly file: CodeFile; readonly node: Call },
  callee: FunctionIn,
): { readonly isRequired: boolean; readonly fallback?: ExpressionIn } | undefined {
  const helper = helperOf(program, callee)
  if (!helper) return undefined
  const given = helper.fallback === undefined ? undefined : argumentOf(node, helper.fallback)
  if (given) return { isRequired: false, fallback: { file, node: given } }
  const parameter = callee.node.parameters.find(
    ({ target }) => target.kind === 'name' && target.name === helper.fallback,
  )
  const own = parameter?.fallback
  // `None`, `null` and `undefined` say that there is none.
  const isNone = own?.kind === 'literal' && own.value === null
  if (own && !isNone) return { isRequired: false, fallback: { file: callee.file, node: own } }
  return { isRequired: helper.ends }
}

function argumentOf(node: Call, name: string): Call['arguments'][number] | undefined {
  const keyword = node.arguments.find(one => one.kind === 'keyword' && one.name === name)
  if (keyword?.kind === 'keyword') return keyword.value
  const second = node.arguments[1]
  return second?.kind === 'keyword' ? undefined : second
}
