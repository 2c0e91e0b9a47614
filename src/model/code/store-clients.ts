import { readJsonObject } from '../../code/json.js'
import { standsAside } from '../../code/paths.js'
import type { Program } from '../../code/program.js'
import type { CodeFile, Node } from '../../code/syntax.js'
import { holds, pathOf, walk } from '../../code/walk.js'
import { CLIENT_SIGNS, type ClientSigns } from '../../knowledge/store-clients.js'
import { directoryOf, fileName, isWithin } from '../../paths.js'
import type { Tree } from '../../tree.js'
import type { Workload } from '../system.js'
import { importsOf } from './imports.js'
import type { ServiceCode } from './services.js'
import { familyOf } from './store-family.js'

/** Whether the code of a workload uses a data service: `unknown` where some of it is not seen, or a setting decides. */
export type StoreUse = 'used' | 'unused' | 'unknown'

/** For each workload whose code is in the repository, by its id: for each deployed family of data services, by `familyOf`. */
export type StoreUses = ReadonlyMap<string, ReadonlyMap<string, StoreUse>>

/** What the code of each workload uses of the data services that are deployed. */
export function storeUsesOf(
  tree: Tree,
  program: Program,
  workloads: readonly Workload[],
  services: readonly ServiceCode[],
  own: readonly string[],
): StoreUses {
  const families = new Set(workloads.flatMap(one => familyOf(one) ?? []))
  const signs = [...CLIENT_SIGNS].filter(([family]) => families.has(family))
  const found = new Map<string, ReadonlyMap<string, StoreUse>>()
  if (signs.length === 0) return found
  const hosts = (family: string) => workloads.filter(one => familyOf(one) === family).map(one => one.name)
  for (const workload of workloads) {
    const code = codeRunBy(tree, program, workload, services, own)
    if (!code) continue
    found.set(
      workload.id,
      new Map(signs.map(([family, sign]) => [family, useIn(code, sign, workload, tree, hosts(family))])),
    )
  }
  return found
}

interface Code {
  readonly files: readonly CodeFile[]
  readonly packages: ReadonlySet<string>
  readonly isComplete: boolean
}

/** What a workload can run of the repository's code: what its entry reaches, else everything in the folder of its image. */
function codeRunBy(
  tree: Tree,
  program: Program,
  workload: Workload,
  services: readonly ServiceCode[],
  own: readonly string[],
): Code | undefined {
  const service = services.find(one => one.workloads.some(({ id }) => id === workload.id))
  if (service?.isCertain) {
    const { isComplete, packages } = importsOf(program, service.code, own)
    if (isComplete) return { files: service.code, packages, isComplete }
  }
  const folder = service?.directory ?? folderOf(workload)
  if (folder === undefined) return undefined
  const inside = [...program.files.keys()].filter(path => isWithin(folder, path) && !standsAside(path))
  if (inside.length === 0) return undefined
  const files = [...program.reachableFrom(inside)].flatMap(path => program.files.get(path) ?? [])
  const { packages, missing } = importsOf(program, files, own)
  const isOther = (path: string) => /\.(?:java|kt|rb|php|cs|rs|exs?|scala|fs|pl)$/.test(path) && isWithin(folder, path)
  return { files, packages, isComplete: missing === 0 && !tree.files.some(({ path }) => isOther(path)) }
}

function folderOf({ image }: Workload): string | undefined {
  if (image?.origin !== 'built' || !image.dockerfile || !image.context?.present) return undefined
  const own = directoryOf(image.dockerfile.file.path)
  return isWithin(image.context.path, own) ? own : image.context.path
}

/** What packages of the repository's owner begin with: what they do is not known where they are not in it. */
export function ownNames(tree: Tree): readonly string[] {
  const names = tree.files.flatMap(({ path }) => {
    const name = fileName(path)
    if (name === 'go.mod') {
      const module = /^module\s+(\S+)/m.exec(tree.read(path)?.text ?? '')?.[1] ?? ''
      return module.split('/').length > 2 ? [`${module.split('/').slice(0, 2).join('/')}/`] : []
    }
    const source = name === 'package.json' ? tree.read(path) : undefined
    const own = source && readJsonObject(source)?.name
    return typeof own === 'string' && own.startsWith('@') ? [`${own.split('/')[0]}/`] : []
  })
  return [...new Set(names)]
}

function useIn(code: Code, signs: ClientSigns, workload: Workload, tree: Tree, hosts: readonly string[]): StoreUse {
  const packages = [...code.packages]
  if (packages.some(name => signs.uses.test(name)) || signs.uses.test(workload.start?.text ?? '')) return 'used'
  if (code.files.some(file => namesClient(file, signs, tree)) || isToldBroker(packages, signs, workload)) return 'used'
  if (!code.isComplete || packages.some(name => signs.mayUse.test(name))) return 'unknown'
  if (workload.ownFiles?.texts.some(({ text }) => signs.mention.test(text))) return 'unknown'
  const variables = variablesFor(workload, signs, hosts)
  return code.files.some(file => mentions(file, signs, variables, tree)) ? 'unknown' : 'unused'
}

/** A client that a framework loads by its name: `'BACKEND': 'django_redis.cache.RedisCache'`. */
function namesClient(file: CodeFile, signs: ClientSigns, tree: Tree): boolean {
  if (!signs.mention.test(tree.read(file.path)?.text ?? '')) return false
  return holds(
    file.body,
    node =>
      node.kind === 'literal' &&
      typeof node.value === 'string' &&
      /^\w+(?:\.\w+)+\.[A-Z]\w+$/.test(node.value) &&
      signs.uses.test(node.value),
  )
}

/** Celery and its like keep their jobs where a variable says: `CELERY_BROKER_URL: redis://cache:6379/0`. */
function isToldBroker(packages: readonly string[], signs: ClientSigns, { environment }: Workload): boolean {
  if (!packages.some(name => /^(?:celery|kombu|dramatiq|huey|taskiq)(?:[./]|$)/.test(name) && signs.mayUse.test(name)))
    return false
  return [...environment.values()].some(({ name, value, raw }) => {
    const [, scheme = ''] = /^([a-z][a-z+]*):\/\//i.exec((value.known ? value.value : raw) ?? '') ?? []
    return /BROKER|CELERY|RESULT_BACKEND|DRAMATIQ|HUEY|TASKIQ/i.test(name) && signs.mention.test(scheme)
  })
}

/** Variables that lead to the service and do not say so in their name: `BROKER_URL`. */
function variablesFor(workload: Workload, signs: ClientSigns, hosts: readonly string[]): ReadonlySet<string> {
  const words = hosts.map(host => host.toLowerCase())
  const leads = (text: string) =>
    signs.mention.test(text) ||
    words.some(word =>
      text
        .toLowerCase()
        .split(/[^a-z0-9_-]+/)
        .includes(word),
    )
  return new Set(
    [...workload.environment.values()].flatMap(({ name, value, raw }) =>
      !signs.mention.test(name) && leads((value.known ? value.value : raw) ?? '') ? [name.toLowerCase()] : [],
    ),
  )
}

/** Whether code names the service, or a variable that leads to it. That a setting for it is declared is no use of it. */
function mentions(file: CodeFile, signs: ClientSigns, variables: ReadonlySet<string>, tree: Tree): boolean {
  const text = tree.read(file.path)?.text.toLowerCase() ?? ''
  if (!signs.mention.test(text) && ![...variables].some(name => text.includes(name))) return false
  const names = (word: string) => signs.mention.test(word) || variables.has(word.toLowerCase())
  let found = false
  walk(file.body, node => {
    if (found || declaresSetting(node, signs)) return false
    found = wordsOf(node).some(names)
    return undefined
  })
  return found
}

function wordsOf(node: Node): readonly string[] {
  switch (node.kind) {
    case 'literal':
      return typeof node.value === 'string' ? [node.value] : []
    case 'template':
      return node.parts.filter(part => typeof part === 'string')
    case 'name':
      return [node.name]
    case 'member':
      return [node.property]
    case 'keyword':
      return [node.name]
    default:
      return []
  }
}

/** A field of settings with a plain value, or a variable that is read under the name of the service, with its fallback. */
function declaresSetting(node: Node, signs: ClientSigns): boolean {
  if (node.kind === 'field') return signs.mention.test(node.name) && (!node.value || node.value.kind === 'literal')
  const inner = node.kind === 'binary' && /^(?:\|\||\?\?)$/.test(node.operator) ? node.left : node
  if (inner.kind === 'member') {
    return (
      /^(?:process|import\.meta)\.env$/.test(pathOf(inner.object)?.join('.') ?? '') &&
      signs.mention.test(inner.property)
    )
  }
  return false
}
