import { defaultUserOf } from '../../src/knowledge/base-users.js'
import type { BuildContext } from '../../src/model/image/build-context.js'
import { copyOf } from '../../src/model/image/build-steps.js'
import { imageFileAt } from '../../src/model/image/files.js'
import type { Image, System, Workload } from '../../src/model/system.js'
import type { DockerfileImage } from '../../src/parse/dockerfile.js'
import { joinPath } from '../../src/paths.js'
import { defineRule } from '../../src/rule.js'
import { knownValue, type Span } from '../../src/source.js'

/** Programs by which entrypoints step down from root. */
const STEPS_DOWN =
  /(?:^|[\s"'/=[(;&|])(?:gosu|su-exec|setpriv|runuser|setuidgid|s6-setuidgid|chpst|supercronic-user|suexec|drop-privs|capsh)(?:[\s"',]|$)|(?:^|[\s"'/;&|])su\s+(?:-\S*\s+)*[a-z_][\w-]*(?:\s|$)|\bsudo\s+(?:-\S+\s+)*-u\s/

export default defineRule({
  id: 'image/runs-as-root',
  title: 'An image that is built here runs as root',
  category: 'security',
  severity: 'medium',
  confidence: 'B',
  security: 5.5,
  since: '0.1.0',
  effort: 'minutes',
  why: 'Whoever gets into the process owns everything in the container, may write its program, and is root on the host as soon as a fault in the runtime or a mount lets them out.',
  fix: 'Make a user and switch to it at the end of the last stage: `USER node` in the Node image, else `RUN useradd -u 10001 app` (on Alpine `RUN adduser -D -u 10001 app`) and `USER 10001`; give it only the folders that it must write.',
  refs: [
    'https://docs.docker.com/build/building/best-practices/#user',
    'https://docs.docker.com/reference/dockerfile/#user',
  ],
  reads: ['compose', 'kubernetes', 'dockerfile'],
  check({ system, pass, fail, unverified }) {
    for (const image of system.images) {
      if (image.origin !== 'built' || !image.dockerfile) continue
      const users = usersOf(image, system)
      const root = users.find(({ user }) => user !== undefined && user !== null && isRoot(user))
      const verdict = judge(image, image.dockerfile)
      const steps = verdict.state === 'drops'
      if (root && !steps) fail(image, root.at, `${root.name} runs ${image.name} as root`, { key: root.name })
      else if (users.length > 0 && users.every(({ user }) => user !== undefined && user !== null)) pass(image)
      else if (verdict.state === 'root') fail(image, verdict.at, `${image.name} ${verdict.what}`)
      else if (verdict.state === 'unknown') unverified(image, verdict.at, verdict.what)
      else pass(image)
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            api: { build: ./api }
            web: { build: ./web }
            auth: { build: ./auth }
            admin:
              build: ./admin
              user: root #! admin runs admin/Dockerfile as root
        `,
        'api/Dockerfile': `
          #! api/Dockerfile has no USER, and node:24.11-slim runs as root
          FROM node:24.11-slim
          CMD ["node", "dist/main.js"]
        `,
        'web/Dockerfile': `
          FROM node:24.11-slim
          USER node
          RUN npm ci
          #! web/Dockerfile ends with USER root
          USER root
          CMD ["node", "server.js"]
        `,
        'auth/Dockerfile': `
          FROM golang:1.25 AS build
          USER nobody
          RUN go build -o /auth .
          #! scratch
          FROM scratch
          COPY --from=build /auth /auth
          ENTRYPOINT ["/auth"]
        `,
        'admin/Dockerfile': `
          FROM node:24.11-slim
          USER node
        `,
      },
      {
        'k8s/api.yaml': `
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
                    securityContext:
                      runAsUser: 0 #! api runs api/Dockerfile as root
        `,
        'compose.dev.yaml': `
          services:
            api: { build: ./api, image: "ghcr.io/acme/api:dev" }
        `,
        'api/Dockerfile': `
          FROM node:24.11-slim
          USER node
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            api: { build: ./api }
            web: { build: ./web }
            db: { build: ./db }
            edge: { build: ./edge }
            auth: { build: ./auth }
            jobs: { build: ./jobs, user: "10001:10001" }
            shop: { build: ./shop }
        `,
        // The entrypoint comes out of the stage that built the program.
        'shop/Dockerfile': `
          FROM node:24.11-slim AS base
          WORKDIR /app
          FROM base AS build
          COPY . .
          RUN npm run build
          FROM base
          COPY --from=build /app/dist ./dist
          COPY --from=build /app/scripts/start.sh ./scripts/start.sh
          ENTRYPOINT ["./scripts/start.sh"]
        `,
        'shop/scripts/start.sh': `
          #!/bin/sh
          chown -R node /app/data
          exec su node -s /bin/sh -c "exec node dist/main.js"
        `,
        'api/Dockerfile': `
          FROM node:24.11-slim AS base
          USER node
          FROM base
          CMD ["node", "dist/main.js"]
        `,
        'web/Dockerfile': `
          FROM nginxinc/nginx-unprivileged:1.29
          COPY dist /usr/share/nginx/html
        `,
        'db/Dockerfile': `
          FROM postgres:17.2
          COPY init.sql /docker-entrypoint-initdb.d/
        `,
        'db/init.sql': 'CREATE EXTENSION pg_trgm;',
        'edge/Dockerfile': `
          FROM alpine:3.22
          RUN apk add --no-cache su-exec
          COPY entrypoint.sh /usr/local/bin/
          ENTRYPOINT ["/usr/local/bin/entrypoint.sh"]
        `,
        'edge/entrypoint.sh': `
          chown -R app /data
          exec su-exec app "$@"
        `,
        'auth/Dockerfile': `
          FROM gcr.io/distroless/static-debian12:nonroot
          COPY auth /auth
        `,
        'jobs/Dockerfile': `
          FROM python:3.13-slim
          CMD ["python", "jobs.py"]
        `,
      },
      {
        'k8s/api.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                securityContext: { runAsNonRoot: true }
                containers:
                  - name: api
                    image: ghcr.io/acme/api:1.4.0
        `,
        'k8s/jobs.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: jobs }
          spec:
            selector: { matchLabels: { app: jobs } }
            template:
              metadata: { labels: { app: jobs } }
              spec:
                containers:
                  - name: jobs
                    image: ghcr.io/acme/jobs:1.4.0
                    securityContext: { runAsUser: 10001 }
        `,
        Makefile: `
          images:
          	docker build -t ghcr.io/acme/api:1.4.0 api
          	docker build -t ghcr.io/acme/jobs:1.4.0 jobs
        `,
        'api/Dockerfile': `
          FROM node:24.11-slim
        `,
        'jobs/Dockerfile': `
          FROM python:3.13-slim
        `,
      },
    ],
  },
})

interface OwnUser {
  readonly name: string
  /** Undefined: not set · null: not known. */
  readonly user: string | undefined | null
  readonly at: Span
}

/** The user that each workload of the image asks for. */
function usersOf(image: Image, system: System): readonly OwnUser[] {
  return system.workloads.filter(workload => image.usedBy.includes(workload.id)).map(userOf)
}

function userOf(workload: Workload): OwnUser {
  const { user, nonRoot } = workload.privileges
  // The kubelet starts no container as root then.
  if (!user && nonRoot?.known && nonRoot.value) return { name: workload.name, user: 'not root', at: nonRoot.at }
  return {
    name: workload.name,
    user: user === undefined ? undefined : user.known ? user.value : null,
    at: user?.at ?? workload.at,
  }
}

function isRoot(user: string): boolean {
  return /^(?:root|0+)(?:$|:)/.test(user.trim())
}

interface Verdict {
  readonly state: 'root' | 'drops' | 'other' | 'unknown'
  readonly at: Span
  readonly what: string
}

function judge(image: Image, dockerfile: DockerfileImage): Verdict {
  const { user, base } = dockerfile
  const at = user?.at ?? dockerfile.stage.fromAt
  if (user && !user.known) return { state: 'unknown', at, what: `its USER is not known: ${user.because}` }
  if (user?.known && !isRoot(user.value)) return { state: 'other', at, what: '' }
  const own = entrypointSteps(image, dockerfile)
  if (own === 'yes') return { state: 'drops', at, what: '' }
  const inherited = base.known ? defaultUserOf(base.value.repository, base.value.tag) : undefined
  const keepsEntrypoint = dockerfile.entrypoint === undefined
  if (inherited === 'drops-privileges' && keepsEntrypoint) return { state: 'drops', at, what: '' }
  if (own === 'unknown')
    return { state: 'unknown', at, what: 'its entrypoint may step down from root, and is not in the repository' }
  if (user) return { state: 'root', at, what: `ends with USER ${user.known ? user.value : ''}` }
  if (inherited === 'non-root') return { state: 'other', at, what: '' }
  if (inherited === undefined || !base.known)
    return { state: 'unknown', at, what: 'which user its base image runs as is not known' }
  return { state: 'root', at, what: `has no USER, and ${base.value.text} runs as root` }
}

/** Whether its own entrypoint or command steps down from root. */
function entrypointSteps(image: Image, dockerfile: DockerfileImage): 'yes' | 'no' | 'unknown' {
  let result: 'no' | 'unknown' = 'no'
  for (const command of [dockerfile.entrypoint, dockerfile.command]) {
    if (!command) continue
    const words = command.argv ?? command.text.split(/\s+/)
    if (STEPS_DOWN.test(` ${words.join(' ')} `)) return 'yes'
    if (words.some(word => /(?:^|\/)(?:supervisord|s6-svscan|init)$/.test(word))) result = 'unknown'
    for (const word of words.slice(0, 4)) {
      if (!/\.sh$|entrypoint|^\/init$/.test(word) || /\s/.test(word)) continue
      const text = copiedText(word, image.context, dockerfile) ?? textInImage(word, image)
      if (text === undefined) {
        if (!/^(?:\/usr\/local\/bin\/)?docker-entrypoint(?:\.sh)?$|docker-php-entrypoint$/.test(word))
          result = 'unknown'
      } else if (STEPS_DOWN.test(text)) return 'yes'
    }
  }
  return result
}

/** The text of a script that the image has by way of another stage. */
function textInImage(word: string, image: Image): string | undefined {
  const folder = knownValue(image.dockerfile?.workdir) ?? '/'
  const path = word.startsWith('/') ? word : `/${joinPath(folder, word)}`
  const found = word.includes('/') ? imageFileAt(path, image) : undefined
  return found?.state === 'file' ? found.source.text : undefined
}

/** The text of a script that the Dockerfile copies from its context to where it is called. */
function copiedText(path: string, context: BuildContext | undefined, dockerfile: DockerfileImage): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1)
  for (const instruction of dockerfile.instructions.toReversed()) {
    const heredoc = instruction.keyword === 'COPY' ? instruction.heredocs[0] : undefined
    if (heredoc && instruction.words.at(-1)?.text.endsWith(name)) return heredoc.text
    const copy = copyOf(instruction)
    if (!copy || copy.from) continue
    for (const source of copy.sources) {
      const sameTarget = copy.target.endsWith(`/${name}`) || copy.target === name
      if (sameTarget || source.text.endsWith(name)) {
        const text = context?.read(joinPath('.', source.text))?.text
        if (text !== undefined) return text
      }
      const inFolder = context?.find(source.text).find(file => file === name || file.endsWith(`/${name}`))
      if (inFolder) return context?.read(inFolder)?.text
    }
  }
  return undefined
}
