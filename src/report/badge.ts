import type { AuditResult } from '../result.js'
import { formatScore } from '../score.js'
import type { Letter } from '../weights.js'

const COLORS: Readonly<Record<Letter, string>> = {
  A: 'brightgreen',
  B: 'green',
  C: 'yellow',
  D: 'orange',
  F: 'red',
}

/** What shields.io reads at an address of one's own (https://shields.io/badges/endpoint-badge): it refuses other keys. */
export function renderBadge({ score }: Pick<AuditResult, 'score'>): string {
  const message = score ? `${formatScore(score.total)} / 100` : 'nothing to audit'
  const color = score ? COLORS[score.letter] : 'lightgrey'
  return `${JSON.stringify({ schemaVersion: 1, label: 'production ready', message, color })}\n`
}
