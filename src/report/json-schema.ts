import { CATEGORIES, SEVERITIES } from '../finding.js'

type Schema = Readonly<Record<string, unknown>>

const text: Schema = { type: 'string' }
const number: Schema = { type: 'number' }
const count: Schema = { type: 'integer', minimum: 0 }
const flag: Schema = { type: 'boolean' }
const points: Schema = { type: 'number', minimum: 0, maximum: 100 }
const share: Schema = { type: 'number', minimum: 0, maximum: 1 }
const category: Schema = { enum: CATEGORIES }
const severity: Schema = { enum: SEVERITIES }
const confidence: Schema = { enum: ['A', 'B', 'C'] }
const effort: Schema = { enum: ['minutes', 'hours', 'days'] }

/** Fields may be added within a schema version, so unknown ones are allowed. A name that ends in `?` is optional. */
function object(fields: Readonly<Record<string, Schema>>): Schema {
  const names = Object.keys(fields)
  return {
    type: 'object',
    required: names.filter(name => !name.endsWith('?')),
    properties: Object.fromEntries(names.map(name => [name.replace(/\?$/, ''), fields[name]])),
  }
}

const list = (items: Schema): Schema => ({ type: 'array', items })
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] })
const oneOf = (...values: readonly string[]): Schema => ({ enum: values })

const line: Schema = { type: 'integer', minimum: 1 }
const place = { path: text, line, column: line, endLine: line, endColumn: line }
const optionalPlace = { 'path?': text, 'line?': line, 'column?': line, 'endLine?': line, 'endColumn?': line }
const subject = object({ id: text, name: text })

/** From the least to the most; null: without a limit. */
const range = object({ low: orNull(number), high: orNull(number), 'because?': text })
const band = object({ from: number, to: number })
const throughput = {
  requestsPerSecond: number,
  users: band,
  bound: object({ kind: oneOf('processor', 'requests', 'connections'), program: text, 'database?': text }),
  provided: list(object({ program: text, database: text, connections: count })),
}
const estimate = orNull(object({ ...throughput, 'scaled?': object(throughput) }))
const capacity = object({
  deployment: subject,
  programs: list(
    object({
      name: text,
      workloads: list(text),
      runtime: oneOf('node', 'python', 'go'),
      facesUsers: flag,
      processes: range,
      perProcess: range,
      perProcessBy: oneOf('server', 'thread-pool', 'held-up', 'event-loop'),
      requests: range,
      processors: range,
      estimate,
    }),
  ),
  databases: list(
    object({
      id: text,
      name: text,
      connections: { ...orNull(count), description: 'That clients can get; null when it is not known.' },
      clients: list(object({ name: text, opened: range, perRequest: flag })),
    }),
  ),
  estimate,
  'least?': {
    ...object(throughput),
    description: 'Instead of an estimate: with the least that the number can be which is not known.',
  },
  'because?': { ...text, description: 'Why there is no estimate.' },
  unread: list(text),
  assumptions: object({
    thinkTimeSec: number,
    'responseSec?': number,
    'cpuPerRequestSec?': number,
    queriesPerRequest: number,
    queryLatencySec: number,
    utilisation: list(number),
  }),
  'target?': object({
    users: number,
    times: band,
    needs: list(
      object({
        program: text,
        processes: count,
        'processors?': count,
        users: band,
        pools: list(object({ database: text, connections: count })),
      }),
    ),
  }),
})

/** The schema of `--format json`: the one source of `erp-audit-report.schema.json`. */
export const REPORT_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://unpkg.com/erp-audit/erp-audit-report.schema.json',
  title: 'Report of erp-audit, schema version 1',
  ...object({
    schemaVersion: { const: 1 },
    tool: object({ name: text, version: text }),
    score: orNull(
      object({
        total: points,
        shown: { ...text, description: 'The total floored to one decimal, as every report shows it.' },
        letter: oneOf('A', 'B', 'C', 'D', 'F'),
        threshold: points,
        categories: list(
          object({ category, weight: number, score: orNull(points), base: orNull(share), criticalRules: count }),
        ),
        coverage: object({ demanded: number, verified: number, share }),
      }),
    ),
    gate: object({
      passed: flag,
      conditions: list(
        object({
          kind: oneOf('score', 'kept-score', 'kept-scope', 'critical', 'severity'),
          passed: flag,
          message: text,
        }),
      ),
    }),
    'comparison?': {
      ...orNull(
        object({
          staged: flag,
          'edited?': { ...text, description: 'The file that was read from standard input.' },
          scope: {
            ...oneOf('lines', 'files', 'all'),
            description: 'Only findings on changed lines, or in changed files, are listed in `findings`.',
          },
          elsewhere: { ...count, description: 'Open findings that are not listed, because they are elsewhere.' },
          'counts?': object({ new: count, unchanged: count }),
          'since?': object({
            revision: text,
            commit: { ...text, description: 'The merge base of the revision and HEAD.' },
            score: orNull(points),
            shown: orNull(text),
            workloads: { ...count, description: 'How many workloads its production had.' },
            fixed: list(object({ rule: text, severity, subject, path: text, message: text, fingerprint: text })),
          }),
          'baseline?': object({ path: text, stale: list(object({ rule: text, path: text, fingerprint: text })) }),
          renamed: list(object({ from: text, to: text })),
          scoreGates: flag,
        }),
      ),
      description: 'How the findings relate to an earlier version, a baseline, or what is staged.',
    },
    scope: object({ workloads: count, images: count, deployments: count, services: count }),
    deployments: list(
      object({
        id: text,
        name: text,
        platform: oneOf('compose', 'swarm', 'kubernetes', 'pm2'),
        purpose: oneOf('production', 'development'),
        because: text,
        path: text,
        workloads: list(object({ id: text, name: text, role: text, onRequest: flag })),
      }),
    ),
    rules: list(
      object({
        id: text,
        title: text,
        category,
        severity,
        confidence,
        weight: number,
        score: {
          ...orNull(share),
          description: 'The weighted share of its subjects that pass; null when it is not scored.',
        },
        reason: text,
        documentation: text,
        'error?': text,
        subjects: list(
          object({
            id: text,
            name: text,
            weight: number,
            status: oneOf('pass', 'fail', 'unverified', 'accepted'),
            'because?': text,
          }),
        ),
      }),
    ),
    findings: list(
      object({
        rule: text,
        category,
        severity,
        confidence,
        subject,
        ...place,
        message: text,
        why: text,
        fix: text,
        gain: { ...points, description: 'Points that the total rises if only this finding is fixed.' },
        related: list(object({ ...place, message: text })),
        fingerprint: text,
        'baselineState?': {
          ...oneOf('new', 'unchanged'),
          description: 'Against the version of `--since` and the baseline; absent without them.',
        },
        'suppressed?': object({ by: oneOf('inline', 'config'), reason: text }),
      }),
    ),
    roadmap: orNull(
      object({
        from: points,
        to: points,
        threshold: points,
        reached: flag,
        minutes: { ...number, description: 'Working time of all steps.' },
        steps: list(
          object({
            rule: text,
            severity,
            phase: oneOf('critical', 'high', 'rest'),
            effort,
            minutes: number,
            findings: count,
            gain: number,
            to: points,
          }),
        ),
        beyond: object({ accepted: count, unverified: count }),
      }),
    ),
    'capacity?': {
      ...list(capacity),
      description: 'How much each production deployment can take: hard limits, and an estimate. Never scored.',
    },
    unverified: list(object({ rule: text, subject, because: text, ...optionalPlace })),
    unreadable: list(object({ path: text, format: text, production: flag, problems: list(text) })),
    notEvaluated: list(object({ path: text, because: text })),
    notices: list(object({ 'path?': text, 'line?': line, message: text })),
    internalErrors: list(object({ rule: text, message: text })),
  }),
}
