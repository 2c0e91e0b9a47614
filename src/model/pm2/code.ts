import { directoryOf, joinPath } from '../../paths.js'
import { type Fact, known, knownValue, type Span, unknown } from '../../source.js'
import type { Tree } from '../../tree.js'
import type { Pm2Settings, Workload } from '../system.js'

const JAVASCRIPT = /\.[cm]?[jt]sx?$/
const NOT_RUN = /(?:^|\/)(?:tests?|__tests__|__mocks__|e2e|spec)\/|\.(?:test|spec|d)\.[cm]?[jt]sx?$|\.config\.[cm]?js$/
/** Files beyond which the code is not looked through. */
const MOST_FILES = 5_000
const READY = /\bprocess\s*(?:\?\.|!?\.)\s*send\s*!?\s*(?:\?\.)?\s*\(\s*["'`]ready["'`]/
/** Ways to it that a text search does not follow. */
const MAY_SEND =
  /\bprocess\s*(?:\?\.|!?\.)\s*send\b|\bprocess\[\s*["'`]send|\{[^{}]{0,200}\bsend\b[^{}]{0,200}\}\s*=\s*process\b/
/** Packages that tell PM2 when they are ready: https://docs.adonisjs.com/guides/concepts/application-lifecycle */
const SENDERS = /"(?:@adonisjs\/(?:core|http-server)|[^"]*pm2-[^"]*|@[^"]*\/pm2[^"]*)"\s*:/

/**
 * What the code of a PM2 app is asked, where its settings make it matter: whether it sends `ready`, and whether it reads which
 * instance it is. A look through the texts of all programs of the repository, not a trace.
 */
export function withCode(workload: Workload, tree: Tree): Workload {
  const { pm2 } = workload
  if (!pm2) return workload
  const asksReady = pm2.waitReady?.known === true && pm2.waitReady.value
  const asksInstance = pm2.mode.known && pm2.mode.value === 'fork' && (knownValue(pm2.instances) ?? 2) > 1
  if (!asksReady && !asksInstance) return workload
  const texts = programsOf(tree)
  return {
    ...workload,
    pm2: {
      ...pm2,
      ...(asksReady && pm2.waitReady ? { sendsReady: sendsReady(workload, pm2, texts, tree, pm2.waitReady.at) } : {}),
      ...(asksInstance ? { readsInstance: readsInstance(pm2, texts, workload.at) } : {}),
    },
  }
}

/** The texts of all programs; undefined when there are too many. */
function programsOf(tree: Tree): readonly string[] | undefined {
  const files = tree.files.filter(
    ({ path, format }) => format === 'source' && JAVASCRIPT.test(path) && !NOT_RUN.test(path),
  )
  return files.length > MOST_FILES ? undefined : files.flatMap(({ path }) => tree.read(path)?.text ?? [])
}

function sendsReady(
  workload: Workload,
  pm2: Pm2Settings,
  texts: readonly string[] | undefined,
  tree: Tree,
  at: Span,
): Fact<boolean> {
  if (!texts) return unknown(at, 'there is too much code to look through')
  if (texts.some(text => READY.test(text))) return known(true, at)
  if (texts.some(text => MAY_SEND.test(text))) return unknown(at, 'the code sends messages that are not read here')
  if (!isWrittenHere(workload, pm2, tree)) return unknown(at, 'the code of its script is not in the repository')
  const packages = tree.files.filter(file => file.format === 'package-json')
  if (packages.some(({ path }) => SENDERS.test(tree.read(path)?.text ?? '')))
    return unknown(at, 'a package that it uses may send it')
  return known(false, at)
}

function readsInstance(pm2: Pm2Settings, texts: readonly string[] | undefined, at: Span): Fact<boolean> {
  if (!texts) return unknown(at, 'there is too much code to look through')
  const names = [pm2.instanceVariable, 'NODE_APP_INSTANCE', 'pm_id', 'reusePort', 'SO_REUSEPORT']
  return known(
    texts.some(text => names.some(name => text.includes(name))),
    at,
  )
}

/** Whether the script, or what it is compiled from, is in the repository. */
function isWrittenHere(workload: Workload, pm2: Pm2Settings, tree: Tree): boolean {
  const script = pm2.scriptPath
  if (script === undefined || script.startsWith('/') || !JAVASCRIPT.test(script)) return false
  const folder = directoryOf(workload.at.path)
  const own = pm2.directory === undefined || /^[/~]/.test(pm2.directory) ? folder : joinPath(folder, pm2.directory)
  const path = joinPath(own, script)
  if (tree.exists(path)) return true
  const inside = path.slice(own === '.' ? 0 : own.length + 1)
  const compiled = /^(?:dist|build|out|lib|output|\.build|\.dist)\/(.+)\.[cm]?js$/.exec(inside)?.[1]
  const source = compiled === undefined ? undefined : `/${compiled.replace(/^src\//, '')}`
  return tree.files.some(file => {
    if (source === undefined || file.format !== 'source' || !(own === '.' || file.path.startsWith(`${own}/`)))
      return false
    return `/${file.path.replace(JAVASCRIPT, '')}`.endsWith(source) && JAVASCRIPT.test(file.path)
  })
}
