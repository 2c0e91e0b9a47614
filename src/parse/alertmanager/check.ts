import type { Source } from '../../source.js'
import { child, itemsOf, type MapNode, type Node, type Problem, textOf } from '../node.js'
import { parsePrometheusDuration } from '../prometheus/duration.js'
import { HTTP_CONFIG, TLS } from '../prometheus/http-client.js'
import {
  anything,
  atMostOne,
  type Fields,
  flag,
  isGiven,
  isNothing,
  itemsAt,
  list,
  mapOf,
  record,
  refuse,
  type Shape,
  type ShapeLog,
  shapeProblems,
  text,
} from '../strict.js'
import { needs, RECEIVER } from './receivers.js'
import { anyLabel, legacyLabel, link, matcher, seconds, smarthost, someRegex, texts } from './values.js'

/**
 * What Alertmanager refuses in its configuration, beyond what is no YAML: keys, routes, receivers and the integrations that most
 * systems use (https://prometheus.io/docs/alerting/latest/configuration/). Of other integrations only the name is known.
 */
export function checkAlertmanagerConfig(source: Source, root: Node | undefined): readonly Problem[] {
  if (isNothing(root)) {
    const at = { path: source.path, start: 0, end: 0 }
    return [{ at, message: 'no route provided in config', kind: 'structure' }]
  }
  return shapeProblems(source, root, CONFIG)
}

const PAIRS = [
  'slack_app_token',
  'slack_api_url',
  'opsgenie_api_key',
  'victorops_api_key',
  'telegram_bot_token',
  'smtp_auth_password',
  'rocketchat_token',
  'rocketchat_token_id',
  'smtp_auth_secret',
  'wechat_api_secret',
  'mattermost_webhook_url',
]
const GLOBAL = record(
  {
    ...texts('smtp_from smtp_hello smtp_auth_username smtp_auth_identity wechat_api_corp_id'),
    ...texts(PAIRS.map(name => `${name}_file`).join(' ')),
    ...texts(
      'slack_app_token opsgenie_api_key victorops_api_key telegram_bot_token smtp_auth_password rocketchat_token rocketchat_token_id smtp_auth_secret wechat_api_secret',
    ),
    ...Object.fromEntries(
      'jira_api_url slack_api_url slack_app_url pagerduty_url opsgenie_api_url wechat_api_url victorops_api_url telegram_api_url webex_api_url rocketchat_api_url mattermost_webhook_url'
        .split(' ')
        .map(name => [name, link]),
    ),
    resolve_timeout: seconds,
    http_config: HTTP_CONFIG,
    smtp_smarthost: smarthost,
    smtp_require_tls: flag,
    smtp_tls_config: TLS,
    smtp_force_implicit_tls: flag,
  },
  (node, log) => {
    for (const name of PAIRS) atMostOne(node, log, name, `${name}_file`)
  },
)

const ROUTE: Shape = record(
  () => ({
    receiver: text(),
    group_by: list(text()),
    match: mapOf(text(), legacyLabel),
    match_re: mapOf(someRegex, legacyLabel),
    matchers: list(matcher),
    mute_time_intervals: list(text()),
    active_time_intervals: list(text()),
    continue: flag,
    routes: list(ROUTE),
    group_wait: seconds,
    group_interval: seconds,
    repeat_interval: seconds,
    labels: mapOf(text(), anyLabel),
  }),
  (node, log) => {
    const labels = itemsAt(node, 'group_by').map(item => textOf(item) ?? '')
    if (labels.includes('...') && labels.length > 1)
      refuse(log, node.at, 'cannot have wildcard group_by (`...`) and other labels at the same time')
    if (new Set(labels).size < labels.length) refuse(log, node.at, 'duplicated label in group_by')
    if (labels.includes('')) refuse(log, node.at, 'invalid label name "" in group_by list')
    for (const key of ['group_interval', 'repeat_interval'])
      if (isGiven(node, key) && parsePrometheusDuration(textOf(child(node, key)) ?? '') === 0)
        refuse(log, node.at, `${key} cannot be zero`)
  },
)

const INHIBIT = record({
  name: text(),
  source_match: mapOf(text(), legacyLabel),
  source_match_re: mapOf(someRegex, legacyLabel),
  source_matchers: list(matcher),
  target_match: mapOf(text(), legacyLabel),
  target_match_re: mapOf(someRegex, legacyLabel),
  target_matchers: list(matcher),
  sources: anything,
  equal: list(text()),
})
/** Up to the end of the day: https://prometheus.io/docs/alerting/latest/configuration/#time_interval-0 */
const clock = text(value =>
  /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(value) ? undefined : `couldn't parse timestamp ${value}, invalid format`,
)
const TIMES = record({ start_time: clock, end_time: clock }, (node, log) => {
  const [start, end] = ['start_time', 'end_time'].map(key => textOf(child(node, key)) ?? '')
  if (!start || !end) refuse(log, node.at, 'both start and end times must be provided')
  else if (start >= end) refuse(log, node.at, 'start time cannot be equal or greater than end time')
})
const RANGES: Fields = { weekdays: anything, days_of_month: anything, months: anything, years: anything }
const INTERVALS = list(
  record(
    { name: text(), time_intervals: list(record({ times: list(TIMES), ...RANGES, location: text() })) },
    (node, log) => needs(node, log, 'missing name in time interval', 'name'),
  ),
)

const CONFIG = record(
  {
    global: GLOBAL,
    route: ROUTE,
    inhibit_rules: list(INHIBIT),
    receivers: list(RECEIVER),
    templates: list(text()),
    mute_time_intervals: INTERVALS,
    time_intervals: INTERVALS,
    tracing: anything,
    event_recorder: anything,
  },
  (node, log) => {
    checkReceivers(node, log)
    const route = child(node, 'route')
    if (route?.kind !== 'map') return refuse(log, node.at, 'no routes provided')
    if (!isGiven(route, 'receiver')) refuse(log, route.at, 'root route must specify a default receiver')
    for (const key of ['match', 'match_re', 'matchers']) {
      const section = child(route, key)
      if (section?.kind === 'map' ? section.entries.size > 0 : itemsOf(section).length > 0)
        refuse(log, route.at, 'root route must not have any matchers')
    }
    for (const key of ['mute_time_intervals', 'active_time_intervals'])
      if (itemsAt(route, key).length > 0)
        refuse(log, route.at, `root route must not have any ${key.replaceAll('_', ' ')}`)
    if (/^(?:y|yes|true|on)$/i.test(textOf(child(route, 'continue')) ?? ''))
      refuse(log, route.at, 'cannot have continue in root route')
    checkNames(node, route, log)
  },
)

/** What an integration takes from `global` when it has none of its own. */
function checkReceivers(node: MapNode, log: ShapeLog): void {
  const global = child(node, 'global')
  const inGlobal = (...keys: readonly string[]) => global?.kind === 'map' && keys.some(key => isGiven(global, key))
  const seen = new Set<string>()
  for (const receiver of itemsAt(node, 'receivers')) {
    if (receiver.kind !== 'map') continue
    const name = textOf(child(receiver, 'name')) ?? ''
    if (seen.has(name)) refuse(log, receiver.at, `notification config name "${name}" is not unique`)
    seen.add(name)
    for (const email of itemsAt(receiver, 'email_configs')) {
      if (email.kind !== 'map') continue
      if (!isGiven(email, 'smarthost') && !inGlobal('smtp_smarthost'))
        refuse(log, email.at, 'no global SMTP smarthost set')
      if (!isGiven(email, 'from') && !inGlobal('smtp_from')) refuse(log, email.at, 'no global SMTP from set')
    }
    for (const slack of itemsAt(receiver, 'slack_configs')) {
      const own =
        slack.kind === 'map' &&
        ['api_url', 'api_url_file', 'app_token', 'app_token_file'].some(key => isGiven(slack, key))
      if (!own && !inGlobal('slack_api_url', 'slack_api_url_file', 'slack_app_token', 'slack_app_token_file'))
        refuse(log, slack.at, 'no Slack API URL nor App token set either inline or in a file')
    }
    for (const telegram of itemsAt(receiver, 'telegram_configs')) {
      const own = telegram.kind === 'map' && (isGiven(telegram, 'bot_token') || isGiven(telegram, 'bot_token_file'))
      if (!own && !inGlobal('telegram_bot_token', 'telegram_bot_token_file'))
        refuse(log, telegram.at, 'missing bot_token or bot_token_file on telegram_config')
    }
  }
}

/** Receivers and time intervals that routes name have to exist. */
function checkNames(node: MapNode, root: Node, log: ShapeLog): void {
  const namesOf = (...keys: readonly string[]) =>
    new Set(keys.flatMap(key => itemsAt(node, key).map(item => textOf(child(item, 'name')) ?? '')))
  const receivers = namesOf('receivers')
  const intervals = namesOf('mute_time_intervals', 'time_intervals')
  const waiting: Node[] = [root]
  for (let seen = 0; waiting.length > 0 && seen < MOST_ROUTES; seen++) {
    const route = waiting.pop()
    if (route?.kind !== 'map') continue
    const receiver = child(route, 'receiver')
    const name = textOf(receiver) ?? ''
    if (receiver && name !== '' && !receivers.has(name))
      refuse(log, receiver.at, `undefined receiver "${name}" used in route`)
    for (const key of ['mute_time_intervals', 'active_time_intervals'])
      for (const item of itemsAt(route, key))
        if (!intervals.has(textOf(item) ?? ''))
          refuse(log, item.at, `undefined time interval "${textOf(item)}" used in route`)
    waiting.push(...itemsAt(route, 'routes'))
  }
}

const MOST_ROUTES = 10_000
