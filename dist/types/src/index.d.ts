export type { Capacity } from './capacity.js';
export type { Finding, Severity, Suppression } from './finding.js';
export { audit, defineRule, type Options } from './library.js';
export type { Subject, System, Workload } from './model/system.js';
export type { AuditResult, Comparison, Gate, Notice, ReportedFinding, Roadmap, RoadmapStep, UnverifiedSubject, } from './result.js';
export type { CheckContext, Example, FailOptions, Rule } from './rule.js';
export type { Score } from './score.js';
export type { Fact, Place, Span } from './source.js';
