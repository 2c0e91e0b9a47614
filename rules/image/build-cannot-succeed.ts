import type { BuildContext } from '../../src/model/build-context.js'
import { copyOf, stageNamed } from '../../src/model/build-steps.js'
import { isCopiedBefore } from '../../src/model/copied-files.js'
import { missingPackage } from '../../src/model/node-build.js'
import { installsOf, LOCKFILES } from '../../src/model/package-installs.js'
import type { Image } from '../../src/model/system.js'
import type { DockerfileImage } from '../../src/parse/dockerfile.js'
import { joinPath } from '../../src/paths.js'
import { defineRule, type FailOptions } from '../../src/rule.js'
import type { Span } from '../../src/source.js'
import { listOf } from '../../src/words.js'

/** Files that people write and commit: no build makes them. */
const WRITTEN =
  /^(?:package\.json|package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|pnpm-workspace\.yaml|requirements\.txt|Pipfile|Pipfile\.lock|pyproject\.toml|poetry\.lock|uv\.lock|go\.mod|go\.sum|Cargo\.toml|Cargo\.lock|Gemfile|Gemfile\.lock|composer\.json|composer\.lock|pom\.xml|build\.gradle(?:\.kts)?|settings\.gradle(?:\.kts)?|gradlew|mvnw|tsconfig\.json|nest-cli\.json|nx\.json|turbo\.json|lerna\.json)$/
/** Names that people give to stages and that no official image bears. */
const STAGE_NAME =
  /^(?:build|builder|building|base|deps|dependencies|dev-deps|prod-deps|production-dependencies|production|prod|development|dev|runner|runtime|release|installer|install|compile|compiler|prepare|pruner|prune|frontend|frontend-builder|frontend-build|backend|backend-builder|web-builder|app-builder|assets|static|server|client|test|final|vendor|publish)$/

export default defineRule({
  id: 'image/build-cannot-succeed',
  title: 'An image cannot be built from what the repository holds',
  category: 'infrastructure-stability',
  severity: 'critical',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Nobody can build the image from a clean checkout: not the pipeline, and not whoever has to rebuild the system in an emergency. What runs today is an image of which the source is no longer known.',
  fix: 'Build it once from a fresh clone (`docker build --no-cache`), and mend what stops it.',
  refs: [
    'https://docs.docker.com/reference/dockerfile/#copy',
    'https://docs.npmjs.com/cli/commands/npm-ci',
    'https://docs.docker.com/build/building/multi-stage/',
  ],
  reads: ['compose', 'dockerfile'],
  check({ system, pass, fail, unverified }) {
    for (const image of system.images) {
      if (image.origin !== 'built') continue
      const { context, missing, dockerfile } = image
      if (missing) {
        if (missing.what === 'target')
          fail(image, missing.at, `${image.files[0] ?? 'the Dockerfile'} has no stage ${missing.name}`, {
            key: 'target',
          })
        else if (image.reference || !context?.find('**').some(isSource))
          unverified(image, missing.at, `there is no ${missing.name} in ${context?.path ?? '.'}`)
        else fail(image, missing.at, `there is no ${missing.name} in ${context.path}`, { key: 'dockerfile' })
        continue
      }
      if (!dockerfile) {
        if (context && !context.present)
          unverified(image, context.at, `its build context ${context.path} is not in the repository`)
        continue
      }
      pass(image)
      for (const { at, what, options } of obstacles(image)) fail(image, at, `${image.name}: ${what}`, options)
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            api: { build: ./api }
            web: { build: ./web }
            jobs:
              build:
                context: ./jobs
                target: production #! jobs/Dockerfile has no stage production
            mail:
              build: ./mail #! there is no Dockerfile in mail
        `,
        'mail/index.js': '',
        'jobs/Dockerfile': 'FROM node:24.11-slim AS release',
        'api/Dockerfile': `
          FROM node:24.11-slim AS builder
          COPY package*.json ./
          #! npm run build needs nest, and npm ci --only=production leaves @nestjs/cli out
          RUN npm ci --only=production
          COPY . .
          RUN npm run build
          FROM node:24.11-slim
          COPY --from=builder /app/dist ./dist
          #! there is no stage deps to copy from
          COPY --from=deps /app/node_modules ./node_modules
        `,
        'api/package.json': '{ "scripts": { "build": "nest build" }, "devDependencies": { "@nestjs/cli": "11.0.0" } }',
        'api/package-lock.json': '{}',
        'web/Dockerfile': `
          FROM node:24.11-slim AS deps
          #! yarn.lock is not in the build context web
          COPY package.json yarn.lock ./
          ENV NODE_ENV=production
          #! npm run build needs vite
          RUN npm install
          FROM node:24.11-slim
          COPY --from=deps /app/node_modules ./node_modules
          #! dist is left out by web/.dockerignore
          COPY dist ./dist
          COPY package.json ./
          RUN npm run build
        `,
        'web/package.json':
          '{ "scripts": { "build": "tsc && vite build" }, "dependencies": { "typescript": "5.9.0" }, "devDependencies": { "vite": "7.1.0" } }',
        'web/.dockerignore': `
          node_modules
          dist
        `,
      },
      {
        'compose.yaml': `
          services:
            web: { build: ./web }
        `,
        'web/Dockerfile': `
          FROM node:24.11-slim
          COPY package.json ./
          #! npm ci needs package-lock.json, and it is not copied
          RUN npm ci
        `,
        'web/package.json': '{}',
        'web/package-lock.json': '{}',
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            api: { build: ./api }
            web: { build: ./web }
            auth: { build: { context: ./auth, additional_contexts: { build: ./shared } } }
        `,
        'api/Dockerfile': `
          FROM node:24.11-slim AS deps
          COPY package*.json ./
          RUN npm ci --omit=dev
          FROM node:24.11-slim AS build
          COPY package*.json ./
          RUN npm ci
          COPY . .
          RUN npm run build
          FROM node:24.11-slim
          ENV NODE_ENV=production
          COPY --from=deps /app/node_modules ./node_modules
          COPY --from=build /app/dist ./dist
          COPY --from=busybox:1.37 /bin/busybox /bin/busybox
        `,
        'api/package.json': '{ "scripts": { "build": "nest build" }, "devDependencies": { "@nestjs/cli": "11.0.0" } }',
        'api/package-lock.json': '{}',
        'api/.dockerignore': `
          *
          !package*.json
          !src
        `,
        'web/Dockerfile': `
          FROM node:24.11-slim
          COPY package.json yarn.lock* package-lock.json* ./
          RUN npm install -g typescript@5.9.2
          RUN npm install --production
          COPY dist /app/dist
          RUN npm run build
          RUN if [ -f yarn.lock ]; then yarn --frozen-lockfile; else npm ci; fi
        `,
        'web/package.json': '{ "scripts": { "build": "tsc" }, "devDependencies": { "typescript": "5.9.0" } }',
        'auth/Dockerfile': `
          FROM golang:1.25
          COPY --from=build /out /out
        `,
      },
    ],
  },
})

/** Something to make an image of: where there is nothing but a compose file and words, the code lives elsewhere. */
function isSource(file: string): boolean {
  return !/\.(?:md|txt|ya?ml|env|example|png|jpe?g|svg)$|(?:^|\/)(?:\.[^/]+|LICENSE|Makefile)$/i.test(file)
}

interface Obstacle {
  readonly at: Span
  readonly what: string
  readonly options: FailOptions
}

function obstacles(image: Image): readonly Obstacle[] {
  const { stages = [], context } = image
  const declared = context?.present && context.declared ? context : undefined
  return stages.flatMap(stage => [
    ...unknownStages(stage, context),
    ...(declared
      ? [
          ...missingSources(stage, declared),
          ...withoutLock(stage, declared),
          ...withoutPackages(stage, stages, declared),
        ]
      : []),
  ])
}

/** COPY --from a stage that is not there, under a name that no image bears. */
function unknownStages({ stage, file }: DockerfileImage, context: BuildContext | undefined): readonly Obstacle[] {
  return stage.instructions.flatMap(instruction => {
    const flag = instruction.keyword === 'COPY' ? instruction.flags.find(one => one.name === 'from') : undefined
    const name = flag?.value
    if (!flag || !name || context?.named.has(name) || stageNamed(name, file.stages)) return []
    if (!STAGE_NAME.test(name.toLowerCase()) && !/^\d{1,3}$/.test(name)) return []
    const names = file.stages.flatMap(one => one.name ?? [])
    const fix = `Copy from a stage of this file${names.length > 0 ? `: ${listOf(names)}` : ''}.`
    return [{ at: flag.at, what: `there is no stage ${name} to copy from`, options: { key: `stage ${name}`, fix } }]
  })
}

function missingSources({ stage, file }: DockerfileImage, context: BuildContext): readonly Obstacle[] {
  return stage.instructions.flatMap(instruction => {
    const copy = copyOf(instruction)
    if (!copy || copy.from) return []
    return copy.sources.flatMap((source): readonly Obstacle[] => {
      const path = joinPath('.', source.text.replace(/^(?:\.\.?\/)+/, ''))
      if (/[*?[\]\\]|:\/\/|^git@/.test(source.text) || path === '.') return []
      const options = { key: `source ${path}` }
      const ignored = context.leavesOut(path) && context.find(path).every(context.leavesOut)
      if (ignored && !takesBack(path, stage, file, context))
        return [
          {
            at: source.at,
            what: `${path} is left out by ${ignoreFileName(context, file.path)}, so COPY does not find it`,
            options: {
              ...options,
              fix: `Take ${path} out of the ignore file, or make it in a stage and copy it from there.`,
            },
          },
        ]
      const name = path.slice(path.lastIndexOf('/') + 1)
      if (!WRITTEN.test(name) || context.exists(path)) return []
      return [
        {
          at: source.at,
          what: `${path} is not in the build context ${context.path}, so COPY does not find it`,
          options: { ...options, fix: `Commit ${path}, correct the path, or take it out of the COPY.` },
        },
      ]
    })
  })
}

/** A line with `!` may bring something below the path back that git does not hold. */
function takesBack(path: string, _stage: unknown, file: DockerfileImage['file'], context: BuildContext): boolean {
  const text = context.read('.dockerignore')?.text ?? ''
  const first = path.split('/')[0] ?? path
  return `${text}\n${file.path}`
    .split('\n')
    .some(line => line.trim().startsWith('!') && (line.includes(first) || line.includes('*')))
}

function ignoreFileName(context: BuildContext, dockerfile: string): string {
  const inner = context.path === '.' ? dockerfile : dockerfile.slice(context.path.length + 1)
  return context.exists(`${inner}.dockerignore`)
    ? `${dockerfile}.dockerignore`
    : joinPath(context.path, '.dockerignore')
}

/** Installations that refuse to run without a lockfile. */
function withoutLock(stage: DockerfileImage, context: BuildContext): readonly Obstacle[] {
  return stage.stage.instructions.flatMap(instruction =>
    installsOf(instruction, stage.shell).flatMap((install): readonly Obstacle[] => {
      if (!install.needsLock || install.command.conditional) return []
      const { words } = install.command
      if (words.some(word => /^(?:--prefix|-C|--dir|--cwd)(?:=|$)/.test(word))) return []
      const names = LOCKFILES[install.manager]
      if (isCopiedBefore(instruction, names, stage, context) !== false) return []
      const [lock = ''] = names
      const there = context.find('**').some(file => names.includes(file.slice(file.lastIndexOf('/') + 1)))
      const where = there ? 'it is not copied before' : `there is none in ${context.path}`
      const command = words.slice(0, 2).join(' ')
      return [
        {
          at: instruction.at,
          what: `${command} needs ${lock}, and ${where}`,
          options: {
            key: `lock ${lock}`,
            fix: there
              ? `Copy ${lock} beside package.json before \`${command}\`.`
              : `Commit ${lock}, and copy it beside package.json.`,
          },
        },
      ]
    }),
  )
}

function withoutPackages(
  stage: DockerfileImage,
  stages: readonly DockerfileImage[],
  context: BuildContext,
): readonly Obstacle[] {
  const found = missingPackage(stage, stages, context)
  if (!found) return []
  const what = `${found.script} needs ${found.program}, and ${found.installedBy} leaves ${found.package} out with the other devDependencies`
  return [
    {
      at: found.at,
      what,
      options: {
        key: `package ${found.package}`,
        fix: 'Install everything where it is built (`RUN npm ci`), and only what production needs in the last stage (`RUN npm ci --omit=dev`).',
        related: [{ at: found.neededAt, message: `${found.script} is run here` }],
      },
    },
  ]
}
