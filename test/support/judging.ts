import type { Judgement } from '../../src/check.js'
import type { Finding, Outcome } from '../../src/finding.js'
import type { Deployment, Subject, System } from '../../src/model/system.js'
import { withFindings } from '../../src/outcome.js'
import type { CheckContext, Rule } from '../../src/rule.js'
import type { Source } from '../../src/source.js'

/** A rule that says nothing, unless told otherwise. */
export function ruleOf(rule: Partial<Rule> = {}): Rule {
  return {
    id: 'workload/unlimited',
    title: 'A workload has no limit',
    category: 'infrastructure-stability',
    severity: 'medium',
    confidence: 'A',
    since: '0.1.0',
    effort: 'minutes',
    why: 'It takes all there is.',
    fix: 'Set a limit.',
    refs: ['https://docs.docker.com/'],
    check: () => {},
    examples: { bad: [], good: [] },
    ...rule,
  }
}

/** A rule that does this. */
export function ruleThat(check: (context: CheckContext) => void, rule: Partial<Rule> = {}): Rule {
  return ruleOf({ ...rule, check })
}

/** A subject of weight 3 at the beginning of `compose.yaml`. */
export function subjectOf(name: string, subject: Partial<Subject> = {}): Subject {
  const at = { path: 'compose.yaml', start: 0, end: 1 }
  return {
    id: `compose:compose.yaml#${name}`,
    kind: 'workload',
    name,
    weight: 3,
    at,
    files: ['compose.yaml'],
    ...subject,
  }
}

/** A Compose file that declares nothing. */
const deployment: Deployment = {
  ...subjectOf('compose.yaml', { id: 'compose:compose.yaml' }),
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

/** A repository with a Compose file and nothing in it. */
export function systemOf(system: Partial<System> = {}): System {
  return {
    repository: { ...subjectOf('repository', { id: 'repository' }), kind: 'repository', files: [] },
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
    notEvaluated: [],
    ...system,
  }
}

export function sourcesOf(files: Readonly<Record<string, string>>): ReadonlyMap<string, Source> {
  return new Map(Object.entries(files).map(([path, text]) => [path, { path, text }]))
}

/** The span of the first occurrence of `text`. */
export function spanOf(sources: ReadonlyMap<string, Source>, path: string, text: string) {
  const start = sources.get(path)?.text.indexOf(text) ?? -1
  if (start === -1) throw new Error(`${path} has no ${text}`)
  return { path, start, end: start + text.length }
}

export function findingOf(rule: Rule, subject: string, finding: Partial<Finding> = {}): Finding {
  const path = 'compose.yaml'
  return {
    rule: rule.id,
    category: rule.category,
    severity: rule.severity,
    confidence: rule.confidence,
    subject,
    subjectName: subject,
    at: { path, start: 0, end: 1 },
    place: { path, line: 1, column: 1, endLine: 1, endColumn: 2 },
    message: `${subject} is at fault`,
    why: rule.why,
    fix: rule.fix,
    related: [],
    identity: { rule: rule.id, path, subject, key: '', ordinal: 1 },
    ...finding,
  }
}

/** What a rule says of a subject: the status follows from `findings`, `because` and `implied`. */
export function outcomeOf(rule: Rule, subject: string, outcome: Partial<Outcome> = {}): Outcome {
  const plain: Outcome = {
    subject,
    subjectName: subject,
    at: { path: 'compose.yaml', start: 0, end: 1 },
    weight: 3,
    status: 'pass',
    severity: rule.severity,
    unreadable: false,
    findings: [],
    ...outcome,
  }
  return withFindings(rule, plain, plain.findings)
}

export const ACCEPTED = { by: 'inline', reason: 'known' } as const

/** A judgement by letters, one for each subject s0, s1 …: Pass, Fail, Accepted, Unverified, unReadable. */
export function judgementOf(rule: Rule, statuses: string, weights: readonly number[] = []): Judgement {
  const outcomes = [...statuses].map((letter, index) => {
    const subject = `s${index}`
    const weight = weights[index] ?? 3
    if (letter === 'F') return outcomeOf(rule, subject, { weight, findings: [findingOf(rule, subject)] })
    if (letter === 'A')
      return outcomeOf(rule, subject, { weight, findings: [findingOf(rule, subject, { suppressed: ACCEPTED })] })
    if (letter === 'U') return outcomeOf(rule, subject, { weight, because: 'it is not known' })
    if (letter === 'R') return outcomeOf(rule, subject, { weight, because: 'it cannot be read', unreadable: true })
    return outcomeOf(rule, subject, { weight })
  })
  return { rule, outcomes }
}
