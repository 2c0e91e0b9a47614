import { isWithin } from '../../../paths.js'
import type { Span } from '../../../source.js'
import { editDistance } from '../../../suggest.js'
import type { Tree } from '../../../tree.js'
import type { EnvironmentVariable, Workload } from '../../system.js'
import type { ServiceCode } from '../services.js'
import type { VariableRead } from './variable-reads.js'

/** A variable that a workload sets and nothing of its service reads, though something reads almost that name. */
export interface Misnamed {
  readonly workload: Workload
  readonly variable: EnvironmentVariable
  /** What is read in its place, which no workload of the service sets. */
  readonly read: string
  readonly readAt: Span
}

/** What runtimes, libraries and platforms read by themselves. */
const READ_BY_OTHERS =
  /^(?:PG|AWS_|AZURE_|GOOGLE_|GCLOUD_|OTEL_|NODE|NPM_|YARN_|NEXT_|NUXT_|VITE_|PYTHON|PIP_|UV_|POETRY_|GO[A-Z]|GIN_|CGO_|UVICORN_|GUNICORN_|HYPERCORN_|WEB_CONCURRENCY|DJANGO_SETTINGS|FLASK_|CELERY_|C_FORCE|TZ$|LANG|LC_|HTTPS?_PROXY|NO_PROXY|JAVA_|SENTRY_|DD_|NEW_RELIC_|ELASTIC_APM_|PRISMA_|VAULT_|CONSUL_|DOCKER_|COMPOSE_|KUBERNETES_|POD_|HOST$|HOSTNAME$|PATH$|HOME$|USER$|DEBUG$|PORT$|VIRTUAL_|LETSENCRYPT_|PM2_|UMASK$|UID$|GID$|PUID$|PGID$)/

/** The misnamed variables of a service: names that are one to one, of which one is set and not read, the other read and not set. */
export function misnamedVariables(
  service: ServiceCode,
  reads: readonly VariableRead[],
  tree: Tree,
  given: ReadonlySet<string>,
): readonly Misnamed[] {
  const set = new Set([...given, ...service.workloads.flatMap(({ environment }) => [...environment.keys()])])
  const names = new Set(reads.flatMap(({ variable, alternatives }) => [variable, ...alternatives]))
  const unset = reads.filter(one => ![one.variable, ...one.alternatives].some(name => set.has(name)))
  if (unset.length === 0) return []
  const pairs = service.workloads.flatMap(workload =>
    [...workload.environment.values()].flatMap(variable => {
      const { name, source } = variable
      if (source === 'image' || names.has(name) || READ_BY_OTHERS.test(name) || name.includes('__')) return []
      const near = unset.filter(one => isNear(name, one.variable))
      const [only] = near
      return near.length === 1 && only ? [{ workload, variable, read: only.variable, readAt: only.at }] : []
    }),
  )
  const unique = pairs.filter(one =>
    pairs.every(other => other.read !== one.read || other.variable.name === one.variable.name),
  )
  return unique.filter(one => !isMentioned(one.variable.name, service, tree))
}

/** Whether a file of the service names the variable in any spelling: `databaseHost`, `database.host`; a name of one word as it is. Documents do not count. */
function isMentioned(name: string, { directory, files }: ServiceCode, tree: Tree): boolean {
  const words = name.split('_').map(word => word.replace(/\W/g, '\\$&'))
  const wanted = new RegExp(`(?<![A-Za-z0-9])${words.join('[._-]?')}(?![A-Za-z0-9])`, name.includes('_') ? 'i' : '')
  const own = new Set(files)
  return tree.files.some(({ path }) => {
    if (!own.has(path) && !isWithin(directory, path)) return false
    if (DECLARES.test(path)) return false
    const text = tree.read(path)?.text
    return text !== undefined && text.length < 1_000_000 && wanted.test(text)
  })
}

/** Files that set variables, and documents. */
const DECLARES =
  /\.(?:md|mdx|txt|rst|adoc|lock)$|(?:^|\/)\.env[^/]*$|(?:compose|stack)[^/]*\.ya?ml$|(?:^|\/)(?:k8s|kubernetes|deploy|manifests|helm|charts?)\/|package-lock\.json$|pnpm-lock\.yaml$/i

/** Words that people use for the same. */
const SAME: Readonly<Record<string, string>> = {
  DATABASE: 'DB',
  POSTGRES: 'DB',
  POSTGRESQL: 'DB',
  MYSQL: 'DB',
  URI: 'URL',
  DSN: 'URL',
  PASSWORD: 'PASS',
  PASSWD: 'PASS',
  PWD: 'PASS',
  USERNAME: 'USER',
  HOSTNAME: 'HOST',
  ADDRESS: 'ADDR',
  MONGODB: 'MONGO',
  RABBIT: 'RABBITMQ',
  ELASTIC: 'ELASTICSEARCH',
  ENVIRONMENT: 'ENV',
  DIRECTORY: 'DIR',
  BROKER: 'BROKERS',
}

/** Whether two names are the same but for a slip: other words for the same, another order, one mistyped word. */
function isNear(one: string, other: string): boolean {
  const words = wordsOf(one)
  const others = wordsOf(other)
  // LOGLEVEL for LOG_LEVEL: one name, with and without the seam between its words.
  if (words.length + others.length > 2 && bare(one) === bare(other)) return true
  if (words.length < 2 || others.length < 2) return false
  if (words.join('') === others.join('')) return true
  if ([...words].sort().join('_') === [...others].sort().join('_')) return true
  if (words.length !== others.length) return false
  const written = [one, other].map(name => name.toUpperCase().split('_'))
  const different = words.flatMap((word, at) =>
    word === others[at] ? [] : [[written[0]?.[at] ?? '', written[1]?.[at] ?? ''] as const],
  )
  const [slip] = different
  return different.length === 1 && slip !== undefined && isSlip(...slip)
}

function bare(name: string): string {
  return name.toUpperCase().replaceAll('_', '')
}

function isSlip(word: string, other: string): boolean {
  if (/\d/.test(word + other) || Math.min(word.length, other.length) < 5) return false
  return editDistance(word, other) <= (Math.min(word.length, other.length) >= 8 ? 2 : 1)
}

function wordsOf(name: string): readonly string[] {
  return name
    .toUpperCase()
    .split('_')
    .map(word => SAME[word] ?? word)
}
