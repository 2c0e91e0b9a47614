import type { StartCommand, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

/** Programs that put variables in by themselves, or are given the name of one. */
const EXPANDING = /(?:^|\/)(?:(?:ba|da|a|k|z)?sh|env|envsubst|printenv|dockerize|confd|gomplate|otelcol\S*|vector)$/

export default defineRule({
  id: 'workload/command-misread',
  title: 'A start command is not run as it is written',
  category: 'infrastructure-stability',
  severity: 'critical',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'No shell runs a command that is a list, nor one that Compose is given as a text: of `migrate && serve` Compose runs `migrate` and drops the rest without a word, in a list `&&` is an argument like any other, and `$NAME` stays as it is. The container ends, serves nothing, or has a password that everybody can read in the file.',
  fix: 'Have a shell run it: `command: sh -c "migrate && exec serve"`, with `$$NAME` for a variable of the container. A list of a Kubernetes manifest takes `$(NAME)`.',
  refs: [
    'https://docs.docker.com/reference/compose-file/services/#command',
    'https://github.com/mattn/go-shellwords/blob/v1.0.12/shellwords.go',
    'https://docs.docker.com/reference/dockerfile/#understand-how-cmd-and-entrypoint-interact',
    'https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/',
  ],
  reads: ['compose', 'kubernetes', 'dockerfile'],
  check({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      const { start } = workload
      if (workload.platform === 'pm2') continue
      const misread =
        start &&
        (dropped(start, workload) ?? ignored(start, workload) ?? operator(start, workload) ?? variable(start, workload))
      if (!start || !misread) pass(workload)
      else if (misread.what === undefined) unverified(workload, start, misread.because)
      else {
        const { what, key, fix, severity } = misread
        fail(workload, start, `${workload.name} ${what}`, { key, fix, severity })
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            api:
              build: .
              command: python manage.py migrate --noinput && gunicorn erp.wsgi -b 0.0.0.0:8000 #! api runs "python manage.py migrate --noinput" alone: Compose drops "&& gunicorn erp.wsgi
            worker:
              image: ghcr.io/acme/erp:1.4.0
              command: > #! worker runs "celery -A erp worker" alone: Compose drops "& celery -A erp beat"
                celery -A erp worker
                & celery -A erp beat
            listed:
              build: .
              command: ["python", "manage.py", "migrate", "&&", "gunicorn", "erp.wsgi"] #! listed gives "&&" to python as an argument: no shell runs a list
            cache:
              image: redis:8.0
              command: redis-server --requirepass $$REDIS_PASSWORD #! cache gives redis-server the text "$REDIS_PASSWORD": no shell is there to put the variable in
              environment: [REDIS_PASSWORD]
        `,
        Dockerfile: `
          FROM python:3.13-slim
          COPY . .
          RUN pip install -r requirements.txt
        `,
        'requirements.txt': 'gunicorn==23.0.0',
        'manage.py': '',
      },
      {
        'k8s/cache.yaml': `
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: cache }
          spec:
            selector: { matchLabels: { app: cache } }
            template:
              metadata: { labels: { app: cache } }
              spec:
                initContainers:
                  - name: migrate
                    image: ghcr.io/acme/api:1.4.0
                    command: [npm, run, migrate, "&&", npm, run, seed] #! cache/migrate gives "&&" to npm as an argument
                containers:
                  - name: cache
                    image: redis:8.0
                    command: [redis-server, --requirepass, $REDIS_PASSWORD] #! cache gives redis-server the text "$REDIS_PASSWORD"
                    env: [{ name: REDIS_PASSWORD, valueFrom: { secretKeyRef: { name: cache, key: password } } }]
        `,
      },
      {
        'compose.yaml': `
          services:
            api: { build: . }
            worker:
              build: .
              command: node worker.js #! worker is given the command "node worker.js", which its image ignores: the ENTRYPOINT is in shell form
        `,
        Dockerfile: `
          FROM node:24.1-slim
          COPY . .
          ENTRYPOINT node server.js
        `,
        'server.js': '',
        'worker.js': '',
      },
    ],
    good: [
      {
        // A shell runs it, or the operator is quoted, or nothing of weight is dropped.
        'compose.yaml': `
          services:
            api: { build: ., command: sh -c "python manage.py migrate && exec gunicorn erp.wsgi" }
            listed: { build: ., command: [bash, -c, "python manage.py migrate && exec gunicorn erp.wsgi"] }
            split: { build: ., entrypoint: [/bin/sh, -c], command: ["migrate && exec serve"] }
            logged: { build: ., command: gunicorn erp.wsgi > /proc/1/fd/1 }
            cleaned: { build: ., command: [find, /tmp, -name, "*.pdf", -exec, rm, "{}", ";"] }
            filled: { image: "redis:8.0", command: "redis-server --requirepass \${REDIS_PASSWORD}", environment: [REDIS_PASSWORD] }
            listing:
              image: redis:8.0
              command: [redis-server, --requirepass, "\${REDIS_PASSWORD}"]
              environment: { REDIS_PASSWORD: "\${REDIS_PASSWORD}" }
            quoted: { image: "redis:8.0", command: ["sh", "-c", "redis-server --requirepass $$REDIS_PASSWORD"], environment: [REDIS_PASSWORD] }
            passed: { build: { context: ., dockerfile: Dockerfile.passing }, command: node worker.js }
        `,
        Dockerfile: `
          FROM python:3.13-slim
          COPY . .
          CMD python manage.py migrate && exec gunicorn erp.wsgi
        `,
        'Dockerfile.passing': `
          FROM node:24.1-slim
          COPY . .
          ENTRYPOINT exec "$0" "$@"
          CMD ["node", "server.js"]
        `,
        'manage.py': '',
        'server.js': '',
        'worker.js': '',
      },
      {
        'k8s/cache.yaml': `
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: cache }
          spec:
            selector: { matchLabels: { app: cache } }
            template:
              metadata: { labels: { app: cache } }
              spec:
                containers:
                  - name: cache
                    image: redis:8.0
                    command: [redis-server, --requirepass, $(REDIS_PASSWORD)]
                    env: [{ name: REDIS_PASSWORD, valueFrom: { secretKeyRef: { name: cache, key: password } } }]
        `,
      },
    ],
  },
})

type Misread =
  | { readonly what: string; readonly key: string; readonly fix: string; readonly severity: 'critical' | 'high' }
  | { readonly what?: undefined; readonly because: string }

/** What Compose drops of a text, other than where the output goes. */
function dropped(start: StartCommand, { platform }: Workload): Misread | undefined {
  const { dropped: lost } = start
  if (lost === undefined || platform === 'kubernetes' || !/^(?:&|;|\|\|)[&\s]*[\w./$]/.test(lost)) return undefined
  const run = start.argv.map(word => word ?? '…').join(' ')
  return {
    what: `runs ${quoted(run)} alone: Compose drops ${quoted(lost)}, because no shell reads the command`,
    key: 'dropped',
    severity: 'critical',
    fix: `Write it as \`command: ["sh", "-c", "…"]\`, with \`exec\` before the last program.`,
  }
}

/** A shell takes the words behind its text for the names of arguments. */
function ignored(start: StartCommand, { image }: Workload): Misread | undefined {
  const entrypoint = image?.dockerfile?.entrypoint
  if (start.source !== 'deployment' || entrypoint?.form !== 'shell' || start.argv[2] !== entrypoint.text)
    return undefined
  const own = start.argv.slice(3).map(word => word ?? '…')
  if (own.length === 0 || /\$(?:[@*#0-9]|\{[@*#0-9])/.test(entrypoint.text)) return undefined
  return {
    what: `is given the command ${quoted(own.join(' '))}, which its image ignores: the ENTRYPOINT is in shell form`,
    key: 'ignored',
    severity: 'high',
    fix: 'Write the ENTRYPOINT of the Dockerfile as a list, or make it the CMD, or set `entrypoint` here.',
  }
}

function operator(start: StartCommand, workload: Workload): Misread | undefined {
  const found = start.argv.find(word => word === '&&' || word === '||')
  const program = start.argv[0]
  if (!found || !program) return undefined
  if (mayBeScript(program) || !hasKnownEntrypoint(start, workload))
    return { because: 'whether its entrypoint has a shell read the command is not known' }
  return {
    what: `gives ${quoted(found)} to ${nameOf(program)} as an argument: no shell runs a list`,
    key: 'operator',
    severity: 'critical',
    fix: 'Write it as one text for a shell: `["sh", "-c", "… && exec …"]`.',
  }
}

function variable(start: StartCommand, workload: Workload): Misread | undefined {
  const [program] = start.argv
  if (start.shell || !program || EXPANDING.test(program)) return undefined
  for (const word of start.argv.slice(1)) {
    const name = /^(?:--?[\w-]+=)?\$\{?([A-Za-z_]\w*)\}?$/.exec(word ?? '')?.[1]
    if (word === null || name === undefined || !workload.environment.has(name) || isFilled(word, start)) continue
    if (mayBeScript(program) || !hasKnownEntrypoint(start, workload))
      return { because: 'whether its entrypoint puts the variables of the command in is not known' }
    const isList = workload.platform === 'kubernetes'
    if (isList && word.includes('{'))
      return { because: 'whether something fills it in before it is applied is not known' }
    return {
      what: `gives ${nameOf(program)} the text ${quoted(word)}: no shell is there to put the variable in`,
      key: `variable.${name}`,
      severity: 'high',
      fix: isList
        ? `Write \`$(${name})\`, which Kubernetes puts in itself.`
        : `Have a shell run it (\`["sh", "-c", "exec ${nameOf(program)} … $$${name}"]\`), or let Compose put the value in: \`\${${name}}\`.`,
    }
  }
  return undefined
}

/** Whether Compose puts a value in, though the repository does not tell which. */
function isFilled(word: string, { written = [] }: StartCommand): boolean {
  return written.some(one => one.uses.length > 0 && one.text.includes(word))
}

/** The entrypoint runs what it is given word for word: there is none, or it is that of a known server or language. */
function hasKnownEntrypoint({ replacesEntrypoint }: StartCommand, { image, software }: Workload): boolean {
  if (replacesEntrypoint || software) return true
  const entrypoint = image?.dockerfile?.entrypoint
  return image?.origin === 'built' && image.dockerfile !== undefined && (!entrypoint || entrypoint.form === 'exec')
}

/** A file of the image that may be a script, which does with its arguments what it likes. */
function mayBeScript(program: string): boolean {
  return /(?:\.sh|entrypoint)$/.test(program) || (program.includes('/') && !PROGRAMS.test(program))
}

/** Programs that are no scripts, by whatever path. */
const PROGRAMS =
  /\/(?:tini|dumb-init|catatonit|python[\d.]*|node|java|npm|npx|yarn|pnpm|bundle|php|dotnet|gunicorn|uvicorn|celery|redis-server|postgres|mysqld|mongod)$/

function nameOf(program: string): string {
  return program.slice(program.lastIndexOf('/') + 1)
}

function quoted(text: string): string {
  return `"${text.length > 80 ? `${text.slice(0, 80)}…` : text}"`
}
