import { tagTellsNginx } from '../knowledge/nginx/stock.js'
import type { NginxFile } from '../parse/nginx.js'
import { directoryOf, fileName, nameWords } from '../paths.js'
import type { Tree } from '../tree.js'
import { configurationOf } from './nginx/assembly.js'
import { nginxFileOf } from './nginx/includes.js'
import { isOtherTemplate } from './nginx/loose-files.js'
import { sharedView } from './nginx/routes.js'
import { type NginxTree, nginxTreesOf } from './nginx/trees.js'
import type { FoundProxies } from './proxies.js'
import type { ReverseProxy } from './reverse-proxy.js'
import type { NotEvaluated, Unreadable, Workload } from './system.js'

/**
 * nginx: one proxy for each main configuration, with all that it includes. `others` are workloads that production does not
 * run: they tell that a configuration is for development only.
 */
export function nginxProxies(tree: Tree, workloads: readonly Workload[], others: readonly Workload[]): FoundProxies {
  const found = nginxTreesOf(tree, [...workloads, ...others])
  const trees = withoutCopies(found.trees, tree)
  const isRun = trees.some(one => weightOfWorkloads(one) > 0)
  // Beside an nginx that the repository runs, one that it does not run may be anything.
  const weightOf = (one: NginxTree) =>
    one.workloads.length > 0 ? weightOfWorkloads(one) : isRun || isAside(one, tree) || isLeftBehind(one, tree) ? 0 : 2
  const alone = trees.filter(one => one.workloads.length === 0)
  return {
    proxies: trees.map(one => proxyOf(one, weightOf(one))),
    unreadable: unreadableFiles(found.trees, weightOf, tree),
    notEvaluated: [
      ...found.notEvaluated,
      ...alone.flatMap(one =>
        isRun
          ? leftOut(one, tree, 'none of the workloads that run nginx has this configuration')
          : isLeftBehind(one, tree)
            ? leftOut(one, tree, 'no Dockerfile of its folder has nginx')
            : [],
      ),
    ],
  }
}

/** Those that have servers, each text once: those that workloads run first. */
function withoutCopies(trees: readonly NginxTree[], tree: Tree): readonly NginxTree[] {
  const seen = new Set<string>()
  return trees.filter(({ start, files, workloads }) => {
    if (start !== 'main' && start !== 'http') return false
    const text = JSON.stringify(files.map(({ path }) => tree.read(path)?.text ?? ''))
    const isCopy = seen.has(text) && workloads.length === 0
    seen.add(text)
    return !isCopy
  })
}

function weightOfWorkloads({ workloads }: NginxTree): ReverseProxy['weight'] {
  const weights = workloads.map(({ weight }) => weight)
  return weights.includes(3) ? 3 : weights.includes(2) ? 2 : 0
}

const ASIDE = new Set([
  ...['doc', 'docs', 'documentation', 'example', 'examples', 'sample', 'samples', 'demo', 'tutorial', 'contrib'],
  ...['test', 'tests', 'testing', 'spec', 'e2e', 'fixture', 'fixtures', 'bench', 'benchmark', 'benchmarks'],
  ...['dev', 'devel', 'development', 'local', 'localhost', 'old', 'backup', 'bak', 'orig', 'legacy', 'archive'],
  ...['deprecated', 'dist', 'template', 'skeleton', 'boilerplate', 'vendor'],
])

/** What envsubst or another tool makes a file of when it is deployed. */
const TO_BE_FILLED_IN = /\.(?:template|tmpl|tpl)$/i

/** Documentation, samples, tests, development, old copies: by the names in its path, of which that of a host says nothing. */
function isAside({ files }: NginxTree, tree: Tree): boolean {
  const path = (files[0]?.path ?? '').replace(TO_BE_FILLED_IN, '')
  const host = fileName(path).replace(/\.(?:conf|nginx|vhost)$/i, '')
  const isHost = host.includes('.') && serves(tree.read(files[0]?.path ?? '')?.text ?? '', host)
  return nameWords(isHost ? directoryOf(path) : path).some(word => ASIDE.has(word))
}

/** `erp.acme.dev.conf` has the name of what it serves. */
function serves(text: string, host: string): boolean {
  return [...text.matchAll(/\bserver_name\s([^;{}]{1,1000});/g)].some(([, names = '']) =>
    names.split(/\s+/).includes(host),
  )
}

/** What says that a folder is that of one program. */
const MANIFEST =
  /(?:^|\/)(?:package\.json|requirements\.txt|pyproject\.toml|go\.mod|pom\.xml|build\.gradle(?:\.kts)?|composer\.json|Gemfile|[^/]+\.csproj)$/

/** In the folder of a program whose image has no nginx: from the time when it had, and nothing for a host. */
function isLeftBehind({ files }: NginxTree, tree: Tree): boolean {
  const folder = directoryOf(files[0]?.path ?? '.')
  if (folder === '.') return false
  const beside = tree.files.filter(({ path }) => directoryOf(path) === folder)
  const dockerfiles = beside.filter(({ format }) => format === 'dockerfile')
  return (
    dockerfiles.length > 0 &&
    beside.some(({ path }) => MANIFEST.test(path)) &&
    dockerfiles.every(({ path }) => !/nginx|openresty/i.test(tree.read(path)?.text ?? 'nginx'))
  )
}

function leftOut(one: NginxTree, tree: Tree, because: string): readonly NotEvaluated[] {
  const [file] = one.files
  return file && !isAside(one, tree) ? [{ path: file.path, because }] : []
}

function proxyOf(tree: NginxTree, weight: ReverseProxy['weight']): ReverseProxy {
  const { id, files, workloads, unresolved } = tree
  const configuration = configurationOf(tree)
  const version = workloads.find(one => one.version && tagTellsNginx(one.distribution?.id))?.version
  const isRead = files.every(file => file.problems.length === 0)
  return {
    id: `nginx:${id}`,
    kind: 'proxy',
    name: files[0]?.path ?? id,
    weight,
    at: configuration.main.at,
    files: [...new Set([...files.map(({ path }) => path), ...workloads.flatMap(workload => workload.files)])],
    software: 'nginx',
    workloads,
    ...(version && { version }),
    ...sharedView(configuration),
    complete: tree.complete && unresolved.length === 0 && isRead,
    nginx: configuration,
  }
}

/** Files that nginx could not read: those of the proxies, and whatever looks like one. */
function unreadableFiles(
  trees: readonly NginxTree[],
  weightOf: (one: NginxTree) => ReverseProxy['weight'],
  tree: Tree,
): readonly Unreadable[] {
  const broken = new Map<string, Unreadable>()
  const add = ({ path, problems }: NginxFile, production: boolean) => {
    const wrong = problems.filter(({ kind }) => kind === 'syntax')
    if (wrong.length === 0 || broken.get(path)?.production) return
    broken.set(path, { path, format: 'nginx', production, problems: wrong, mayDeclare: 1 })
  }
  for (const one of trees) for (const file of one.files) add(file, weightOf(one) > 0)
  for (const { path, format } of tree.files) {
    const source = format === 'nginx' && !broken.has(path) ? tree.read(path) : undefined
    if (source && !isOtherTemplate(source)) add(nginxFileOf(source), false)
  }
  return [...broken.values()]
}
