import { check } from '../../src/check.js'
import { compareFindings } from '../../src/compare.js'
import { conclude } from '../../src/conclude.js'
import { type AuditOptions, DEFAULT_OPTIONS } from '../../src/config/config.js'
import { gate } from '../../src/gate.js'
import type { Deployment, Subject, System } from '../../src/model/system.js'
import type { AuditResult } from '../../src/result.js'
import { roadmap } from '../../src/roadmap.js'
import { defineRule, type Rule } from '../../src/rule.js'
import { score } from '../../src/score.js'
import type { Source, Span } from '../../src/source.js'
import { suppress } from '../../src/suppress.js'

/** A small shop with every kind of answer in it, judged by rules that say what the test needs them to say. */
const COMPOSE = `services:
  db:
    image: postgres:17
    environment:
      POSTGRES_USER: shop
      POSTGRES_PASSWORD: hunter2-of-the-shop
  api:
    privileged: true
    environment: { DATABASE_URL: "postgres://shop:hunter2-of-the-shop@db/shop" }
  web:
    image: nginx:latest
  mail:
    image: "\${MAIL_IMAGE}"
`

export const source: Source = { path: 'deploy/compose file.yaml', text: COMPOSE }

/** Where the first `text` behind the first `after` stands. */
function at(text: string, after = ''): Span {
  const start = COMPOSE.indexOf(text, COMPOSE.indexOf(after))
  return { path: source.path, start, end: start + text.length }
}

function subject(name: string, weight: Subject['weight'] = 2): Subject {
  const id = `compose:${source.path}#${name}`
  return { id, kind: 'workload', name, weight, at: at(`${name}:`), files: [source.path] }
}

const db = subject('db', 3)
const api = subject('api', 3)
const web = subject('web', 3)
const mail = subject('mail')

const common = {
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  refs: [],
  examples: { bad: [], good: [] },
} as const

export const RULES: readonly Rule[] = [
  defineRule({
    ...common,
    id: 'workload/privileged',
    title: 'A workload runs with all privileges of its host',
    category: 'security',
    severity: 'critical',
    security: 9.3,
    why: 'Whoever breaks into it owns the host.',
    fix: 'Remove `privileged` and add the one capability that it needs with `cap_add`.',
    check({ pass, fail }) {
      for (const one of [db, web, mail]) pass(one)
      fail(api, at('privileged: true'), 'api runs privileged', {
        related: [{ at: at('DATABASE_URL'), message: 'and it holds the [key](1) of the database' }],
      })
    },
  }),
  defineRule({
    ...common,
    id: 'secret/literal-in-config',
    title: 'A secret is written into the configuration',
    category: 'security',
    severity: 'high',
    security: 7.5,
    why: 'Everybody who can read the repository has it, for ever.',
    fix: 'Give it at run time: `${POSTGRES_PASSWORD:?}`.',
    check({ fail }) {
      fail(db, at('hunter2-of-the-shop'), 'POSTGRES_PASSWORD of db has a literal value')
      fail(api, at('postgres://shop:hunter2-of-the-shop@db/shop'), 'DATABASE_URL of api holds a literal password')
    },
  }),
  defineRule({
    ...common,
    id: 'workload/memory-limit-missing',
    title: 'A workload may use all memory of its host',
    category: 'infrastructure-stability',
    severity: 'high',
    why: 'One leak takes the whole host down.',
    fix: 'Set `deploy.resources.limits.memory`.',
    check({ fail }) {
      for (const one of [db, api, web, mail]) fail(one, at(`${one.name}:`), `${one.name} has no memory limit`)
    },
  }),
  defineRule({
    ...common,
    id: 'image/tag-mutable',
    title: 'An image tag can change its meaning',
    category: 'infrastructure-stability',
    severity: 'medium',
    why: 'Tomorrow the same file deploys something else.',
    fix: 'Name a version.',
    check({ pass, fail, unverified }) {
      pass(db)
      fail(web, at('nginx:latest'), 'nginx:latest is a moving tag')
      unverified(mail, at('"${MAIL_IMAGE}"'), 'MAIL_IMAGE is given outside of the repository')
    },
  }),
  defineRule({
    ...common,
    id: 'backup/missing',
    title: 'A datastore has no backup',
    category: 'disaster-recovery',
    severity: 'low',
    why: 'Disks fail.',
    fix: 'Run `pg_dump` every night.',
    check({ pass }) {
      pass(db)
    },
  }),
]

const repository = { ...subject('repository'), kind: 'repository' } as const

const deployment: Deployment = {
  ...subject('compose file.yaml'),
  kind: 'deployment',
  platform: 'compose',
  purpose: 'production',
  because: 'it is the only set of files in the repository',
  workloads: [],
  onRequest: [],
  networks: [],
  volumes: [],
  problems: [],
}

export interface SampleOptions {
  readonly rules?: readonly Rule[]
  readonly options?: Partial<AuditOptions>
  /** A rule whose findings are accepted. */
  readonly ignore?: string
  /** Declares nothing that is deployed. */
  readonly empty?: boolean
}

const PRESENT = { exists: () => true, isUnreadable: () => false, isOff: () => false }

/** Audits the shop: everything behind the model is the real thing. */
export function sample({ rules = RULES, options = {}, ignore, empty = false }: SampleOptions = {}): AuditResult {
  const system: System = {
    repository,
    deployments: [deployment],
    workloads: [],
    services: [],
    storeUses: new Map(),
    images: [],
    connections: [],
    databaseServers: [],
    databaseUses: [],
    initialisations: [],
    renamedServices: [],
    unpullableImages: [],
    poolers: [],
    processesInCode: new Map(),
    pools: [],
    startWaits: [],
    edges: [],
    backups: [],
    restores: [],
    teardowns: [],
    scriptCommandSecrets: [],
    scriptSecrets: [],
    helmSecrets: [],
    settingSecrets: [],
    schemas: [],
    environmentFiles: [],
    replicaSetInitiations: [],
    leaks: [],
    kubernetesSecrets: [],
    appliedPlaceholders: [],
    proxies: [],
    encryption: { upstream: false, by: [], own: new Set() },
    clusters: [],
    telemetry: {
      prometheus: [],
      alertmanagers: [],
      targetProblems: [],
      blackboxProbes: [],
      collectors: [],
      logCollectors: [],
      destinations: [],
      tracingLibraries: [],
      rejected: [],
      alertFiles: [],
    },
    unreadable: [],
    notEvaluated: [{ path: 'charts/shop/templates/api.yaml', because: 'Helm templates are not evaluated' }],
  }
  const sources = new Map([[source.path, source]])
  const ignores = ignore === undefined ? [] : [{ rule: ignore, globs: ['**'], reason: 'a lab, not a shop' }]
  const { judgements, notices } = suppress(check(system, rules, sources), {
    sources,
    comments: new Map(),
    annotations: new Map(),
    ignores,
    rules,
  })
  const merged = { ...DEFAULT_OPTIONS, ...options }
  const scoring = { deployable: !empty, threshold: merged.minScore }
  const total = score(judgements, scoring)
  const verdict = gate(judgements, total, merged)
  const way = roadmap(judgements, scoring)
  const notice = { path: source.path, line: 3, message: 'the suppression of image/tag-mutable matches no finding' }
  return conclude({
    system,
    judgements,
    notices: [...notices, notice],
    scoring,
    score: total,
    roadmap: way,
    gate: verdict,
    sources,
    options: merged,
    compared: compareFindings(judgements, { baseline: merged.baseline, scope: 'all' }, PRESENT),
    past: {},
  })
}
