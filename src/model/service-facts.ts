import { NEWEST, type ServiceFacts } from '../knowledge/facts.js'
import type { Distribution } from '../knowledge/software.js'
import { knownValue } from '../source.js'
import type { Workload } from './system.js'

/** Places that hold settings rather than data, start scripts or certificates of the host. */
const CONFIGURATION =
  /\.(conf|cnf|cfg|ini|ya?ml|json|toml|xml|properties|acl|config|options|env)$|\/(etc|conf|config|conf\.d|config\.d)(\/|$)/
const HOST_FILES = /^\/etc\/(localtime|timezone|hosts|resolv\.conf|hostname|ssl|pki|passwd|group)(\/|$)/

/** What the knowledge of images answers from; undefined when the workload's image is not known. */
export function serviceFactsOf(workload: Workload): ServiceFacts | undefined {
  const { distribution } = workload
  if (!distribution) return undefined
  const known = factsOf.get(workload)
  if (known) return known
  const facts = readFacts(workload, distribution)
  factsOf.set(workload, facts)
  return facts
}

/** Every rule about an image asks for them. */
const factsOf = new WeakMap<Workload, ServiceFacts>()

function readFacts(workload: Workload, distribution: Distribution): ServiceFacts {
  const { version, environment } = workload
  return {
    environment: name => {
      const variable = environment.get(name)
      return variable === undefined ? undefined : variable.value.known ? variable.value.value : null
    },
    argv: workload.start?.argv,
    ...(version ? { version } : followsNewest(workload) ? { version: NEWEST } : {}),
    distribution,
    configMounted: mountsConfiguration(workload),
    scriptsMounted: mountsScripts(workload),
  }
}

/** Where entrypoints of images look for scripts of the user's, to run before or at the first start. */
const SCRIPTS =
  /^\/(?:docker-(?:entrypoint-(?:initdb|startdb|preinitdb|init)\.d|entrypoint\.d|initdb\.d|init\.d)|etc\/entrypoint\.d|always-initdb\.d|opt\/bitnami\/scripts\/init|entrypoint-initdb\.d|etc\/cont-init\.d|custom-cont-init\.d)(?:\/|$)/

/** Whether initialisation scripts are mounted, or copied into the image that is built on it. */
function mountsScripts(workload: Workload): boolean {
  const mounted = workload.mounts.some(
    mount =>
      SCRIPTS.test(knownValue(mount.target) ?? '') || mount.files?.some(file => SCRIPTS.test(file.path)) === true,
  )
  const copied = workload.image?.dockerfile?.instructions.some(
    one => (one.keyword === 'COPY' || one.keyword === 'ADD') && SCRIPTS.test(one.words.at(-1)?.text ?? ''),
  )
  return mounted || copied === true
}

/** `latest`, `alpine` and no tag at all follow the newest release. */
function followsNewest(workload: Workload): boolean {
  const reference = workload.image?.dockerfile
    ? knownValue(workload.image.dockerfile.base)
    : knownValue(workload.image?.reference)
  return (
    reference !== undefined &&
    reference.digest === undefined &&
    /^(latest|alpine|slim|stable|lts)?$/.test(reference.tag ?? '')
  )
}

/** Whether a file that may hold its settings is mounted, or copied into the image that is built on it. */
function mountsConfiguration(workload: Workload): boolean {
  const mounted = workload.mounts.some(mount => {
    const target = knownValue(mount.target)
    if (target === undefined) return true
    if (mount.files?.some(file => isConfiguration(file.path))) return true
    // A Secret may hold a whole file of settings, other than those that Compose puts below /run/secrets.
    if (mount.type === 'secret') return workload.pod !== undefined && /\/(?:etc|conf|config)(?:\/|$)/.test(target)
    return (mount.type === 'bind' || mount.type === 'config' || mount.type === 'other') && isConfiguration(target)
  })
  const copied = workload.image?.dockerfile?.instructions.some(
    one => (one.keyword === 'COPY' || one.keyword === 'ADD') && one.words.some(word => isConfiguration(word.text)),
  )
  return mounted || copied === true
}

/** Whether a path inside a container is where scripts of the user's are looked for, or looks like one. */
export function isScriptPath(path: string): boolean {
  return SCRIPTS.test(path) || /\.(?:sh|bash|sql|js|py|lua)$|(?:^|\/)[\w.-]*entrypoint[\w.-]*$/.test(path)
}

/** Whether a path inside a container looks like that of settings. */
export function isConfiguration(path: string): boolean {
  return CONFIGURATION.test(path) && !HOST_FILES.test(path) && !SCRIPTS.test(path)
}
