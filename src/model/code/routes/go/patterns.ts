import type { GoFramework } from './router.js'

/** A path as every framework's routes are told: `:name`, `:name*`, `*`; without a slash at its end. */
export function plainPath(framework: GoFramework, pattern: string): string {
  const path = SPELLINGS[framework](pattern)
  const clean = `/${path}`.replace(/\/{2,}/g, '/')
  return clean.length > 1 ? clean.replace(/\/+$/, '') : clean
}

const SPELLINGS: Readonly<Record<GoFramework, (pattern: string) => string>> = {
  // A slash at the end takes all that is below; `{$}` is the end itself.
  'net/http': pattern =>
    (pattern.endsWith('/') ? `${pattern}*` : pattern)
      .replace(/\{\$\}/g, '')
      .replace(/\{(\w+)\.\.\.\}/g, ':$1*')
      .replace(/\{(\w+)\}/g, ':$1'),
  'gorilla/mux': pattern => braces(pattern),
  chi: pattern => braces(pattern),
  gin: pattern => pattern.replace(/\*(\w+)/g, ':$1*'),
  echo: pattern => pattern,
  fiber: pattern =>
    pattern
      .replace(/:(\w+)<[^>]*>(\?)?/g, ':$1$2')
      .replace(/\+\d*/g, '*')
      .replace(/\*\d+/g, '*'),
}

/** `{id}`, `{id:[0-9]+}`, `{rest:.*}`; the expression may have braces of its own. */
function braces(pattern: string): string {
  let result = ''
  for (let at = 0; at < pattern.length; ) {
    if (pattern[at] !== '{') {
      result += pattern[at++]
      continue
    }
    let depth = 0
    let end = at
    do {
      if (pattern[end] === '{') depth++
      if (pattern[end] === '}') depth--
      end++
    } while (depth > 0 && end < pattern.length)
    const [, name = '', expression = ''] = /^\{([^:}]*):?([\s\S]*)\}$/.exec(pattern.slice(at, end)) ?? []
    result += `:${name.trim()}${/^(?:\.\*|\.\+)$/.test(expression) ? '*' : ''}`
    at = end
  }
  return result
}
