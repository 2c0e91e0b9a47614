import type { ServiceEnvironmentFile, System, Workload } from '../../src/model/system.js'
import type { VariableUse } from '../../src/parse/node.js'
import { directoryOf } from '../../src/paths.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'config/interpolation-source-wrong',
  title: 'A ${…} is expected from a file that is not read for it',
  category: 'infrastructure-stability',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: '`env_file:` gives variables to the container. The `${…}` of the compose file itself are filled in before, from the shell and the `.env` beside it: there the variable is empty, and an empty value in `environment:` wins over the one in the env file.',
  fix: 'Take the line out of `environment:` when the env file sets it anyway; else put the variable into `.env`, or start with `docker compose --env-file <file> up`.',
  refs: [
    'https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/',
    'https://docs.docker.com/compose/how-tos/environment-variables/envvars-precedence/',
  ],
  reads: ['compose', 'dotenv'],
  check({ system, pass, fail }) {
    for (const workload of system.workloads) {
      const files = workload.environmentFiles
      if (workload.platform !== 'compose' || !files) continue
      pass(workload)
      for (const [name, use] of firstUses(workload.openVariables ?? [])) {
        const file = files.findLast(one => one.names.has(name))
        if (!file || isExpectedElsewhere(name, workload, system)) continue
        fail(
          workload,
          use,
          `${workload.name}: \${${name}} ${whatHappens(use)}; it stands in ${file.path}, which is only given to the container`,
          {
            key: name,
            fix: fixFor(name, use, workload, file),
            related: [{ at: file.names.get(name) ?? file.at, message: `${name} is set here, for the container alone` }],
          },
        )
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            db:
              image: postgres:17.2
              env_file: db.env
              environment:
                POSTGRES_PASSWORD: \${POSTGRES_PASSWORD} #! db: \${POSTGRES_PASSWORD} is empty; it stands in db.env
            cache:
              image: redis:8.0
              env_file: [{ path: cache.env }]
              command: redis-server --requirepass \${REDIS_PASSWORD} --maxmemory \${REDIS_MEMORY:-64mb} #! \${REDIS_PASSWORD} is empty
              mem_limit: \${REDIS_LIMIT:-128m} #! \${REDIS_LIMIT} takes its default 128m
        `,
        'db.env': 'POSTGRES_PASSWORD=k9mVq2pX7wLz',
        'cache.env': `
          REDIS_PASSWORD=k9mVq2pX7wLz
          REDIS_LIMIT=1g
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            db:
              image: postgres:17.2
              env_file: [db.env]
              environment: { POSTGRES_DB: "\${POSTGRES_DB}", PGUSER: "\${POSTGRES_USER}", PGPORT: "\${PG_PORT}" }
              healthcheck: { test: "pg_isready -U $\${POSTGRES_USER}" }
            api:
              image: "ghcr.io/acme/api:\${TAG}"
              env_file: [api.env]
        `,
        '.env': 'POSTGRES_DB=erp',
        '.env.example': 'POSTGRES_USER=erp',
        'db.env': `
          POSTGRES_DB=erp
          POSTGRES_USER=erp
        `,
        'api.env': 'TAGS=one,two',
      },
    ],
  },
})

/** The first use of each variable without a value, one with a default included. `\${X:+…}` asks only whether it is set. */
function firstUses(uses: readonly VariableUse[]): ReadonlyMap<string, VariableUse> {
  const first = new Map<string, VariableUse>()
  for (const use of uses) if (!use.operator.endsWith('+') && !first.has(use.name)) first.set(use.name, use)
  return first
}

/** An example beside the compose file tells that people fill in a \`.env\` that git does not hold. */
function isExpectedElsewhere(name: string, workload: Workload, system: System): boolean {
  const folders = new Set(workload.files.filter(path => /\.ya?ml$/i.test(path)).map(directoryOf))
  const used = new Set(workload.environmentFiles?.map(file => file.path))
  return system.environmentFiles.some(
    file =>
      file.purpose === 'example' &&
      !used.has(file.path) &&
      folders.has(directoryOf(file.path)) &&
      file.entries.some(entry => entry.name === name),
  )
}

function whatHappens({ operator, argument = '', source }: VariableUse): string {
  if (operator.endsWith('?')) return 'is refused as missing'
  return source === 'default'
    ? `takes its default ${argument.length > 40 || /pass|secret|token|key/i.test(argument) ? '' : argument}`.trim()
    : 'is empty'
}

function fixFor(name: string, use: VariableUse, workload: Workload, file: ServiceEnvironmentFile): string {
  const own = workload.environment.get(name)
  const inline = own?.source === 'inline' && own.uses.some(one => one.at.start === use.at.start)
  if (inline) return `Take ${name} out of \`environment:\`: ${file.path} gives it to the container already.`
  return `Put ${name} into the .env beside the compose file, or start with \`docker compose --env-file ${file.path} up -d\`.`
}
