import { CODENAMES, LIFECYCLES } from './end-of-life-dates.js'
import { matchRepositories, mirroredRepository } from './repositories.js'

/** The day on which the dates and the list of discontinued images were last checked (ISO). Rules compare with it. */
export const RULESET_DATE = '2026-11-20'

/** When a release stops being maintained. */
export interface EndOfLife {
  /** As people write it: `PostgreSQL`. */
  readonly product: string
  /** The release: `14`, `3.9`. */
  readonly cycle: string
  /** Its last day, ISO. It may lie ahead: compare with `RULESET_DATE`. */
  readonly date: string
  /** Where the date comes from. */
  readonly source: string
}

/** Image repositories to products. A product that is only the version at the start of the tag. */
const IMAGES: readonly (readonly [product: string, images: string])[] = [
  ['node', 'node bitnami/node bitnamilegacy/node cimg/node circleci/node'],
  ['python', 'python bitnami/python bitnamilegacy/python cimg/python circleci/python'],
  ['postgres', 'postgres bitnami/postgresql bitnamilegacy/postgresql postgis/postgis cimg/postgres'],
  [
    'redis',
    'redis bitnami/redis bitnamilegacy/redis bitnami/redis-cluster bitnamilegacy/redis-cluster bitnami/redis-sentinel',
  ],
  [
    'mongodb',
    'mongo bitnami/mongodb bitnamilegacy/mongodb mongodb/mongodb-community-server percona/percona-server-mongodb',
  ],
  [
    'mysql',
    'mysql bitnami/mysql bitnamilegacy/mysql mysql/mysql-server percona percona/percona-server container-registry.oracle.com/mysql/*',
  ],
  ['mariadb', 'mariadb bitnami/mariadb bitnamilegacy/mariadb bitnami/mariadb-galera bitnamilegacy/mariadb-galera'],
  [
    'elastic',
    'elasticsearch kibana logstash docker.elastic.co/elasticsearch/* docker.elastic.co/kibana/* docker.elastic.co/logstash/* docker.elastic.co/beats/* elastic/elasticsearch elastic/kibana elastic/logstash elastic/filebeat elastic/metricbeat bitnami/elasticsearch bitnamilegacy/elasticsearch bitnami/kibana bitnamilegacy/kibana bitnami/logstash bitnamilegacy/logstash',
  ],
  ['rabbitmq', 'rabbitmq bitnami/rabbitmq bitnamilegacy/rabbitmq'],
  ['confluent', 'confluentinc/cp-*'],
  ['debian', 'debian'],
  ['ubuntu', 'ubuntu'],
  ['alpine', 'alpine'],
  ['centos', 'centos'],
  ['amazonlinux', 'amazonlinux public.ecr.aws/amazonlinux/amazonlinux'],
  ['php', 'php bitnami/php-fpm bitnamilegacy/php-fpm cimg/php circleci/php'],
  ['ruby', 'ruby bitnami/ruby bitnamilegacy/ruby cimg/ruby circleci/ruby'],
  ['go', 'golang bitnami/golang bitnamilegacy/golang cimg/go circleci/golang'],
  [
    'dotnet',
    'mcr.microsoft.com/dotnet/aspnet mcr.microsoft.com/dotnet/runtime mcr.microsoft.com/dotnet/runtime-deps mcr.microsoft.com/dotnet/sdk mcr.microsoft.com/dotnet/core/* bitnami/dotnet bitnami/aspnet-core',
  ],
  ['nginx', 'nginx nginxinc/nginx-unprivileged bitnami/nginx bitnamilegacy/nginx'],
  ['traefik', 'traefik traefik/traefik ghcr.io/traefik/traefik'],
  ['haproxy', 'haproxy haproxytech/haproxy-alpine haproxytech/haproxy-debian haproxytech/haproxy-ubuntu'],
  ['temurin', 'eclipse-temurin'],
  ['grafana', 'grafana/grafana grafana/grafana-oss grafana/grafana-enterprise bitnami/grafana bitnamilegacy/grafana'],
  ['keycloak', 'quay.io/keycloak/keycloak keycloak/keycloak bitnami/keycloak bitnamilegacy/keycloak'],
]

const productOf = matchRepositories(() =>
  IMAGES.flatMap(([product, images]) => images.split(' ').map(pattern => ({ pattern, value: product }))),
)

/** Images of other makers that carry PostgreSQL's version behind `pg`: `timescale/timescaledb:2.14.2-pg15`. */
const WITH_POSTGRES = matchRepositories(() =>
  ['timescale/timescaledb', 'timescale/timescaledb-ha', 'pgvector/pgvector', 'ankane/pgvector', 'imresamu/postgis'].map(
    pattern => ({ pattern, value: true }),
  ),
)

/**
 * When the first of the things that an image's name and tag tell of stops (or stopped) being maintained: the product
 * itself, or the Debian, Ubuntu or Alpine release below (`node:22-bullseye`). Undefined when the tag names no release
 * whose end is known: `latest`, `lts`, `7`, a digest.
 */
export function endOfLife(repository: string, tag: string | undefined): EndOfLife | undefined {
  return endsOfLife(repository, tag)[0]
}

/** All that `endOfLife` chooses from, earliest end first. */
export function endsOfLife(repository: string, tag: string | undefined): readonly EndOfLife[] {
  const text = (tag ?? '').slice(0, 128).toLowerCase()
  const name = repository.slice(0, 255).toLowerCase()
  const found = [...productEnds(name, text), ...systemEnds(name, text)]
  const unique = new Map(found.map(entry => [`${entry.product} ${entry.cycle}`, entry]))
  return [...unique.values()].sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0))
}

/** Whether a release had ended on a day (ISO), by default the day of this table. */
export function hasEnded(end: EndOfLife, today: string = RULESET_DATE): boolean {
  return end.date < today
}

function productEnds(repository: string, tag: string): readonly EndOfLife[] {
  for (const name of [repository, ...mirroredRepository(repository)]) {
    const product = productOf(name)
    if (product !== undefined) return lookUp(product, releaseIn(tag) ?? CODENAMES.get(tag.split('-')[0] ?? '')?.[1])
    if (WITH_POSTGRES(name))
      return lookUp(
        'postgres',
        /(?:^|-)(?:pg|v)?(\d{2}|9\.\d)(?:\.\d+)*$/.exec(tag.replace(/-(?:oss|all|bookworm|trixie|bullseye)$/, ''))?.[1],
      )
  }
  return []
}

/** `gcr.io/distroless/nodejs18-debian11` carries both in its name. */
const DISTROLESS = /^gcr\.io\/distroless\/([a-z]+?)-?(\d*)-debian(\d+)$/

function systemEnds(repository: string, tag: string): readonly EndOfLife[] {
  const distroless = DISTROLESS.exec(repository)
  if (distroless) {
    const language = distroless[1] === 'nodejs' ? lookUp('node', distroless[2]) : []
    return [...language, ...lookUp('debian', distroless[3])]
  }
  return tag.split('-').flatMap((part, at) => {
    const codename = CODENAMES.get(part)
    if (codename) return lookUp(codename[0], codename[1])
    const alpine = /^alpine(\d+\.\d+)/.exec(part)?.[1]
    if (alpine !== undefined) return lookUp('alpine', alpine)
    const debian = at > 0 ? /^(debian|ubuntu)-?(\d+(?:\.\d+)?)$/.exec(part) : null
    return debian?.[1] ? lookUp(debian[1], debian[2]) : []
  })
}

/** The version that a tag begins with: `16.4` of `v16.4-alpine`. A date or a build number is none. */
function releaseIn(tag: string): string | undefined {
  return /^v?(\d{1,4}(?:\.\d+)*)(?:$|[-_+])/.exec(tag)?.[1]
}

/** The most exact cycle that is listed: `7.17.3` finds `7.17` before `7`. */
function lookUp(product: string, version: string | undefined): readonly EndOfLife[] {
  const lifecycle = LIFECYCLES.get(product)
  if (!lifecycle || version === undefined) return []
  const [major = '', minor] = version.split('.')
  const cycles =
    minor === undefined ? [major] : [`${major}.${minor}`, ...(hasMinorCycles(lifecycle.ends, major) ? [] : [major])]
  for (const cycle of cycles) {
    const date = lifecycle.ends.get(cycle)
    if (date !== undefined) return [{ product: lifecycle.name, cycle, date, source: lifecycle.source }]
  }
  return []
}

/** `8.5` says nothing of `8` where 8.0, 8.1 … end apart. */
function hasMinorCycles(ends: ReadonlyMap<string, string>, major: string): boolean {
  for (const cycle of ends.keys()) if (cycle.startsWith(`${major}.`)) return true
  return false
}
