import type { EnvironmentVariable, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

/** Variables by which frameworks are told their mode, and the values that mean development. */
const MODES: readonly (readonly [name: RegExp, value: RegExp, meaning: string])[] = [
  [
    /^(NODE_ENV|APP_ENV|ENVIRONMENT|FLASK_ENV|RAILS_ENV|RACK_ENV|MIX_ENV|ASPNETCORE_ENVIRONMENT|DOTNET_ENVIRONMENT|SPRING_PROFILES_ACTIVE|GO_ENV)$/,
    /^(dev|devel|development|local|debug)$/i,
    'development mode',
  ],
  [/^(DJANGO_DEBUG|FLASK_DEBUG|APP_DEBUG|DEBUG)$/, /^(true|1|yes|on)$/i, 'debug mode'],
  [/^GIN_MODE$/, /^debug$/i, 'debug mode'],
]
const FIX_VALUES = new Map([
  ['GIN_MODE', 'release'],
  ['ASPNETCORE_ENVIRONMENT', 'Production'],
  ['DOTNET_ENVIRONMENT', 'Production'],
  ['MIX_ENV', 'prod'],
  ['SPRING_PROFILES_ACTIVE', 'prod'],
])

export default defineRule({
  id: 'workload/development-mode',
  title: 'Production runs in development mode',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'In development mode frameworks skip caches and minification, keep more in memory, and show stack traces and settings to whoever causes an error.',
  fix: 'Set the production value in the files that production uses, and keep the development value in the override file.',
  refs: [
    'https://nodejs.org/en/learn/getting-started/nodejs-the-difference-between-development-and-production',
    'https://docs.djangoproject.com/en/stable/ref/settings/#debug',
    'https://flask.palletsprojects.com/en/stable/config/#DEBUG',
    'https://pm2.keymetrics.io/docs/usage/watch-and-restart/',
  ],
  reads: ['compose', 'kubernetes', 'pm2', 'dockerfile', 'dotenv'],
  check({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      if (!isApplication(workload)) continue
      pass(workload)
      const watch = workload.pm2?.watch
      if (watch?.known && watch.value)
        fail(
          workload,
          watch,
          `${workload.name} runs with watch, so PM2 restarts it whenever a file in its folder changes`,
          {
            key: 'watch',
            fix: 'Remove `watch`, or keep it in an ecosystem file for development; a deployment restarts the app with `pm2 reload`.',
          },
        )
      for (const { name, value } of assignedAtStart(workload)) {
        const mode = MODES.find(([pattern, values]) => pattern.test(name) && values.test(value))
        if (!mode || !workload.start) continue
        fail(workload, workload.start, `${workload.name} is started with ${name}=${value}, which is ${mode[2]}`, {
          key: name,
          fix: `Take \`${name}=${value}\` out of the command, and set \`${name}: ${productionValue(name, mode[2])}\` in the environment.`,
        })
      }
      const assigned = new Set(assignedAtStart(workload).map(({ name }) => name))
      for (const variable of workload.environment.values()) {
        // What the command says wins.
        if (assigned.has(variable.name)) continue
        const mode = MODES.find(([name]) => name.test(variable.name))
        if (!mode) continue
        const { value } = variable
        if (!value.known) unverified(workload, variable, `${variable.name} is not known: ${value.because}`)
        else if (mode[1].test(value.value)) {
          fail(
            workload,
            variable,
            `${workload.name} runs with ${variable.name}=${value.value}, which is ${mode[2]}${origin(variable)}`,
            {
              key: variable.name,
              fix: `Set \`${variable.name}: ${productionValue(variable.name, mode[2])}\` in the files that production uses, and keep ${value.value} in ${workload.platform === 'kubernetes' ? 'an overlay' : 'the override file'} for development.`,
            },
          )
        }
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              command: sh -c "npm run migrate && NODE_ENV=development exec node server.js" #! api is started with NODE_ENV=development
              environment: { NODE_ENV: production }
        `,
      },
      {
        Makefile: `
          deploy:
          \tAPP_ENV=local docker compose up -d
          test:
          \tAPP_ENV=production docker compose up -d
        `,
        '.env': `
          APP_ENV=production
        `,
        'compose.yaml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              environment:
                APP_ENV: \${APP_ENV} #! api runs with APP_ENV=local, which is development mode, as Makefile sets it
        `,
      },
      {
        'compose.yaml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              environment:
                NODE_ENV: development #! api runs with NODE_ENV=development
            core:
              image: ghcr.io/acme/core:1.4.0
              environment: ["DJANGO_DEBUG=\${DEBUG:-True}"] #! DJANGO_DEBUG=True, which is debug mode, the default
        `,
      },
      {
        'ecosystem.config.js': `
          module.exports = {
            apps: [
              {
                name: 'api',
                script: 'dist/main.js',
                watch: true, //! api runs with watch
                env: {
                  NODE_ENV: 'development', //! api runs with NODE_ENV=development
                },
              },
            ],
          }
        `,
      },
      {
        'k8s/all.yaml': `
          apiVersion: v1
          kind: ConfigMap
          metadata: { name: settings }
          data:
            APP_DEBUG: "true" #! core runs with APP_DEBUG=true
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                containers:
                  - name: api
                    image: ghcr.io/acme/api:1.4.0
                    env:
                      - name: NODE_ENV
                        value: development #! api runs with NODE_ENV=development
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: core }
          spec:
            selector: { matchLabels: { app: core } }
            template:
              metadata: { labels: { app: core } }
              spec:
                containers:
                  - name: core
                    image: ghcr.io/acme/core:1.4.0
                    envFrom: [{ configMapRef: { name: settings } }]
        `,
      },
    ],
    good: [
      {
        // What only a step before the start is told; and the command has the last word.
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", command: 'sh -c "NODE_ENV=development npm run seed && node server.js"' }
            web:
              image: ghcr.io/acme/web:1.4.0
              command: sh -c "NODE_ENV=production exec node server.js"
              environment: { NODE_ENV: development }
        `,
      },
      {
        // The shell that deploys goes before .env; what a pipeline takes from its secrets is not known.
        '.github/workflows/deploy.yml': `
          jobs:
            deploy:
              runs-on: self-hosted
              env: { NODE_ENV: production }
              steps:
                - run: docker compose up -d
        `,
        '.env': `
          NODE_ENV=development
        `,
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", environment: { NODE_ENV: "\${NODE_ENV}" } }
        `,
      },
      {
        'deploy.sh': `
          export DEBUG=false
          NODE_ENV=production docker compose -f compose.yaml up -d
        `,
        '.env': `
          NODE_ENV=development
          DEBUG=true
        `,
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", environment: { NODE_ENV: "\${NODE_ENV}", DEBUG: "\${DEBUG:-true}" } }
        `,
      },
      {
        // pm2 start ecosystem.config.js --env production
        'ecosystem.config.js': `
          module.exports = {
            apps: [
              {
                name: 'api',
                script: 'dist/main.js',
                watch: process.env.NODE_ENV !== 'production',
                env: { NODE_ENV: 'development', PORT: 3000 },
                env_production: { NODE_ENV: 'production' },
              },
            ],
          }
        `,
      },
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", environment: { NODE_ENV: production, DEBUG: "erp:*", LOG_LEVEL: debug } }
            core: { image: "ghcr.io/acme/core:1.4.0", environment: { DJANGO_DEBUG: "0" } }
        `,
        'compose.override.yaml': `
          services:
            api: { environment: { NODE_ENV: development } }
        `,
      },
    ],
  },
})

/** `NODE_ENV=development node server.js`: the variables that the start command gives to what it runs in the end. */
function assignedAtStart({ start }: Workload): readonly { readonly name: string; readonly value: string }[] {
  const last = start?.script?.commands.at(-1)
  return (last?.assignments ?? []).flatMap(one => {
    const [, name = '', value = ''] = /^(\w+)=([\w.-]+)$/.exec(one) ?? []
    return name === '' ? [] : [{ name, value }]
  })
}

function isApplication(workload: Workload): boolean {
  return workload.role === 'user-facing' || workload.role === 'service' || workload.role === 'worker'
}

function origin(variable: EnvironmentVariable): string {
  if (variable.uses.some(use => use.source === 'default')) return ', the default in force when nothing sets it'
  const elsewhere = variable.uses.find(use => use.valueAt && !isEnvironmentFile(use.valueAt.path))
  return elsewhere?.valueAt ? `, as ${elsewhere.valueAt.path} sets it` : ''
}

function isEnvironmentFile(path: string): boolean {
  return /(?:^|\/)[^/]*\.?env(?:\.[^/]*)?$/.test(path)
}

function productionValue(name: string, meaning: string): string {
  return FIX_VALUES.get(name) ?? (meaning === 'debug mode' ? '"false"' : 'production')
}
