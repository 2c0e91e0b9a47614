import { type AlertIntegration, type AlertmanagerConfig, reachableReceivers } from '../../parse/alertmanager.js'
import { isAddress } from '../../parse/ip-address.js'
import type { Span } from '../../source.js'
import type { HostNames } from '../host-names.js'
import type { System, Workload } from '../system.js'
import type { AlertmanagerServer } from './alertmanager.js'
import type { PrometheusServer, ReadConfiguration, ResolvedTarget } from './prometheus.js'

/** Why an alert that fires reaches nobody. */
export interface DeadEnd {
  /** As a sentence without a full stop. */
  readonly what: string
  readonly fix: string
  readonly at: Span
  /** Tells it apart from others of the same server. */
  readonly key: string
  /** Another way of the same server leads on: what is sent this way alone is lost. */
  readonly besideOthers?: boolean
}

/** The answer for one system: where its alerts end, and whether all of the way could be followed. */
export interface AlertRoutes {
  readonly deadEnds: readonly DeadEnd[]
  /** The first thing that the repository does not tell. */
  readonly open?: { readonly at: Span; readonly because: string }
}

/** Follows the alerts from every Prometheus that evaluates rules to the receivers of its Alertmanagers. */
export function alertRoutesOf({ telemetry }: System): AlertRoutes {
  const evaluating = telemetry.prometheus.filter(({ forwardsOnly }) => !forwardsOnly)
  const parts = [
    ...evaluating.map(server => fromPrometheus(server, telemetry.alertmanagers)),
    ...telemetry.alertmanagers.map(fromAlertmanager),
  ]
  const open = parts.find(part => part.open)?.open
  return { deadEnds: parts.flatMap(part => part.deadEnds), ...(open ? { open } : {}) }
}

function fromPrometheus(
  { workload, configuration }: PrometheusServer,
  alertmanagers: readonly AlertmanagerServer[],
): AlertRoutes {
  if (configuration.state === 'unknown') return { deadEnds: [], open: configuration }
  // Without a configuration there are no rules either: another rule says so.
  if (configuration.state !== 'read') return { deadEnds: [] }
  const { config } = configuration
  if (configuration.alertmanagers.length === 0) {
    const own = alertmanagers[0]
    return {
      deadEnds: [
        {
          what: `${config.path} ${config.alertingAt ? 'names no Alertmanager under `alerting`' : 'has no `alerting` section'}, so alerts that ${workload.name} raises are sent to nobody`,
          fix: own
            ? `Add \`alerting: { alertmanagers: [{ static_configs: [{ targets: ["${own.workload.name}:9093"] }] }] }\`.`
            : 'Deploy Alertmanager and add `alerting: { alertmanagers: [{ static_configs: [{ targets: ["alertmanager:9093"] }] }] }`.',
          at: config.alertingAt ?? config.at,
          key: `${workload.name} alerting`,
        },
      ],
    }
  }
  return toAlertmanagers(workload, configuration)
}

function toAlertmanagers(workload: Workload, { alertmanagers }: ReadConfiguration): AlertRoutes {
  const targets = alertmanagers.flatMap(entry => entry.targets)
  const broken = targets.flatMap(target => brokenTarget(target, workload) ?? [])
  const complete = alertmanagers.every(entry => entry.complete)
  const open = targets.find(({ answer }) => answer?.kind === 'unknown')
  if (targets.length === 0 && complete) {
    const at = alertmanagers[0]?.entry.at ?? workload.at
    return { deadEnds: [{ ...NO_TARGET, at, key: `${workload.name} targets` }] }
  }
  const besideOthers = broken.length < targets.length
  return {
    deadEnds: broken.map(one => ({ ...one, besideOthers })),
    ...(open?.answer?.kind === 'unknown' ? { open: { at: open.at, because: open.answer.because } } : {}),
  }
}

const NO_TARGET = {
  what: 'the entry of `alertmanagers` has no target',
  fix: 'Add `static_configs: [{ targets: ["alertmanager:9093"] }]` to it.',
}

/** https://prometheus.io/docs/alerting/latest/alertmanager/ */
const ALERTMANAGER_PORT = 9093

function brokenTarget({ address, answer, text, at }: ResolvedTarget, from: Workload): DeadEnd | undefined {
  if (!address || !answer) return undefined
  const dead = (what: string, fix: string): DeadEnd => ({ what, fix, at, key: `${from.name} ${text}` })
  if (answer.kind === 'nobody') {
    const where = answer.namesake ? `is on no network that ${from.name} is on` : 'is the name of nobody'
    return dead(
      `${from.name} sends alerts to ${text}, and ${address.host} ${where}`,
      'Name the service that runs Alertmanager, on a network that both are on.',
    )
  }
  if (answer.kind !== 'workload') return undefined
  if (answer.workload === from)
    return dead(
      `${from.name} sends alerts to ${text}, which is its own container`,
      'Name the service that runs Alertmanager: inside a container `localhost` is that container.',
    )
  const port = answer.port ?? address.port
  if (answer.workload.software?.id !== 'alertmanager' || changesPort(answer.workload) || port === ALERTMANAGER_PORT)
    return undefined
  return dead(
    `${from.name} sends alerts to ${text}, and ${answer.workload.name} listens on ${ALERTMANAGER_PORT}`,
    `Write \`${address.host}:${ALERTMANAGER_PORT}\`.`,
  )
}

function changesPort({ start }: Workload): boolean {
  return start?.argv.some(word => word === null || word.includes('web.listen-address')) ?? false
}

function fromAlertmanager({ workload, configuration, integrations }: AlertmanagerServer): AlertRoutes {
  if (configuration.state === 'unknown') return { deadEnds: [], open: configuration }
  if (configuration.state === 'read') {
    const { config } = configuration
    const empty = emptyReceivers(config, workload)
    const dead = integrations.flatMap(one => deadIntegration(one, workload, config) ?? [])
    const besideOthers = dead.length < integrations.length
    return { deadEnds: empty ? [empty] : dead.map(one => ({ ...one, besideOthers })) }
  }
  // Without any it does not start: another rule says so.
  if (configuration.state === 'missing') return { deadEnds: [] }
  const what = `${workload.name} runs the configuration of its image, which sends alerts to a web hook in its own container`
  const fix = `Mount a configuration of your own at ${configuration.path}, with a receiver that reaches a person.`
  return { deadEnds: [{ what, fix, at: workload.at, key: `${workload.name} configuration` }] }
}

/** Set when no receiver that an alert can reach has an integration. One empty receiver among others silences on purpose. */
function emptyReceivers(config: AlertmanagerConfig, { name }: Workload): DeadEnd | undefined {
  const names = reachableReceivers(config)
  const reached = config.receivers.filter(receiver => names.has(receiver.name))
  const [first] = reached
  if (!first || reached.some(receiver => receiver.integrations.length > 0)) return undefined
  const list = reached.map(receiver => `"${receiver.name}"`).join(', ')
  const [subject, verb] = reached.length === 1 ? ['the receiver', 'reaches'] : ['the receivers', 'reach']
  return {
    what: `${subject} ${list} of ${config.path} ${verb} nobody: no integration is configured`,
    fix: 'Add one that a person reads: `slack_configs`, `email_configs`, `pagerduty_configs`, `webhook_configs`.',
    at: first.at,
    key: `${name} receivers`,
  }
}

/** An integration with who answers to the host of its URL. */
export interface ResolvedIntegration {
  readonly integration: AlertIntegration
  /** The receiver that it belongs to. */
  readonly receiver: string
  readonly host?: string
  readonly port?: number
  readonly answer?: ReturnType<HostNames['answer']>
}

/** The integrations that alerts can reach. */
export function integrationsOf(
  config: AlertmanagerConfig,
  workload: Workload,
  names: HostNames,
): readonly ResolvedIntegration[] {
  const reachable = reachableReceivers(config)
  return config.receivers.flatMap(({ name, integrations }) =>
    (reachable.has(name) ? integrations : []).map(integration => {
      const [, host = '', port] =
        /^(?:[a-z]+:\/\/)?(?:[^/@]*@)?([^/:?#]+)(?::(\d{1,5}))?/i.exec(integration.url?.text ?? '') ?? []
      if (host === '') return { integration, receiver: name }
      const number = port === undefined ? undefined : Number(port)
      return {
        integration,
        receiver: name,
        host,
        ...(number === undefined ? {} : { port: number }),
        answer: names.answer(host, number, workload),
      }
    }),
  )
}

/** Names that belong to nobody by definition: https://www.rfc-editor.org/rfc/rfc2606 */
const RESERVED = /(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid)$/i
/** What stands in the place of the secret parts of a Slack or Teams URL. */
const PLACEHOLDER =
  /\/(?:[^/]*(?:YOUR|CHANGE[_-]?ME|REPLACE|PLACEHOLDER|X{4,}|x{6,})[^/]*|T0{5,}|B0{5,}|<[^/>]*>)(?:\/|$)/

function deadIntegration(
  { integration, receiver, host, port, answer }: ResolvedIntegration,
  from: Workload,
  config: AlertmanagerConfig,
): DeadEnd | undefined {
  const { url, kind } = integration
  if (!url || host === undefined) return undefined
  const dead = (why: string, fix: string): DeadEnd => ({
    what: `the receiver "${receiver}" of ${config.path} ${why}`,
    fix,
    at: url.at,
    key: `${from.name} ${receiver} ${kind} ${host}`,
  })
  if (PLACEHOLDER.test(url.text) || (RESERVED.test(host) && !isAddress(host)))
    return dead(
      `sends to a placeholder, ${RESERVED.test(host) ? host : `a ${kind} URL that somebody was to fill in`}`,
      'Put the real address in, out of a file of the secret store: `api_url_file`, `url_file`, `auth_password_file`.',
    )
  if (answer?.kind === 'nobody')
    return dead(
      `sends to ${host}, and nobody answers to that name`,
      'Name a service of the same network, or a host outside.',
    )
  if (answer?.kind === 'workload' && answer.workload === from && port !== ALERTMANAGER_PORT)
    return dead(
      `sends to ${host}${port === undefined ? '' : `:${port}`}, which is the container of ${from.name} itself`,
      'Name the service that takes the web hook: inside a container `localhost` is that container.',
    )
  return undefined
}
