import type { DirectiveValue } from '../../../knowledge/nginx/table.js'
import { nginxNumber, nginxSizeOf, nginxTimeOf } from '../../../parse/nginx/units.js'
import type { NginxArgument, NginxDirective } from '../../../parse/nginx.js'
import { type Reject, shown } from './level.js'

/** Judges the arguments of a directive by the kind that nginx reads them as. */
export function checkValue(directive: NginxDirective, value: DirectiveValue, reject: Reject): void {
  const [first, second] = directive.args
  if (!first) return
  const wrong = (argument: NginxArgument, expected: string) =>
    reject({
      kind: 'value',
      at: argument.at,
      message: `${directive.name} takes ${expected}, not "${shown(argument)}"`,
    })
  if (value.kind === 'set') {
    const bad = directive.args.find(({ text }) => !isOneOf(text, value.words))
    if (bad) wrong(bad, listed(value.words))
  } else if (value.kind === 'buffers') {
    if (!nginxNumber(first.text)) wrong(first, 'a number of buffers')
    else if (second && !nginxSizeOf(second.text, 'size')) wrong(second, SIZE)
  } else {
    const expected = expectedOf(value, first.text)
    if (expected !== undefined) wrong(first, expected)
  }
}

const SIZE = 'a size (8k, 10m)'

/** What would have been right; undefined when the text is. */
function expectedOf(value: Exclude<DirectiveValue, { kind: 'set' | 'buffers' }>, text: string): string | undefined {
  switch (value.kind) {
    case 'flag':
      return isOneOf(text, ['on', 'off']) ? undefined : 'on or off'
    case 'enum':
      return isOneOf(text, value.words) ? undefined : listed(value.words)
    case 'number': {
      const number = nginxNumber(text)
      const bounds = Number.isFinite(value.most) ? ` from ${value.least} to ${value.most}` : ''
      return number === undefined || number < value.least || number > value.most ? `a whole number${bounds}` : undefined
    }
    case 'size':
      return nginxSizeOf(text, 'size') === undefined ? SIZE : undefined
    case 'offset':
      return nginxSizeOf(text, 'offset') === undefined ? 'a size (8k, 10m, 1g)' : undefined
    case 'time':
      return nginxTimeOf(text, 'time') === undefined ? 'a time (30s, 500ms, 1h)' : undefined
    case 'seconds':
      return nginxTimeOf(text, 'seconds') === undefined ? 'a time in whole seconds (30s, 1h, 7d)' : undefined
  }
}

function isOneOf(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase()
  return words.some(word => word.toLowerCase() === lower)
}

function listed(words: readonly string[]): string {
  return words.length > 6 ? `only certain words (${words.slice(0, 5).join(', ')} …)` : words.join(' or ')
}
