import { inspect } from 'node:util'
import { AREAS, areaOf, areasIn } from './areas.js'
import { type Finding, type Implied, type Outcome, SEVERITIES } from './finding.js'
import { identifier } from './fingerprint.js'
import { maskMessage } from './mask.js'
import { inWordsOf } from './model/platform-words.js'
import type { Subject, System, Unreadable } from './model/system.js'
import { withFindings } from './outcome.js'
import { type CheckContext, type FailOptions, type Rule, WORKLOAD_FORMATS } from './rule.js'
import { type Place, placeOf, type Source, type Span } from './source.js'

/** What one rule says of the whole system: one outcome for each subject, sorted by the subject's id. */
export interface Judgement {
  readonly rule: Rule
  readonly outcomes: readonly Outcome[]
  /** Set when the rule crashed: a mistake of ours. What it had not proven to fail is then unverified. */
  readonly error?: RuleError
  /** How many findings are left out of the outcomes, because their subjects have more than anybody reads. */
  readonly unlisted?: number
}

/** Why a rule crashed. */
interface RuleError {
  readonly message: string
  readonly stack?: string
}

/** Findings of one rule on one subject beyond which more are counted and not listed. */
const MOST_FINDINGS = 1_000

/** What a rule has said of one subject so far; the worst word wins. */
interface Notes {
  readonly subject: Pick<Subject, 'id' | 'name' | 'at' | 'files'>
  weight: number
  readonly findings: Finding[]
  /** Findings beyond the ones that are listed. */
  unlisted: number
  implied?: Implied
  unverified?: { readonly because: string; readonly place: Place }
  unreadable: boolean
}

/**
 * Asks every rule about the system. A rule that throws is recorded in its judgement and the rest goes on. Judgements
 * come sorted by rule id; `sources` turns the spans of findings into lines (a file missing there is shown as line 1).
 */
export function check(
  system: System,
  rules: readonly Rule[],
  sources: ReadonlyMap<string, Source>,
): readonly Judgement[] {
  const present = areasIn(system)
  const isAsked = ({ id }: Rule) => !Object.hasOwn(AREAS, areaOf(id)) || present.has(areaOf(id))
  return rules.toSorted((a, b) => compare(a.id, b.id)).map(rule => judge(rule, isAsked(rule), system, sources))
}

function judge(rule: Rule, isAsked: boolean, system: System, sources: ReadonlyMap<string, Source>): Judgement {
  const notes = new Map<string, Notes>()
  const place = (at: Span) => resolve(at, sources)
  let error: RuleError | undefined
  try {
    if (isAsked) rule.check(contextOf(rule, system, notes, place))
  } catch (thrown) {
    error = describe(thrown)
    for (const note of [...notes.values(), notesOn(notes, system.repository)]) {
      note.unverified = { because: 'the rule crashed', place: place(note.subject.at) }
    }
  }
  addUnreadable(notes, rule, system.unreadable, place)
  if (notes.size === 0) return { rule, outcomes: [] }
  const named = identifier(system.deployments)
  const outcomes = [...notes.values()]
    .sort((a, b) => compare(a.subject.id, b.subject.id))
    .map(note => outcomeOf(rule, note, named))
  const unlisted = [...notes.values()].reduce((sum, note) => sum + note.unlisted, 0)
  return { rule, outcomes, ...(error && { error }), ...(unlisted > 0 && { unlisted }) }
}

function contextOf(rule: Rule, system: System, notes: Map<string, Notes>, place: (at: Span) => Place): CheckContext {
  return {
    system,
    pass: subject => {
      notesOn(notes, subject)
    },
    fail: (subject, at, what, options = {}) => {
      const note = notesOn(notes, subject)
      if (note.findings.length >= MOST_FINDINGS) {
        note.unlisted++
        return
      }
      note.findings.push(findingOf(rule, subject, spanOf(at), what, options, place))
    },
    implied: (subject, by) => {
      notesOn(notes, subject).implied ??= by === undefined ? {} : { by }
    },
    unverified: (subject, at, because) => {
      notesOn(notes, subject).unverified ??= { because: maskMessage(because), place: place(spanOf(at)) }
    },
  }
}

function notesOn(notes: Map<string, Notes>, subject: Subject): Notes {
  const found = notes.get(subject.id)
  if (found) {
    found.weight = Math.max(found.weight, subject.weight)
    return found
  }
  const fresh: Notes = { subject, weight: subject.weight, findings: [], unlisted: 0, unreadable: false }
  notes.set(subject.id, fresh)
  return fresh
}

function findingOf(
  rule: Rule,
  subject: Subject,
  at: Span,
  message: string,
  options: FailOptions,
  place: (at: Span) => Place,
): Finding {
  return {
    rule: rule.id,
    category: rule.category,
    severity: options.severity ?? rule.severity,
    confidence: rule.confidence,
    subject: subject.id,
    subjectName: subject.name,
    at,
    place: place(at),
    message: maskMessage(inWordsOf(subject, message)),
    why: options.why ?? rule.why,
    fix: options.fix === undefined ? rule.fix : maskMessage(inWordsOf(subject, options.fix)),
    related: (options.related ?? []).map(other => ({
      at: other.at,
      place: place(other.at),
      message: maskMessage(other.message),
    })),
    identity: { rule: rule.id, path: at.path, subject: subject.id, key: options.key ?? '', ordinal: 1 },
  }
}

/**
 * What an unreadable production file does to a rule: it is a subject of its own, as heavy as all that it may have
 * declared, and no subject that takes facts from it can pass. Files that declare workloads count for every rule,
 * because with them subjects vanish or lose their weight, and breaking a file must never raise the score.
 */
function addUnreadable(
  notes: Map<string, Notes>,
  rule: Rule,
  unreadable: readonly Unreadable[],
  place: (at: Span) => Place,
): void {
  if (!unreadable.some(file => file.production)) return
  const broken = new Map(unreadable.filter(file => file.production).map(file => [file.path, file]))
  for (const note of notes.values()) {
    const path = note.subject.files.find(file => broken.has(file))
    const file = path === undefined ? undefined : broken.get(path)
    if (!file) continue
    note.unreadable = true
    note.unverified ??= whyUnreadable(file, place)
  }
  const formats = new Set([...WORKLOAD_FORMATS, ...(rule.reads ?? [])])
  for (const file of broken.values()) {
    if (!formats.has(file.format)) continue
    const id = `file:${file.path}`
    const at = file.problems[0]?.at ?? { path: file.path, start: 0, end: 0 }
    const note = notes.get(id) ?? {
      subject: { id, name: file.path, at, files: [file.path] },
      weight: 0,
      findings: [],
      unlisted: 0,
      unreadable: true,
    }
    note.weight = Math.max(note.weight, 3 * file.mayDeclare)
    note.unreadable = true
    note.unverified ??= whyUnreadable(file, place)
    notes.set(id, note)
  }
}

function whyUnreadable(file: Unreadable, place: (at: Span) => Place): { because: string; place: Place } {
  const problem = file.problems[0]
  const because = `${file.path} could not be read${problem ? `: ${problem.message}` : ''}`
  return { because, place: place(problem?.at ?? { path: file.path, start: 0, end: 0 }) }
}

function outcomeOf(rule: Rule, note: Notes, named: (finding: Finding) => Finding): Outcome {
  const outcome: Outcome = {
    subject: note.subject.id,
    subjectName: note.subject.name,
    at: note.subject.at,
    weight: note.weight,
    status: 'pass',
    severity: rule.severity,
    unreadable: note.unreadable,
    ...note.unverified,
    ...(note.implied && { implied: note.implied }),
    findings: [],
  }
  return withFindings(rule, outcome, distinct(note.findings).map(named))
}

/** In the order of their places, each thing said once. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length < 2) return findings
  const seen = new Set<string>()
  return findings.toSorted(byPlace).filter(finding => {
    const same = JSON.stringify([finding.at.path, finding.at.start, finding.at.end, finding.message])
    return !seen.has(same) && seen.add(same)
  })
}

function byPlace(a: Finding, b: Finding): number {
  return (
    compare(a.at.path, b.at.path) ||
    a.at.start - b.at.start ||
    a.at.end - b.at.end ||
    compare(a.message, b.message) ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)
  )
}

function resolve(at: Span, sources: ReadonlyMap<string, Source>): Place {
  const source = sources.get(at.path)
  return source ? placeOf(source, at) : { path: at.path, line: 1, column: 1, endLine: 1, endColumn: 1 }
}

function spanOf(at: Span | { readonly at: Span }): Span {
  return 'at' in at ? at.at : at
}

function describe(thrown: unknown): RuleError {
  if (!(thrown instanceof Error)) return { message: inspect(thrown) }
  return thrown.stack === undefined ? { message: thrown.message } : { message: thrown.message, stack: thrown.stack }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
