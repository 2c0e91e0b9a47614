import { child, entriesOf, type Node, type Problem, textOf } from '../../../parse/node.js'
import { parseToml } from '../../../parse/toml.js'
import { parseYaml } from '../../../parse/yaml.js'
import type { Source } from '../../../source.js'
import { isDevelopmentPath } from '../../purpose.js'
import { MOST_SETTINGS, type Setting } from './settings.js'

const DEEPEST = 40

/** The settings of a YAML file, all documents; those that Spring keeps for a profile of developers are left out. */
export function yamlSettings(source: Source): readonly Setting[] {
  // Objects of Kubernetes have rules of their own, and what SOPS encrypts is no secret.
  if (/^(?:apiVersion|sops):/m.test(source.text) || source.text.startsWith('$ANSIBLE_VAULT')) return []
  return parseYaml(source).documents.flatMap(({ root }) => (root && !isForDevelopers(root) ? settingsBelow(root) : []))
}

/** What is wrong with a YAML file of settings; nothing with one that a template language fills in before it is read. */
export function yamlProblems(source: Source): readonly Problem[] {
  return /<%|\{%|\{\{/.test(source.text) ? [] : parseYaml(source).problems
}

/** The settings of a JSON file, with comments or without. */
export function jsonSettings(source: Source): readonly Setting[] {
  const root = parseYaml({ ...source, text: withoutComments(source.text) }).documents[0]?.root
  return root && !child(root, 'sops') ? settingsBelow(root) : []
}

/** The settings of a TOML file. */
export function tomlSettings(source: Source): readonly Setting[] {
  return settingsBelow(parseToml(source).root)
}

/** https://docs.spring.io/spring-boot/reference/features/external-config.html#features.external-config.files.activation-properties */
function isForDevelopers(root: Node): boolean {
  const spring = child(root, 'spring')
  const config = child(child(child(spring, 'config'), 'activate'), 'on-profile')
  const profile =
    textOf(config) ?? textOf(child(spring, 'profiles')) ?? textOf(child(root, 'spring.config.activate.on-profile'))
  return profile !== undefined && isDevelopmentPath(`-${profile}.`)
}

function settingsBelow(root: Node): readonly Setting[] {
  const found: Setting[] = []
  // Aliases can make a small file into a large tree.
  let visited = 0
  const visit = (node: Node, keys: readonly string[]): void => {
    if (keys.length > DEEPEST || ++visited > MOST_SETTINGS) return
    if (node.kind === 'scalar') {
      if (node.text !== null && node.type !== 'boolean' && !node.tag?.includes('vault'))
        found.push({ keys, text: node.text, at: node.at })
    } else if (node.kind === 'list') for (const item of node.items) visit(item, [...keys, '-'])
    else for (const [key, value] of entriesOf(node)) visit(value, [...keys, ...key.split('.').slice(0, DEEPEST)])
  }
  visit(root, [])
  return found
}

/** A text of JSON with blanks in place of its comments, so that every place stays where it is. One pass over the text. */
function withoutComments(text: string): string {
  if (!/\/[/*]/.test(text)) return text
  let bare = ''
  let copied = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') at = endOfString(text, at)
    else if (text[at] === '/' && (text[at + 1] === '/' || text[at + 1] === '*')) {
      const end = text[at + 1] === '/' ? text.indexOf('\n', at) : text.indexOf('*/', at + 2) + 1
      const stop = end <= 0 ? text.length : text[at + 1] === '/' ? end : end + 1
      bare += text.slice(copied, at) + text.slice(at, stop).replace(/[^\n]/g, ' ')
      copied = stop
      at = stop - 1
    }
  }
  return bare + text.slice(copied)
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '"' || text[at] === '\n') return at
  }
  return text.length
}
