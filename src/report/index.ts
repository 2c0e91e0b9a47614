import type { AuditResult } from '../result.js'
import type { ReportFormat } from './formats.js'
import type { ReportOptions } from './options.js'

type Renderer = (result: AuditResult, options: ReportOptions) => string

/** The formats, each loaded only when it is asked for. */
const RENDERERS: Readonly<Record<ReportFormat, () => Promise<Renderer>>> = {
  text: async () => (await import('./text.js')).renderText,
  json: async () => (await import('./json.js')).renderJson,
  sarif: async () => (await import('./sarif.js')).renderSarif,
}

/** Renders a result. The same result and options give the same text, which ends with a line break. */
export async function renderReport(format: ReportFormat, result: AuditResult, options: ReportOptions): Promise<string> {
  const render = await RENDERERS[format]()
  return render(result, options)
}
