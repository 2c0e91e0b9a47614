import type { Tree } from '../../tree.js'
import { commandPurpose } from '../command-context.js'
import { BY_DEFAULT } from '../compose/choice.js'
import type { Declared } from '../declared.js'
import { isOwnProgram, isSameProgram } from '../same-program.js'
import type { Deployment, Workload } from '../system.js'

const SCRIPTS = new Set(['shell', 'makefile', 'package-json', 'ci'])
/** `docker compose up`, without naming a file. */
const BARE_UP =
  /\b(?:docker-compose|(?:docker|podman)\s+compose)(?=\s)(?![^\n;|&]*\s(?:-f|--file)\b)[^\n;|&]*\s(?:up|start|create)(?=\s|$|["'])/
const MOST_LINES = 5_000

/**
 * Compose and Kubernetes together. Both are production, unless all that speaks for the Compose set is that
 * "docker compose up" would load it, while manifests for production run the same programs: then Compose is how people run the
 * system on their own machines, and what is wrong there (a password in the file, a port without a limit) is no fault of
 * production. It stays what it is where a script deploys it, where it runs a program that the cluster does not, and where
 * the configuration says so. A manifest that cannot be read runs nothing, so breaking it takes nothing off the Compose set.
 */
export function withoutLocalCompose(composed: Declared, kubernetes: Declared, tree: Tree): Declared {
  const cluster = kubernetes.deployments.filter(one => one.purpose === 'production')
  const there = cluster.filter(one => one.workloads.length > 0)
  if (there.length === 0 || !composed.deployments.some(isByDefault) || deploysBare(tree)) return composed
  const demoted = new Map<string, Deployment>()
  for (const deployment of composed.deployments) {
    const whole = isByDefault(deployment) ? there.find(one => runsAll(one, deployment)) : undefined
    if (whole) demoted.set(deployment.id, forDevelopment(deployment, whole))
  }
  if (demoted.size === 0) return composed
  const deployments = composed.deployments.map(one => demoted.get(one.id) ?? one)
  const production = new Set(deployments.filter(one => one.purpose === 'production').flatMap(one => one.files))
  const local = new Set([...demoted.values()].flatMap(one => one.files).filter(file => !production.has(file)))
  return {
    ...composed,
    deployments,
    unreadable: composed.unreadable.map(one => (local.has(one.path) ? { ...one, production: false } : one)),
    productionFiles: new Set([...composed.productionFiles].filter(file => !local.has(file))),
  }
}

function isByDefault({ purpose, because }: Deployment): boolean {
  return purpose === 'production' && because.startsWith(BY_DEFAULT)
}

/** A script, target or job for production starts it without naming its file. */
function deploysBare(tree: Tree): boolean {
  return tree.files.some(file => {
    if (!SCRIPTS.has(file.format)) return false
    const text = tree.read(file.path)?.text
    if (!text || !BARE_UP.test(text)) return false
    const lines = text.split(/\r?\n/).slice(0, MOST_LINES)
    return lines.some((line, index) => BARE_UP.test(line) && commandPurpose(lines, index, file.path) === 'production')
  })
}

/**
 * Whether a cluster runs every program of its own that a Compose set runs. Of a set that starts by itself only what programs
 * need (they run in the editor, or behind a profile) those of its profiles count, and without any all its databases and brokers.
 */
function runsAll(cluster: Deployment, local: Deployment): boolean {
  const own = local.workloads.filter(isOwnProgram)
  const programs = own.length > 0 ? own : local.onRequest.filter(isOwnProgram)
  if (programs.length > 0) return programs.every(one => cluster.workloads.some(other => isSameProgram(one, other)))
  const stores = local.workloads.filter(({ role }) => STORES.has(role))
  return (
    stores.length > 0 &&
    stores.every(({ software }) => software && cluster.workloads.some(other => other.software?.id === software.id))
  )
}

const STORES: ReadonlySet<string> = new Set(['datastore', 'cache', 'broker', 'search'])

function forDevelopment(deployment: Deployment, whole: Deployment): Deployment {
  const light = (workload: Workload): Workload => ({ ...workload, weight: 0 })
  return {
    ...deployment,
    purpose: 'development',
    weight: 0,
    because: `nothing deploys it, and ${whole.name} runs the same programs on Kubernetes`,
    workloads: deployment.workloads.map(light),
    onRequest: deployment.onRequest.map(light),
  }
}
