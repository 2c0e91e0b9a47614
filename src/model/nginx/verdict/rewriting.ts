import { nginxNumber } from '../../../parse/nginx/units.js'
import { conditionOf, type NginxDirective } from '../../../parse/nginx.js'
import type { Judging } from './judging.js'
import { hasFilledIn, isFilledIn, type Reject, shown } from './level.js'

/** Judges `return`, `rewrite`, `set`, `if` and `error_page`, in `http`. */
export function checkRewriting({ levels, reject }: Judging): void {
  for (const { context, directives } of levels) {
    if (context.startsWith('stream') || context.startsWith('mail')) continue
    for (const directive of directives) {
      const check = CHECKS[directive.name]
      if (check && !hasFilledIn(directive)) check(directive, reject)
    }
  }
}

const CHECKS: Readonly<Record<string, (directive: NginxDirective, reject: Reject) => void>> = {
  return: checkReturn,
  rewrite: checkRewrite,
  set: checkSet,
  if: checkIf,
  error_page: checkErrorPage,
}

const MOST_CODE = 999

function checkReturn({ args }: NginxDirective, reject: Reject): void {
  const [code] = args
  if (!code || args.length > 2) return
  const number = nginxNumber(code.text)
  if (number === undefined && args.length === 1 && /^(?:https?:\/\/|\$scheme)/i.test(code.text)) return
  if (number !== undefined && number <= MOST_CODE) return
  const message = `return takes a status code (return 301 …;), not "${shown(code)}"`
  reject({ kind: 'value', at: code.at, message })
}

function checkRewrite({ args }: NginxDirective, reject: Reject): void {
  const [, replacement, flag] = args
  if (args.length === 3 && flag && !/^(?:last|break|redirect|permanent)$/.test(flag.text)) {
    reject({
      kind: 'value',
      at: flag.at,
      message: `rewrite takes last, break, redirect or permanent, not "${shown(flag)}"`,
    })
  } else if (replacement?.text === '') {
    reject({ kind: 'value', at: replacement.at, message: 'rewrite has nothing to put in the place' })
  }
}

function checkSet({ args }: NginxDirective, reject: Reject): void {
  const [name] = args
  if (name && args.length === 2 && !/^\$./s.test(name.text)) {
    reject({ kind: 'value', at: name.at, message: `set takes the name of a variable ($name), not "${shown(name)}"` })
  }
}

const COMPARISONS = new Set(['=', '!=', '~', '~*', '!~', '!~*'])
const FILE_TESTS = new Set(['-f', '-d', '-e', '-x', '!-f', '!-d', '!-e', '!-x'])

function checkIf(directive: NginxDirective, reject: Reject): void {
  const why = directive.block && directive.args.length > 0 ? objectionTo(directive) : undefined
  if (why !== undefined) reject({ kind: 'value', at: directive.at, message: `the condition of if ${why}` })
}

/** What is wrong with a condition. */
function objectionTo(directive: NginxDirective): string | undefined {
  const { args } = directive
  if (!args[0]?.text.startsWith('(') || !args.at(-1)?.text.endsWith(')')) return 'needs parentheses around it'
  const [first, operator, ...rest] = conditionOf(directive)
  if (!first) return 'is empty'
  if (!first.text.startsWith('$') || first.text.length === 1) {
    const isTest = FILE_TESTS.has(first.text) && operator && rest.length === 0
    return isTest ? undefined : `begins with a variable or a test of a file (-f, !-d, -e), not with "${shown(first)}"`
  }
  if (!operator) return undefined
  if (args.some(({ text, quoted }) => !quoted && /^(?:&&|\|\|)$/.test(text)))
    return 'is one test: nginx has no && and ||'
  if (rest.length !== 1) return 'is a variable alone, or a variable, an operator and a value'
  return COMPARISONS.has(operator.text)
    ? undefined
    : `has the operators =, !=, ~, ~*, !~ and !~*, not "${shown(operator)}"`
}

function checkErrorPage({ args }: NginxDirective, reject: Reject): void {
  if (args.length < 2) return
  const answer = args.at(-2)
  const changed = answer?.text.startsWith('=')
  if (
    changed &&
    answer &&
    (args.length === 2 || (answer.text.length > 1 && nginxNumber(answer.text.slice(1)) === undefined))
  ) {
    reject({
      kind: 'value',
      at: answer.at,
      message: `error_page takes =code behind the codes it is for, not "${shown(answer)}"`,
    })
    return
  }
  for (const code of args.slice(0, changed ? -2 : -1)) {
    if (isFilledIn(code.text)) continue
    const number = nginxNumber(code.text)
    if (number !== undefined && number >= 300 && number <= 599 && number !== 499) continue
    reject({
      kind: 'value',
      at: code.at,
      message: `error_page takes codes from 300 to 599 but 499, not "${shown(code)}"`,
    })
    return
  }
}
