import type { MapNode } from '../../parse/node.js'
import { splitWords } from '../../parse/shell.js'
import { type Fact, known, knownValue, type Span, unknown } from '../../source.js'
import { optional } from '../compose/settings.js'
import { booleanFact, textFact } from '../read-node.js'
import { roleOf } from '../roles.js'
import type { Deployment, EnvironmentVariable, Pm2Settings, PublishedPort, Restart, Workload } from '../system.js'
import type { EcosystemFile } from './files.js'
import type { AppGroup } from './groups.js'
import {
  environmentOf,
  instancesOf,
  isOn,
  memoryLimitOf,
  modeOf,
  secondsAt,
  settingOf,
  settingSpan,
  watchOf,
  wordsAt,
} from './settings.js'
import { pm2Start, runsNode } from './start.js'

/** What is known of the surroundings of an app. */
export interface Pm2Context {
  readonly file: EcosystemFile
  readonly deployment: string
  readonly purpose: Deployment['purpose']
  /** Whether something of the repository sets up the rotation of PM2's logs. */
  readonly rotatesLogs: boolean
}

/** Ports of one workload beyond which the rest are not listed. */
const MOST_PORTS = 1_000

/** One app of an ecosystem file, or several that are the same but for their number, as a workload. */
export function pm2Workload({ apps }: AppGroup, context: Pm2Context): Workload | undefined {
  const [app] = apps
  if (!app) return undefined
  const at = settingSpan(app, 'name', settingSpan(app, 'script', app.at))
  const name = nameOf(apps, context.file.path)
  const start = pm2Start(app, at)
  const environment = commonEnvironment(apps)
  const { count, perProcessor } = instancesOf(app, at)
  const replicas = apps.length === 1 ? count : togetherOf(apps, at)
  const published = portsOf(apps, replicas)
  const restart = restartOf(app, at)
  const role = roleOf({
    name,
    software: undefined,
    imageRepository: undefined,
    start,
    restartsAlways: restart.policy === 'always' && restart.written,
    // That it is not restarted says nothing: a server that PM2 leaves lying is one that lacks the remedy.
    runsOnce: published.length === 0 && restart.policy === 'none' && settingOf(app, 'cron_restart') !== undefined,
    awaitedToComplete: false,
    published,
    routed: false,
    listens: published.length > 0,
    keepsWork: false,
  })
  const userFacing = role === 'user-facing'
  return {
    id: `${context.deployment}/${name}`,
    kind: 'workload',
    name,
    weight: context.purpose === 'development' ? 0 : userFacing ? 3 : 2,
    at,
    files: context.file.files,
    platform: 'pm2',
    deployment: context.deployment,
    role,
    userFacing,
    stateful: false,
    longRunning: role !== 'job',
    environment,
    ...optional('start', start),
    published,
    listens: published.flatMap(port => knownValue(port.container) ?? []),
    mounts: [],
    networks: [],
    dependsOn: [],
    health: { state: 'none', checks: [], at },
    restart,
    replicas,
    resources: { ...optional('memoryLimit', memoryLimitOf(app)), limitedByDefault: false },
    privileges: {
      addedCapabilities: [],
      hostNamespaces: [],
      ...optional('user', textFact(settingOf(app, 'uid'))),
      readOnlyRoot: false,
    },
    ...optional('stopGracePeriod', secondsAt(app, 'kill_timeout')),
    // A server with a time to restart at is none that is started by it.
    ...(role === 'job' ? optional('schedule', textFact(settingOf(app, 'cron_restart'))) : {}),
    labels: new Map(),
    secretFiles: [],
    inert: [],
    init: false,
    pm2: pm2Settings(app, {
      at,
      apps: apps.length,
      instances: replicas,
      perProcessor,
      rotatesLogs: context.rotatesLogs,
    }),
  }
}

function pm2Settings(
  app: MapNode,
  {
    at,
    rotatesLogs,
    ...counts
  }: Pick<Pm2Settings, 'apps' | 'instances' | 'perProcessor'> & {
    readonly at: Span
    readonly rotatesLogs: boolean
  },
): Pm2Settings {
  const off = isOn(app, 'disable_logs') || ['out_file', 'error_file'].every(key => isDropped(app, key))
  return {
    ...counts,
    mode: modeOf(app, runsNode(app), at),
    logs: off ? 'off' : rotatesLogs ? 'rotated' : 'unknown',
    ...optional('watch', watchOf(app)),
    ...optional('waitReady', booleanFact(settingOf(app, 'wait_ready'))),
    ...optional('listenTimeout', secondsAt(app, 'listen_timeout')),
    ...optional('counts', knownValue(textFact(settingOf(app, 'increment_var')))),
    instanceVariable: knownValue(textFact(settingOf(app, 'instance_var'))) ?? 'NODE_APP_INSTANCE',
    ...optional('directory', knownValue(textFact(settingOf(app, 'cwd')))),
    ...optional('scriptPath', knownValue(textFact(settingOf(app, 'script')))),
  }
}

function isDropped(app: MapNode, key: string): boolean {
  return /^(?:NULL|\/dev\/null)$/.test(knownValue(textFact(settingOf(app, key))) ?? '')
}

/** `instance-1`, `instance-2`, … are `instance-*`. */
function nameOf(apps: readonly MapNode[], path: string): string {
  const names = apps.map(app => knownValue(textFact(settingOf(app, 'name'))) ?? scriptName(app))
  const [first] = names
  if (first === undefined) return path
  if (names.every(name => name === first)) return first
  return first.replace(/\d+/g, '*')
}

/** Without a name PM2 takes that of the script. */
function scriptName(app: MapNode): string | undefined {
  const script = knownValue(textFact(settingOf(app, 'script')))
  return script?.slice(script.lastIndexOf('/') + 1).replace(/\.\w+$/, '')
}

function togetherOf(apps: readonly MapNode[], at: Span): Fact<number> {
  let sum = 0
  for (const app of apps) {
    const { count } = instancesOf(app, at)
    if (!count.known) return count
    sum += count.value
  }
  return known(sum, at)
}

/** The variables of instances: what is not the same in all is not known of any. */
function commonEnvironment(apps: readonly MapNode[]): ReadonlyMap<string, EnvironmentVariable> {
  const [first, ...others] = apps.map(environmentOf)
  if (!first || others.length === 0) return first ?? new Map()
  return new Map(
    [...first].map(([name, variable]) => {
      const value = knownValue(variable.value)
      const differs = others.some(other => knownValue(other.get(name)?.value) !== value)
      return [
        name,
        differs ? { ...variable, value: unknown(variable.at, 'it differs from instance to instance') } : variable,
      ]
    }),
  )
}

function restartOf(app: MapNode, at: Span): Restart {
  const written = booleanFact(settingOf(app, 'autorestart'))
  if (!written) return { policy: 'always', at, written: false }
  const policy = written.known ? (written.value ? 'always' : 'none') : 'unknown'
  return { policy, at: settingSpan(app, 'autorestart', written.at), written: true }
}

/** Variables by which servers are told where to listen. */
const PORT = /^(?:[A-Z0-9_]+_)?PORT$/
const NOT_OWN =
  /(?:^|_)(?:DB|DATABASE|REDIS|POSTGRES|PG|MYSQL|MONGO|KAFKA|RABBITMQ|AMQP|SMTP|MAIL|ELASTIC\w*|STATSD|DEBUG)_PORT$/
const ADDRESS = /^(?:HOST|HOSTNAME|BIND|BIND_ADDRESS|LISTEN_ADDRESS|LISTEN_HOST)$/

/**
 * The ports of the host that the instances listen on: PORT and its like, or `--port` among the arguments. Whether they take
 * connections from outside is not known, unless they are told an address.
 */
function portsOf(apps: readonly MapNode[], replicas: Fact<number>): readonly PublishedPort[] {
  const ports = new Map<number | string, PublishedPort>()
  for (const app of apps) {
    const environment = environmentOf(app)
    const reach = reachOf(environment)
    const counted = knownValue(textFact(settingOf(app, 'increment_var')))
    for (const fact of portFacts(app, environment)) {
      const { value, by } = fact
      if (ports.size >= MOST_PORTS) break
      const key = value.known ? value.value : value.at.start
      const span = counted !== undefined && by === counted && apps.length === 1 ? (knownValue(replicas) ?? 1) - 1 : 0
      const last = value.known && span > 0 ? { hostEnd: value.value + span } : {}
      if (!ports.has(key))
        ports.set(key, { host: value, ...last, container: value, protocol: 'tcp', reach, at: value.at })
    }
  }
  return [...ports.values()]
}

function portFacts(app: MapNode, environment: ReadonlyMap<string, EnvironmentVariable>) {
  const own = [...environment.values()].filter(({ name }) => PORT.test(name) && !NOT_OWN.test(name))
  const variable = environment.get('PORT') ?? own[0]
  const words = wordsAt(app, 'args', text => splitWords(text) ?? text.split(/\s+/))
  const flag = words.findIndex(word => /^(?:-p|--port)(?:=|$)/.test(word ?? ''))
  const text = /=(.*)$/.exec(words[flag] ?? '')?.[1] ?? words[flag + 1] ?? ''
  const args = settingOf(app, 'args')
  const facts: { value: Fact<number>; by?: string }[] = []
  if (flag !== -1 && /^\d{2,5}$/.test(text) && args) facts.push({ value: known(Number(text), args.at) })
  else if (variable) {
    const value = variable.value.known ? Number(variable.value.value) : Number.NaN
    if (!variable.value.known) facts.push({ value: variable.value, by: variable.name })
    else if (Number.isInteger(value) && value > 0 && value < 65_536)
      facts.push({ value: known(value, variable.at), by: variable.name })
  }
  return facts
}

function reachOf(environment: ReadonlyMap<string, EnvironmentVariable>): PublishedPort['reach'] {
  const address = [...environment.values()].find(({ name }) => ADDRESS.test(name))
  return /^(?:127\.|localhost$|::1$)/.test(knownValue(address?.value) ?? '') ? 'loopback' : 'unknown'
}
