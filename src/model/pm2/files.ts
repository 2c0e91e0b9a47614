import { evaluateJavaScript, evaluateJson } from '../../parse/javascript/evaluate.js'
import { child, type MapNode, type Node, type Problem } from '../../parse/node.js'
import { parseYaml } from '../../parse/yaml.js'
import { fileName } from '../../paths.js'
import type { Source, Span } from '../../source.js'
import type { Tree } from '../../tree.js'
import { itemsOf, keySpan } from '../read-node.js'
import { settingOf } from './settings.js'
import { NAMED_FOR_PM2, PROGRAM, READ } from './signs.js'

/** An ecosystem file of PM2, as far as its text tells. */
export interface EcosystemFile {
  readonly path: string
  /** Where its apps stand. */
  readonly at: Span
  readonly apps: readonly MapNode[]
  /** Why it may start other apps than these. */
  readonly open?: string
  /** Itself, and what it takes values from. */
  readonly files: readonly string[]
  readonly problems: readonly Problem[]
}

/**
 * The ecosystem files of a repository: what is named like one, and `*.config.js` files that export apps with a script. Files of
 * a telling name that export nothing readable are among them, with `open` or problems.
 */
export function ecosystemFiles(tree: Tree): readonly EcosystemFile[] {
  return tree.files.flatMap(file => {
    const name = fileName(file.path)
    const named = READ.test(name) && NAMED_FOR_PM2.test(name)
    if (!named && !PROGRAM.test(name)) return []
    const source = tree.read(file.path)
    if (!source || !mayDeclareApps(source.text, named)) return []
    return readEcosystem(source, named, tree) ?? []
  })
}

function mayDeclareApps(text: string, named: boolean): boolean {
  return named ? /\bapps\b|\bpm2\b|\bscript\b/.test(text) : /\bapps\b/.test(text) && /\bscript\b/.test(text)
}

function readEcosystem(source: Source, named: boolean, tree: Tree): EcosystemFile | undefined {
  const { root, problems, loads } = read(source, tree)
  const whole = child(root, 'default') ?? root
  const entry = ['apps', 'pm2'].find(key => child(whole, key))
  const list = entry === undefined ? whole : child(whole, entry)
  const start = { path: source.path, start: 0, end: 0 }
  const apps = (list?.kind === 'list' ? itemsOf(list) : list ? [list] : []).flatMap(item =>
    item.kind === 'map' && isApp(item) ? [item] : [],
  )
  const open = whyOpen(list) ?? (apps.length === 0 ? whyOpen(whole) : undefined)
  // A file of some other program.
  if (!named && (entry === undefined || apps.length === 0)) return undefined
  if (problems.length === 0 && apps.length === 0 && open === undefined) return undefined
  return {
    path: source.path,
    at: entry === undefined ? (list?.at ?? start) : keySpan(whole, entry, start),
    apps,
    ...(open === undefined ? {} : { open }),
    files: [source.path, ...loads],
    problems,
  }
}

function read(source: Source, tree: Tree) {
  if (/\.[cm]?js$/i.test(source.path)) return evaluateJavaScript(source, tree.read)
  // PM2 reads JSON as JavaScript, comments and all.
  if (/\.json$/i.test(source.path)) return evaluateJson(source)
  const { documents, problems } = parseYaml(source)
  const root = documents[0]?.root
  return { problems, loads: [], ...(root ? { root } : {}) }
}

function isApp(node: MapNode): boolean {
  const script = settingOf(node, 'script')
  return script ? script.kind === 'scalar' && script.type === 'string' : node.open !== undefined
}

function whyOpen(node: Node | undefined): string | undefined {
  if (node?.kind !== 'list') return node?.open
  const item = node.items.find(one => one.kind !== 'map')
  return node.open ?? item?.open
}
