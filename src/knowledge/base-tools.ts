import {
  ALPINE,
  BUILDPACK,
  BUILDPACK_CURL,
  BUILDPACK_SCM,
  BUSYBOX,
  DEBIAN,
  EMPTY,
  type Inventory,
  isIn,
  REDHAT,
  SOME_LINUX,
  UBUNTU,
  withPrograms,
} from './base-images.js'
import { softwareOf } from './index.js'
import { matchRepositories, mirroredRepository } from './repositories.js'

export { IN_MANIFESTS, LANGUAGE_INSTALLERS, toolsInstalledBy } from './tool-packages.js'

/** Which programs an image has. */
export interface Tools {
  /** Undefined when it is not known. */
  readonly has: (name: string) => boolean | undefined
  /** Whether the image has `sh`; undefined when it is not known. */
  readonly shell: boolean | undefined
}

/** What the suffixes of a tag say of the system below. */
interface Variant {
  readonly tag: string
  readonly alpine: boolean
  readonly slim: boolean
  readonly ubuntu: boolean
  /** First numbers of the tag. */
  readonly version: readonly number[]
}

type Base = (variant: Variant) => Inventory | undefined

const fixed =
  (base: Inventory): Base =>
  () =>
    base

/** Docker's official language images: buildpack-deps, `-slim` on Debian, `-alpine`. */
function language(programs: string, full: Inventory = BUILDPACK, uncertain = ''): Base {
  return ({ alpine, slim }) => withPrograms(alpine ? ALPINE : slim ? DEBIAN : full, programs, uncertain)
}

/** Official images of a service on Debian or Ubuntu with an Alpine variant. */
function service(base: Inventory, more = '', uncertain = 'openssl'): Base {
  return ({ alpine }) => withPrograms(alpine ? ALPINE : base, more, uncertain)
}

const onlyAlpine: Base = ({ alpine }) => (alpine ? ALPINE : undefined)

const node: Base = variant => {
  const major = variant.version[0]
  const yarn = major !== undefined && major <= 24 ? 'yarn' : ''
  return language(`node npm npx ${yarn}`, BUILDPACK, yarn ? '' : 'yarn')(variant)
}

/** Debian has curl, Alpine has curl but for `alpine-slim`: https://github.com/nginx/docker-nginx */
const nginx: Base = ({ alpine, tag, version }) => {
  const old = version[0] === 1 && (version[1] ?? 99) < 21
  const base = withPrograms(alpine ? ALPINE : DEBIAN, 'nginx', 'openssl perl tini inotifywait')
  if (alpine && /-slim\b/.test(tag)) return base
  return withPrograms(base, old ? 'envsubst' : 'curl envsubst', old ? 'curl' : '')
}

/** The Dockerfiles keep curl and, on Debian, the compiler: https://github.com/docker-library/php */
const php: Base = ({ alpine }) =>
  alpine
    ? withPrograms(ALPINE, 'php curl tar xz openssl', 'composer')
    : withPrograms(DEBIAN, 'php curl xz gcc g++ make openssl', 'composer')

/** Ubuntu below; which of curl, wget and gpg are left in depends on the release of the Dockerfile. */
const temurin: Base = ({ alpine, tag }) => {
  if (alpine) return withPrograms(ALPINE, 'java', 'curl openssl gpg bash')
  return /ubi|windows|nanoserver|centos/.test(tag)
    ? SOME_LINUX
    : withPrograms(UBUNTU, 'java', 'curl wget gpg openssl unzip')
}

const openjdk: Base = ({ alpine, slim, version, tag }) => {
  if (alpine) return withPrograms(ALPINE, 'java')
  if (slim) return withPrograms(DEBIAN, 'java', 'curl wget')
  const debian = /bullseye|buster|stretch|bookworm/.test(tag) || (version[0] !== undefined && version[0] <= 11)
  return debian && !/oracle/.test(tag) ? withPrograms(BUILDPACK_SCM, 'java') : SOME_LINUX
}

/** Debian until 9, Ubuntu from 10; chiseled and distroless variants have no shell. */
const dotnet: Base = ({ alpine, ubuntu, tag, version }) => {
  if (/chiseled|distroless/.test(tag)) return withPrograms(EMPTY, 'dotnet')
  if (alpine) return withPrograms(ALPINE, 'dotnet', 'curl')
  if (/windows|nanoserver|azurelinux|mariner/.test(tag)) return undefined
  return withPrograms(ubuntu ? UBUNTU : DEBIAN, 'dotnet', (version[0] ?? 0) >= 8 ? '' : 'curl wget')
}

const dotnetSdk: Base = ({ alpine, tag }) => {
  if (/windows|nanoserver|azurelinux|mariner/.test(tag)) return undefined
  return withPrograms(alpine ? ALPINE : DEBIAN, 'dotnet curl git wget', 'bash ps unzip ssh')
}

const distroless: Base = ({ tag }) =>
  /debug/.test(tag) ? withPrograms(BUSYBOX, '', 'node python3 java') : withPrograms(EMPTY, '', '')

const chainguard: Base = ({ tag }) => (/-dev$/.test(tag) ? SOME_LINUX : undefined)

const grafana: Base = ({ ubuntu }) =>
  ubuntu ? withPrograms(UBUNTU, 'curl bash') : withPrograms(ALPINE, 'curl bash', 'openssl')

const buildpackDeps: Base = ({ tag }) =>
  /-curl$|^curl$/.test(tag) ? BUILDPACK_CURL : /-scm$|^scm$/.test(tag) ? BUILDPACK_SCM : BUILDPACK

/** Alpine from version 2, nothing but the program before: https://github.com/traefik/traefik-library-image */
const traefik: Base = ({ alpine, version }) => (alpine || (version[0] ?? 2) >= 2 ? ALPINE : EMPTY)

/** Scratch unless the tag says Alpine. */
const scratchOrAlpine: Base = ({ alpine }) => (alpine ? ALPINE : EMPTY)

/** ubi-minimal, with curl, until 20; ubi-micro with bash after it: https://github.com/keycloak/keycloak/discussions/19375 */
const keycloak: Base = ({ version }) =>
  (version[0] ?? 99) >= 21 ? { ...SOME_LINUX, has: new Set(['sh', 'bash']), closed: true } : SOME_LINUX

const BASES: readonly (readonly [images: string, base: Base])[] = [
  ['alpine', fixed(ALPINE)],
  ['busybox', fixed(BUSYBOX)],
  ['scratch', fixed(EMPTY)],
  ['debian bitnami/minideb bitnamilegacy/minideb', fixed(DEBIAN)],
  ['ubuntu', fixed(UBUNTU)],
  ['buildpack-deps', buildpackDeps],
  ['gcr.io/distroless/*', distroless],
  [
    'gcr.io/distroless/python3*',
    ({ tag }) => (/debug/.test(tag) ? BUSYBOX : { ...EMPTY, shell: undefined, closed: false }),
  ],
  ['cgr.dev/chainguard/*', chainguard],
  ['cgr.dev/chainguard/static cgr.dev/chainguard/glibc-dynamic', fixed(EMPTY)],
  ['cgr.dev/chainguard/wolfi-base chainguard/wolfi-base', fixed({ ...ALPINE, closed: false })],
  [
    'registry.access.redhat.com/ubi*/ubi registry.redhat.io/ubi*/ubi registry.access.redhat.com/ubi*/ubi* registry.redhat.io/ubi*/ubi* registry.access.redhat.com/ubi* redhat/ubi*',
    ({ tag }) => (/micro/.test(tag) ? undefined : REDHAT),
  ],
  ['registry.access.redhat.com/ubi*/ubi-micro redhat/ubi*-micro', fixed(SOME_LINUX)],
  [
    'amazonlinux public.ecr.aws/amazonlinux/amazonlinux fedora quay.io/fedora/fedora rockylinux rockylinux/rockylinux almalinux centos quay.io/centos/centos',
    fixed(REDHAT),
  ],
  ['oraclelinux', fixed(SOME_LINUX)],
  ['node', node],
  ['python', language('python python3 pip pip3')],
  [
    'golang',
    variant => withPrograms(variant.alpine ? ALPINE : withPrograms(BUILDPACK_SCM, 'gcc g++ make'), 'go gofmt', 'git'),
  ],
  ['ruby', language('ruby gem bundle irb')],
  ['rust', language('rustc cargo', BUILDPACK, 'gcc')],
  ['perl', language('perl cpanm')],
  ['erlang elixir', language('erl')],
  ['gcc', fixed(BUILDPACK)],
  ['php', php],
  ['composer', fixed(withPrograms(ALPINE, 'php composer curl git unzip xz openssl bash zip', 'ssh scp'))],
  ['eclipse-temurin', temurin],
  ['openjdk', openjdk],
  ['amazoncorretto', ({ alpine }) => (alpine ? withPrograms(ALPINE, 'java') : withPrograms(REDHAT, 'java'))],
  ['maven gradle tomcat jetty', onlyAlpine],
  ['mcr.microsoft.com/dotnet/aspnet mcr.microsoft.com/dotnet/runtime mcr.microsoft.com/dotnet/runtime-deps', dotnet],
  ['mcr.microsoft.com/dotnet/sdk', dotnetSdk],
  [
    'oven/bun',
    ({ alpine, tag }) =>
      /distroless/.test(tag) ? EMPTY : withPrograms(alpine ? ALPINE : DEBIAN, 'bun', 'curl wget unzip'),
  ],
  [
    'denoland/deno',
    ({ alpine, tag }) =>
      /distroless|bin/.test(tag) ? EMPTY : withPrograms(alpine ? ALPINE : DEBIAN, 'deno', 'curl wget unzip tini'),
  ],
  [
    'docker',
    fixed(withPrograms(ALPINE, 'docker docker-compose openssl', 'git ssh scp sftp ssh-keygen iptables ip curl')),
  ],
  ['curlimages/curl quay.io/curl/curl', fixed(withPrograms(ALPINE, 'curl', 'openssl'))],
  ['amazon/aws-cli public.ecr.aws/aws-cli/aws-cli', fixed(withPrograms(REDHAT, 'aws'))],
  ['nginx nginxinc/nginx-unprivileged', nginx],
  ['httpd haproxy', service(DEBIAN)],
  ['caddy', fixed(withPrograms(ALPINE, 'caddy', 'openssl'))],
  ['traefik', traefik],
  ['grafana/grafana grafana/grafana-oss grafana/grafana-enterprise', grafana],
  [
    'prom/* quay.io/prometheus/* prometheuscommunity/* quay.io/prometheuscommunity/*',
    ({ tag }) => (/distroless/.test(tag) ? EMPTY : BUSYBOX),
  ],
  ['oliver006/redis_exporter', scratchOrAlpine],
  ['nats', scratchOrAlpine],
  ['postgres postgis/postgis', service(DEBIAN, '', 'openssl zstd xz less gpg')],
  ['pgvector/pgvector', service(DEBIAN, '', 'openssl zstd xz less gpg')],
  ['timescale/timescaledb', fixed(withPrograms(ALPINE, '', 'bash curl openssl zstd'))],
  ['redis valkey/valkey memcached', service(DEBIAN)],
  ['rabbitmq', service(UBUNTU, '', 'openssl')],
  ['mariadb', ({ tag }) => (/ubi/.test(tag) ? SOME_LINUX : withPrograms(UBUNTU, '', 'openssl zstd xz socat'))],
  ['mongo', fixed(withPrograms(UBUNTU, 'jq', 'openssl ps'))],
  ['quay.io/keycloak/keycloak keycloak/keycloak', keycloak],
  ['edoburu/pgbouncer', fixed(withPrograms(ALPINE, '', 'psql pg_isready pg_dump pg_dumpall pg_restore openssl'))],
]

const find = matchRepositories(() =>
  BASES.flatMap(([images, base]) => images.split(' ').map(pattern => ({ pattern, value: base }))),
)

/**
 * The programs of an image, from its name and tag: its base system, and what `Distribution.tools` says of the software.
 * Nothing is said of images that are not known, nor of Windows variants.
 */
export function toolsOf(repository: string, tag: string): Tools {
  const variant = variantOf(tag)
  const base = /windowsservercore|nanoserver/.test(variant.tag) ? undefined : baseOf(repository, variant)
  const own = softwareOf(repository)?.distribution.tools
  const shell = base?.shell ?? own?.shell
  const lacks = (name: string) =>
    own?.lacks.includes(name) === true || (shell === false && (name === 'sh' || name === 'bash'))
  return {
    has: name => {
      if (own?.has.includes(name)) return true
      const known = base && isIn(base, name)
      return known === true || !lacks(name) ? known : false
    },
    shell,
  }
}

function baseOf(repository: string, variant: Variant): Inventory | undefined {
  for (const name of [repository, ...mirroredRepository(repository)]) {
    const base = find(name)
    if (base) return base(variant)
  }
  return undefined
}

function variantOf(text: string): Variant {
  const tag = text.slice(0, 128).toLowerCase()
  const digits = /^v?(\d+(?:\.\d+)*)/.exec(tag)?.[1]
  return {
    tag,
    alpine: /(?:^|[-_.])alpine/.test(tag),
    slim: /(?:^|-)slim(?:-|$)/.test(tag),
    ubuntu: /(?:^|-)(?:ubuntu|focal|jammy|noble|bionic|resolute)/.test(tag),
    version: digits?.split('.').map(Number) ?? [],
  }
}
