import { directoryOf } from '../paths.js'
import type { Tree } from '../tree.js'
import { variantOf } from './compose/names.js'
import type { ConfiguredSet } from './compose/sets.js'
import type { Declared } from './declared.js'
import { withCode } from './pm2/code.js'
import { pm2InContainers } from './pm2/containers.js'
import { type EcosystemFile, ecosystemFiles } from './pm2/files.js'
import { groupsOf } from './pm2/groups.js'
import { pm2Workload } from './pm2/workload.js'
import { folderPurpose } from './purpose.js'
import type { Deployment, NotEvaluated, Unreadable } from './system.js'

/**
 * What the PM2 ecosystem files of the repository declare: one deployment for each file, except where a container starts PM2
 * with it. Then its apps are what the container runs. `others` are the platforms that run containers.
 */
export function withPm2(
  tree: Tree,
  others: readonly Declared[],
  configured: readonly ConfiguredSet[],
): readonly Declared[] {
  const ecosystems = ecosystemFiles(tree)
  const { declared, files } = pm2InContainers(others, ecosystems, tree)
  const own = ecosystems.filter(file => !files.has(file.path))
  return [...declared, ...(ecosystems.length > 0 ? [ownDeployments(own, ecosystems, tree, configured)] : [])]
}

function ownDeployments(
  own: readonly EcosystemFile[],
  all: readonly EcosystemFile[],
  tree: Tree,
  configured: readonly ConfiguredSet[],
): Declared {
  const rotatesLogs = mentionsRotation(tree)
  const inContainers = all.filter(file => !own.includes(file))
  const judged = judgePurposes(own, inContainers, tree, configured)
  const deployments = judged.filter(({ file }) => file.apps.length > 0).map(one => deploymentOf(one, rotatesLogs, tree))
  const production = judged.filter(one => one.purpose === 'production')
  return {
    deployments,
    unreadable: all.flatMap(file =>
      unreadable(
        file,
        production.some(one => one.file === file),
        tree,
      ),
    ),
    notEvaluated: production.flatMap(({ file }) => notEvaluated(file)),
    productionFiles: new Set(production.flatMap(({ file }) => file.files)),
  }
}

interface Judged {
  readonly file: EcosystemFile
  readonly purpose: Deployment['purpose']
  readonly because: string
}

/**
 * Which files are for production: what the configuration says; then names and folders; of the files of one folder the one that
 * is named for production; a file that repeats another one is none.
 */
function judgePurposes(
  files: readonly EcosystemFile[],
  inContainers: readonly EcosystemFile[],
  tree: Tree,
  configured: readonly ConfiguredSet[],
): readonly Judged[] {
  const textOf = ({ path }: EcosystemFile) => tree.read(path)?.text ?? ''
  const texts = new Map(inContainers.map(file => [textOf(file), file.path]))
  return files.map(file => {
    const set = configured.find(one => one.files.includes(file.path))
    if (set) return { file, purpose: set.purpose, because: 'the configuration says so' }
    const because = whyDevelopment(file, files)
    if (because !== undefined) return { file, purpose: 'development', because }
    const text = textOf(file)
    const copy = texts.get(text)
    if (copy !== undefined) return { file, purpose: 'development', because: `it repeats ${copy}` }
    texts.set(text, file.path)
    return { file, purpose: 'production', because: whyProduction(file) }
  })
}

function whyDevelopment(file: EcosystemFile, all: readonly EcosystemFile[]): string | undefined {
  const said = folderPurpose(directoryOf(file.path))
  if (said?.purpose === 'development') return `it lies in ${said.folder}/`
  const variant = variantOf(file.path)
  if (variant === 'development' || variant === 'override') return `${file.path} is named for development`
  const beside = all.filter(one => one !== file && directoryOf(one.path) === directoryOf(file.path))
  const production = beside.find(one => variantOf(one.path) === 'production')
  if (production && variant !== 'production') return `${production.path} is what production runs`
  const neutral = beside.find(one => variantOf(one.path) === 'part')
  return variant === 'preproduction' && neutral ? `${file.path} is named for pre-production` : undefined
}

function whyProduction(file: EcosystemFile): string {
  const named = variantOf(file.path) === 'production'
  const reason = named
    ? `${file.path} is named for production`
    : 'it is an ecosystem file of PM2 that is named for no other purpose'
  const groups = groupsOf(file.apps).filter(({ apps }) => apps.length > 1)
  const many = groups.map(({ apps }) => `${apps.length} of its apps differ in nothing but numbers and are one workload`)
  return [reason, ...many].join('; ')
}

function deploymentOf({ file, purpose, because }: Judged, rotatesLogs: boolean, tree: Tree): Deployment {
  const id = `pm2:${file.path}`
  const context = { file, deployment: id, purpose, rotatesLogs }
  return {
    id,
    kind: 'deployment',
    name: file.path,
    weight: purpose === 'production' ? 2 : 0,
    at: file.at,
    files: file.files,
    platform: 'pm2',
    purpose,
    because,
    workloads: distinct(groupsOf(file.apps).flatMap(group => pm2Workload(group, context) ?? [])).map(workload =>
      withCode(workload, tree),
    ),
    onRequest: [],
    networks: [],
    volumes: [],
    problems: [],
  }
}

/** Apps may bear one name; ids may not. */
function distinct(workloads: Deployment['workloads']): Deployment['workloads'] {
  const seen = new Map<string, number>()
  return workloads.map(workload => {
    const count = (seen.get(workload.id) ?? 0) + 1
    seen.set(workload.id, count)
    return count === 1 ? workload : { ...workload, id: `${workload.id}#${count}` }
  })
}

function unreadable(file: EcosystemFile, production: boolean, tree: Tree): readonly Unreadable[] {
  if (file.problems.length === 0) return []
  const braces = tree.read(file.path)?.text.match(/\{|^\s*-\s/gm)?.length ?? 0
  return [{ path: file.path, format: 'pm2', production, problems: file.problems, mayDeclare: Math.max(1, braces) }]
}

function notEvaluated(file: EcosystemFile): readonly NotEvaluated[] {
  if (file.open === undefined) return []
  const what = file.apps.length === 0 ? 'which apps it starts' : 'whether it starts more apps than these'
  return [{ path: file.path, because: `${what} is not known: ${file.open}` }]
}

const SETS_UP = new Set(['shell', 'makefile', 'package-json', 'ci', 'dockerfile', 'yaml', 'text'])

/** Whether a script or a configuration management installs pm2-logrotate, or logrotate is told of PM2's logs. */
function mentionsRotation(tree: Tree): boolean {
  return tree.files.some(file => {
    if (!SETS_UP.has(file.format) || /\.(?:md|mdx|txt|rst|adoc)$/i.test(file.path)) return false
    const text = tree.read(file.path)?.text ?? ''
    return text.includes('pm2-logrotate') || (/logrotate/.test(file.path) && /\.pm2\/logs|pm2/.test(text))
  })
}
