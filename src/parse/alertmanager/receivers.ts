import { child, type MapNode, textOf } from '../node.js'
import { HTTP_CONFIG, TLS } from '../prometheus/http-client.js'
import {
  anything,
  atMostOne,
  type Fields,
  flag,
  isGiven,
  list,
  mapOf,
  number,
  record,
  refuse,
  type Shape,
  type ShapeLog,
  text,
} from '../strict.js'
import { link, smarthost, texts } from './values.js'

const common: Fields = { send_resolved: flag, http_config: HTTP_CONFIG }
/** Go's own durations, with a number of nothing. */
const timeout = anything

/** The integrations that are checked: their keys, what is needed, and what excludes each other. */
const WEBHOOK = record(
  { ...common, ...texts('url url_file'), max_alerts: number(0), timeout, payload: anything },
  (node, log) => {
    needs(node, log, 'one of url or url_file must be configured', 'url', 'url_file')
    atMostOne(node, log, 'url', 'url_file')
    const url = child(node, 'url')
    if (url && isGiven(node, 'url') && !textOf(url)?.includes('{{')) link(url, log)
  },
)
const EMAIL = record(
  {
    send_resolved: flag,
    ...texts(
      'to from hello auth_username auth_password auth_password_file auth_secret auth_secret_file auth_identity html text',
    ),
    smarthost,
    headers: mapOf(text()),
    require_tls: flag,
    tls_config: TLS,
    force_implicit_tls: flag,
    threading: record({ enabled: flag, thread_by_date: text() }),
  },
  (node, log) => needs(node, log, 'missing to address in email config', 'to'),
)
const SLACK = record(
  {
    ...common,
    ...texts(
      'api_url_file app_token app_token_file channel username color title title_link pretext text message_text footer fallback callback_id icon_emoji icon_url image_url thumb_url',
    ),
    api_url: link,
    app_url: link,
    fields: list(record({ title: text(), value: text(), short: flag })),
    short_fields: flag,
    link_names: flag,
    mrkdwn_in: list(text()),
    actions: list(anything),
    update_message: flag,
    post_updates_to_thread: flag,
    timeout,
  },
  (node, log) => {
    atMostOne(node, log, 'api_url', 'api_url_file', 'app_token', 'app_token_file')
  },
)
const PAGERDUTY = record(
  {
    ...common,
    ...texts(
      'service_key service_key_file routing_key routing_key_file client client_url description source severity class component group',
    ),
    url: link,
    details: anything,
    images: list(record(texts('src alt href'))),
    links: list(record(texts('href text'))),
    timeout,
  },
  (node, log) => {
    needs(
      node,
      log,
      'missing service or routing key in PagerDuty config',
      'routing_key',
      'service_key',
      'routing_key_file',
      'service_key_file',
    )
    atMostOne(node, log, 'routing_key', 'routing_key_file')
    atMostOne(node, log, 'service_key', 'service_key_file')
  },
)
const DISCORD = record(
  { ...common, webhook_url: link, ...texts('webhook_url_file content title message username avatar_url') },
  (node, log) => {
    needs(node, log, 'one of webhook_url or webhook_url_file must be configured', 'webhook_url', 'webhook_url_file')
    atMostOne(node, log, 'webhook_url', 'webhook_url_file')
  },
)
const TELEGRAM = record(
  {
    ...common,
    api_url: link,
    ...texts('bot_token bot_token_file chat_id_file message parse_mode'),
    chat_id: number(),
    message_thread_id: number(),
    disable_notifications: flag,
    timeout,
  },
  (node, log) => {
    needs(node, log, 'missing chat_id or chat_id_file on telegram_config', 'chat_id', 'chat_id_file')
    atMostOne(node, log, 'bot_token', 'bot_token_file')
    atMostOne(node, log, 'chat_id', 'chat_id_file')
    if (!/^(?:|Markdown|MarkdownV2|HTML)$/.test(textOf(child(node, 'parse_mode')) ?? ''))
      refuse(log, node.at, 'unknown parse_mode on telegram_config')
  },
)

/** Refuses when none of the keys is given. */
export function needs(node: MapNode, log: ShapeLog, message: string, ...keys: readonly string[]): void {
  if (!keys.some(key => isGiven(node, key))) refuse(log, node.at, message)
}

const INTEGRATIONS: Readonly<Record<string, Shape>> = {
  webhook: WEBHOOK,
  email: EMAIL,
  slack: SLACK,
  pagerduty: PAGERDUTY,
  discord: DISCORD,
  telegram: TELEGRAM,
}
const OTHERS = 'incidentio opsgenie wechat pushover victorops sns webex msteams msteamsv2 jira rocketchat mattermost'
/** A receiver with its integrations. */
export const RECEIVER = record(
  {
    name: text(),
    labels: mapOf(text()),
    ...Object.fromEntries(
      Object.entries(INTEGRATIONS).map(([name, shape]) => [
        `${name}_configs`,
        list(shape, name === 'slack' ? undefined : `missing ${name} config`),
      ]),
    ),
    ...Object.fromEntries(OTHERS.split(' ').map(name => [`${name}_configs`, list(anything)])),
  },
  (node, log) => needs(node, log, 'missing name in receiver', 'name'),
)
