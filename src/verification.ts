import { healthCommandOf } from './knowledge/facts.js'
import { serviceFactsOf } from './model/service-facts.js'
import type { Deployment, HealthCheck, System, Workload } from './model/system.js'
import { knownValue } from './source.js'

/** Something to see after a deployment, and the command that shows it. */
export interface Verification {
  /** What is seen then, without a full stop. */
  readonly what: string
  /** For a shell at the root of the repository. */
  readonly command: string
}

/** How to see that the system works, once it is deployed: for each platform in its own words. Nothing here is ever run. */
export function verificationOf(system: System): readonly Verification[] {
  const production = system.deployments.filter(({ purpose }) => purpose === 'production')
  return production.flatMap(deployment => {
    const workloads = system.workloads.filter(one => one.deployment === deployment.id)
    return STEPS[deployment.platform](deployment, workloads)
  })
}

const STEPS: Readonly<
  Record<Deployment['platform'], (deployment: Deployment, workloads: readonly Workload[]) => readonly Verification[]>
> = {
  compose: composeSteps,
  swarm: (_, workloads) => swarmSteps(workloads),
  kubernetes: (_, workloads) => kubernetesSteps(workloads),
  pm2: pm2Steps,
}

function composeSteps({ id, files }: Deployment, workloads: readonly Workload[]): readonly Verification[] {
  const named = id.slice(id.indexOf(':') + 1).split('+')
  const set = named.every(file => files.includes(file)) ? named : files.slice(0, 1)
  const isDefault = set.length === 1 && /^(?:docker-)?compose\.ya?ml$/.test(set[0] ?? '')
  const compose = isDefault ? 'docker compose' : `docker compose ${set.map(file => `-f ${quoted(file)}`).join(' ')}`
  return [
    { what: 'the files are valid, and no variable is missing', command: `${compose} config --quiet` },
    { what: 'everything starts and becomes healthy', command: `${compose} up --detach --wait` },
    { what: 'nothing has exited or restarts', command: `${compose} ps --all` },
    ...workloads.flatMap(workload => [
      ...dataSteps(workload, `${compose} exec ${quoted(workload.name)}`),
      ...proxySteps(workload, `${compose} exec ${quoted(workload.name)}`),
      ...publishedSteps(workload),
    ]),
  ]
}

function swarmSteps(workloads: readonly Workload[]): readonly Verification[] {
  return [
    { what: 'every service has all its replicas', command: 'docker service ls' },
    ...workloads.flatMap(publishedSteps),
  ]
}

function kubernetesSteps(workloads: readonly Workload[]): readonly Verification[] {
  const pods = new Map<string, Workload>()
  for (const workload of workloads) {
    const { pod } = workload
    if (pod?.part === 'main' && !pods.has(`${pod.namespace} ${pod.kind} ${pod.name}`))
      pods.set(`${pod.namespace} ${pod.kind} ${pod.name}`, workload)
  }
  const namespaces = new Set([...pods.values()].map(({ pod }) => pod?.namespace))
  return [
    ...[...namespaces].map(namespace => ({
      what: `no pod${namespace === undefined ? '' : ` of ${namespace}`} waits, fails or restarts`,
      command: `kubectl ${inNamespace(namespace)}get pods`,
    })),
    ...[...pods.values()].flatMap(workload => {
      const { pod } = workload
      if (!pod) return []
      const kind = pod.kind.toLowerCase()
      const kubectl = `kubectl ${inNamespace(pod.namespace)}`
      const target = quoted(`${kind}/${pod.name}`)
      const rolledOut = ['deployment', 'statefulset', 'daemonset'].includes(kind)
        ? [{ what: `${pod.name} is rolled out`, command: `${kubectl}rollout status ${target} --timeout=5m` }]
        : []
      return [
        ...rolledOut,
        ...dataSteps(workload, `${kubectl}exec ${target} --`),
        ...proxySteps(workload, `${kubectl}exec ${target} --`),
      ]
    }),
  ]
}

function inNamespace(namespace: string | undefined): string {
  return namespace === undefined ? '' : `--namespace ${quoted(namespace)} `
}

function pm2Steps({ files }: Deployment): readonly Verification[] {
  const [file = 'ecosystem.config.js'] = files
  return [
    { what: 'all apps start', command: `pm2 start ${quoted(file)} --env production` },
    { what: 'they are online and do not restart', command: 'pm2 list' },
  ]
}

/** A data service that nothing checks answers, asked with the program that its image has for it. */
function dataSteps(workload: Workload, inside: string): readonly Verification[] {
  const { distribution, name, software, health } = workload
  if (
    health.state === 'checked' ||
    !software ||
    !distribution ||
    !['database', 'cache', 'broker', 'search', 'object-store'].includes(software.kind)
  )
    return []
  const command = healthCommandOf(distribution, serviceFactsOf(workload))
  return command === undefined
    ? []
    : [
        {
          what: `${name} (${software.name}) answers`,
          command: `${inside} sh -c ${quoted(command.replaceAll('$$', '$'))}`,
        },
      ]
}

function proxySteps({ name, software }: Workload, inside: string): readonly Verification[] {
  return software?.id === 'nginx' ? [{ what: `${name} accepts its configuration`, command: `${inside} nginx -t` }] : []
}

/** The path that its check asks, asked from outside. */
function publishedSteps({ name, health, published }: Workload): readonly Verification[] {
  const open = published.find(({ protocol, host }) => protocol === 'tcp' && host && knownValue(host) !== undefined)
  const asked = health.checks.flatMap(check => pathOf(check) ?? [])[0]
  const port = open?.host && knownValue(open.host)
  if (port === undefined || asked === undefined) return []
  return [
    {
      what: `${name} answers from outside`,
      command: `curl --fail --silent --show-error http://localhost:${port}${asked}`,
    },
  ]
}

function pathOf({ http, text }: HealthCheck): string | undefined {
  const path = http ? knownValue(http.path) : /https?:\/\/[^/\s"'`]+(\/[\w./-]*)/.exec(text.slice(0, 2_000))?.[1]
  return path !== undefined && /^\/[\w./?=&%-]*$/.test(path) ? path : undefined
}

/** A word of a shell, in quotes where it needs them. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
