import type { HaproxyLine, HaproxySection } from '../../parse/haproxy.js'
import { known } from '../../source.js'
import type { UpstreamCheck } from '../reverse-proxy.js'

/** The `defaults` section that a section takes its options from: the last one before it. */
export function defaultsBefore(
  section: HaproxySection,
  sections: readonly HaproxySection[],
): HaproxySection | undefined {
  return sections.slice(0, sections.indexOf(section)).findLast(({ keyword }) => keyword === 'defaults')
}

/** Checks that ask something else than a path over HTTP. */
const OTHER_CHECK = /^option (?:tcp|ldap|mysql|pgsql|redis|spop|external)-check|^option (?:smtpchk|ssl-hello-chk)/

/**
 * What `option httpchk` and `http-check send` ask the servers of a section; undefined where none is checked, where something
 * else than the status decides, and where the method is OPTIONS, the default, which few routes answer as they answer GET.
 * https://docs.haproxy.org/3.2/configuration.html#4.2-option%20httpchk
 */
export function checkOf(section: HaproxySection, defaults: HaproxySection | undefined): UpstreamCheck | undefined {
  const lines = [...(defaults?.lines ?? []), ...section.lines]
  if (lines.some(one => one.conditional || OTHER_CHECK.test(textOf(one)) || expectsMore(one))) return undefined
  if (!lines.some(isChecked)) return undefined
  const option = lines.findLast(one => /^option httpchk(?: |$)/.test(textOf(one)))
  const sends = lines.filter(one => /^http-check send(?: |$)/.test(textOf(one)))
  if (!option || sends.length > 1) return undefined
  const [, , first, second] = option.words
  const send = sends[0]
  const uri = wordAfter(send, 'uri') ?? (second ? second : first)
  const method = wordAfter(send, 'meth') ?? (second ? first : undefined)
  if (!uri || uri.open || !uri.text.startsWith('/') || (method?.text !== 'GET' && method?.text !== 'HEAD'))
    return undefined
  return { method: method.text, path: known(uri.text, uri.at), at: uri.at }
}

function textOf({ words }: HaproxyLine): string {
  return words.map(({ text }) => text).join(' ')
}

/** `http-check expect` of anything but success. */
function expectsMore(line: HaproxyLine): boolean {
  const text = textOf(line)
  return /^http-check expect /.test(text) && !/ r?status \^?[23][\w.,-]*$/.test(text)
}

/** A server that is asked, at the port that requests go to. */
function isChecked({ words: [keyword, ...rest] }: HaproxyLine): boolean {
  if (!/^(?:server|server-template|default-server)$/.test(keyword?.text ?? '')) return false
  return (
    rest.some(({ text }) => text === 'check') &&
    !rest.some(({ text }) => /^(?:port|addr|check-via-\S+|check-proto)$/.test(text))
  )
}

function wordAfter(line: HaproxyLine | undefined, name: string) {
  const at = line?.words.findIndex(({ text }) => text === name) ?? -1
  return at === -1 ? undefined : line?.words[at + 1]
}
