import type { NginxDirective } from '../../../parse/nginx.js'
import type { Judging } from './judging.js'
import { hasFilledIn, inOrder, isFilledIn, type Reject, shown } from './level.js'
import { checkParameters } from './parameters.js'

const LEVELS = ['emerg', 'alert', 'crit', 'error', 'warn', 'notice', 'info', 'debug']

/** Judges `log_format`, `access_log` and `error_log`, in the order written: a format has to stand before its use. */
export function checkLogs(judging: Judging): void {
  const { levels, reject, stockFormats = [] } = judging
  const [root] = levels
  if (!root) return
  const formats = { http: new Set(['combined', ...stockFormats]), stream: new Set<string>() }
  // Names are compared with case where they are defined, and without where they are used.
  const anyCase = { http: new Set([...formats.http].map(name => name.toLowerCase())), stream: new Set<string>() }
  inOrder(root, (directive, { context }) => {
    const outer = context.startsWith('stream') ? 'stream' : 'http'
    if (directive.name === 'log_format') {
      checkFormat(directive, formats[outer], judging)
      anyCase[outer].add(directive.args[0]?.text.toLowerCase() ?? '')
    } else if (directive.name === 'access_log') checkAccessLog(directive, anyCase[outer], judging, outer)
    else if (directive.name === 'error_log') checkErrorLog(directive, reject)
  })
}

function checkFormat(directive: NginxDirective, formats: Set<string>, { reject, stockFormats = [] }: Judging): void {
  const [name, second] = directive.args
  if (!name || directive.args.length < 2) return
  if (formats.has(name.text)) {
    const own = name.text === 'combined' || stockFormats.includes(name.text) ? `: ${ownFormat(name.text)}` : ''
    reject({ kind: 'duplicate', at: directive.at, message: `the log_format ${shown(name)} is defined twice${own}` })
  }
  formats.add(name.text)
  if (!second || !/^escape=/.test(second.text) || /^escape=(?:default|json|none)$|\$/.test(second.text)) return
  const message = `log_format has the escapes default, json and none, not "${shown(second)}"`
  reject({ kind: 'value', at: second.at, message })
}

function ownFormat(name: string): string {
  return name === 'combined' ? 'nginx has it built in' : 'the main file of the image has it'
}

function checkAccessLog(
  directive: NginxDirective,
  formats: ReadonlySet<string>,
  { reject, complete }: Judging,
  outer: 'http' | 'stream',
): void {
  const [path, format] = directive.args
  if (!path || hasFilledIn(directive)) return
  if (path.text === 'off') {
    if (format) reject({ kind: 'value', at: format.at, message: `access_log off has no "${shown(format)}" behind it` })
    return
  }
  if (!format) {
    if (outer === 'stream') reject({ kind: 'value', at: directive.at, message: 'access_log in stream needs a format' })
    return
  }
  if (!formats.has(format.text.toLowerCase()) && complete) {
    reject({ kind: 'undefined', at: format.at, message: `the log format ${shown(format)} is not defined before this` })
  }
  checkParameters(directive, 2, { buffer: 'size', flush: 'time', gzip: 'flag', if: 'any' }, one => {
    if (!/^invalid parameter "gzip=[1-9]"/.test(one.message)) reject(one)
  })
}

function checkErrorLog(directive: NginxDirective, reject: Reject): void {
  for (const level of directive.args.slice(1)) {
    if (isFilledIn(level.text) || LEVELS.includes(level.text) || level.text.startsWith('debug_')) continue
    const message = `error_log has the levels ${LEVELS.join(', ')}, not "${shown(level)}"`
    reject({ kind: 'value', at: level.at, message })
    return
  }
}
