import { fieldRead } from '../../../code/environment-reads.js'
import { indexOf } from '../../../code/file-index.js'
import { taggedRead, typesWithPrefix } from '../../../code/go-settings.js'
import type { In, Program } from '../../../code/program.js'
import type { Call, ClassNode, CodeFile, Field, Node } from '../../../code/syntax.js'
import { walk } from '../../../code/walk.js'
import type { Form } from './fallback-forms.js'
import { isAsideClass } from './stages.js'

/** The fields with defaults of a class of settings, or of a struct with tags: they apply whoever asks for them. */
export function declaredForms(program: Program, { file, node }: In<ClassNode>, files: readonly CodeFile[]): Form[] {
  if (isAsideClass(node.name)) return []
  return node.members.flatMap(member => {
    if (member.kind !== 'field') return []
    if (file.language === 'go') {
      const read = member.tag ? taggedRead(file, member, '') : undefined
      return read?.fallback && !(node.name !== undefined && prefixedTypes(files).has(node.name))
        ? [
            {
              read: { ...read, alternatives: prefixed(files, read.variable) },
              fallback: read.fallback,
              whenEmpty: false,
            },
          ]
        : []
    }
    if (file.language !== 'python') return validatedForm(file, node, member, files)
    if (!member.value) return []
    const read = fieldRead(program, { kind: 'field', file, node: member, owner: node })
    return read?.fallback ? [{ read, fallback: read.fallback, whenEmpty: false }] : []
  })
}

const VARIABLE = /^[A-Z][A-Z0-9_]*$/

/**
 * `@IsString() JWT_SECRET = 'text'` of a class that the environment is made an instance of, by which Nest checks it:
 * https://docs.nestjs.com/techniques/configuration#custom-validate-function
 */
function validatedForm(
  file: CodeFile,
  { name }: ClassNode,
  member: Field,
  files: readonly CodeFile[],
): readonly Form[] {
  if (!member.value || name === undefined || !VARIABLE.test(member.name) || member.decorators.length === 0) return []
  if (!file.imports.some(({ from }) => from === 'class-validator')) return []
  const isMade = files.some(one =>
    ['plainToInstance', 'plainToClass'].some(maker =>
      (indexOf(one).callsByName.get(maker) ?? []).some(
        ({ arguments: [first] }) => first?.kind === 'name' && first.name === name,
      ),
    ),
  )
  const read = { variable: member.name, alternatives: [], isRequired: false }
  return isMade ? [{ read, fallback: { file, node: member.value }, whenEmpty: false }] : []
}

const prefixedOf = new WeakMap<readonly CodeFile[], ReadonlySet<string>>()

function prefixedTypes(files: readonly CodeFile[]): ReadonlySet<string> {
  const known = prefixedOf.get(files) ?? typesWithPrefix(files)
  prefixedOf.set(files, known)
  return known
}

const prefixesOf = new WeakMap<readonly CodeFile[], readonly string[]>()

/** The names that a variable has behind `envconfig.Process("erp", …)` and `viper.SetEnvPrefix("erp")`. */
function prefixed(files: readonly CodeFile[], variable: string): readonly string[] {
  const known = prefixesOf.get(files) ?? prefixesIn(files)
  prefixesOf.set(files, known)
  return known.map(prefix => `${prefix.toUpperCase()}_${variable}`)
}

function prefixesIn(files: readonly CodeFile[]): readonly string[] {
  const found = new Set<string>()
  for (const file of files) {
    if (!file.imports.some(({ from }) => /envconfig|spf13\/viper/.test(from))) continue
    for (const { callee, arguments: given } of callsOf(file)) {
      const [first] = given
      if (callee.kind !== 'member' || !/^(?:Process|MustProcess|SetEnvPrefix)$/.test(callee.property)) continue
      if (first?.kind === 'literal' && typeof first.value === 'string' && first.value !== '') found.add(first.value)
    }
  }
  return [...found]
}

function callsOf(file: CodeFile): readonly Call[] {
  const found: Call[] = []
  walk(file.body, node => {
    if (node.kind === 'call') found.push(node)
    return undefined
  })
  return found
}

/**
 * `viper.SetDefault("jwt.secret", "text")`, where variables of the environment are looked for and no file is read that may
 * say otherwise. https://github.com/spf13/viper#working-with-environment-variables
 */
export function viperForm(files: readonly CodeFile[], { file, node }: In<Node>): Form | undefined {
  if (node.kind !== 'call' || node.callee.kind !== 'member' || node.callee.property !== 'SetDefault') return undefined
  const [key, fallback] = node.arguments
  if (key?.kind !== 'literal' || typeof key.value !== 'string' || !fallback) return undefined
  if (!file.imports.some(({ from }) => from === 'github.com/spf13/viper')) return undefined
  const called = viperCalls(files)
  if (!['AutomaticEnv', 'BindEnv', 'MustBindEnv'].some(name => called.has(name))) return undefined
  if (['ReadInConfig', 'MergeInConfig', 'ReadConfig', 'AddRemoteProvider'].some(name => called.has(name)))
    return undefined
  const variable = key.value.toUpperCase().replaceAll(/[.-]/g, '_')
  return {
    read: { variable, alternatives: prefixed(files, variable), isRequired: false },
    fallback: { file, node: fallback },
    whenEmpty: false,
  }
}

const viperCallsOf = new WeakMap<readonly CodeFile[], ReadonlySet<string>>()

/** The names of what files that import viper call. */
function viperCalls(files: readonly CodeFile[]): ReadonlySet<string> {
  const known = viperCallsOf.get(files)
  if (known) return known
  const called = new Set<string>()
  for (const file of files) {
    if (file.language !== 'go' || !file.imports.some(({ from }) => from === 'github.com/spf13/viper')) continue
    for (const { callee } of callsOf(file)) if (callee.kind === 'member') called.add(callee.property)
  }
  viperCallsOf.set(files, called)
  return called
}
