import type { Tree } from '../../tree.js'
import { scriptTexts } from '../script-texts.js'
import type { Workload } from '../system.js'
import type { SchemaSource, Synchronisation } from './schema.js'
import { startedCommands } from './start-commands.js'

/** The tools that alter tables by themselves, by what declares these. */
const TOOLS: Readonly<Partial<Record<SchemaSource, Tool>>> = {
  prisma: { word: 'prisma', pushOf: prismaPush },
  drizzle: { word: 'drizzle-kit', pushOf: drizzlePush },
  typeorm: { word: 'schema:sync', pushOf: typeormSync },
}

interface Tool {
  /** Stands in every text that calls it. */
  readonly word: string
  readonly pushOf: (words: readonly string[]) => Pick<Synchronisation, 'what' | 'deletes'> | undefined
}

/** `prisma db push` and its kind, where production starts or is deployed. */
export function pushesOf(source: SchemaSource, programs: readonly Workload[], tree: Tree): readonly Synchronisation[] {
  const tool = TOOLS[source]
  if (!tool) return []
  const { word, pushOf } = tool
  const started = programs.flatMap(workload =>
    startedCommands(workload, tree).flatMap(({ words, at }) => {
      const push = pushOf(words)
      return push ? [{ kind: 'push', ...push, workload: workload.name, at } satisfies Synchronisation] : []
    }),
  )
  const deployed = tree.files.flatMap(file => {
    const source = file.format === 'ci' ? tree.read(file.path) : undefined
    if (!source?.text.includes(word) || !/\b(?:push|reset|schema:sync)\b/.test(source.text)) return []
    return scriptTexts(source, file).flatMap(({ script, name = '' }) => {
      const push = script.commands.map(({ words }) => pushOf(words)).find(one => one !== undefined)
      const isDeployment = /deploy|release|production/i.test(`${name} ${file.path}`)
      return push && isDeployment ? [{ kind: 'push', ...push, at: script.at } satisfies Synchronisation] : []
    })
  })
  return distinct([...started, ...deployed])
}

/** What stands behind the name of a program. */
function behind(words: readonly string[], name: RegExp): readonly string[] {
  const at = words.findIndex(word => name.test(word))
  return at === -1 ? [] : words.slice(at + 1)
}

/** https://orm.drizzle.team/docs/drizzle-kit-push */
function drizzlePush(words: readonly string[]): Pick<Synchronisation, 'what' | 'deletes'> | undefined {
  const rest = behind(words, /^(?:.*\/)?drizzle-kit(?:@[\w.^~-]+)?$/)
  if (!/^push(?::(?:pg|mysql|sqlite))?$/.test(rest.find(word => !word.startsWith('-')) ?? '')) return undefined
  return rest.includes('--force')
    ? { what: 'drizzle-kit push --force', deletes: 'columns' }
    : { what: 'drizzle-kit push' }
}

/** https://typeorm.io/docs/advanced-topics/using-cli/#sync-database-schema */
function typeormSync(words: readonly string[]): Pick<Synchronisation, 'what' | 'deletes'> | undefined {
  const [command] = behind(words, /^(?:.*\/)?typeorm(?:-ts-node-(?:commonjs|esm)|\.js)?(?:@[\w.^~-]+)?$/)
  return command === 'schema:sync' ? { what: 'typeorm schema:sync' } : undefined
}

/** https://www.prisma.io/docs/orm/reference/prisma-cli-reference#db-push */
function prismaPush(words: readonly string[]): Pick<Synchronisation, 'what' | 'deletes'> | undefined {
  const rest = behind(words, /^(?:.*\/)?prisma(?:@[\w.^~-]+)?$/)
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
