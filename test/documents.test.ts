import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rules } from '../rules/index.js'
import { parseArguments } from '../src/cli/arguments.js'
import { COMMAND_SWITCHES, OPTIONS } from '../src/cli/options.js'
import { patternNames } from '../src/config/config.js'
import { parseConfig } from '../src/config/parse.js'
import { CONFIG_SCHEMA } from '../src/config/schema.js'
import { CATEGORIES } from '../src/finding.js'
import { CATEGORY_TITLES } from '../src/page.js'
import { parseAnyYaml } from '../src/parse/yaml.js'
import { TOOL } from '../src/tool.js'
import { WEIGHTS } from '../src/weights.js'

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  ...readdirSync('docs')
    .filter(name => name.endsWith('.md'))
    .map(name => `docs/${name}`),
]
const ids = rules.map(({ id }) => id)
const read = (path: string) => readFileSync(path, 'utf8')

function blocks(path: string, language: string): readonly string[] {
  return [...read(path).matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    match => match[1] ?? '',
  )
}

describe.each(documents)('%s', path => {
  test('links to files that are there', () => {
    const links = [...read(path).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(match => match[1] ?? '')
    expect(links.filter(link => !existsSync(join(dirname(path), link)))).toEqual([])
  })

  test('links to headings that are there', () => {
    const links = [...read(path).matchAll(/\]\((?!https?:)([^)#]*)#([^)]+)\)/g)]
    const missing = links.filter(([, file, anchor]) => {
      const target = file === '' ? path : join(dirname(path), file ?? '')
      const headings = [...read(target).matchAll(/^#+ (.*)$/gm)].map(([, title = '']) => {
        return title
          .toLowerCase()
          .replace(/[^\w\s-]/g, '')
          .trim()
          .replaceAll(' ', '-')
      })
      return !headings.includes(anchor ?? '')
    })
    expect(missing.map(([link]) => link)).toEqual([])
  })

  test('names only options that there are', () => {
    const known = [...OPTIONS, ...COMMAND_SWITCHES].map(({ name }) => name)
    const named = [...read(path).matchAll(/`--([a-z-]+)/g)].map(match => match[1] ?? '')
    expect(named.filter(name => !known.includes(name))).toEqual([])
  })

  test('shows configurations that are right', () => {
    const shown = blocks(path, 'yaml').filter(text => /^(?:rules|minScore|failOn):/m.test(text))
    for (const text of shown) expect(parseConfig({ path: 'erp-audit.yml', text }, rules)).toMatchObject({ ok: true })
  })
})

/** Every call of erp-audit in the code of a document: in shell, and in the strings of workflows, pipelines and hooks. */
function calls(path: string): readonly string[] {
  const code = [...read(path).matchAll(/^```(?:sh|yaml|js|json)\n([\s\S]*?)^```/gm)].map(match => match[1] ?? '')
  const lines = code.join('\n').split('\n')
  const starts =
    /(?:^\s*|- (?:run|entry|script): |(?:run|entry): |=> '|sh -c '|<\(|&& |- )(?:npx (?:--yes )?)?(?:node dist\/cli\.js|erp-audit(?:@\S+)?)(?=$|[ )'])([^']*)/
  return lines.filter(line => !/^\s*(?:#|- (?:id|repo): )/.test(line)).flatMap(line => starts.exec(line)?.[1] ?? [])
}

/** The words of a call as a shell splits them; comments, further commands and what only a variable decides left out. */
function wordsOf(call: string): readonly string[] {
  const own = call.replace(/\$\{\w+:\+(.*?)\} /, '$1 ').replace(/\s(?:#|[|>&]|< ).*$|\).*$/, '')
  return [...own.matchAll(/(?:"[^"]*"|[^\s"])+/g)].map(([word]) => word.replaceAll('"', ''))
}

describe.each(documents)('%s', path => {
  test('shows YAML that can be read', () => {
    for (const text of blocks(path, 'yaml')) {
      expect({ text, problems: parseAnyYaml({ path: 'shown.yml', text }).problems }).toEqual({ text, problems: [] })
    }
  })

  test('shows commands that there are, with options and rules that there are', () => {
    for (const call of calls(path)) {
      const { command, operand, values } = parseArguments(wordsOf(call), {})
      if (command === 'explain' && !operand?.startsWith('<')) expect(ids).toContain(operand)
      const named = [...(values.get('only') ?? []), ...(values.get('skip') ?? [])]
      expect(named.filter(name => !patternNames(rules, CATEGORIES).has(name))).toEqual([])
    }
  })

  test('pins this version, wherever it pins one', () => {
    const pinned = [...read(path).matchAll(/\berp-audit@v?(\d[\w.]*)|^ +rev: v(\d[\w.]*)/gm)]
    for (const [, version, tag] of pinned) expect(version ?? tag).toBe(TOOL.version)
  })

  test('shows workflows with the least rights, and with inputs and outputs that the action has', () => {
    const workflows = blocks(path, 'yaml').filter(text => /^jobs:/m.test(text))
    for (const text of workflows) {
      expect(text).toMatch(/^permissions: \{\}$/m)
      expect(text).toMatch(/^ {4}permissions:\n {6}contents: read$/m)
      expect(text).toContain('persist-credentials: false')
      const inputs = /uses: OWNER\/erp-audit@\S+\n(?: +with:\n((?: {10}\S.*\n)*))?/.exec(text)?.[1] ?? ''
      for (const [, name] of inputs.matchAll(/^ +([\w-]+):/gm)) expect(read('action.yml')).toContain(`\n  ${name}:\n`)
      for (const [, name] of text.matchAll(/outputs\.([\w-]+)/g)) expect(read('action.yml')).toContain(`\n  ${name}:\n`)
    }
  })

  test('names rules that there are where it accepts findings', () => {
    const accepted = [...read(path).matchAll(/erp-audit-ignore(?:-file)? ([a-z-]+\/[a-z-]+):/g)]
    for (const [, id] of accepted) expect(ids).toContain(id)
  })
})

test('commands are found in the documents', () => {
  expect(calls('docs/ci.md').length).toBe(9)
  expect(calls('README.md')).toContain(
    ' --staged              # in a hook: the index of git, and findings in staged files',
  )
})

test('the README shows the weights in force', () => {
  for (const [category, weight] of Object.entries(WEIGHTS.categories)) {
    expect(read('README.md')).toContain(`| ${CATEGORY_TITLES[category as keyof typeof CATEGORY_TITLES]} | ${weight} |`)
  }
})

test('every key of the configuration is documented', () => {
  const keys = Object.keys(CONFIG_SCHEMA.properties).filter(key => key !== '$schema')
  for (const key of keys) expect(read('docs/configuration.md')).toMatch(new RegExp(`^\\| \\[?\`${key}\``, 'm'))
})
