import { isSharedDomain } from '../../../knowledge/shared-domains.js'

/** What an origin is only asked to have in it, and the origin of somebody else that has it. */
export interface OriginClaim {
  /** The end of a sentence about an address: `ends with .vercel.app`. */
  readonly asked: string
  /** An address that anybody may have. */
  readonly example: string
}

const HOST = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}$/i
const PORT = /:\d{1,5}$/

/** `origin.endsWith(text)`: a name that others can put letters before, or under which anybody can have one. */
export function claimedByEnd(text: string): OriginClaim | undefined {
  const host = text.replace(PORT, '')
  const port = text.slice(host.length)
  if (host.startsWith('.'))
    return isSharedDomain(host.slice(1)) ? ending(text, `https://anybody${host}${port}`) : undefined
  return HOST.test(host) && !host.startsWith('-') ? ending(text, `https://anybodys${host}${port}`) : undefined
}

function ending(text: string, example: string): OriginClaim {
  return { asked: `ends with ${text}`, example }
}

/** `origin.startsWith(text)`: a name that others can go on behind. */
export function claimedByBeginning(text: string): OriginClaim | undefined {
  const host = text.replace(/^https?:\/\//i, '')
  if (!/^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.?$/i.test(host)) return undefined
  const scheme = text.slice(0, text.length - host.length) || 'https://'
  const more = host.endsWith('.') ? '' : host.endsWith('-') ? 'x.' : '.'
  return { asked: `begins with ${text}`, example: `${scheme}${host}${more}anybody.com` }
}

/** `origin.includes(text)`. */
export function claimedByPart(text: string): OriginClaim | undefined {
  const host = text.replace(/^https?:\/\//i, '').replace(/^\./, '')
  if (host.length < 3 || !/^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/i.test(host)) return undefined
  return { asked: `has ${text} in it`, example: `https://${host}.anybody.com` }
}

const SCHEME =
  /^(?:https\?:\/\/|https?:\/\/|\(\?:?https\?:\/\/\)\?|\((?:\?:)?https?\|https?\):\/\/|\((?:\?:)?https\?:\/\/\)\??)/
/** Anything, or any label, before the name; a group of those that ends with a dot stands for the dot. */
const LABELS = /^(?:\((?:\?:)?)?(?:\.[*+]\??|\[\^[./\\]{1,4}\][*+]|\\w[*+]|\[[\\\w-]{1,20}\][*+])(?:\\\.)?\)?[*?]?/
const PORTS = /\(?(?:\?:)?:(?:\\d|\[0-9\])(?:[*+]|\{\d,?\d?\})\)?\??$/

/** How much of an origin a pattern has to match. */
export interface Matching {
  /** From its beginning, as `re.match` of Python, and to its end, as `re.fullmatch`. */
  readonly beginning?: boolean
  readonly end?: boolean
}

/**
 * What a regular expression asks for, as far as it is a name with anything before or behind it: `/\.vercel\.app$/`,
 * `/example\.com$/`, `/^https:\/\/example\.com/`. Only looked at, never run. Undefined for all others.
 */
export function claimedByPattern(pattern: string, matching: Matching = {}): OriginClaim | undefined {
  if (pattern.length > 300) return undefined
  const text = pattern.replaceAll('\\/', '/')
  const isFromStart = text.startsWith('^') || matching.beginning === true
  const isToEnd = (text.endsWith('$') && !text.endsWith('\\$')) || matching.end === true
  const whole = text.replace(/^\^/, '').replace(/([^\\])\$$/, '$1')
  const withoutPorts = whole.replace(PORTS, '')
  const rest = withoutPorts.replace(SCHEME, '')
  const claim = isToEnd
    ? claimedToEnd(rest, isFromStart || rest !== withoutPorts)
    : withoutPorts === whole
      ? claimedFrom(rest, isFromStart)
      : undefined
  return claim && { ...claim, asked: `matches /${pattern.slice(0, 80)}/` }
}

/** `anything\.name$`, `name$`, `prefix-anything\.shared$`. */
function claimedToEnd(rest: string, isWhole: boolean): OriginClaim | undefined {
  const labels = LABELS.exec(rest)?.[0] ?? ''
  const name = plainName(rest.slice(labels.length))
  if (name !== undefined) {
    if (labels === '' && isWhole) return undefined
    return claimedByEnd(/\\\.\)?[*?]?$/.test(labels) ? `.${name}` : name)
  }
  const beginning = /^(?:[A-Za-z0-9-]|\\-){1,60}/.exec(rest)?.[0] ?? ''
  const behind = rest.slice(beginning.length)
  const open = LABELS.exec(behind)?.[0] ?? ''
  const domain = /\\\.$/.test(open) ? plainName(behind.slice(open.length)) : undefined
  if (beginning === '' || domain === undefined || !isSharedDomain(domain)) return undefined
  return { asked: '', example: `https://${beginning.replaceAll('\\', '')}anybody.${domain}` }
}

/** `^https://name`, `name`: nothing says that it ends there. */
function claimedFrom(rest: string, isFromStart: boolean): OriginClaim | undefined {
  const labels = LABELS.exec(rest)?.[0] ?? ''
  const name = plainName(rest.slice(labels.length))
  if (name === undefined || name.endsWith(':') || PORT.test(name)) return undefined
  return isFromStart && labels === '' ? claimedByBeginning(name) : claimedByPart(name)
}

/** The name that a pattern without any choice stands for. */
function plainName(pattern: string): string | undefined {
  return /^(?:\\[.-]|[A-Za-z0-9.:-])+$/.test(pattern) ? pattern.replaceAll('\\', '') : undefined
}
