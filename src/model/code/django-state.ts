import { definitionOf, externalName } from '../../code/definitions.js'
import { indexOf } from '../../code/file-index.js'
import type { Program } from '../../code/program.js'
import { functionsAround } from '../../code/scopes.js'
import type { Call, CodeFile, Expression } from '../../code/syntax.js'
import { evaluateExpression } from '../../code/values.js'
import { peel, walk } from '../../code/walk.js'
import type { LibraryState } from './process-state.js'
import { type ServiceCode, serviceEnvironment } from './services.js'
import { djangoSetting, djangoSettingsFiles } from './web/django-settings.js'
import { optionOf } from './web/options.js'
import { productionFiles } from './web/production-files.js'

type Kept = LibraryState['kept']

/** How messages call the cache that Django has without any setting: https://docs.djangoproject.com/en/5.2/ref/settings/#caches */
const LOCAL = 'LocMemCache'

/**
 * What a program of Django keeps in its cache that all of its processes have to share: sessions, the counts of throttles, locks,
 * codes that people are sent. A cache that only saves work is none of it.
 */
export function djangoState(program: Program, service: ServiceCode): readonly LibraryState[] {
  if (djangoSettingsFiles(program, service).length === 0) return []
  const found: LibraryState[] = []
  const add = (kind: LibraryState['kind'], kept: Kept | undefined, file: CodeFile, { start, end }: Expression) => {
    if (kept) found.push({ kind, library: LOCAL, kept, at: { path: file.path, start, end } })
  }
  const kept = (alias: string) => backendOf(program, service, alias)
  const engine = djangoSetting(program, service, 'SESSION_ENGINE')
  if (engine && typeof engine === 'object' && textOf(program, service, engine.file, engine.node) === CACHE_SESSIONS) {
    const alias = djangoSetting(program, service, 'SESSION_CACHE_ALIAS')
    const named = alias && typeof alias === 'object' ? textOf(program, service, alias.file, alias.node) : 'default'
    add('sessions', alias === 'open' || named === undefined ? 'unknown' : kept(named), engine.file, engine.node)
  }
  const rest = djangoSetting(program, service, 'REST_FRAMEWORK')
  const throttles = rest && optionOf(program, rest, 'DEFAULT_THROTTLE_CLASSES')
  if (throttles && typeof throttles === 'object' && isFilled(throttles.node))
    add('limits', kept('default'), throttles.file, throttles.node)
  for (const file of productionFiles(program, service)) {
    if (file.language !== 'python') continue
    for (const { members } of indexOf(file).classes) {
      for (const one of members)
        if (one.kind === 'field' && one.name === 'throttle_classes' && one.value && isFilled(one.value))
          add('limits', kept('default'), file, one.value)
    }
    for (const call of CALLS.flatMap(name => indexOf(file).callsByName.get(name) ?? [])) {
      const kind = kindOf(program, file, call)
      if (kind) add(kind, kept('default'), file, call)
    }
  }
  return found
}

const CACHE_SESSIONS = 'django.contrib.sessions.backends.cache'
const CALLS = ['add', 'set', 'incr']
const LOCKS = /(?:^|[^a-z])(?:lock|mutex|semaphore)(?:s|ed|ing)?(?:$|[^a-z])/i
const CODES =
  /(?:^|[^a-z])(?:otp|one[-_ ]?time|verif(?:y|ication)|captcha|nonce|2fa|mfa|magic|reset[-_]?(?:code|token)|sms|login[-_]?attempts?)(?:$|[^a-z])/i

/** What a call of the cache keeps, by the words of its key; undefined where it may be left out without harm. */
function kindOf(program: Program, file: CodeFile, call: Call): LibraryState['kind'] | undefined {
  const { callee } = call
  const [key] = call.arguments
  if (callee.kind !== 'member' || !key) return undefined
  if (!file.imports.some(({ from }) => from === 'django.core.cache')) return undefined
  if (externalName(definitionOf(program, { file, node: callee.object })) !== 'django.cache') return undefined
  const words = wordsOf(program, file, key)
  // `add` says whether it was the first, which is how locks are made of a cache.
  if (callee.property === 'add') {
    const around = functionsAround(file, call.start)[0]?.name ?? ''
    return LOCKS.test(words) || /(?:^|_)(?:lock|acquire)/i.test(around) ? 'locks' : undefined
  }
  if (LOCKS.test(words)) return 'locks'
  return CODES.test(words) ? 'codes' : undefined
}

/** The texts of a key, and the names in it. */
function wordsOf(program: Program, file: CodeFile, key: Expression): string {
  const found: string[] = []
  const given = definitionOf(program, { file, node: key })
  const nodes = given.kind === 'expression' && given.node !== key ? [key, given.node] : [key]
  walk(nodes, node => {
    if (node.kind === 'literal' && typeof node.value === 'string') found.push(node.value)
    if (node.kind === 'template') found.push(...node.parts.filter(part => typeof part === 'string'))
    if (node.kind === 'name') found.push(node.name)
    return undefined
  })
  return found.join(' ')
}

function isFilled(node: Expression): boolean {
  const inner = peel(node)
  return inner.kind === 'array' && inner.elements.length > 0
}

/** Where a cache keeps what it is given; undefined: nowhere. */
function backendOf(program: Program, service: ServiceCode, alias: string): Kept | undefined {
  const caches = djangoSetting(program, service, 'CACHES')
  if (caches === undefined) return 'process'
  const cache = optionOf(program, caches, alias)
  if (typeof cache === 'string') return 'unknown'
  const backend = optionOf(program, cache, 'BACKEND')
  const text = typeof backend === 'string' ? undefined : textOf(program, service, backend.file, backend.node)
  if (text === undefined) return 'unknown'
  if (/dummy/i.test(text)) return undefined
  return /locmem/i.test(text) ? 'process' : 'shared'
}

function textOf(program: Program, service: ServiceCode, file: CodeFile, node: Expression): string | undefined {
  const value = evaluateExpression(program, { file, node }, serviceEnvironment(service))
  return value.kind === 'known' && typeof value.value === 'string' ? value.value : undefined
}
