import type { Tree } from '../../tree.js'
import { scriptTexts } from '../script-texts.js'
import type { Workload } from '../system.js'
import type { Synchronisation } from './schema.js'
import { startedCommands } from './start-commands.js'

/** `prisma db push` where production starts or is deployed (https://www.prisma.io/docs/orm/reference/prisma-cli-reference#db-push). */
export function prismaPushes(programs: readonly Workload[], tree: Tree): readonly Synchronisation[] {
  const started = programs.flatMap(workload =>
    startedCommands(workload, tree).flatMap(({ words, at }) => {
      const what = pushOf(words)
      return what === undefined ? [] : [{ kind: 'push', what, workload: workload.name, at } satisfies Synchronisation]
    }),
  )
  const deployed = tree.files.flatMap(file => {
    const source = file.format === 'ci' ? tree.read(file.path) : undefined
    if (!source?.text.includes('push') || !source.text.includes('prisma')) return []
    return scriptTexts(source, file).flatMap(({ script, name = '' }) => {
      const what = script.commands.map(({ words }) => pushOf(words)).find(one => one !== undefined)
      const isDeployment = /deploy|release|production/i.test(`${name} ${file.path}`)
      return what !== undefined && isDeployment ? [{ kind: 'push', what, at: script.at } satisfies Synchronisation] : []
    })
  })
  return distinct([...started, ...deployed])
}

/** The command, when it is one. */
function pushOf(words: readonly string[]): string | undefined {
  const at = words.findIndex(word => /^(?:.*\/)?prisma(?:@[\w.^~-]+)?$/.test(word))
  const rest = at === -1 ? [] : words.slice(at + 1)
  const [first, second] = rest.filter(word => !word.startsWith('-'))
  if (first !== 'db' || second !== 'push') return undefined
  return rest.includes('--accept-data-loss') ? 'prisma db push --accept-data-loss' : 'prisma db push'
}

function distinct(found: readonly Synchronisation[]): readonly Synchronisation[] {
  const seen = new Set<string>()
  return found.filter(({ at }) => {
    const key = `${at.path}:${at.start}`
    return !seen.has(key) && seen.add(key)
  })
}
