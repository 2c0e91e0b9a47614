import { entryOf } from '../../../code/given.js'
import type { Program } from '../../../code/program.js'
import type { CodeFile, Entry, Expression } from '../../../code/syntax.js'
import { peel } from '../../../code/walk.js'
import { NO_OPTIONS, optionsIn, textOf, valueIn } from './options.js'
import { engineNamed, type PoolRecipe, type PoolSite } from './site.js'

/**
 * The databases of a settings file of Django: a connection for each thread that serves, or the pool that OPTIONS asks for.
 * https://docs.djangoproject.com/en/5.2/ref/settings/#databases
 */
export function djangoPools(program: Program, file: CodeFile): readonly PoolSite[] {
  if (file.language !== 'python' || !/settings|config/.test(file.path)) return []
  const sites: PoolSite[] = []
  for (const statement of file.body) {
    if (statement.kind !== 'declare' || statement.target.kind !== 'name' || statement.target.name !== 'DATABASES')
      continue
    const value = statement.value && peel(statement.value)
    if (value?.kind !== 'object') continue
    for (const entry of value.entries) {
      const recipe = entry.kind === 'entry' ? databaseOf(program, file, entry) : undefined
      if (recipe)
        sites.push({
          ...recipe,
          file,
          at: { path: file.path, start: entry.start, end: entry.end },
          createdAt: 'module',
        })
    }
  }
  return sites
}

function databaseOf(program: Program, file: CodeFile, entry: Entry): PoolRecipe | undefined {
  const value = peel(entry.value)
  // `dj_database_url.config()`, `env.db()`: from the URL of the environment.
  if (value.kind === 'call') return { library: 'django', option: NO_OPTIONS, variable: urlVariable(value) }
  const option = optionsIn(program, { file, node: value })
  const name = textOf(program, valueIn(option, 'ENGINE'))
  const engine = name === undefined ? undefined : engineNamed(name.slice(name.lastIndexOf('.') + 1))
  const host = valueIn(option, 'HOST')
  const pool = entryOf(program, { file, node: value }, 'OPTIONS.pool')
  const isPooled = pool.kind === 'given' && !isFalse(pool.value.node)
  return {
    library: isPooled ? 'django-pool' : 'django',
    option: isPooled && peel(pool.value.node).kind === 'object' ? optionsIn(program, pool.value) : NO_OPTIONS,
    ...(engine ? { engine } : {}),
    ...(host ? { host } : {}),
  }
}

function isFalse(node: Expression): boolean {
  const inner = peel(node)
  return inner.kind === 'literal' && !inner.value
}

function urlVariable({ arguments: given }: Extract<Expression, { kind: 'call' }>): string {
  const [first] = given
  const text = first?.kind === 'literal' ? first.value : undefined
  return typeof text === 'string' && /^[A-Z_]+$/.test(text) ? text : 'DATABASE_URL'
}
