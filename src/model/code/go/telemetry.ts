import type { Program } from '../../../code/program.js'
import type { Span } from '../../../source.js'
import { goFiles, type OutsideCall, outsideCalls } from './outside-calls.js'

/** How a service in Go writes logs and tells numbers. */
export interface GoTelemetry {
  /** Libraries that write logs as data, each at its first use. */
  readonly structured: readonly LibraryUse[]
  /** Calls that write plain lines: `log.Println`, `fmt.Println`. */
  readonly plainLines: readonly Span[]
  /** What serves metrics or sends them. */
  readonly metrics: readonly LibraryUse[]
}

/** The first place where code of Go uses a library of a kind. */
export interface LibraryUse {
  /** The import path. */
  readonly library: string
  readonly at: Span
}

const STRUCTURED =
  /^(?:log\/slog|go\.uber\.org\/zap|github\.com\/(?:rs\/zerolog(?:\/log)?|sirupsen\/logrus|go-kit\/(?:kit\/)?log|inconshreveable\/log15|hashicorp\/go-hclog|apex\/log|phuslu\/log|charmbracelet\/log)|k8s\.io\/klog(?:\/v\d+)?)\./
/** Metrics that somebody can collect: handlers, middleware that brings one, and exporters that send. */
const METRICS =
  /^github\.com\/prometheus\/client_golang\/prometheus\/promhttp\.(?:Handler|HandlerFor|InstrumentMetricHandler)$|^github\.com\/(?:labstack\/echo-contrib\/(?:echo)?prometheus|zsais\/go-gin-prometheus|penglongli\/gin-metrics\/ginmetrics|ansrivas\/fiberprometheus(?:\/v\d+)?|VictoriaMetrics\/metrics|slok\/go-http-metrics\/.*|DataDog\/datadog-go(?:\/v\d+)?\/statsd|newrelic\/go-agent\/v3\/newrelic)\.\w+|^go\.opentelemetry\.io\/otel\/exporters\/(?:prometheus|otlp\/otlpmetric\/\w+)\.New$|^gopkg\.in\/DataDog\/dd-trace-go|^expvar\./
const PLAIN = /^(?:log\.(?:Print|Fatal|Panic)(?:f|ln)?|fmt\.Print(?:f|ln)?)$/

/** Reads what the files of a service do for logs and metrics. */
export function goTelemetry(program: Program, paths: readonly string[]): GoTelemetry {
  const calls = goFiles(program, paths).flatMap(file => outsideCalls(program, file))
  return {
    structured: firstUses(calls, STRUCTURED),
    plainLines: calls.filter(call => PLAIN.test(call.name)).map(call => call.at),
    metrics: firstUses(calls, METRICS),
  }
}

/** The first call of each library whose name matches. */
export function firstUses(calls: readonly OutsideCall[], names: RegExp): readonly LibraryUse[] {
  const found = new Map<string, LibraryUse>()
  for (const { name, node, file, at } of calls) {
    if (!names.test(name)) continue
    const library = file.imports.find(one => name.startsWith(`${one.from}.`))?.from ?? name
    if (!found.has(library)) found.set(library, { library, at: { ...at, end: node.callee.end } })
  }
  return [...found.values()]
}
