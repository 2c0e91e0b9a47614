import { isObject, readJsonObject } from '../../code/json.js'
import { fileName } from '../../paths.js'
import type { Tree } from '../../tree.js'
import type { Starting } from '../entry.js'
import { commandsOf } from '../image/build-steps.js'
import type { EntryFiles, RunCommand } from '../system.js'
import type { Holding } from './holding.js'
import { joinAbsolute } from './image.js'

/**
 * The script of `npm run x` or `npm start` that the package.json in the working directory does not have. Yarn and pnpm also
 * run programs of that name, so that only names that no program bears tell.
 * https://docs.npmjs.com/cli/commands/npm-run · https://docs.npmjs.com/cli/commands/npm-start
 */
export function missingScript(
  { words, at }: RunCommand,
  folder: string,
  starting: Starting,
  held: (path: string) => Holding,
  tree: Tree,
): EntryFiles | undefined {
  const name = scriptName(words)
  if (name === undefined || changesManifest(starting)) return undefined
  const found = held(joinAbsolute(folder, 'package.json'))
  const manifest = found.state === 'held' && found.source !== undefined ? tree.read(found.source) : undefined
  const json = manifest && readJsonObject(manifest)
  if (!manifest || !json || (json.scripts !== undefined && !isObject(json.scripts))) return undefined
  const others = Object.keys(json.scripts ?? {})
  if (others.includes(name)) return undefined
  // `npm start` without a script of that name starts server.js.
  if (name === 'start' && held(joinAbsolute(folder, 'server.js')).state !== 'absent') return undefined
  return { state: 'missing', what: 'script', name, path: manifest.path, others, at }
}

/** Options may name another package or folder, except those that only say how much is printed. */
function scriptName([program, ...all]: RunCommand['words']): string | undefined {
  const manager = /^(?:npm|yarn|pnpm)$/.exec(fileName(program ?? ''))?.[0]
  const end = all.indexOf('--')
  const words = (end === -1 ? all : all.slice(0, end)).filter(word => !/^(?:-s|-q|--silent|--quiet)$/.test(word ?? ''))
  if (manager === undefined || words.some(word => word === null || word.startsWith('-'))) return undefined
  const [verb, name] = words
  const isRun = verb === 'run' || verb === 'run-script'
  const own = isRun ? name : verb === 'start' || manager !== 'npm' ? verb : undefined
  if (own == null || !/^[\w:.-]+$/.test(own)) return undefined
  return manager === 'npm' || own === 'start' || own.includes(':') ? own : undefined
}

function changesManifest({ image }: Starting): boolean {
  const commands = (image?.stages ?? []).flatMap(({ instructions, shell }) =>
    instructions.flatMap(instruction => commandsOf(instruction, shell)),
  )
  return commands.some(
    ({ words, command }) =>
      words.includes('pkg') ||
      words.includes('init') ||
      (words.some(word => word.includes('package.json')) &&
        /^(?:sed|jq|node|mv|cp|python3?|tee)$/.test(words[0] ?? '')) ||
      command?.redirects.some(({ target }) => target.includes('package.json')),
  )
}
