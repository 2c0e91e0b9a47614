import type { HaproxyLine, HaproxySection, HaproxyWord } from '../../parse/haproxy.js'
import type { RoutePath } from '../reverse-proxy.js'

/** What a condition asks of host and path, as far as these two go; nothing for a condition about anything else. */
export interface Asked {
  readonly hosts: readonly string[]
  readonly path?: RoutePath
}

const ANYTHING: Asked = { hosts: [] }
const MOST_WAYS = 50

/** The conditions that a section gives names to; one name may stand for several, of which one has to hold. */
export function namedConditions(section: HaproxySection): ReadonlyMap<string, readonly Asked[]> {
  const named = new Map<string, readonly Asked[]>()
  for (const { words } of section.lines) {
    const [keyword, name, ...test] = words
    if (keyword?.text !== 'acl' || !name) continue
    named.set(name.text, [...(named.get(name.text) ?? []), ...testOf(test)].slice(0, MOST_WAYS))
  }
  return named
}

/** The ways in which the condition of a line holds (`if a b or !c`); one that asks nothing when there is no condition. */
export function conditionOf(line: HaproxyLine, named: ReadonlyMap<string, readonly Asked[]>): readonly Asked[] {
  const start = line.words.findIndex(word => word.text === 'if')
  if (start === -1) return [ANYTHING]
  const ways: Asked[] = []
  let way: readonly Asked[] = [ANYTHING]
  const words = line.words.slice(start + 1)
  for (let at = 0; at < words.length; at++) {
    const word = words[at]?.text ?? ''
    if (word === 'or' || word === '||') {
      ways.push(...way)
      way = [ANYTHING]
    } else if (word === '{' || word === '!{') {
      const end = words.findIndex((one, index) => index > at && one.text === '}')
      const inner = words.slice(at + 1, end === -1 ? undefined : end)
      if (word === '{') way = both(way, testOf(inner))
      at = end === -1 ? words.length : end
    } else if (word !== '!' && !word.startsWith('!')) way = both(way, named.get(word) ?? [ANYTHING])
    else if (word === '!') at++
  }
  return [...ways, ...way].slice(0, MOST_WAYS)
}

function both(left: readonly Asked[], right: readonly Asked[]): readonly Asked[] {
  const ways = left.flatMap(one =>
    right.map(other => {
      const path = other.path ?? one.path
      return { hosts: [...one.hosts, ...other.hosts], ...(path ? { path } : {}) }
    }),
  )
  return ways.slice(0, MOST_WAYS)
}

/** `hdr(host) -i erp.acme.com`, `path_beg /api /v1`, `path -m beg /api`. */
function testOf(words: readonly HaproxyWord[]): readonly Asked[] {
  const [fetch, ...rest] = words.map(word => word.text)
  if (fetch === undefined || words.some(word => word.open)) return [ANYTHING]
  const method = rest[rest.indexOf('-m') + 1]
  const how = rest.includes('-m') ? method : undefined
  const values = rest.filter(
    (word, index) => !word.startsWith('-') && rest[index - 1] !== '-m' && rest[index - 1] !== '-f',
  )
  const [, name, suffix] = /^(?:req\.)?(hdr(?:_\w+)?\(host\)|path|base)(?:_(\w+))?(?:,\w+.*)?$/i.exec(fetch) ?? []
  if (name === undefined || values.length === 0) return [ANYTHING]
  if (/^hdr/i.test(name)) return hostsOf(name, how, values)
  if (name !== 'path') return [ANYTHING]
  const kind = suffix ?? how ?? 'str'
  if (kind === 'beg' || kind === 'dir')
    return values.map(text => ({ hosts: [], path: { match: 'prefix', text: absolute(text) } }))
  if (kind === 'str') return values.map(text => ({ hosts: [], path: { match: 'exact', text } }))
  return values.map(text => ({ hosts: [], path: { match: 'regex', text } }))
}

function hostsOf(fetch: string, how: string | undefined, values: readonly string[]): readonly Asked[] {
  const isWhole = /^hdr\(host\)$/i.test(fetch) && (how === undefined || how === 'str')
  return [isWhole ? { hosts: values.map(value => value.toLowerCase()) } : ANYTHING]
}

function absolute(path: string): string {
  return path.startsWith('/') ? path : `/${path}`
}
