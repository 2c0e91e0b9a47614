/** Libraries that write log lines as records with fields, or hand them on to something that does. */
const STRUCTURED =
  /^(?:pino.*|nestjs-pino|fastify.*|@fastify\/.*|winston.*|nest-winston|bunyan.*|log4js|tslog|roarr|consola|logform|ecs-.*|@elastic\/ecs-.*|@google-cloud\/logging.*|@aws-lambda-powertools\/.*|aws_lambda_powertools|structlog|loguru|logbook|eliot|pythonjsonlogger|json_log_formatter|ecs_logging|log\/slog|go\.uber\.org\/zap.*|github\.com\/(?:rs\/zerolog|sirupsen\/logrus|go-kit\/log|go-logr\/logr|hashicorp\/go-hclog|charmbracelet\/log|phuslu\/log|apex\/log|inconshreveable\/log15)(?:\/.*)?|k8s\.io\/klog.*|github\.com\/golang\/glog)$/
/** Libraries that log in a way of their own, which settings make structured: what they write is not known. */
const OWN_WAY =
  /^(?:@nestjs\/core|logging|django|next|nuxt|@adonisjs\/.*|@hapi\/.*|moleculer|loglevel|debug|signale|dd-trace|ddtrace|newrelic|@sentry\/.*|sentry_sdk|applicationinsights|elastic-apm-node|elasticapm|@opentelemetry\/.*|opentelemetry|go\.opentelemetry\.io\/.*|github\.com\/(?:gin-gonic\/gin|labstack\/echo)(?:\/.*)?)$/

/** How a program that imports these packages writes its log: `console`: nothing but plain lines, if it writes any. */
export function loggingOf(packages: ReadonlySet<string>): 'structured' | 'unknown' | 'console' {
  const names = [...packages]
  if (names.some(name => STRUCTURED.test(name))) return 'structured'
  // A package that is called after logs may do anything with them.
  return names.some(name => OWN_WAY.test(name) || (name !== 'log' && /log(?!in|out|ic)/i.test(name)))
    ? 'unknown'
    : 'console'
}
