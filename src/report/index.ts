import type { AuditResult } from '../result.js'
import type { ReportFormat } from './formats.js'
import { renderJson } from './json.js'
import type { ReportOptions } from './options.js'
import { renderText } from './text.js'

type Renderer = (result: AuditResult, options: ReportOptions) => string

/** The formats. What only one of them needs is loaded for it: most runs write text and nothing else. */
const RENDERERS: Readonly<Record<ReportFormat, () => Promise<Renderer>>> = {
  text: async () => renderText,
  json: async () => renderJson,
  markdown: async () => (await import('./markdown.js')).renderMarkdown,
  github: async () => (await import('./github.js')).renderGithub,
  gitlab: async () => (await import('./gitlab.js')).renderGitlab,
  junit: async () => (await import('./junit.js')).renderJunit,
  badge: async () => (await import('./badge.js')).renderBadge,
  sarif: async () => {
    const { renderSarif } = await import('./sarif.js')
    const { pageOf } = await import('../pages.js')
    return (result, options) => renderSarif(result, options, pageOf)
  },
}

/** Renders a result. The same result and options give the same text, which ends with a line break. */
export async function renderReport(format: ReportFormat, result: AuditResult, options: ReportOptions): Promise<string> {
  const render = await RENDERERS[format]()
  return render(result, options)
}
