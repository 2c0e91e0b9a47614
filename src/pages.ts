import { renderPage } from './page.js'
import type { Rule } from './rule.js'

/** The documentation page of a rule, in Markdown. The bundle replaces this module by pages rendered beforehand. */
export function pageOf(rule: Rule): string {
  return renderPage(rule)
}
