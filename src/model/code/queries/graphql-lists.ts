import { definitionOf, externalName } from '../../../code/definitions.js'
import type { FunctionIn, In, Program } from '../../../code/program.js'
import type {
  ClassNode,
  CodeFile,
  Expression,
  FunctionNode,
  Node,
  ObjectLiteral,
  Parameter,
} from '../../../code/syntax.js'
import { peel, walk } from '../../../code/walk.js'
import { resolveType } from '../../../code/written-types.js'
import { readGraphqlSdl, type SdlField } from '../../../parse/graphql-sdl.js'
import type { Source, Span } from '../../../source.js'

/** A field of a GraphQL API that gives a list, and the function that answers it. */
export interface GraphqlList {
  /** With the type that it belongs to, where that is known: `Query.orders`, `orders`. */
  readonly field: string
  /** Whether a client can say how many it wants: by an argument, or not, or its arguments are not all known. */
  readonly limit: 'given' | 'none' | 'unknown'
  readonly at: Span
}

/** A list with its resolver. */
export interface ResolvedList extends GraphqlList {
  readonly handler: FunctionIn
}

/** Names of arguments that say how many, or which page. */
const SIZES =
  /^(?:limit|first|last|take|top|size|count|max|amount|page|page_?size|per_?page|page_?limit|max_?results|pagination|paging)$/i

/** The list fields of a GraphQL API of TypeScript or JavaScript whose resolvers are found. `schemas` are its files of SDL. */
export function graphqlLists(
  program: Program,
  code: readonly CodeFile[],
  schemas: readonly Source[],
): readonly ResolvedList[] {
  const declared = code.flatMap(file => (usesDecorators(file) ? declaredLists(program, file) : []))
  return [...declared, ...sdlLists(program, code, schemas)]
}

// --------------------------------------------------------------------------------------------------------- by decorators

const DECORATORS = /^(?:@nestjs\/graphql|type-graphql)\.(?:Query|ResolveField|FieldResolver)$/

function usesDecorators({ imports }: CodeFile): boolean {
  return imports.some(({ from }) => from === '@nestjs/graphql' || from === 'type-graphql')
}

/** Methods with `@Query(() => [Order])`, `@ResolveField('lines', () => [Line])`. */
function declaredLists(program: Program, file: CodeFile): readonly ResolvedList[] {
  const found: ResolvedList[] = []
  walk(file.body, node => {
    if (node.kind !== 'class') return undefined
    for (const method of node.members) {
      if (method.kind !== 'function') continue
      const decorator = method.decorators.find(one => isListDecorator(program, file, one))
      if (!decorator) continue
      const at = { path: file.path, start: decorator.start, end: decorator.end }
      const limit = argumentLimit(program, { file, node: method })
      found.push({ field: method.name ?? '', limit, at, handler: { file, node: method } })
    }
    return undefined
  })
  return found
}

function isListDecorator(program: Program, file: CodeFile, decorator: Expression): boolean {
  const call = peel(decorator)
  if (call.kind !== 'call') return false
  const name = externalName(definitionOf(program, { file, node: call.callee }))
  if (name === undefined || !DECORATORS.test(name)) return false
  const type = call.arguments.find((one): one is FunctionNode => one.kind === 'function')
  const [only] = type?.body ?? []
  return only?.kind === 'return' && only.value?.kind === 'array'
}

/** What the parameters of a resolver let a client say. */
function argumentLimit(program: Program, { file, node }: FunctionIn): GraphqlList['limit'] {
  let limit: GraphqlList['limit'] = 'none'
  for (const parameter of node.parameters) {
    const given = parameterLimit(program, { file, node: parameter })
    if (given === 'given') return 'given'
    if (given === 'unknown') limit = 'unknown'
  }
  return limit
}

function parameterLimit(program: Program, { file, node }: In<Parameter>): GraphqlList['limit'] {
  for (const decorator of node.decorators) {
    const call = peel(decorator)
    const name = externalName(definitionOf(program, { file, node: call.kind === 'call' ? call.callee : call }))
    if (name !== undefined && /^(?:@nestjs\/graphql|type-graphql)\.(?:Parent|Root|Context|Ctx|Info)$/.test(name))
      return 'none'
    if (name === undefined || !/^(?:@nestjs\/graphql|type-graphql)\.Args?$/.test(name)) return 'unknown'
    const [first] = call.kind === 'call' ? call.arguments : []
    const key = first?.kind === 'literal' ? String(first.value) : undefined
    if (key !== undefined && SIZES.test(key)) return 'given'
    if (!node.type || /^(?:string|number|boolean|Date|\[\])$/.test(node.type.name))
      return key === undefined ? 'unknown' : 'none'
    const of = resolveType(program, file, node.type)
    if (of?.kind === 'class') return classLimit(program, of)
    return of?.kind === 'builtin' ? 'none' : 'unknown'
  }
  return node.decorators.length === 0 ? 'unknown' : 'none'
}

/** Whether a class of arguments, or one that it extends, has a field for the size of a page. */
function classLimit(program: Program, of: In<ClassNode>, depth = 0): GraphqlList['limit'] {
  if (depth > 5) return 'unknown'
  if (of.node.members.some(one => one.kind === 'field' && SIZES.test(one.name))) return 'given'
  for (const base of of.node.bases) {
    const above = definitionOf(program, { file: of.file, node: base })
    const limit = above.kind === 'class' ? classLimit(program, above, depth + 1) : 'unknown'
    if (limit !== 'none') return limit
  }
  return 'none'
}

// ---------------------------------------------------------------------------------------------------------------- by SDL

/** A part of a schema as it is written, with the place of its beginning. */
interface SdlText {
  readonly path: string
  readonly text: string
  readonly start: number
}

function sdlLists(program: Program, code: readonly CodeFile[], schemas: readonly Source[]): readonly ResolvedList[] {
  const texts = [...schemas.map(({ path, text }) => ({ path, text, start: 0 })), ...code.flatMap(sdlTexts)]
  const read = texts.map(text => ({ ...text, ...readGraphqlSdl(text.text) }))
  const inputs = new Map(read.flatMap(one => [...one.inputs]))
  const lists = read.flatMap(({ path, start, fields }) =>
    fields
      .filter(one => one.isList && !/^(?:Mutation|Subscription)$/.test(one.owner))
      .map(field => ({ path, start, field })),
  )
  if (lists.length === 0) return []
  const resolvers = resolversOf(program, code)
  return lists.flatMap(({ path, start, field }) => {
    const name = `${field.owner}.${field.name}`
    const handler = resolvers.get(name)
    const at = { path, start: start + field.start, end: start + field.end }
    return handler ? [{ field: name, limit: sdlLimit(field, inputs), at, handler }] : []
  })
}

/** Templates and texts that declare types. Only texts in one piece have places that can be told. */
function sdlTexts(file: CodeFile): readonly SdlText[] {
  const found: SdlText[] = []
  walk(file.body, node => {
    const text = node.kind === 'template' && node.parts.length === 1 ? node.parts[0] : undefined
    if (typeof text !== 'string' || !/\b(?:type|interface)\s+[A-Z]\w*[^{]{0,200}\{/.test(text)) return undefined
    found.push({ path: file.path, text, start: node.start + 1 })
    return undefined
  })
  return found
}

function sdlLimit(field: SdlField, inputs: ReadonlyMap<string, readonly string[]>): GraphqlList['limit'] {
  let limit: GraphqlList['limit'] = 'none'
  for (const { name, type } of field.arguments) {
    if (SIZES.test(name)) return 'given'
    const inner = inputs.get(type)
    if (inner?.some(one => SIZES.test(one))) return 'given'
    if (
      !inner &&
      !/^(?:ID|String|Int|Float|Boolean|Date|DateTime|UUID)$/.test(type) &&
      /Input|Args|Options|Paging|Page/.test(type)
    )
      limit = 'unknown'
  }
  return limit
}

/** The functions of maps of resolvers, `{ Query: { orders: async () => … } }`, and of classes with `@Query('orders')`. */
function resolversOf(program: Program, code: readonly CodeFile[]): ReadonlyMap<string, FunctionIn> {
  const found = new Map<string, FunctionIn>()
  for (const file of code) {
    walk(file.body, node => {
      if (node.kind === 'object') addResolvers(program, { file, node }, found)
      if (node.kind === 'class' && usesDecorators(file)) addMethods(program, { file, node }, found)
      return undefined
    })
  }
  return found
}

function addResolvers(program: Program, { file, node }: In<ObjectLiteral>, into: Map<string, FunctionIn>): void {
  for (const entry of node.entries) {
    if (entry.kind !== 'entry' || entry.key === undefined || !/^[A-Z]/.test(entry.key)) continue
    const fields = definitionOf(program, { file, node: entry.value })
    const object = fields.kind === 'expression' ? peel(fields.node) : undefined
    if (fields.kind !== 'expression' || object?.kind !== 'object') continue
    for (const field of object.entries) {
      if (field.kind !== 'entry' || field.key === undefined) continue
      const resolver = functionIn(program, fields.file, field.value)
      if (resolver) into.set(`${entry.key}.${field.key}`, resolver)
    }
  }
}

function functionIn(program: Program, file: CodeFile, value: Expression): FunctionIn | undefined {
  const inner = peel(value)
  if (inner.kind === 'function') return { file, node: inner }
  const found = definitionOf(program, { file, node: inner })
  return found.kind === 'function' ? found : undefined
}

/** `@Query('orders')` and `@Query()` of Nest with a schema of its own. */
function addMethods(program: Program, { file, node }: In<ClassNode>, into: Map<string, FunctionIn>): void {
  for (const method of node.members) {
    if (method.kind !== 'function') continue
    for (const decorator of method.decorators) {
      const call = peel(decorator)
      if (call.kind !== 'call') continue
      if (externalName(definitionOf(program, { file, node: call.callee })) !== '@nestjs/graphql.Query') continue
      if (call.arguments.some((one: Node) => one.kind === 'function')) continue
      const [first] = call.arguments
      const name = first?.kind === 'literal' ? String(first.value) : method.name
      if (name !== undefined) into.set(`Query.${name}`, { file, node: method })
    }
  }
}
