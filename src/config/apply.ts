import type { Judgement } from '../check.js'
import type { Notice } from '../result.js'
import type { Rule } from '../rule.js'
import type { ConfigIgnore } from '../suppress.js'
import { type AuditOptions, type Config, isSelected, settingFor } from './config.js'

/** The rules that the configuration leaves on. */
export function enabledRules(rules: readonly Rule[], config: Config): readonly Rule[] {
  return config.rules.length === 0 ? rules : rules.filter(rule => settingFor(config, rule)?.off !== true)
}

/** Findings with the severities that the configuration gives them. The score keeps the rules' own weights. */
export function withSettings(judgements: readonly Judgement[], config: Config): readonly Judgement[] {
  if (config.rules.length === 0) return judgements
  return judgements.map(judgement => {
    const severity = settingFor(config, judgement.rule)?.severity
    if (!severity) return judgement
    const outcomes = judgement.outcomes.map(outcome => ({
      ...outcome,
      severity,
      findings: outcome.findings.map(finding => ({ ...finding, severity, ruleSeverity: finding.severity })),
    }))
    return { ...judgement, outcomes }
  })
}

/** What the configuration accepts. */
export function ignoresOf(config: Config): readonly ConfigIgnore[] {
  return config.rules
    .filter(setting => setting.ignore.length > 0)
    .map(({ pattern, ignore, reason, line }) => ({
      rule: pattern,
      globs: ignore,
      ...(reason === undefined ? {} : { reason }),
      ...(config.path === undefined ? {} : { path: config.path }),
      ...(line === undefined ? {} : { line }),
    }))
}

/** Whether a rule's answers are reported and gate: the selection, and advice only on request. */
export function isShown({ rule }: Judgement, options: Pick<AuditOptions, 'selection' | 'advice'>): boolean {
  return isSelected(options.selection, rule) && (options.advice || rule.confidence !== 'C')
}

/** What a reader of the score has to know: rules that the configuration takes out of every sum. */
export function offNotices(rules: readonly Rule[], config: Config): readonly Notice[] {
  return config.rules
    .filter(setting => setting.off)
    .flatMap(({ pattern, line }) => {
      const count = rules.filter(rule => settingFor(config, rule)?.pattern === pattern).length
      const where = {
        ...(config.path === undefined ? {} : { path: config.path }),
        ...(line === undefined ? {} : { line }),
      }
      return count === 0
        ? []
        : [
            {
              ...where,
              message: `"${pattern}: off" takes ${count === 1 ? '1 rule' : `${count} rules`} out of the score`,
            },
          ]
    })
}
