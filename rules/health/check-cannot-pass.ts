import { goneIn, healthCommandOf, isBefore } from '../../src/knowledge/facts.js'
import { checkName, needsHealthCheck, testFix } from '../../src/model/health-demand.js'
import { imageTools } from '../../src/model/image/tools.js'
import { serviceFactsOf } from '../../src/model/service-facts.js'
import type { HealthCheck, Workload } from '../../src/model/system.js'
import { unansweredPing } from '../../src/model/traefik/ping.js'
import { programOf } from '../../src/parse/shell.js'
import { defineRule } from '../../src/rule.js'

const WHY = {
  liveness: 'A liveness probe that never passes restarts the container again and again, however well it works.',
  readiness: 'A readiness probe that never passes keeps the pod out of every Service: it runs, and nobody reaches it.',
  startup: 'A startup probe that never passes ends the container before it is ever used, again and again.',
}

export default defineRule({
  id: 'health/check-cannot-pass',
  title: 'A healthcheck fails even when the service works',
  category: 'service-health',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'The container is reported unhealthy for ever: what waits for it never starts, a swarm kills it again and again, and people learn to ignore the status.',
  fix: 'Use a tool that the image has, in the form that runs it: `["CMD", "wget", "--spider", "-q", "http://localhost:3000/health"]` or `["CMD-SHELL", "… || exit 1"]`.',
  refs: [
    'https://docs.docker.com/reference/compose-file/services/#healthcheck',
    'https://docs.docker.com/reference/dockerfile/#healthcheck',
  ],
  reads: ['compose', 'kubernetes', 'dockerfile'],
  check({ system, pass, fail, implied }) {
    for (const workload of system.workloads) {
      if (!needsHealthCheck(workload)) continue
      if (workload.health.state === 'none' || workload.health.state === 'disabled')
        implied(workload, 'health/check-missing')
      for (const check of workload.health.checks) {
        const found =
          wrongForm(check) ??
          missingProgram(check, workload) ??
          refused(check, workload) ??
          unansweredPing(check, workload, system.proxies)
        if (found)
          fail(workload, check, `${checkName(check, workload)} cannot pass: ${found.because}`, {
            fix: testFix(found.fix, workload),
            ...(check.kind === 'container' ? {} : { why: WHY[check.kind] }),
          })
        else pass(workload)
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            api:
              build: ./api
              healthcheck: { test: [CMD, curl, -f, "http://localhost:3000/health"] } #! curl is not in node:24.1-alpine
            web:
              image: nginx:1.29.1
              healthcheck: { test: [CMD, "curl -f http://localhost/"] } #! the whole command is one word
            admin:
              image: nginx:1.29.1
              healthcheck: { test: [CMD, curl, -f, "http://localhost/", "||", exit, "1"] } #! || is only understood by a shell
            documents:
              image: mongo:7.0
              healthcheck: { test: [CMD, mongo, --eval, "db.adminCommand('ping')"] } #! mongo
            ledger:
              image: mariadb:11.8
              healthcheck: { test: [CMD, mysqladmin, ping, -h, 127.0.0.1] } #! MariaDB images have no mysqladmin from version 11 on
            cache:
              image: redis:8.0
              command: redis-server --requirepass \${P}
              healthcheck: { test: "redis-cli ping | grep PONG" } #! the server asks for a password that the check does not give
            vectors:
              image: qdrant/qdrant:v1.15.4
              healthcheck: { test: [CMD, curl, -f, "http://localhost:6333/healthz"] } #! curl is not in qdrant/qdrant
            keeper:
              image: zookeeper:3.9
              healthcheck: { test: "echo ruok | nc localhost 2181 | grep imok" } #! ruok is not on the list
            coordinator:
              image: confluentinc/cp-zookeeper:7.9.0
              healthcheck: { test: "echo ruok | nc localhost 2181 | grep imok" } #! ZOOKEEPER_4LW_COMMANDS_WHITELIST allows only srvr
            edge:
              image: traefik:v3.5
              command: [--providers.docker]
              healthcheck: { test: [CMD, traefik, healthcheck, --ping] } #! nothing answers it: ping is off by default
            door:
              image: traefik:v3.5
              command: [--ping=true]
              healthcheck: { test: traefik healthcheck } #! it does not know the flags of the server
            gate:
              image: traefik:v3.5
              command: [--api.insecure=true]
              healthcheck: { test: wget -q --spider http://localhost:8080/ping } #! nothing answers /ping
            port:
              image: traefik:v3.5
              command: [--ping, --ping.entrypoint=web, "--entrypoints.web.address=:80"]
              healthcheck: { test: traefik healthcheck --ping } #! it asks port 8080, and ping answers on port 80
            bus:
              image: nats:2.12
              healthcheck: { test: "wget -qO- http://localhost:8222/healthz" } #! there is no shell in nats
        `,
        'api/Dockerfile': `
          FROM node:24.1-alpine
          CMD ["node", "dist/main.js"]
        `,
      },
      {
        // What names a place for programs puts none there.
        'compose.yaml': `
          services:
            web: { build: ./web, healthcheck: { test: "curl -f http://localhost:8000/" } } #! curl is not in python:3.13-slim
        `,
        'web/Dockerfile': `
          FROM python:3.13-slim
          RUN useradd --create-home --shell /bin/bash app && chmod +x /usr/local/bin/python
          CMD ["python", "main.py"]
        `,
      },
      {
        // An image of a registry that is built here has what its Dockerfile gives it.
        'stack.yml': `
          services:
            api:
              image: \${REGISTRY}/shop-api:\${VERSION}
              deploy: { replicas: 2 }
              healthcheck: { test: [CMD, curl, -f, "http://localhost:3000/health"] } #! curl is not in node:24.1-alpine
        `,
        'api/Dockerfile': `
          FROM node:24.1-alpine
          COPY main.js .
          CMD ["node", "main.js"]
        `,
        'api/main.js': '',
      },
      {
        'compose.yaml': `
          services:
            auth: { build: ./auth }
        `,
        'auth/Dockerfile': `
          FROM golang:1.25 AS build
          RUN go build -o /auth .
          FROM gcr.io/distroless/static-debian12:nonroot
          COPY --from=build /auth /auth
          #! there is no shell in gcr.io/distroless/static-debian12:nonroot
          HEALTHCHECK CMD wget -qO- http://localhost:8080/healthz || exit 1
          ENTRYPOINT ["/auth"]
        `,
      },
      {
        'k8s/all.yaml': `
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
                    readinessProbe: { exec: { command: ["curl -f http://localhost:3000/health"] } } #! the whole command is one word of the list, so the kubelet
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: web }
          spec:
            selector: { matchLabels: { app: web } }
            template:
              metadata: { labels: { app: web } }
              spec:
                containers:
                  - name: web
                    image: ghcr.io/acme/web:1.4.0
                    livenessProbe: { exec: { command: [curl, -f, "http://localhost:9000/", "||", exit, "1"] } } #! || is only understood by a shell
          ---
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: vectors }
          spec:
            selector: { matchLabels: { app: vectors } }
            template:
              metadata: { labels: { app: vectors } }
              spec:
                containers:
                  - name: vectors
                    image: qdrant/qdrant:v1.15.4
                    livenessProbe: { exec: { command: [curl, -f, "http://localhost:6333/healthz"] } } #! curl is not in qdrant/qdrant
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            api: { build: ./api, healthcheck: { test: [CMD, curl, -f, "http://localhost:3000/health"] } }
            web: { build: ./web, healthcheck: { test: [CMD, wget, --spider, -q, "http://localhost:3000/health"] } }
            proxy: { image: "nginx:1.29.1", healthcheck: { test: "curl -f http://localhost/ || exit 1" } }
            documents: { image: "mongo:7.0", healthcheck: { test: [CMD, mongosh, --quiet, --eval, "db.adminCommand('ping').ok"] } }
            auth: { build: ./auth, healthcheck: { test: [CMD, /auth, healthcheck] } }
            old: { image: "mariadb:10.6.4-focal", healthcheck: { test: [CMD, mysqladmin, ping, -h, 127.0.0.1] } }
            older: { image: "mongo:4.2.0", healthcheck: { test: "mongo --eval 'db.adminCommand({ ping: 1 })'" } }
            either: { image: "nginx:1.29.1-alpine", healthcheck: { test: "curl -f http://localhost/ || wget -q --spider http://localhost/" } }
            moved: { image: "zookeeper:3.9", environment: { ZOO_4LW_COMMANDS_WHITELIST: "srvr,ruok" }, healthcheck: { test: "echo ruok | nc localhost 2181 | grep imok" } }
            allowed: { image: "confluentinc/cp-zookeeper:7.9.0", environment: { KAFKA_OPTS: "-Dzookeeper.4lw.commands.whitelist=ruok" }, healthcheck: { test: "echo ruok | nc localhost 2181 | grep imok" } }
            edge: { image: "traefik:v3.5", command: [--ping=true], healthcheck: { test: [CMD, traefik, healthcheck, --ping] } }
            door: { image: "traefik:v3.5", environment: { TRAEFIK_PING: "true" }, healthcheck: { test: traefik healthcheck } }
            gate: { image: "traefik:v3.5", command: [--ping], healthcheck: { test: wget -q --spider http://127.0.0.1:8080/ping } }
            hidden: { image: "traefik:v3.5", volumes: ["./secret.yml:/etc/traefik/traefik.yml"], healthcheck: { test: traefik healthcheck --ping } }
            cache: { image: "redis:8.0", command: "redis-server --requirepass \${P}", healthcheck: { test: "redis-cli -a \${P} ping | grep PONG" } }
        `,
        'api/Dockerfile': `
          FROM node:24.1-slim
          RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
          CMD ["node", "dist/main.js"]
        `,
        'web/Dockerfile': `
          FROM node:24.1-alpine
          CMD ["node", "server.js"]
        `,
        'auth/Dockerfile': `
          FROM gcr.io/distroless/static-debian12:nonroot
          COPY auth /auth
          ENTRYPOINT ["/auth"]
        `,
      },
      {
        'stack.yml': `
          services:
            api:
              image: \${REGISTRY}/shop-api:\${VERSION}
              deploy: { replicas: 2 }
              healthcheck: { test: [CMD, curl, -f, "http://localhost:3000/health"] }
        `,
        'api/Dockerfile': `
          FROM node:24.1-alpine
          RUN apk add --no-cache curl
          COPY main.js .
          CMD ["node", "main.js"]
        `,
        'api/main.js': '',
      },
      {
        // What a manifest lists is there, though no command line names it; so is what another stage installed.
        'compose.yaml': `
          services:
            worker:
              build: ./shop
              command: celery -A shop worker
              healthcheck: { test: "celery -A shop inspect ping -d celery@$$HOSTNAME" }
            reports:
              build: ./reports
              healthcheck: { test: [CMD, celery, -A, reports, inspect, ping] }
        `,
        'shop/Dockerfile': `
          FROM python:3.13-slim
          COPY requirements.txt .
          RUN pip install --no-cache-dir -r requirements.txt
          COPY . .
          CMD ["gunicorn", "shop.wsgi"]
        `,
        'shop/requirements.txt': `
          celery==5.6.0
          gunicorn==25.0.0
        `,
        'reports/Dockerfile': `
          FROM python:3.13-slim AS build
          RUN python -m venv /opt/venv && /opt/venv/bin/pip install --requirement requirements.txt
          FROM python:3.13-slim
          COPY --from=build /opt/venv /opt/venv
          ENV PATH="/opt/venv/bin:$PATH"
          CMD ["celery", "-A", "reports", "worker"]
        `,
      },
      {
        'k8s/all.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: web }
          spec:
            selector: { matchLabels: { app: web } }
            template:
              metadata: { labels: { app: web } }
              spec:
                containers:
                  - name: web
                    image: nginx:1.29.1-alpine
                    readinessProbe: { exec: { command: [wget, --spider, -q, "http://localhost/"] } }
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: edge }
          spec:
            selector: { matchLabels: { app: edge } }
            template:
              metadata: { labels: { app: edge } }
              spec:
                containers:
                  - name: edge
                    image: nginx:1.29.1
                    livenessProbe: { exec: { command: [sh, -c, "curl -f http://localhost/ || exit 1"] } }
        `,
      },
    ],
  },
})

interface Obstacle {
  readonly because: string
  readonly fix: string
}

function wrongForm(check: HealthCheck): Obstacle | undefined {
  if (check.form !== 'exec' || !check.argv) return undefined
  const [runner, setting] = check.kind === 'container' ? ['Docker', 'CMD'] : ['the kubelet', 'the list']
  const [program, ...rest] = check.argv
  if (rest.length === 0 && program && /^\S+\s+\S/.test(program.trim()) && !program.startsWith('/'))
    return {
      because: `the whole command is one word of ${setting}, so ${runner} looks for a program of that name`,
      fix: `Write \`["CMD-SHELL", "${program.slice(0, 100)}"]\`, or one list item for each word.`,
    }
  const operator = rest.find(word => word === '||' || word === '&&' || word === '|' || word === ';')
  if (operator)
    return {
      because: `${operator} is only understood by a shell, and ${check.kind === 'container' ? 'CMD' : 'exec'} runs none`,
      fix: `Write it as one text: \`["CMD-SHELL", "${check.text.slice(0, 100)}"]\`.`,
    }
  return undefined
}

function missingProgram(check: HealthCheck, workload: Workload): Obstacle | undefined {
  const tools = imageTools(workload.builtFrom ?? workload.image)
  if (check.form === 'shell' && tools.shell === false)
    return {
      because: `there is no shell in ${tools.name}`,
      fix: 'Use the exec form with a program of the image, `["CMD", "/app", "healthcheck"]`, or a probe of the platform.',
    }
  const gone = goneIn(workload.distribution ?? { id: '', images: [], dataPaths: [] }, workload.version)
  for (const program of programsOf(check)) {
    const removed = gone.find(one => one.program === program)
    if (removed) return { because: `${program}: ${removed.because}`, fix: `Use ${removed.instead}.` }
    if (tools.has(program) === false)
      return { because: `${program} is not in ${tools.name}`, fix: fixFor(program, check, workload) }
  }
  return undefined
}

/** The programs without which the check cannot end with 0: the first of the text, and what `&&` and pipes add. */
function programsOf(check: HealthCheck): readonly string[] {
  if (check.argv)
    return [programOf(check.argv.map(word => word ?? '?'))].flatMap(name => (name === undefined ? [] : [name]))
  const commands = check.script?.commands ?? []
  const needed: string[] = []
  for (const command of commands) {
    if (command.inside.length > 0) continue
    if (command.joined === '||' || command.joined === ';') break
    const name = programOf(command.words)
    if (name !== undefined && !BUILT_IN.has(name)) needed.push(name)
    // An alternative behind it may pass in its place.
    if (command.followed === '||' && !isExit(commands[commands.indexOf(command) + 1]?.words)) return []
  }
  return needed
}

const BUILT_IN = new Set([
  'exit',
  'test',
  '[',
  '[[',
  'echo',
  'true',
  'false',
  ':',
  'set',
  'cd',
  'export',
  'read',
  'printf',
  'exec',
  'eval',
  '.',
  'source',
  'command',
  'kill',
  'return',
])

function isExit(words: readonly string[] | undefined): boolean {
  return words === undefined || words[0] === 'exit' || words[0] === 'false' || words[0] === 'kill'
}

function fixFor(program: string, check: HealthCheck, workload: Workload): string {
  const own = healthCommandOf(workload.distribution, serviceFactsOf(workload))
  if (own) return `Use what the image has: \`test: ["CMD-SHELL", ${JSON.stringify(own)}]\`.`
  const url = /https?:\/\/[^\s"'|)]+/.exec(check.text)?.[0] ?? 'http://localhost:3000/health'
  if (imageTools(workload.builtFrom ?? workload.image).has('wget') && program !== 'wget')
    return `Use wget, which the image has: \`["CMD", "wget", "--spider", "-q", "${url}"]\`.`
  if (imageTools(workload.builtFrom ?? workload.image).has('node'))
    return `Use Node itself: \`["CMD", "node", "-e", "fetch('${url}').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]\`.`
  if (
    imageTools(workload.builtFrom ?? workload.image).has('python3') ||
    imageTools(workload.builtFrom ?? workload.image).has('python')
  )
    return `Use Python itself: \`["CMD", "python", "-c", "import urllib.request; urllib.request.urlopen('${url}')"]\`.`
  return `Install ${program} in the image, or ask with a program that it has.`
}

/**
 * The first versions whose ZooKeeper (3.5) answers srvr alone unless told otherwise, per distribution; Confluent Platform
 * 5.4 is the first with it. Its image writes each ZOOKEEPER_ variable into the configuration.
 * https://zookeeper.apache.org/doc/r3.9.3/zookeeperAdmin.html#sc_4lw
 * https://docs.confluent.io/platform/current/installation/versions-interoperability.html
 */
const FIRST_WITH_LIST: ReadonlyMap<string, readonly number[]> = new Map([
  ['official', [3, 5]],
  ['confluent', [5, 4]],
])

/** Redis behind a password, where the answer is compared; ZooKeeper's ruok, which is off unless it is listed. */
function refused(check: HealthCheck, workload: Workload): Obstacle | undefined {
  const facts = serviceFactsOf(workload)
  const commands = check.script?.commands ?? []
  if (!facts) return undefined
  const text = check.text
  if (/\b(redis|valkey)-cli\b/.test(text) && /grep\b.*PONG/.test(text)) {
    const knowsPassword =
      /(^|\s)(-a|--pass|-u)\s|(REDIS|VALKEY)CLI_AUTH=/.test(text) || facts.environment('REDISCLI_AUTH') !== undefined
    if (!knowsPassword && workload.distribution?.authentication?.(facts).state === 'on')
      return {
        because: 'the server asks for a password that the check does not give',
        fix: workload.pod
          ? 'Set `REDISCLI_AUTH` in `env` of the container, from the Secret that the server takes its password from.'
          : 'Set `REDISCLI_AUTH: ${REDIS_PASSWORD}` in the environment of the service.',
      }
  }
  if (
    workload.software?.id === 'zookeeper' &&
    commands.some(command => command.words.includes('ruok')) &&
    /imok/.test(text)
  ) {
    const official = workload.distribution?.id === 'official'
    const variable = official ? 'ZOO_4LW_COMMANDS_WHITELIST' : 'ZOOKEEPER_4LW_COMMANDS_WHITELIST'
    const allowed = facts.environment(variable)
    const listed =
      allowed === null ||
      /\bruok\b|\*/.test(allowed ?? '') ||
      facts.environment('KAFKA_OPTS') !== undefined ||
      facts.configMounted
    const first = FIRST_WITH_LIST.get(workload.distribution?.id ?? '')
    if (!listed && first && isBefore(facts.version, first) === false)
      return {
        because: `ruok is not on the list of allowed commands (${variable} allows only srvr)`,
        fix: official
          ? `Use \`zkServer.sh status\`, or set \`${variable}: ruok,srvr\`.`
          : `Set \`${variable}: ruok,srvr\`.`,
      }
  }
  return undefined
}
