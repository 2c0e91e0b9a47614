import { calleeOf } from '../../../code/calls.js'
import { definitionOf } from '../../../code/definitions.js'
import { environmentRead } from '../../../code/environment-reads.js'
import type { Program } from '../../../code/program.js'
import type { Call, ClassNode, CodeFile, Expression, If, Node, Statement } from '../../../code/syntax.js'
import { holds, pathOf, peel, walk } from '../../../code/walk.js'

/** What the code of a service refuses to run with. */
export interface Checks {
  /** Variables, constants and settings that are looked at by a test that ends the program, a schema or a validator. */
  readonly names: ReadonlySet<string>
}

/** Parts of the code that are known never to run. */
type Dead = Pick<ReadonlySet<Node>, 'has'>

const NONE: Dead = new Set<Node>()

const CHECKING = /require|must|assert|ensure|mandatory|valid|check|verify|throw|need/i
const ENDING = /^(?:exit|_exit|abort|kill|Fatal\w*|panic|Panic\w*|fail|die|bail)$|throw|fatal|exit/

/**
 * The names that some check of the code names. Taken widely: a name in a test whose branch throws or ends the program, in
 * a call of something that checks, in a list of texts (`['JWT_SECRET', 'DB_PASSWORD'].forEach(…)`), in a schema. A check
 * that is not one silences a finding; one that is not seen makes a wrong one. Nothing in `dead` ever runs.
 */
export function checksIn(program: Program, files: readonly CodeFile[], dead: Dead = NONE): Checks {
  const names = new Set<string>()
  for (const file of files) {
    walk(file.body, node => {
      if (dead.has(node)) return false
      if (node.kind === 'if') addTest(names, node, dead)
      else if (node.kind === 'call') addCall(names, program, file, node, dead)
      else if (node.kind === 'binary' && endsProgram([node.right], dead)) addNames(names, [node.left])
      else if (node.kind === 'conditional' && endsProgram([node.consequent, node.alternate], dead))
        addNames(names, [node.test])
      else if (node.kind === 'array') addTexts(names, node.elements)
      else if (node.kind === 'entry') addSchema(names, program, file, node)
      else if (node.kind === 'field' && node.decorators.some(node.value ? refusesValue : isValidator))
        names.add(node.name)
      else if (node.kind === 'class' && file.language === 'python') addDemanded(names, node)
      return undefined
    })
  }
  return { names }
}

function addTest(names: Set<string>, node: If, dead: Dead): void {
  if (endsProgram([...node.consequent, ...node.alternate], dead)) addNames(names, [node.test])
}

/** Whether something in these throws or ends the program. */
export function endsProgram(nodes: readonly (Expression | Statement)[], dead: Dead = NONE): boolean {
  let ends = false
  walk(nodes, node => {
    if (dead.has(node)) return false
    if (node.kind === 'throw') ends = true
    if (node.kind === 'call') {
      const name = calledName(node)
      if (name !== undefined && ENDING.test(name)) ends = true
    }
    return ends ? false : undefined
  })
  return ends
}

/** `requireEnv('JWT_SECRET')`, `assert(process.env.JWT_SECRET)`, `@field_validator("SECRET_KEY")`. */
function addCall(names: Set<string>, program: Program, file: CodeFile, node: Call, dead: Dead): void {
  const name = calledName(node)
  const isCheck = name !== undefined && (CHECKING.test(name) || pathOf(node.callee)?.[0] === 'assert')
  if (!isCheck || isOfTokens(program, file, node)) return
  if (dead !== NONE) {
    // What it calls refuses nothing but in a branch that never runs.
    const body = calleeOf(program, { file, node })?.node.body
    if (body && endsProgram(body) && !endsProgram(body, dead)) return
  }
  addNames(names, node.arguments)
}

/** `jwt.verify(token, SECRET)` checks the token. */
function isOfTokens(program: Program, file: CodeFile, { callee }: Call): boolean {
  const tokens = /jwt|jsonwebtoken|jose|bcrypt|argon|crypto|passlib|token/i
  if (pathOf(callee)?.some(part => tokens.test(part))) return true
  const of = callee.kind === 'name' ? definitionOf(program, { file, node: callee }) : undefined
  return of?.kind === 'external' && tokens.test(of.package)
}

function calledName(node: Call): string | undefined {
  return pathOf(node.callee)?.at(-1) ?? (node.callee.kind === 'member' ? node.callee.property : undefined)
}

function addNames(names: Set<string>, nodes: readonly Node[]): void {
  walk(nodes, node => {
    if (node.kind === 'name') names.add(node.name)
    else if (node.kind === 'member') names.add(node.property)
    else if (node.kind === 'literal' && typeof node.value === 'string') names.add(node.value)
    return node.kind === 'function' ? false : undefined
  })
}

function addTexts(names: Set<string>, elements: readonly Expression[]): void {
  for (const one of elements) if (one.kind === 'literal' && typeof one.value === 'string') names.add(one.value)
}

/** `JWT_SECRET: z.string().min(32)` of a schema that gives no default. */
function addSchema(names: Set<string>, program: Program, file: CodeFile, node: Extract<Node, { kind: 'entry' }>): void {
  const value = peel(node.value)
  if (node.key === undefined || value.kind !== 'call' || environmentRead(program, { file, node: value })) return
  if (!/^(?:z|zod|Joi|joi|yup|v|t|S|str|string|envalid|Type|makeValidator|host|url)$/.test(root(value))) return
  const hasDefault = holds(
    [value],
    one =>
      (one.kind === 'member' && /^(?:default|catch|prefault|optional|nullish)$/.test(one.property)) ||
      (one.kind === 'entry' && /^(?:devD|d)efault$/.test(one.key ?? '')),
  )
  if (!hasDefault) names.add(node.key)
}

function root(node: Expression): string {
  let inner = peel(node)
  while (inner.kind === 'call' || inner.kind === 'member')
    inner = peel(inner.kind === 'call' ? inner.callee : inner.object)
  return inner.kind === 'name' ? inner.name : ''
}

/** `SECRET_KEY: str` without a value, of a class of settings: of the one for production, where another has a value. */
function addDemanded(names: Set<string>, node: ClassNode): void {
  if (!node.bases.some(base => /Settings$|Config$/.test(pathOf(base)?.at(-1) ?? ''))) return
  for (const one of node.members) if (one.kind === 'field' && one.type && !one.value) names.add(one.name)
}

/** A field with a value of its own is there in any case: only what may refuse that value checks it, `@MinLength(32) SECRET = 'text'`. */
function refusesValue(decorator: Expression): boolean {
  const name = pathOf(decorator.kind === 'call' ? decorator.callee : decorator)?.at(-1)
  return isValidator(decorator) && !/^Is(?:String|Optional|NotEmpty|Defined)$/.test(name ?? '')
}

/** `@IsString() JWT_SECRET: string` of a class that the environment is checked against. */
function isValidator(decorator: Expression): boolean {
  const name = pathOf(decorator.kind === 'call' ? decorator.callee : decorator)?.at(-1)
  return name !== undefined && /^(?:Is|Min|Max|Length|Matches)/.test(name)
}
