import { parseImageReference } from '../parse/image-reference.js'
import { child, descend, textOf } from '../parse/node.js'
import { splitWords } from '../parse/shell.js'
import { parseYaml } from '../parse/yaml.js'
import type { Tree } from '../tree.js'
import { itemsOf } from './read-node.js'

/** Images whose tag a pipeline writes into the manifests when it deploys them. */
export interface ImagesAtDeploy {
  /** Whether that holds for an image, by its repository in the manifest and the name of the container that runs it. */
  readonly has: (repository: string, container: string) => boolean
}

const SCRIPTS = new Set(['shell', 'makefile', 'package-json', 'ci'])
const COMMAND =
  /\bkustomize\s+edit\s+set\s+image\s+[^\n;|&]+|\b(?:kubectl|oc)\s[^\n;|&]{0,200}?\bset\s+image\s+[^\n;|&]+/g
const MOST_COMMANDS = 1_000

/**
 * Finds what Skaffold builds (it puts the digest into the manifests), and what `kustomize edit set image` and
 * `kubectl set image` name in scripts and pipelines. A name that is itself filled in may be any.
 */
export function imagesAtDeploy(tree: Tree): ImagesAtDeploy {
  const repositories = new Set<string>()
  const containers = new Set<string>()
  let any = false
  for (const file of tree.files) {
    const skaffold = /(?:^|\/)skaffold[^/]*\.ya?ml$/.test(file.path)
    if (!skaffold && !SCRIPTS.has(file.format)) continue
    const source = tree.read(file.path)
    if (!source) continue
    if (skaffold) {
      for (const { root } of parseYaml(source).documents)
        for (const artifact of itemsOf(descend(root, 'build', 'artifacts')))
          add(textOf(child(artifact, 'image')) ?? '', repositories)
      continue
    }
    if (!source.text.includes('set image')) continue
    const commands = source.text.replace(/\\\r?\n/g, ' ').match(COMMAND) ?? []
    for (const command of commands.slice(0, MOST_COMMANDS)) {
      const words = splitWords(command) ?? command.split(/\s+/)
      const byContainer = words[0] !== 'kustomize'
      for (const word of words.slice(words.indexOf('image') + 1)) {
        const [, name = '', given] = /^([^=]+)(=.*)?$/.exec(word.replace(/^["']|["',]+$/g, '')) ?? []
        if (name.startsWith('-') || (byContainer && given === undefined)) continue
        if (name.includes('$') || name.includes('{') || name === '*') any = true
        else if (byContainer) containers.add(name)
        else add(name, repositories)
      }
    }
  }
  return { has: (repository, container) => any || repositories.has(repository) || containers.has(container) }
}

function add(name: string, repositories: Set<string>): void {
  const repository = parseImageReference(name.replace(/:[^/:]*\$.*$/, ''))?.repository
  if (repository !== undefined) repositories.add(repository)
}
