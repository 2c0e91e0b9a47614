import { rules } from '../../rules/index.js'
import { plain } from '../report/plain.js'
import { renderMarkdown } from '../report/terminal-page.js'
import type { Rule } from '../rule.js'
import { didYouMean } from '../suggest.js'
import { UsageError } from '../usage.js'
import type { Arguments } from './arguments.js'
import { usesColor } from './color.js'
import type { ExitCode, World } from './run.js'

/** `erp-audit rules [--json]`: every rule, one line each, or as JSON. */
export function runRules(given: Arguments, world: World): ExitCode {
  const isJson = given.own.has('json') || given.values.get('format')?.[0] === 'json'
  world.stdout.write(isJson ? rulesJson() : rulesText())
  return 0
}

function rulesJson(): string {
  const list = rules.map(({ id, title, category, severity, confidence, effort, since, aliases = [] }) => {
    return { id, title, category, severity, confidence, effort, since, aliases }
  })
  return `${JSON.stringify(list, null, 2)}\n`
}

function rulesText(): string {
  const width = (of: (rule: Rule) => string) => Math.max(0, ...rules.map(rule => of(rule).length))
  const [ids, categories] = [width(rule => rule.id), width(rule => rule.category)]
  return rules
    .map(({ id, severity, confidence, category, title }) => {
      return `${id.padEnd(ids)}  ${severity.padEnd(8)}  ${confidence}  ${category.padEnd(categories)}  ${title}\n`
    })
    .join('')
}

/** `erp-audit explain <rule>`: its page. */
export async function runExplain(given: Arguments, world: World): Promise<ExitCode> {
  const name = given.operand
  if (name === undefined) throw new UsageError('explain needs the id of a rule; "erp-audit rules" lists them')
  const rule = rules.find(({ id, aliases }) => id === name || aliases?.includes(name))
  if (!rule) {
    const ids = rules.map(({ id }) => id)
    throw new UsageError(`unknown rule "${plain(name)}"${didYouMean(name, ids) || '; "erp-audit rules" lists them'}`)
  }
  const { pageOf } = await import('../pages.js')
  const color = usesColor(given.values.get('color')?.[0] ?? 'auto', world.env, world.stdout)
  world.stdout.write(renderMarkdown(pageOf(rule), { color, width: world.stdout.columns ?? 80 }))
  return 0
}
