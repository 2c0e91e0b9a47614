import type { Program } from '../../../code/program.js'
import type { Call, CodeFile } from '../../../code/syntax.js'
import { holds, peel } from '../../../code/walk.js'
import type { LibraryState } from '../process-state.js'
import { goFiles, outsideCalls } from './outside-calls.js'

interface Library {
  readonly kind: LibraryState['kind']
  readonly library: string
  /** The call that makes it, by import path and name. */
  readonly call: RegExp
  /** The field or option that gives it a store to share; absent: it keeps all in memory by design. */
  readonly store?: string
  /** The store is assigned to what the call gives. */
  readonly isAssigned?: boolean
}

/**
 * https://pkg.go.dev/github.com/gin-contrib/sessions/memstore, https://docs.gofiber.io/api/middleware/session,
 * https://docs.gofiber.io/api/middleware/limiter, https://pkg.go.dev/github.com/ulule/limiter/v3,
 * https://echo.labstack.com/docs/middleware/rate-limiter, https://pkg.go.dev/github.com/go-chi/httprate,
 * https://pkg.go.dev/github.com/alexedwards/scs/v2, https://pkg.go.dev/github.com/didip/tollbooth/v8
 */
const LIBRARIES: readonly Library[] = [
  { kind: 'sessions', library: 'memstore', call: /^github\.com\/gin-contrib\/sessions\/memstore\.NewStore$/ },
  {
    kind: 'sessions',
    library: 'fiber/session',
    call: /^github\.com\/gofiber\/fiber\/v\d+\/middleware\/session\.New$/,
    store: 'Storage',
  },
  {
    kind: 'sessions',
    library: 'scs',
    call: /^github\.com\/alexedwards\/scs(?:\/v\d+)?\.New$/,
    store: 'Store',
    isAssigned: true,
  },
  {
    kind: 'limits',
    library: 'fiber/limiter',
    call: /^github\.com\/gofiber\/fiber\/v\d+\/middleware\/limiter\.New$/,
    store: 'Storage',
  },
  {
    kind: 'limits',
    library: 'ulule/limiter',
    call: /^github\.com\/ulule\/limiter\/v\d+\/drivers\/store\/memory\.NewStore(?:WithOptions)?$/,
  },
  {
    kind: 'limits',
    library: 'RateLimiterMemoryStore',
    call: /^github\.com\/labstack\/echo\/v\d+\/middleware\.NewRateLimiterMemoryStore(?:WithConfig)?$/,
  },
  {
    kind: 'limits',
    library: 'httprate',
    call: /^github\.com\/go-chi\/httprate\.(?:Limit|LimitAll|LimitByIP|LimitByRealIP)$/,
    store: 'WithLimitCounter',
  },
  { kind: 'limits', library: 'tollbooth', call: /^github\.com\/didip\/tollbooth(?:\/v\d+)?\.NewLimiter$/ },
]

/** Sessions and limits of libraries that Go sets up. */
export function goState(program: Program, code: readonly CodeFile[]): readonly LibraryState[] {
  const paths = code.map(({ path }) => path)
  return goFiles(program, paths).flatMap(file =>
    outsideCalls(program, file).flatMap(({ name, node, at }): readonly LibraryState[] => {
      const found = LIBRARIES.find(({ call }) => call.test(name))
      if (!found) return []
      const { kind, library } = found
      return [{ kind, library, kept: keptBy(file, node, found), at }]
    }),
  )
}

function keptBy(file: CodeFile, { arguments: given }: Call, { store, isAssigned }: Library): LibraryState['kept'] {
  if (store === undefined) return 'process'
  if (isAssigned) {
    const isSet = holds(
      file.body,
      node => node.kind === 'assign' && node.target.kind === 'member' && node.target.property === store,
    )
    return isSet ? 'shared' : 'process'
  }
  const names = (node: Call['arguments'][number]) =>
    holds(
      [node],
      one => (one.kind === 'entry' && one.key === store) || (one.kind === 'member' && one.property === store),
    )
  if (given.some(names)) return 'shared'
  // Options under a name may have a store.
  return given.some(one => peel(one).kind === 'name' || one.kind === 'spread') ? 'unknown' : 'process'
}
