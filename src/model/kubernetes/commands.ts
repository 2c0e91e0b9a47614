import { child, descend, type Node, textOf } from '../../parse/node.js'
import { splitWords } from '../../parse/shell.js'
import { parseYaml } from '../../parse/yaml.js'
import { directoryOf, joinPath } from '../../paths.js'
import type { Source } from '../../source.js'
import type { RepositoryFile, Tree } from '../../tree.js'
import { commandPurpose } from '../command-context.js'
import { changedFolder, directoriesOf, resolveName } from '../command-paths.js'
import type { Purpose } from '../purpose.js'
import { itemsOf, textsOf } from '../read-node.js'
import { expand, type ScriptVariables, scriptVariables } from '../script-variables.js'

/** Something of the repository that says what is applied to a cluster. */
export interface ApplyCommand {
  /** The file or folder that is applied, from the repository root. */
  readonly target: string
  /** It is built by kustomize first. */
  readonly kustomization: boolean
  /** From the names around the command (target, job, script). */
  readonly purpose: Purpose | 'unknown'
  /** The file that holds the command. */
  readonly by: string
}

const SCRIPTS = new Set(['shell', 'makefile', 'package-json', 'ci'])
const MENTIONED = /\b(?:kubectl|oc|kustomize)\b/
const COMMAND = /\b(?:kubectl|oc)\s[^\n;|&]*?\b(?:apply|create|replace)\b[^\n;|&]*|\bkustomize\s+build\b[^\n;|&]*/g
const LONGEST_LINE = 4_096
const MOST_LINES = 5_000
const MOST_TARGETS = 200

/** Reads the commands of scripts, Makefiles, package.json and pipelines that apply manifests, and what skaffold applies. */
export function applyCommands(tree: Tree): readonly ApplyCommand[] {
  const found = new Map<string, ApplyCommand>()
  const add = (one: ApplyCommand) => {
    const key = [one.target, one.purpose, one.by, one.kustomization].join('\n')
    if (found.size < MOST_TARGETS && !found.has(key)) found.set(key, one)
  }
  for (const file of tree.files) {
    if (SCRIPTS.has(file.format)) {
      const text = tree.read(file.path)?.text
      if (text && MENTIONED.test(text)) for (const one of commandsIn(text, file, tree)) add(one)
    } else if (/(?:^|\/)skaffold[^/]*\.ya?ml$/.test(file.path)) {
      const source = tree.read(file.path)
      if (source) for (const one of skaffoldTargets(source, tree)) add(one)
    }
  }
  return [...found.values()]
}

function commandsIn(text: string, file: RepositoryFile, tree: Tree): readonly ApplyCommand[] {
  const lines = text
    .replace(/\\\r?\n/g, ' ')
    .split(/\r?\n/)
    .slice(0, MOST_LINES)
  const variables: ScriptVariables = scriptVariables(lines, file.format === 'ci')
  const found: ApplyCommand[] = []
  let folder: string | undefined
  for (const [index, line] of lines.entries()) {
    if (line.length > LONGEST_LINE || /^\s*(?:#(?!!)|\/\/)/.test(line)) continue
    if (MENTIONED.test(line)) {
      for (const filled of line.includes('$') ? expand(line, variables) : [line]) {
        for (const { 0: command, index: at } of filled.matchAll(COMMAND)) {
          const directories = directoriesOf(filled.slice(0, at), folder, file.path)
          const purpose = commandPurpose(lines, index, file.path) ?? 'unknown'
          for (const { name, kustomization } of targetsOf(command)) {
            const target = resolveName(name, directories, tree)
            if (target !== undefined) found.push({ target, kustomization, purpose, by: file.path })
          }
        }
      }
    }
    folder = changedFolder(line) ?? folder
  }
  return found
}

/** What stands behind `-f` and `-k`, and behind `kustomize build`. */
function targetsOf(command: string): readonly { readonly name: string; readonly kustomization: boolean }[] {
  const words = (splitWords(command) ?? command.split(/\s+/)).map(word => word.replace(/^["'`(]+|["'`),]+$/g, ''))
  if (words[0] === 'kustomize') {
    const name = words.slice(2).find(word => !word.startsWith('-'))
    return [{ name: name ?? '.', kustomization: true }]
  }
  const found: { name: string; kustomization: boolean }[] = []
  for (const [index, word] of words.entries()) {
    const [, option = '', inline] =
      /^(-f|-k|--filename|--kustomize)(?:=(.*))?$/.exec(word) ?? /^(-f|-k)(.+)$/.exec(word) ?? []
    if (option === '') continue
    for (const name of (inline ?? words[index + 1] ?? '').split(','))
      if (name !== '' && name !== '-')
        found.push({ name, kustomization: option.endsWith('k') || option.endsWith('kustomize') })
  }
  return found
}

/** https://skaffold.dev/docs/references/yaml/: `manifests` of version 3 and newer, `deploy` of those before; profiles too. */
function skaffoldTargets(source: Source, tree: Tree): readonly ApplyCommand[] {
  const by = source.path
  const found: ApplyCommand[] = []
  for (const { root } of parseYaml(source).documents) {
    for (const part of [root, ...itemsOf(child(root, 'profiles'))]) {
      const name = part === root ? undefined : textOf(child(part, 'name'))
      const purpose = (name === undefined ? undefined : commandPurpose([], 0, name)) ?? 'unknown'
      for (const { names, kustomization } of skaffoldNames(part)) {
        for (const one of names) {
          const path = joinPath(directoryOf(by), one.replace(/\/?\*[^/]*$/, ''))
          if (tree.exists(path)) found.push({ target: path, kustomization, purpose, by })
        }
      }
    }
  }
  return found
}

function skaffoldNames(part: Node | undefined): readonly { names: readonly string[]; kustomization: boolean }[] {
  const kustomize = [descend(part, 'manifests', 'kustomize', 'paths'), descend(part, 'deploy', 'kustomize', 'paths')]
  const plain = [descend(part, 'manifests', 'rawYaml'), descend(part, 'deploy', 'kubectl', 'manifests')]
  return [
    ...kustomize.map(node => ({ names: textsOf(node), kustomization: true })),
    ...plain.map(node => ({ names: textsOf(node), kustomization: false })),
  ]
}
