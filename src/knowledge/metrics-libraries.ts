/** Libraries that show or send metrics, or may: of Prometheus, StatsD, OpenTelemetry, and the agents of providers. */
const METRICS =
  /prom(?:etheus|-client|-bundle|ster)|metric|starlette_exporter|statsd|opentelemetry|(?:dd-?trace|datadog)|newrelic|elastic-?apm|applicationinsights|azure.*monitor|appoptics|instana|dynatrace|hot-shots|swagger-stats|(?:^|\/)pm2|@pm2\/|expvar|sentry|honeycomb|skywalking|telemetry|observab|monitor/i

/** Whether a package, or a command, may show metrics. */
export function mayShowMetrics(text: string): boolean {
  return METRICS.test(text)
}
