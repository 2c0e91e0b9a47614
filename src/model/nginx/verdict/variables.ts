import { directiveForms } from '../../../knowledge/nginx/directives.js'
import { isNginxVariable, nginxVariables } from '../../../knowledge/nginx/variables.js'
import { conditionOf, type NginxArgument, type NginxDirective, walkNginx } from '../../../parse/nginx.js'
import { nearest } from '../../../suggest.js'
import type { Judging } from './judging.js'
import { inOrder, isFilledIn, shown } from './level.js'

/** Directives of `http` whose arguments, from a position on, may hold variables that nginx looks up when it starts. */
const HOLDERS: Readonly<Record<string, number>> = {
  access_log: 0,
  add_header: 1,
  alias: 0,
  auth_basic: 0,
  error_page: 1,
  expires: 0,
  fastcgi_cache_key: 0,
  fastcgi_param: 1,
  fastcgi_pass: 0,
  grpc_set_header: 1,
  hash: 0,
  index: 0,
  limit_conn_zone: 0,
  limit_req_zone: 0,
  log_format: 1,
  map: 0,
  proxy_cache_bypass: 0,
  proxy_cache_key: 0,
  proxy_no_cache: 0,
  proxy_pass: 0,
  proxy_set_body: 0,
  proxy_set_header: 1,
  return: 0,
  rewrite: 1,
  root: 0,
  scgi_param: 1,
  set: 1,
  ssl_certificate: 0,
  ssl_certificate_key: 0,
  sub_filter: 0,
  try_files: 0,
  uwsgi_param: 1,
  uwsgi_pass: 0,
}

/** Those that nginx looks at only for servers that have none of their own: in `http` they may be of no account. */
const MERGED = new Set(['proxy_set_header', 'grpc_set_header', 'fastcgi_param', 'uwsgi_param', 'scgi_param'])

const TEMPLATE_FIX =
  'Mount the file as `/etc/nginx/templates/default.conf.template`: the official image fills in its variables from the environment and writes it to `/etc/nginx/conf.d/default.conf`.'

/** Directives that define the variable in their last argument, or in their first. */
const DEFINED_LAST = new Set(['map', 'geo', 'split_clients'])
const DEFINED_FIRST = new Set(['set', 'auth_request_set', 'perl_set'])
const CAPTURES = /\(\?P?<([A-Za-z]\w*)>|\(\?'([A-Za-z]\w*)'/g

/** Judges the variables in values: that each `$` begins one, and that it exists. */
export function checkVariables(judging: Judging): void {
  const [root] = judging.levels
  if (!root) return
  const isKnown = knownNames(root.directives, judging)
  inOrder(root, (directive, { context }) => {
    if (context === 'main' || context.startsWith('stream') || context.startsWith('mail')) return
    if (context === 'http' && MERGED.has(directive.name)) return
    for (const argument of valuesOf(directive)) {
      if (!argument.text.includes('$')) continue
      const isOpen = isFilledIn(argument.text)
      if (!isOpen || judging.asWritten.has(argument.at.path)) checkText(argument, isKnown, judging, isOpen)
    }
  })
}

function checkText(
  argument: NginxArgument,
  isKnown: ((name: string) => boolean) | undefined,
  judging: Judging,
  isOpen: boolean,
): void {
  const { text, at } = argument
  if (/\$(?!\w|\{\w+\})/.test(text)) {
    const message = `the $ in "${shown(argument)}" begins no variable, and nginx has no way to write one that means itself`
    const fix =
      'Take it away; where it has to stay, make a variable of it: `geo $dollar { default "$"; }` in `http`, and `${dollar}` here.'
    judging.reject({ kind: 'value', at, message, fix })
    return
  }
  const name = isKnown && variablesIn(text).find(one => !isKnown(one))
  if (name === undefined) return
  if (isOpen) {
    const message = `nothing fills in $${name} before nginx reads it, and it is no variable of nginx`
    judging.reject({ kind: 'undefined', at, message, fix: TEMPLATE_FIX })
    return
  }
  const near = nearest(name, nginxVariables())
  // nginx gets new ones: without its version only what is near to a known one is taken for a mistake.
  if (near === undefined && !judging.version) return
  const hint = near === undefined ? '' : `; did you mean $${near}?`
  judging.reject({ kind: 'undefined', at, message: `the variable $${name} is defined nowhere${hint}` })
}

/**
 * Tells whether a variable exists. Undefined where that cannot be told: a part of the configuration is out of sight, or there
 * are modules that are not nginx's own, which define variables of theirs.
 */
function knownNames(
  directives: readonly NginxDirective[],
  { complete, ownModulesOnly }: Judging,
): ((name: string) => boolean) | undefined {
  if (!complete || !ownModulesOnly || mayHaveOthers(directives)) return undefined
  const defined = definedIn(directives)
  return name => /^\d/.test(name) || isNginxVariable(name) || defined.has(name.toLowerCase())
}

/** Whether modules that are not nginx's own may define variables. */
function mayHaveOthers(directives: readonly NginxDirective[]): boolean {
  let others = false
  walkNginx(directives, ({ name }, around) => {
    if (around.some(block => DATA.has(block.name))) return
    if (name !== 'include' && !directiveForms(name)) others = true
  })
  return others
}

/** Blocks that hold no directives. */
const DATA = new Set(['map', 'geo', 'split_clients', 'types', 'charset_map'])

function definedIn(directives: readonly NginxDirective[]): ReadonlySet<string> {
  const names = new Set<string>()
  const add = (argument: NginxArgument | undefined) => {
    if (argument?.text.startsWith('$')) names.add(argument.text.slice(1).toLowerCase())
  }
  walkNginx(directives, ({ name, args }) => {
    if (DEFINED_LAST.has(name)) add(args.at(-1))
    if (DEFINED_FIRST.has(name)) add(args[0])
    for (const text of [name, ...args.map(arg => arg.text)]) {
      if (text.includes('(?'))
        for (const [, one, other] of text.matchAll(CAPTURES)) names.add((one ?? other ?? '').toLowerCase())
    }
  })
  return names
}

function valuesOf(directive: NginxDirective): readonly NginxArgument[] {
  const { name, args } = directive
  if (name === 'if') return conditionOf(directive).filter((_, index) => index === 0)
  if (name === 'map') return args.slice(0, 1)
  const from = Object.hasOwn(HOLDERS, name) ? HOLDERS[name] : undefined
  return from === undefined ? [] : args.slice(from)
}

/** The names of the variables in a text: `$name` and `${name}`. */
function variablesIn(text: string): readonly string[] {
  return text.includes('$')
    ? [...text.matchAll(/\$(?:\{(\w+)\}|(\w+))/g)].map(([, one, other]) => one ?? other ?? '')
    : []
}
