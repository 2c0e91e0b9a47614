import { toolsOf } from '../../src/knowledge/base-tools.js'
import { commandsOf } from '../../src/model/image/build-steps.js'
import { installsOf } from '../../src/model/image/package-installs.js'
import type { Image } from '../../src/model/system.js'
import type { DockerfileImage, Instruction } from '../../src/parse/dockerfile.js'
import { defineRule } from '../../src/rule.js'
import type { Span } from '../../src/source.js'
import { listOf } from '../../src/words.js'

/** Images for building alone. */
const BUILDERS = /^(?:golang|rust|maven|gradle|gcc|swift|haskell|mcr\.microsoft\.com\/dotnet\/sdk)$/
/** Packages of Alpine, Debian and Red Hat that are or bring compilers. */
const COMPILERS = new Set(
  'gcc g++ clang build-essential build-base alpine-sdk cmake rustc cargo golang golang-go go gcc-c++ gfortran maven gradle'.split(
    ' ',
  ),
)

export default defineRule({
  id: 'image/build-tools-shipped',
  title: 'An image carries compilers or packages for development into production',
  category: 'performance',
  severity: 'low',
  confidence: 'B',
  since: '0.1.0',
  effort: 'hours',
  why: 'Hundreds of megabytes travel to every host and have to be patched, and whoever gets in finds a compiler and a package manager waiting.',
  fix: 'Build in one stage and copy the result into a second on a slim base: `FROM node:24-slim AS build … FROM node:24-slim`, `COPY --from=build /app/dist ./dist`.',
  refs: [
    'https://docs.docker.com/build/building/multi-stage/',
    'https://docs.docker.com/build/building/best-practices/#use-multi-stage-builds',
  ],
  reads: ['compose', 'dockerfile'],
  check({ system, pass, fail }) {
    for (const image of system.images) {
      if (image.origin !== 'built' || !image.dockerfile) continue
      pass(image)
      for (const { at, what, fix, key } of [
        ...baseTools(image.dockerfile),
        ...installedTools(image.dockerfile),
        ...developmentPackages(image, image.dockerfile),
      ])
        fail(image, at, `${image.name} ${what}`, { key, ...(fix ? { fix } : {}) })
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            api: { build: ./api }
            auth: { build: ./auth }
            core: { build: ./core }
        `,
        'api/Dockerfile': `
          #! ships the compilers of node:24.11
          FROM node:24.11
          COPY . .
          #! ships the packages for development that npm ci installs
          RUN npm ci && npm run build
          CMD ["node", "dist/main.js"]
        `,
        'api/package.json': '{ "devDependencies": { "typescript": "5.9.0" } }',
        'auth/Dockerfile': `
          #! is shipped on golang:1.25-alpine, an image for building
          FROM golang:1.25-alpine
          RUN go build -o /auth .
          CMD ["/auth"]
        `,
        'core/Dockerfile': `
          FROM python:3.13-slim
          #! ships gcc and build-essential
          RUN apt-get update && apt-get install -y gcc build-essential libpq-dev && rm -rf /var/lib/apt/lists/*
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            api: { build: ./api }
            auth: { build: ./auth }
            core: { build: ./core }
            web: { build: ./web }
        `,
        'api/Dockerfile': `
          FROM node:24.11 AS build
          RUN npm ci && npm run build
          FROM node:24.11-slim
          RUN npm ci --omit=dev
          COPY --from=build /app/dist ./dist
        `,
        'api/package.json': '{ "devDependencies": { "typescript": "5.9.0" } }',
        'auth/Dockerfile': `
          FROM golang:1.25 AS build
          RUN go build -o /auth .
          FROM gcr.io/distroless/static-debian12:nonroot
          COPY --from=build /auth /auth
        `,
        'core/Dockerfile': `
          FROM python:3.13-alpine
          RUN apk add --no-cache --virtual .build gcc musl-dev && pip install -r requirements.txt && apk del .build
        `,
        'web/Dockerfile': `
          FROM node:24.11-slim
          COPY package.json package-lock.json ./
          RUN npm ci
          COPY . .
          RUN npm run build && npm prune --omit=dev
        `,
        'web/package.json': '{ "devDependencies": { "vite": "7.1.0" } }',
      },
    ],
  },
})

interface Shipped {
  readonly at: Span
  readonly what: string
  readonly key: string
  readonly fix?: string
}

function baseTools({ base }: DockerfileImage): readonly Shipped[] {
  if (!base.known) return []
  const { repository, tag = '', text } = base.value
  if (BUILDERS.test(repository))
    return [{ at: base.at, key: 'base', what: `is shipped on ${text}, an image for building` }]
  if (repository.startsWith('php') || toolsOf(repository, tag).has('gcc') !== true) return []
  const slim =
    tag === '' || tag === 'latest'
      ? `${repository}:<version>-slim`
      : `${repository}:${tag.replace(/-(?:bookworm|bullseye|trixie|buster)$/, '')}-slim`
  return [
    {
      at: base.at,
      key: 'base',
      what: `ships the compilers of ${text}`,
      fix: `Build in a stage on ${text}, and ship on \`FROM ${slim}\`.`,
    },
  ]
}

function installedTools({ instructions, shell }: DockerfileImage): readonly Shipped[] {
  const removed = instructions.some(
    one =>
      one.keyword === 'RUN' &&
      /\b(?:apk\s+(?:\S+\s+)*del|apt(?:-get)?\s+(?:-\S+\s+)*(?:purge|remove|autoremove)|(?:dnf|yum|microdnf)\s+(?:-\S+\s+)*(?:remove|erase))\b/.test(
        one.text,
      ),
  )
  if (removed) return []
  return instructions.flatMap(instruction => {
    const tools = commandsOf(instruction, shell).flatMap(({ words }) => {
      const [program = '', ...rest] = words
      const installs =
        /^(?:apk|apt|apt-get|dnf|yum|microdnf)$/.test(program) &&
        rest.some(word => word === 'add' || word === 'install')
      return installs ? rest.map(word => word.replace(/[=<>~].*$/, '')).filter(word => COMPILERS.has(word)) : []
    })
    return tools.length === 0 ? [] : [{ at: instruction.at, key: 'packages', what: `ships ${listOf(tools)}` }]
  })
}

/** An installation of everything that nothing behind it takes away again. */
function developmentPackages(image: Image, dockerfile: DockerfileImage): readonly Shipped[] {
  if (!hasDevelopmentPackages(image)) return []
  let found: { readonly instruction: Instruction; readonly name: string } | undefined
  let production = false
  for (const instruction of dockerfile.instructions) {
    if (instruction.keyword === 'ENV' && /\bNODE_ENV[= ]"?production/.test(instruction.text)) production = true
    if (instruction.keyword !== 'RUN') continue
    for (const install of installsOf(instruction, dockerfile.shell)) {
      if (!/^(?:npm|yarn|pnpm|bun)$/.test(install.manager) || install.packages.length > 0 || install.global) continue
      const without = install.production ?? (production || /\bNODE_ENV=production\b/.test(instruction.text))
      if (install.command.conditional || without) found = undefined
      else found = { instruction, name: install.command.words.slice(0, 2).join(' ') }
    }
    if (
      /\b(?:npm|pnpm|yarn)\s+prune\b|node-prune|rm\s+-\w+\s+(?:\S+\s+)*\S*node_modules|workspaces\s+focus/.test(
        instruction.text,
      )
    )
      found = undefined
  }
  if (!found) return []
  return [
    {
      at: found.instruction.at,
      key: 'development',
      what: `ships the packages for development that ${found.name} installs`,
    },
  ]
}

function hasDevelopmentPackages(image: Image): boolean {
  const text = image.context?.declared ? image.context.read('package.json')?.text : undefined
  return text !== undefined && /"devDependencies"\s*:\s*\{\s*"/.test(text)
}
