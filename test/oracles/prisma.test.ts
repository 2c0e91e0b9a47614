import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import {
  type PrismaArgument,
  type PrismaAttribute,
  type PrismaBlock,
  type PrismaField,
  type PrismaValue,
  parsePrisma,
} from '../../src/parse/prisma.js'
import { generatePrisma } from './parsers/generate-prisma.js'
import { readTexts } from './parsers/texts.js'

const written = readTexts('prisma.cases')
const generated = generatePrisma(20_261_127, 3_000)
const replies = askPrismaAst([...written.map(({ text }) => text), ...generated])

interface Reply {
  readonly schema?: { readonly list: readonly Their[] }
  readonly error?: string
}

/** A node of prisma-ast, of any kind. */
interface Their {
  readonly type: string
  readonly name: string
  readonly key?: string
  readonly kind?: string
  readonly group?: string
  readonly value?: TheirValue
  readonly params?: readonly TheirValue[]
  readonly args?: readonly TheirValue[]
  readonly fieldType?: TheirValue
  readonly array?: boolean
  readonly optional?: boolean
  readonly attributes?: readonly Their[]
  readonly properties?: readonly Their[]
  readonly enumerators?: readonly Their[]
  readonly assignments?: readonly Their[]
}
type TheirValue = string | number | boolean | null | Their | readonly TheirValue[]

function askPrismaAst(texts: readonly string[]): readonly Reply[] {
  const script = fileURLToPath(new URL('./parsers/read-prisma.mjs', import.meta.url))
  const cwd = mkdtempSync(join(tmpdir(), 'erp-audit-prisma-'))
  try {
    const options = { cwd, input: JSON.stringify(texts), encoding: 'utf8', maxBuffer: 1 << 28 } as const
    const result = spawnSync(process.execPath, [script], options)
    if (result.status !== 0) throw new Error(`prisma-ast failed: ${result.stderr.slice(0, 2_000)}`)
    return result.stdout
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as Reply)
  } finally {
    rmSync(cwd, { recursive: true })
  }
}

// Both sides as lines: a block, its members, their attributes.

function theirLines(blocks: readonly Their[]): readonly string[] {
  return blocks.flatMap(block => {
    if (!KINDS.has(block.type)) return []
    const members = [...(block.properties ?? []), ...(block.enumerators ?? []), ...(block.assignments ?? [])]
    return [`${block.type} ${block.name}`, ...members.flatMap(theirMember)]
  })
}

const KINDS = new Set(['model', 'view', 'type', 'enum', 'datasource', 'generator'])

function theirMember(member: Their): readonly string[] {
  if (member.type === 'attribute') return [`  @@${theirAttribute(member)}`]
  if (member.type === 'assignment') return [`  ${member.key} = ${theirValue(member.value)}`]
  if (member.type !== 'field' && member.type !== 'enumerator') return []
  const attributes = (member.attributes ?? []).map(one => ` @${theirAttribute(one)}`).join('')
  const type = member.fieldType === undefined ? '' : ` ${theirType(member)}`
  return [`  ${member.name}${type}${attributes}`]
}

function theirType({ fieldType, array, optional }: Their): string {
  const type = typeof fieldType === 'object' && fieldType !== null && 'name' in fieldType ? fieldType : undefined
  const name = type ? `${type.name}(${(type.params ?? []).map(theirValue).join(', ')})` : String(fieldType)
  return `${name}${array ? '[]' : ''}${optional ? '?' : ''}`
}

function theirAttribute({ group, name, args = [] }: Their): string {
  const given = args.map(one =>
    theirValue(typeof one === 'object' && one !== null && 'value' in one ? (one.value ?? null) : one),
  )
  return `${group === undefined ? '' : `${group}.`}${name}(${given.join(', ')})`
}

function theirValue(value: TheirValue | undefined): string {
  if (typeof value === 'string' && value.startsWith('"')) return JSON.stringify(JSON.parse(value))
  if (typeof value !== 'object' || value === null) return String(value)
  if (!('type' in value)) return `[${value.map(theirValue).join(', ')}]`
  if (value.type === 'keyValue') return `${value.key}: ${theirValue(value.value)}`
  if (value.type === 'array') return `[${(value.args ?? []).map(theirValue).join(', ')}]`
  return `${value.name}(${(value.params ?? []).map(theirValue).join(', ')})`
}

function ourLines(blocks: readonly PrismaBlock[]): readonly string[] {
  return blocks.flatMap(block => {
    const settings = block.settings.map(({ name, value }) => ({ at: value.at, line: `  ${name} = ${ourValue(value)}` }))
    const members = [
      ...block.fields.map(field => ({ at: field.at, line: ourField(field) })),
      ...block.attributes.map(one => ({ at: one.at, line: `  @@${ourAttribute(one)}` })),
      ...settings,
    ]
    const lines = members.sort((one, other) => one.at.start - other.at.start).map(({ line }) => line)
    return [`${block.kind} ${block.name}`, ...lines]
  })
}

function ourField({ name, type, unsupported, list, optional, attributes }: PrismaField): string {
  const inner = unsupported === undefined ? '' : `(${JSON.stringify(unsupported)})`
  const written = type === undefined ? '' : ` ${type}${inner}${list ? '[]' : ''}${optional ? '?' : ''}`
  return `  ${name}${written}${attributes.map(one => ` @${ourAttribute(one)}`).join('')}`
}

function ourAttribute({ name, arguments: given }: PrismaAttribute): string {
  return `${name}(${given.map(ourArgument).join(', ')})`
}

function ourArgument({ name, value }: PrismaArgument): string {
  return name === undefined ? ourValue(value) : `${name}: ${ourValue(value)}`
}

function ourValue(value: PrismaValue): string {
  if (value.kind === 'string') return JSON.stringify(value.text)
  if (value.kind === 'list') return `[${value.items.map(ourValue).join(', ')}]`
  return value.kind === 'call' ? `${value.name}(${value.arguments.map(ourArgument).join(', ')})` : value.text
}

function disagreement(text: string, reply: Reply | undefined): string {
  const { blocks, problems } = parsePrisma({ path: 'schema.prisma', text })
  if (!reply?.schema) return `prisma-ast refuses it: ${reply?.error}`
  if (problems.length > 0) return `ours refuses it: ${problems[0]?.message}`
  const [theirs, ours] = [theirLines(reply.schema.list).join('\n'), ourLines(blocks).join('\n')]
  return theirs === ours ? '' : `prisma-ast:\n${theirs}\nours:\n${ours}`
}

test.each(written.map((text, index) => [text.name, text.text, replies[index]] as const))('%s', (_, text, reply) => {
  expect(disagreement(text, reply)).toBe('')
})

test('generated schemas', () => {
  const differing = generated.flatMap((text, index) => {
    const found = disagreement(text, replies[written.length + index])
    return found === '' ? [] : [`${text}\n${found}`]
  })
  expect(differing.slice(0, 3)).toEqual([])
  expect(generated.length).toBe(3_000)
})
