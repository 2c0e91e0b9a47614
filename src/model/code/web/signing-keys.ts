import { hasWord, indexOf, some } from '../../../code/file-index.js'
import type { ExpressionIn, Program } from '../../../code/program.js'
import type { Assign, CodeFile, Node } from '../../../code/syntax.js'
import { pathOf, peel, walk } from '../../../code/walk.js'
import { isSigningKeyName } from '../../../knowledge/secrets.js'
import type { Span } from '../../../source.js'
import type { ServiceCode } from '../services.js'
import { djangoSetting } from './django-settings.js'
import { isFrameworkKey } from './hardcoded-secrets.js'
import { productionFiles } from './production-files.js'
import { mayBeKept, mayBeRandom, randomCall } from './random-values.js'
import { callsThatTake, sinksOf } from './secret-sinks.js'
import { isStaged } from './stages.js'

/** What the code of a service has to do with keys that sign or encrypt. */
export interface SigningKeys {
  /** Whether it names one anywhere. */
  readonly isUsed: boolean
  /** Keys that are random whatever the environment says, made when the program starts. */
  readonly random: readonly RandomKey[]
}

/** A key that each process makes for itself when it starts. */
export interface RandomKey {
  /** What takes it: `session`, `secret_key`, `SECRET_KEY`. */
  readonly name: string
  /** The call that makes it. */
  readonly at: Span
}

/** The keys that a service signs with. Those for one message, one request or one branch of development are none. */
export function signingKeys(program: Program, service: ServiceCode): SigningKeys {
  const files = productionFiles(program, service)
  const isUsed = files.some(file => hasWord(file, isSigningKeyName) || some(indexOf(file).texts, isSigningKeyName))
  const found = new Map<string, RandomKey>()
  const add = (name: string, value: ExpressionIn) => {
    const made = randomCall(program, value)
    const held = pathOf(peel(value.node))?.at(-1)
    if (!made || isInFunction(made, value) || mayBeKept(files, new Set(held === undefined ? [] : [held]))) return
    const at: Span = { path: made.file.path, start: made.node.start, end: made.node.end }
    found.set(`${at.path}\n${at.start}`, found.get(`${at.path}\n${at.start}`) ?? { name, at })
  }
  const django = service.packages.has('django') ? djangoSetting(program, service, 'SECRET_KEY') : undefined
  if (typeof django === 'object') add('SECRET_KEY', django)
  if (files.some(mayBeRandom)) {
    for (const file of files) {
      // A function may make others for each message.
      for (const node of outside(file, callsThatTake(file), true))
        for (const { takes, call, value } of sinksOf(program, { file, node })) if (takes === 'key') add(call, value)
      for (const { target, value } of outside(file, keysGiven(file), false))
        add(pathOf(target)?.at(-1) ?? 'the key', { file, node: value })
    }
  }
  return { isUsed: isUsed || found.size > 0, random: [...found.values()] }
}

/** A key that stands in a function of another file or place is made whenever that is called. */
function isInFunction(made: ExpressionIn, { file, node }: ExpressionIn): boolean {
  if (made.file === file && node.start <= made.node.start && made.node.end <= node.end) return false
  return indexOf(made.file).functions.some(fn => fn.start <= made.node.start && made.node.end <= fn.end)
}

/** What of a file gives an application its key. */
function keysGiven(file: CodeFile): readonly Assign[] {
  const { words } = indexOf(file)
  if (!words.has('secret_key') && !words.has('SECRET_KEY')) return []
  const found: Assign[] = []
  walk(file.body, node => {
    if (node.kind === 'assign' && isFrameworkKey(node.target)) found.push(node)
    return undefined
  })
  return found
}

/** Those that do not depend on the stage, nor stand in a function where `isOnce`. */
function outside<N extends Node>(file: CodeFile, nodes: readonly N[], isOnce: boolean): readonly N[] {
  if (nodes.length === 0) return nodes
  const { branches, functions } = indexOf(file)
  const around: readonly Node[] = [...branches.filter(one => isStaged(one, true)), ...(isOnce ? functions : [])]
  return nodes.filter(node => !around.some(one => one.start <= node.start && node.end <= one.end))
}
