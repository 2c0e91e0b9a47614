import type { AuditResult } from '../result.js'
import { renderBadge } from './badge.js'
import type { ReportFormat } from './formats.js'
import { renderGithub } from './github.js'
import { renderGitlab } from './gitlab.js'
import { renderHtml } from './html.js'
import { renderJson } from './json.js'
import { renderJunit } from './junit.js'
import { renderMarkdown } from './markdown.js'
import type { ReportOptions } from './options.js'
import { renderSarif } from './sarif.js'
import { renderText } from './text.js'

type Renderer = (result: AuditResult, options: ReportOptions) => string

/** The formats. The pages of all rules, which SARIF takes along, are loaded only for it. */
const RENDERERS: Readonly<Record<ReportFormat, () => Promise<Renderer>>> = {
  text: async () => renderText,
  json: async () => renderJson,
  markdown: async () => renderMarkdown,
  html: async () => renderHtml,
  github: async () => renderGithub,
  gitlab: async () => renderGitlab,
  junit: async () => renderJunit,
  badge: async () => renderBadge,
  sarif: async () => {
    const { pageOf } = await import('../pages.js')
    return (result, options) => renderSarif(result, options, pageOf)
  },
}

/** Renders a result. The same result and options give the same text, which ends with a line break. */
export async function renderReport(format: ReportFormat, result: AuditResult, options: ReportOptions): Promise<string> {
  const render = await RENDERERS[format]()
  return render(result, options)
}
