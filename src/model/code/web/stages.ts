import { calledName, callsSome, indexOf } from '../../../code/file-index.js'
import type { Call, CodeFile, Node } from '../../../code/syntax.js'
import { childrenOf, pathOf } from '../../../code/walk.js'

/** The names of switches that tell production from development. */
const STAGE =
  /^(?:(?:NODE|APP|PYTHON|FLASK|DJANGO|GO|RUN|DEPLOY|APPLICATION)_?ENV(?:IRONMENT)?|ENV|ENVIRONMENT|STAGE|MODE|DEBUG|TESTING|(?:is|IS|in|IN)_?(?:prod|dev|test|local|PROD|DEV|TEST|LOCAL|Prod|Dev|Test|Local)\w*|prod|dev|production|development|PROD|DEV|__DEV__)$/i

/** Whether a variable tells production from development: `NODE_ENV`. */
export function isStageVariable(name: string): boolean {
  return STAGE.test(name)
}

/** Whether a class is, by its name, what production does not take: `DevelopmentConfig`, `TestSettings`. */
export function isAsideClass(name: string | undefined): boolean {
  return /^(?:Dev(?:elopment)?|Test(?:ing)?|Local|Mock)(?![a-z])|(?:Dev(?:elopment)?|Test(?:ing)?|Local|Mock|Example)(?:Config|Settings)?$/.test(
    name ?? '',
  )
}

/** Whether a test asks for production or development. */
function isAboutStage(test: Node, isStrict: boolean): boolean {
  const waiting: Node[] = [test]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    // `process.env.X` is about X.
    if (isStrict && node.kind === 'member' && pathOf(node)?.join('.') === 'process.env') continue
    if (node.kind === 'name' && STAGE.test(node.name)) return true
    if (node.kind === 'member' && STAGE.test(node.property)) return true
    if (node.kind === 'literal' && typeof node.value === 'string' && STAGE.test(node.value)) return true
    waiting.push(...childrenOf(node))
  }
  return false
}

/**
 * Whether what is inside a node runs only in production or only in development, it is not asked which. Any test of a
 * variable counts as one, unless `isStrict` asks for those that are about the stage.
 */
export function isStaged(node: Node, isStrict = false): boolean {
  if (node.kind === 'if' || node.kind === 'conditional') return isAboutStage(node.test, isStrict)
  return node.kind === 'binary' && node.operator === '&&' && isAboutStage(node.left, isStrict)
}

const callsOf = new WeakMap<CodeFile, readonly Call[]>()

/** The calls of a file that do not depend on a test for production or development, in the order of the text. */
export function stagelessCalls(file: CodeFile): readonly Call[] {
  const known = callsOf.get(file)
  if (known) return known
  const { branches, calls } = indexOf(file)
  const staged = outermost(branches.filter(branch => isStaged(branch)))
  const found = staged.length === 0 ? calls : calls.filter(call => !isInside(staged, call))
  callsOf.set(file, found)
  return found
}

/** The calls of something of this last name among them; none in most files, which are not looked at any further. */
export function stagelessCallsOf(file: CodeFile, matches: (name: string) => boolean): readonly Call[] {
  if (!callsSome(file, matches)) return []
  return stagelessCalls(file).filter(call => {
    const name = calledName(call)
    return name !== undefined && matches(name)
  })
}

/** Ranges that are in no other of these, in the order of the text. */
function outermost(nodes: readonly Node[]): readonly Node[] {
  const found: Node[] = []
  for (const node of nodes.toSorted((one, other) => one.start - other.start || other.end - one.end))
    if (node.start >= (found.at(-1)?.end ?? 0)) found.push(node)
  return found
}

function isInside(ranges: readonly Node[], { start }: Node): boolean {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.end ?? 0) <= start) low = middle + 1
    else high = middle
  }
  return (ranges[low]?.start ?? Number.POSITIVE_INFINITY) <= start
}
