import { describe, expect, test } from 'vitest'
import { rules } from '../rules/index.js'
import { auditTree } from '../src/audit.js'
import { exampleFiles, exampleTree } from '../src/examples.js'
import './support/grammars.js'

/** What only a library of the language has. */
const ONLY: Readonly<Record<'node' | 'python' | 'go', RegExp>> = {
  node: /Math\.min|take:|include|@Max|DataLoader|scanStream|relationLoadStrategy|AbortSignal|jwt\.sign|process\.env|sendCommand|ioredis|RateLimiterRedis|RedisStore|ThrottlerStorage|KeyvRedis|pino|app\.use|APP_GUARD|`origin:|healthRouter|pool\.query|res\.status|ServiceUnavailableException|reply\.code|ctx\.status|Response\.json|ThrottlerModule|timeWindow|ignoreExpiration/,
  python:
    /Query\(|selectinload|REST framework|PageNumberPagination|scan_iter|_related|min\(limit, 100\)\)\.offset|requests\.get|timedelta|os\.environ|structlog|allow_origins|CORS_ALLOWED|storage_uri|@limiter|include_router|SQLAlchemy|HTTPException|JsonResponse|, 503`|status=503|django\.core\.cache|CACHE_TYPE|RedisBackend|FastAPILimiter|limiter\.init_app|THROTTLE_CLASSES/,
  go: /Preload|\.Limit\(|rdb\.|WHERE|limit = min|http\.Client|NewNumericDate|os\.Getenv|log\/slog|StatusServiceUnavailable|PingContext|router that the server|\[\]string\{|redisstore\.New/,
}

const LANGUAGES = ['node', 'python', 'go'] as const
const FILES = { node: /\.[cm]?[jt]sx?$/m, python: /\.py$/m, go: /\.go$/m }

const FIXED = [
  'health/endpoint-unregistered',
  'health/failure-answers-success',
  'health/readiness-shallow',
  'query/eager-load-multiplies',
  'query/graphql-list-unbounded',
  'query/key-scan',
  'query/list-unbounded',
  'query/one-per-row',
  'query/page-size-uncapped',
  'resilience/outbound-timeout-missing',
  'scale/state-in-process',
  'secret/random-fallback',
  'telemetry/logs-unstructured',
  'web/cors-open-with-credentials',
  'web/limiter-not-bound',
  'web/token-never-expires',
]

describe('a remedy speaks of the language and the library that its finding is about', () => {
  test.each(FIXED)('%s', id => {
    const rule = rules.find(one => one.id === id)
    for (const example of rule?.examples.bad ?? []) {
      const names = [...exampleFiles(example).keys()].join('\n')
      const written = LANGUAGES.filter(one => FILES[one].test(names))
      const fixes = auditTree(exampleTree(example)).findings.flatMap(found => (found.rule === id ? found.fix : []))
      expect(fixes).not.toEqual([])
      for (const fix of fixes) {
        const spoken = LANGUAGES.filter(one => ONLY[one].test(fix))
        // Where a library has no way of its own, or it is code without one, none is named.
        const isPlain = spoken.length === 0 && /^(?:Read|Repeat) /.test(fix)
        const isFitting = isPlain || (spoken.length === 1 && spoken.every(one => written.includes(one)))
        expect({ fix, spoken, isFitting }).toEqual({ fix, spoken, isFitting: true })
      }
    }
  })
})
