import type { Tree } from '../../tree.js'
import { scriptTexts } from '../script-texts.js'
import type { Workload } from '../system.js'
import type { Synchronisation } from './schema.js'
import { startedCommands } from './start-commands.js'

/** `prisma db push` and `prisma migrate reset` where production starts or is deployed (https://www.prisma.io/docs/orm/reference/prisma-cli-reference#db-push). */
export function prismaPushes(programs: readonly Workload[], tree: Tree): readonly Synchronisation[] {
  const started = programs.flatMap(workload =>
    startedCommands(workload, tree).flatMap(({ words, at }) => {
      const push = pushOf(words)
      return push ? [{ kind: 'push', ...push, workload: workload.name, at } satisfies Synchronisation] : []
    }),
  )
  const deployed = tree.files.flatMap(file => {
    const source = file.format === 'ci' ? tree.read(file.path) : undefined
    if (!source?.text.includes('prisma') || !/\b(?:push|reset)\b/.test(source.text)) return []
    return scriptTexts(source, file).flatMap(({ script, name = '' }) => {
      const push = script.commands.map(({ words }) => pushOf(words)).find(one => one !== undefined)
      const isDeployment = /deploy|release|production/i.test(`${name} ${file.path}`)
      return push && isDeployment ? [{ kind: 'push', ...push, at: script.at } satisfies Synchronisation] : []
    })
  })
  return distinct([...started, ...deployed])
}

/** The command, when it is one. */
function pushOf(words: readonly string[]): Pick<Synchronisation, 'what' | 'deletes'> | undefined {
  const at = words.findIndex(word => /^(?:.*\/)?prisma(?:@[\w.^~-]+)?$/.test(word))
  const rest = at === -1 ? [] : words.slice(at + 1)
  const [first, second] = rest.filter(word => !word.startsWith('-'))
  if (first === 'migrate' && second === 'reset') return { what: 'prisma migrate reset', deletes: 'tables' }
  if (first !== 'db' || second !== 'push') return undefined
  if (rest.includes('--force-reset')) return { what: 'prisma db push --force-reset', deletes: 'tables' }
  return rest.includes('--accept-data-loss')
    ? { what: 'prisma db push --accept-data-loss', deletes: 'columns' }
    : { what: 'prisma db push' }
}

function distinct(found: readonly Synchronisation[]): readonly Synchronisation[] {
  const seen = new Set<string>()
  return found.filter(({ at }) => {
    const key = `${at.path}:${at.start}`
    return !seen.has(key) && seen.add(key)
  })
}
