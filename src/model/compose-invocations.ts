import { splitWords } from '../parse/shell.js'
import { directoryOf, joinPath, nameWords } from '../paths.js'
import type { Tree } from '../tree.js'

/** A command of the repository that names compose files: `docker compose -f a -f b up`. */
export interface ComposeInvocation {
  /** From the repository root, in the order given. */
  readonly files: readonly string[]
  readonly platform: 'compose' | 'swarm'
  /** From the words around the command (file, target or script name). */
  readonly purpose: 'production' | 'development' | 'unknown'
  /** The file that holds the command. */
  readonly by: string
}

const COMMAND = /\bdocker(?:-compose|\s+compose|\s+stack\s+deploy)\b[^\n;|&]*/g
const READ_FORMATS = new Set(['shell', 'makefile', 'package-json', 'yaml', 'ci'])
const LONGEST_LINE = 4_096

/** Reads the compose commands of scripts, Makefiles, package.json and pipelines. Files that do not exist are left to the caller. */
export function composeInvocations(tree: Tree): readonly ComposeInvocation[] {
  const found: ComposeInvocation[] = []
  for (const file of tree.files) {
    if (!READ_FORMATS.has(file.format) || (file.format === 'yaml' && !isPipeline(file.path))) continue
    const text = tree.read(file.path)?.text
    if (!text || !/docker(-compose|\s+(compose|stack))/.test(text)) continue
    found.push(...commandsIn(text.replace(/\\\r?\n/g, ' '), file.path, tree))
  }
  return found
}

function isPipeline(path: string): boolean {
  return /^\.github\/workflows\/|^\.gitlab-ci|^\.circleci\/|^azure-pipelines|^bitbucket-pipelines|^\.drone|^Jenkinsfile/.test(
    path,
  )
}

function commandsIn(text: string, path: string, tree: Tree): readonly ComposeInvocation[] {
  const found: ComposeInvocation[] = []
  for (const match of text.matchAll(COMMAND)) {
    if (match[0].length > LONGEST_LINE) continue
    const words = splitWords(match[0].replace(/["',]+\s*$/, '')) ?? match[0].split(/\s+/)
    const names = namedFiles(words)
    if (names.length === 0) continue
    const directory = directoryOf(path)
    const resolve = (name: string) =>
      [joinPath(directory, name), joinPath('.', name)].find(candidate => tree.exists(candidate))
    const files = names.map(resolve)
    if (files.some(file => file === undefined)) continue
    const platform = /\bstack\s+deploy\b/.test(match[0]) ? 'swarm' : 'compose'
    found.push({ files: files as string[], platform, purpose: purposeOf(text, match.index, path, platform), by: path })
  }
  return found
}

function namedFiles(words: readonly string[]): readonly string[] {
  const names: string[] = []
  for (const [index, word] of words.entries()) {
    const inline = /^(?:--file|--compose-file)=(.+)$/.exec(word)?.[1]
    const next = words[index + 1]
    if (inline) names.push(inline)
    else if (/^(-f|--file|-c|--compose-file)$/.test(word) && next) names.push(next)
  }
  return names.filter(name => /\.ya?ml$/.test(name))
}

function purposeOf(
  text: string,
  at: number,
  path: string,
  platform: 'compose' | 'swarm',
): ComposeInvocation['purpose'] {
  const start = text.lastIndexOf('\n', at - 1) + 1
  const before = text.slice(Math.max(0, start - 400), at)
  const target =
    /(?:^|\n)([\w.-]+)\s*:(?!=)[^\n]*\n(?:\t[^\n]*\n)*\t?[^\n]*$/.exec(before)?.[1] ??
    /"([\w:.-]+)"\s*:\s*"[^"]*$/.exec(before)?.[1] ??
    ''
  const words = new Set([...nameWords(target), ...nameWords(path)])
  if (['prod', 'production', 'deploy', 'release'].some(word => words.has(word))) return 'production'
  if (['dev', 'development', 'local', 'test', 'ci', 'e2e'].some(word => words.has(word))) return 'development'
  return platform === 'swarm' ? 'production' : 'unknown'
}
