import type { MapNode } from '../../parse/node.js'
import { parseShell, splitWords } from '../../parse/shell.js'
import { knownValue, type Span } from '../../source.js'
import { textFact } from '../read-node.js'
import type { StartCommand } from '../system.js'
import { settingOf, wordsAt } from './settings.js'

/** What PM2 runs a script with, by its ending (pm2 7.0, `lib/API/interpreter.json`). */
const INTERPRETERS = new Map([
  ['sh', 'bash'],
  ['py', 'python3'],
  ['rb', 'ruby'],
  ['php', 'php'],
  ['pl', 'perl'],
  ['ts', 'bun'],
  ['tsx', 'bun'],
])

/** What PM2 executes for an app. A script with blanks in it is given to a shell, as PM2 does. */
export function pm2Start(app: MapNode, at: Span): StartCommand | undefined {
  const node = settingOf(app, 'script')
  const script = textFact(node)
  if (!script || !node) return undefined
  const where = node.at ?? at
  if (!script.known)
    return { argv: [null], shell: false, text: 'a script that is not known', at: where, source: 'deployment' }
  const given = wordsAt(app, 'args', text => splitWords(text) ?? text.split(/\s+/))
  if (/\s/.test(script.value.trim())) {
    const text = script.value.trim()
    return {
      argv: ['bash', '-c', text],
      shell: true,
      script: parseShell(text, where),
      text,
      at: where,
      source: 'deployment',
    }
  }
  const argv = [...interpreterOf(app, script.value), ...nodeArguments(app), script.value, ...given]
  const text = argv.map(word => word ?? '?').join(' ')
  return { argv, shell: false, text, at: where, source: 'deployment' }
}

/** Whether Node.js runs it. */
export function runsNode(app: MapNode): boolean {
  const script = knownValue(textFact(settingOf(app, 'script'))) ?? ''
  const [program = 'node'] = interpreterOf(app, script)
  return /(?:^|\/)node$/.test(program)
}

function nodeArguments(app: MapNode): readonly (string | null)[] {
  return wordsAt(app, 'node_args', text => splitWords(text) ?? text.split(/\s+/))
}

/**
 * The program in front of the script. Package managers and what lies in `node_modules` are programs of their own, though
 * PM2 has Node.js run them.
 */
function interpreterOf(app: MapNode, script: string): readonly string[] {
  const written = knownValue(textFact(settingOf(app, 'interpreter')))
  if (written !== undefined) return written === 'none' ? [] : [written]
  if (/(?:^|\/)node_modules\//.test(script) || !/[./]/.test(script)) return []
  const ending = /\.([a-z]+)$/.exec(script)?.[1] ?? ''
  return [INTERPRETERS.get(ending) ?? 'node']
}
