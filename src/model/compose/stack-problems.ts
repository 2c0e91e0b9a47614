import { mapEntries, mapItems } from '../../parse/compose/nodes.js'
import { checkShape } from '../../parse/compose/schema-check.js'
import { STACK_SHAPE } from '../../parse/compose/stack-schema.js'
import type { MapNode, Node, Problem } from '../../parse/node.js'
import { parseYaml } from '../../parse/yaml.js'
import { fileName } from '../../paths.js'
import type { Tree } from '../../tree.js'
import type { ComposeInvocation } from './invocations.js'
import { STACK_REFUSES } from './problems.js'

/** Version 1 and 2 of the file format: https://github.com/docker/cli/blob/master/cli/compose/schema/schema.go (v29). */
const OLD_FORMAT = /^[12](?:\.\d+)?$/

/** What `docker stack deploy` refuses in files that are handed to it as they are. It checks each before it merges them. */
export function stackProblems(tree: Tree, files: readonly string[]): readonly Problem[] {
  return files.flatMap(path => {
    const source = tree.read(path)
    const root = source && parseYaml(source).documents[0]?.root
    if (root?.kind !== 'map') return []
    const found: Problem[] = []
    const report = (problem: Problem) => {
      found.push({ ...problem, code: STACK_REFUSES, message: `docker stack deploy stops: ${problem.message}` })
    }
    checkShape(withoutVariables(root) as MapNode, STACK_SHAPE, { report })
    const version = root.entries.get('version')?.node
    if (version?.kind === 'scalar' && OLD_FORMAT.test(version.text ?? '')) {
      const message = `version ${version.text} of the file format is none that it knows; leave the version out`
      report({ at: version.at, message, kind: 'structure' })
    }
    return found
  })
}

/** What a variable makes of a value is not known, nor of which type it is then. */
function withoutVariables(node: Node): Node {
  if (node.kind === 'map') return mapEntries(node, withoutVariables)
  if (node.kind === 'list') return mapItems(node, withoutVariables)
  if (!node.text?.includes('$')) return node
  return { ...node, interpolation: { raw: node.text, state: 'unknown', uses: [] } }
}

const LONGEST_DOCUMENT = 500_000

/**
 * Of a set that is named for a swarm, the files that a command of a script, or of a document, hands to `docker stack deploy`
 * as they are. None where the script writes the file itself.
 */
export function stackFiles(
  tree: Tree,
  files: readonly string[],
  invocation: ComposeInvocation | undefined,
): readonly string[] {
  if (invocation) {
    const script = tree.read(invocation.by)?.text ?? ''
    return invocation.platform === 'swarm' ? invocation.files.filter(path => !isWritten(fileName(path), script)) : []
  }
  const documents = tree.files.filter(({ path }) => /\.(?:md|rst|adoc|txt)$/i.test(path))
  const texts = documents.flatMap(({ path }) => {
    const text = tree.read(path)?.text ?? ''
    return text.length < LONGEST_DOCUMENT && /docker stack deploy/.test(text) ? [text] : []
  })
  return files.filter(path => {
    const name = escaped(fileName(path))
    const command = new RegExp(
      `docker stack deploy [^\\n]{0,200}(?:-c|--compose-file)[ =](?:[^\\s]{0,200}/)?${name}(?![\\w.-])`,
    )
    return texts.some(text => command.test(text) && !isWritten(fileName(path), text))
  })
}

/** `docker compose config > stack.yml` in front of the command. */
function isWritten(name: string, text: string): boolean {
  return new RegExp(`(?:>|\\btee|-o|--output)[ =]*["']?(?:[^\\s"']{0,200}/)?${escaped(name)}(?![\\w.-])`).test(text)
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
