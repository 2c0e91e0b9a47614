import { isOfficialImage } from '../../src/knowledge/official-images.js'
import { stageNamed } from '../../src/model/image/build-steps.js'
import { toldReference } from '../../src/model/image/told-reference.js'
import type { Image, System } from '../../src/model/system.js'
import { type ImageReference, parseImageReference } from '../../src/parse/image-reference.js'
import { defineRule } from '../../src/rule.js'
import type { Fact, Span } from '../../src/source.js'

/** Words of tags that name no release: whatever is newest on the day of the pull. */
const MOVING = new Set(
  'latest stable lts current mainline edge nightly main master develop dev devel alpine slim trixie bookworm bullseye buster jammy noble focal full rc beta alpha snapshot release production prod staging otel apache fpm cli management community'.split(
    ' ',
  ),
)

/** What Debian and Ubuntu call their releases: of their own images it is the release itself, `debian:bookworm-slim`. */
const CODENAME = /^(?:trixie|bookworm|bullseye|buster|jammy|noble|focal)(?:-|$)/

export default defineRule({
  id: 'image/tag-mutable',
  title: 'An image is pulled by a tag that moves',
  category: 'infrastructure-stability',
  severity: 'medium',
  worst: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'The same file then starts another version tomorrow, on another host, or after a rollback: nobody chose it, and nobody tested it. A datastore may refuse the data that another version wrote.',
  fix: 'Name a release (`postgres:17.2`), or pin the digest as well (`postgres:17.2@sha256:…`) and let Renovate or Dependabot raise it.',
  refs: [
    'https://docs.docker.com/build/building/best-practices/#pin-base-image-versions',
    'https://docs.docker.com/reference/compose-file/services/#image',
    'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  ],
  reads: ['compose', 'kubernetes', 'dockerfile'],
  check({ system, pass, fail, unverified }) {
    const builtHere = namesBuiltHere(system)
    for (const image of system.images) {
      if (image.origin === 'pulled') {
        const { reference, referenceAt = image.at } = image
        if (!reference) continue
        const told = toldReference(image, system.workloads)
        if (told && (!moves(told) || isChosen(image, told))) pass(image)
        else if (told)
          fail(image, referenceAt, `${told.text} ${whatMoves(told)}`, {
            ...severityOf(image, system),
            fix: fixOf(told),
          })
        else if (!reference.known) unverified(image, reference, `the image is not known: ${reference.because}`)
        continue
      }
      const stages = image.stages ?? []
      if (stages.length === 0) continue
      pass(image)
      for (const { base } of stages) judgeBase(image, base)
      for (const { name, value, at } of namedInManifests(image, system)) {
        if (moves(value))
          fail(image, at, `${name} runs ${value.text}, which ${whatMoves(value)}`, {
            key: `manifest.${value.text}`,
            fix: `Give each build a tag of its own (the version, or the commit) and write that into the manifest: \`kustomize edit set image ${value.repository}=${value.repository}:<version>\`.`,
            why: 'A rollback to an older manifest then starts the same newest image, pods of one Deployment run different versions as nodes pull at different times, and nobody can say which one made an error.',
          })
      }
      for (const { reference, at } of imagesCopiedFrom(image)) {
        if (!builtHere.has(reference.repository) && moves(reference))
          fail(image, at, `${image.name} copies from ${reference.text}, which ${whatMoves(reference)}`, {
            key: reference.text,
          })
      }
    }

    /** Compose builds it itself; a cluster pulls it, unless what deploys it writes the tag. */
    function isChosen(image: Image, { repository }: ImageReference): boolean {
      const pods = system.workloads.flatMap(one => (image.usedBy.includes(one.id) && one.pod ? [one.pod] : []))
      return pods.length > 0 ? pods.every(pod => pod.imageSetAtDeploy) : builtHere.has(repository)
    }

    function judgeBase(image: Image, base: Fact<ImageReference>): void {
      if (!base.known) unverified(image, base, `the base image is not known: ${base.because}`)
      else if (!builtHere.has(base.value.repository) && moves(base.value))
        fail(image, base, `${image.name} is built on ${base.value.text}, which ${whatMoves(base.value)}`, {
          key: base.value.text,
          fix: `Name a release of it (\`FROM ${base.value.repository}:<version>${endingOf(base.value)}\`), and let Renovate or Dependabot raise it.`,
        })
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            db: { image: postgres } #! postgres has no tag
            cache: { image: "redis:latest" } #! redis:latest
            search: { image: "opensearchproject/opensearch:\${SEARCH_VERSION:-latest}" } #! opensearch:latest
            proxy: { image: "nginx:alpine" } #! nginx:alpine names no release
            series: { image: "timescale/timescaledb:latest-pg17" } #! timescale/timescaledb:latest-pg17 names no release
            files: { image: "nextcloud:fpm-alpine" } #! nextcloud:fpm-alpine names no release
            web: { build: ./web }
        `,
        'web/Dockerfile': `
          #! node:lts-alpine
          FROM node:lts-alpine AS build
          RUN npm run build
          #! is built on caddy, which has no tag
          FROM caddy
          COPY --from=build /app/dist /srv
          #! copies from busybox:latest
          COPY --from=busybox:latest /bin/wget /bin/wget
        `,
      },
      {
        // Whatever registry it is pulled from.
        'compose.yaml': `
          services:
            api: { image: "\${REGISTRY}/shop-api:\${VERSION:-latest}" } #! /shop-api:latest is whatever is newest
            web: { image: "ghcr.io/\${OWNER}/shop-web:latest" } #! /shop-web:latest is whatever is newest
            mail: { image: "\${REGISTRY}/shop-mail" } #! /shop-mail has no tag
        `,
      },
      {
        // That Compose builds it here does not tell a cluster which one to pull.
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
                    image: ghcr.io/acme/api:latest #! api runs ghcr.io/acme/api:latest, which is whatever is newest
          ---
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: db }
          spec:
            selector: { matchLabels: { app: db } }
            template:
              metadata: { labels: { app: db } }
              spec:
                containers:
                  - name: db
                    image: postgres #! postgres has no tag
        `,
        'compose.dev.yaml': `
          services:
            api: { build: ./api, image: ghcr.io/acme/api }
        `,
        'api/Dockerfile': `
          FROM node:24.11-slim
        `,
      },
    ],
    good: [
      {
        // The names that Debian and Ubuntu give their releases.
        'compose.yaml': `
          services:
            api: { build: ./api }
            jobs: { image: "ubuntu:noble" }
        `,
        'api/Dockerfile': `
          FROM golang:1.26 AS build
          RUN go build -o /api .
          FROM debian:bookworm-slim
          COPY --from=build /api /api
        `,
      },
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17" }
            cache: { image: "redis@sha256:5b3f1f6f2f0b0d3b1b3b1b3b1b3b1b3b1b3b1b3b1b3b1b3b1b3b1b3b1b3b1b3b" }
            sql: { image: "mcr.microsoft.com/mssql/server:2022-latest" }
            web: { build: ./web, image: "acme/web:latest" }
            web-worker: { image: "acme/web:latest", command: [node, worker.js] }
            auth: { build: ./auth }
        `,
        'web/Dockerfile': `
          ARG NODE=24.11-slim
          FROM node:\${NODE} AS base
          FROM base AS build
          RUN npm run build
          FROM base
          COPY --from=build /app/dist /app/dist
        `,
        'auth/Dockerfile': `
          FROM golang:1.25 AS build
          RUN CGO_ENABLED=0 go build -o /auth .
          FROM scratch
          COPY --from=build /auth /auth
        `,
      },
      {
        'compose.yaml': `
          services:
            web: { image: "ghcr.io/\${OWNER}/shop-web:1.4.0" }
            jobs: { image: "\${REGISTRY}/shop-jobs:\${JOBS_VERSION:-1.4.0}" }
        `,
      },
      {
        // A stage that is not built counts for nothing; distroless has no other tags, and its name holds the release.
        'compose.yaml': `
          services:
            api: { build: ./api }
        `,
        'api/Dockerfile': `
          FROM node:latest AS development
          CMD ["npm", "run", "dev"]
          FROM gcr.io/distroless/nodejs24-debian12:nonroot
          COPY dist /app
        `,
      },
      {
        // The tag is written when it is deployed.
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
                    image: ghcr.io/acme/api
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
                    image: ghcr.io/acme/web
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: mail }
          spec:
            selector: { matchLabels: { app: mail } }
            template:
              metadata: { labels: { app: mail } }
              spec:
                containers:
                  - name: mail
                    image: ghcr.io/acme/mail:latest
        `,
        'skaffold.yaml': `
          apiVersion: skaffold/v4beta11
          kind: Config
          build: { artifacts: [{ image: ghcr.io/acme/api, context: api }] }
        `,
        '.github/workflows/deploy.yml': `
          jobs:
            deploy:
              steps:
                - run: |
                    kustomize edit set image ghcr.io/acme/web=ghcr.io/acme/web:$GITHUB_SHA
                    kubectl set image deployment/mail mail=ghcr.io/acme/mail:$GITHUB_SHA
        `,
      },
    ],
  },
})

/** Repositories that this repository builds: a service with `build` and `image`, used by others by name. */
function namesBuiltHere(system: System): ReadonlySet<string> {
  const images = [
    ...system.images,
    ...system.deployments.flatMap(one => one.workloads.flatMap(each => each.image ?? [])),
  ]
  return new Set(
    images.flatMap(image =>
      image.origin === 'built' && image.reference?.known ? [image.reference.value.repository] : [],
    ),
  )
}

/** How Kubernetes manifests name an image that is built here, where nothing writes the tag when it is deployed. */
function namedInManifests({ usedBy }: Image, { workloads }: System) {
  const seen = new Set<string>()
  return workloads.flatMap(({ id, name, pod }) => {
    const reference = usedBy.includes(id) && pod && !pod.imageSetAtDeploy ? pod.image : undefined
    if (!reference?.known || seen.has(reference.value.text)) return []
    seen.add(reference.value.text)
    return [{ name, value: reference.value, at: reference.at }]
  })
}

/** Images that are no stage: `COPY --from=composer:2`. */
function imagesCopiedFrom(image: Image): readonly { readonly reference: ImageReference; readonly at: Span }[] {
  return (image.stages ?? []).flatMap(({ stage, file }) =>
    stage.instructions.flatMap(instruction => {
      const flag = instruction.flags.find(one => one.name === 'from')
      const name = flag?.value ?? ''
      if (!flag || !/[:/]/.test(name) || stageNamed(name, file.stages) || image.context?.named.has(name)) return []
      const reference = parseImageReference(name)
      return reference ? [{ reference, at: flag.at }] : []
    }),
  )
}

function moves({ repository, tag, digest }: ImageReference): boolean {
  if (digest !== undefined || repository === 'scratch' || repository.startsWith('gcr.io/distroless/')) return false
  if (/^(?:library\/)?(?:debian|ubuntu|buildpack-deps)$/.test(repository) && CODENAME.test(tag ?? '')) return false
  // `latest-pg17` names the release of something else.
  if (tag === undefined || /^latest-/i.test(tag)) return true
  return tag
    .toLowerCase()
    .split(/[-_.]/)
    .every(word => MOVING.has(word))
}

/** What a tag says beside the release: `-alpine`, `-slim`. */
function endingOf({ tag = '' }: ImageReference): string {
  const words = tag.toLowerCase().split('-')
  return words
    .filter(word => /^(?:alpine|slim|trixie|bookworm|bullseye|jammy|noble|fpm|apache|cli|management)$/.test(word))
    .map(word => `-${word}`)
    .join('')
}

function whatMoves({ tag }: ImageReference): string {
  if (tag === undefined) return 'has no tag, which means latest'
  return tag === 'latest' ? 'is whatever is newest when it is pulled' : 'names no release: it is whatever is newest'
}

function fixOf({ text, tag, repository }: ImageReference): string {
  const name = tag === undefined ? text : text.slice(0, text.lastIndexOf(`:${tag}`))
  // Nobody publishes such a name: it is built on the host, or by a pipeline.
  if (!text.includes('/') && !isOfficialImage(repository))
    return `Give each build a tag of its own (the version, or the commit), and name it here: \`${name}:<version>\`.`
  return `Name the release that runs today (\`${name}:<version>\`), or pin the digest as well (\`${name}:<version>@sha256:…\`), and let Renovate or Dependabot raise it.`
}

function severityOf(image: Image, system: System): { readonly severity?: 'high' } {
  const stateful = system.workloads.some(workload => workload.stateful && image.usedBy.includes(workload.id))
  return stateful ? { severity: 'high' } : {}
}
