import { type ExampleFile, readExample } from './example.js'
import type { Category, Confidence, Severity } from './finding.js'
import { scanText } from './knowledge/providers.js'
import type { Effort, Example, Rule } from './rule.js'

/** How reports and pages write the categories. */
export const CATEGORY_TITLES: Readonly<Record<Category, string>> = {
  'infrastructure-stability': 'Infrastructure stability',
  'service-health': 'Service health',
  security: 'Security',
  observability: 'Observability',
  'disaster-recovery': 'Disaster recovery',
  performance: 'Performance',
}

const CONFIDENCE_TITLES: Readonly<Record<Confidence, string>> = {
  A: 'A, proven from the files',
  B: 'B, guarded against known exceptions',
  C: 'C, advice: shown on request, never scored',
}

const EFFORT_TITLES: Readonly<Record<Effort, string>> = { minutes: 'minutes', hours: 'hours', days: 'days' }

/** The documentation page of a rule in Markdown: `docs/rules/<id>.md`, `erp-audit explain`, and the help in SARIF. */
export function renderPage(rule: Rule): string {
  const sections = [
    `# ${rule.title}`,
    factsOf(rule),
    `## Why it matters\n\n${rule.why}`,
    `## What to do\n\n${rule.fix}`,
    ...exampleSections('Fails', rule.examples.bad),
    ...exampleSections('Passes', rule.examples.good),
    `## Accepting it\n\nWhere it is right as it is, say why on the line above:\n\n\`\`\`\n# erp-audit-ignore ${rule.id}: <reason>\n\`\`\``,
  ]
  if (rule.refs.length > 0) sections.push(`## Sources\n\n${rule.refs.map(ref => `- <${ref}>`).join('\n')}`)
  return `${sections.join('\n\n')}\n`
}

function factsOf(rule: Rule): string {
  const facts: [string, string][] = [
    ['Rule', `\`${rule.id}\``],
    ['Category', CATEGORY_TITLES[rule.category]],
    ['Severity', severityTitle(rule.severity, rule.security)],
    ['Confidence', CONFIDENCE_TITLES[rule.confidence]],
    ['A fix takes', EFFORT_TITLES[rule.effort]],
    ['Since', rule.since],
  ]
  if (rule.aliases?.length) facts.push(['Earlier name', rule.aliases.map(alias => `\`${alias}\``).join(', ')])
  return ['| | |', '|---|---|', ...facts.map(([name, value]) => `| ${name} | ${value} |`)].join('\n')
}

function severityTitle(severity: Severity, security: number | undefined): string {
  return security === undefined ? severity : `${severity} (security severity ${security.toFixed(1)})`
}

function exampleSections(heading: string, examples: readonly Example[]): readonly string[] {
  if (examples.length === 0) return []
  const blocks = examples.map(example => readExample(example).map(exampleBlock).join('\n\n'))
  return [`## ${heading}\n\n${blocks.join('\n\nor\n\n')}`]
}

function exampleBlock(file: ExampleFile): string {
  const longest = Math.max(2, ...(file.text.match(/`+/g) ?? []).map(run => run.length))
  const fence = '`'.repeat(longest + 1)
  return `\`${file.path}\`\n\n${fence}${languageOf(file.path)}\n${withArrows(file)}${fence}`
}

/** Puts each mark back as a comment that points at its line, in the syntax of the file. */
function withArrows(file: ExampleFile): string {
  const comment = /\.([cm]?[jt]sx?|prisma|json5?|go)$/.test(file.path) ? '//' : '#'
  const lines = file.text.split('\n')
  for (const mark of [...file.marks].sort((a, b) => b.line - a.line)) {
    const at = mark.line - 1
    const line = lines[at] ?? ''
    if (!mark.alone) lines[at] = `${line}  ${comment} ◀ ${mark.match}`
    else lines.splice(at, 0, `${line.slice(0, line.length - line.trimStart().length)}${comment} ▼ ${mark.match}`)
  }
  return withoutLeaks(lines.join('\n'))
}

/** The examples of the rules about tokens and keys, without what scanners would take for real ones. */
function withoutLeaks(text: string): string {
  return scanText({ path: '', text })
    .toReversed()
    .reduce((shown, { kind, masked, at }) => {
      const begin = shown.indexOf('-----', at.start + '-----'.length) + '-----'.length
      const instead = kind === 'token' ? masked : `${shown.slice(at.start, begin)}…`
      return shown.slice(0, at.start) + instead + shown.slice(at.end)
    }, text)
}

function languageOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase()
  if (/^(dockerfile|containerfile)/.test(name) || name.endsWith('.dockerfile')) return 'dockerfile'
  if (name.startsWith('.env') || name.endsWith('.env')) return 'ini'
  const extension = /\.([a-z0-9]+)$/.exec(name)?.[1] ?? ''
  return LANGUAGES.get(extension) ?? extension
}

const LANGUAGES = new Map([
  ['yml', 'yaml'],
  ['mjs', 'js'],
  ['cjs', 'js'],
  ['conf', 'nginx'],
  ['py', 'python'],
])

/** The index of all pages: `docs/rules/README.md`. */
export function renderIndex(rules: readonly Rule[]): string {
  const categories = Object.entries(CATEGORY_TITLES).map(([category, title]) => {
    const own = rules.filter(rule => rule.category === category)
    if (own.length === 0) return ''
    const rows = own.map(
      rule => `| [\`${rule.id}\`](${rule.id}.md) | ${rule.title} | ${rule.severity} | ${rule.confidence} |`,
    )
    return [
      '',
      `## ${title}`,
      '',
      '| Rule | Fails when | Severity | Confidence |',
      '|---|---|---|---|',
      ...rows,
      '',
    ].join('\n')
  })
  const count = rules.length === 1 ? '1 rule' : `${rules.length} rules`
  return `# Rules\n\n${count}. Each asks one question of the whole system; the examples on its page are its tests.\n${categories.join('')}`
}
