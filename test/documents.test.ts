import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rules } from '../rules/index.js'
import { COMMAND_SWITCHES, OPTIONS } from '../src/cli/options.js'
import { parseConfig } from '../src/config/parse.js'
import { CONFIG_SCHEMA } from '../src/config/schema.js'
import { CATEGORY_TITLES } from '../src/page.js'
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

test('the README shows the weights in force', () => {
  for (const [category, weight] of Object.entries(WEIGHTS.categories)) {
    expect(read('README.md')).toContain(`| ${CATEGORY_TITLES[category as keyof typeof CATEGORY_TITLES]} | ${weight} |`)
  }
})

test('every key of the configuration is documented', () => {
  const keys = Object.keys(CONFIG_SCHEMA.properties).filter(key => key !== '$schema')
  for (const key of keys) expect(read('docs/configuration.md')).toContain(`| \`${key}\` |`)
})

test('the suppression that the README shows is of a rule that there is', () => {
  const [, id = ''] = /erp-audit-ignore (\S+):/.exec(read('README.md')) ?? []
  expect(rules.map(rule => rule.id)).toContain(id)
})
