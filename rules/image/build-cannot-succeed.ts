import { buildObstacles } from '../../src/model/image/build-obstacles.js'
import { defineRule } from '../../src/rule.js'

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
          unverified(image, missing.at, `the folder that it is built from holds no ${missing.name}`)
        else
          fail(image, missing.at, `there is no ${missing.name} in ${folderName(context.path)}`, {
            key: 'dockerfile',
            fix: `Commit the ${missing.name} (look whether a .gitignore leaves it out), or name the one to use in \`build.dockerfile\`.`,
          })
        continue
      }
      if (!dockerfile) {
        if (context && !context.present)
          unverified(image, context.at, 'the folder that it is built from is not in the repository')
        continue
      }
      pass(image)
      for (const { at, what, ...options } of buildObstacles(image)) fail(image, at, `${image.name}: ${what}`, options)
    }
  },
  examples: {
    bad: [
      {
        // Each tool has a folder of its own for what it makes.
        'compose.yaml': `
          services: { web: { build: ., ports: ["80:80"] } }
        `,
        Dockerfile: `
          FROM node:24.11-slim AS build
          WORKDIR /app
          COPY package.json package-lock.json ./
          RUN npm ci
          COPY . .
          RUN npm run build
          FROM nginx:1.29.3
          #! nothing in the stage build makes /app/build: its \`vite build\` makes dist
          COPY --from=build /app/build /usr/share/nginx/html
        `,
        'package.json':
          '{ "scripts": { "build": "tsc --noEmit && vite build" }, "devDependencies": { "vite": "7.1.0" } }',
        'package-lock.json': '{}',
        'vite.config.ts': 'export default { server: { port: 5173 } }',
      },
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
      {
        'compose.yaml': `
          services:
            api: { build: ./api }
        `,
        'api/Dockerfile': `
          FROM node:24.11-slim
          COPY package*.json ./
          #! npm ci runs the script postinstall with \`prisma generate\`, and prisma/schema.prisma is not copied before
          RUN npm ci
          COPY . .
        `,
        'api/package.json':
          '{ "scripts": { "postinstall": "prisma generate" }, "dependencies": { "prisma": "6.0.0" } }',
        'api/package-lock.json': '{}',
        'api/prisma/schema.prisma': '',
      },
      {
        // Scripts that an installation runs behind itself.
        'compose.yaml': `
          services:
            api: { build: ./api }
            web: { build: ./web }
        `,
        'api/Dockerfile': `
          FROM node:24.11-slim
          COPY package*.json ./
          #! npm ci --omit=dev runs the script prepare, which needs husky, and leaves husky out with the other devDependencies
          RUN npm ci --omit=dev
        `,
        'api/package.json': '{ "scripts": { "prepare": "husky install" }, "devDependencies": { "husky": "8.0.3" } }',
        'api/package-lock.json': '{ "packages": { "node_modules/husky": { "dev": true } } }',
        'web/Dockerfile': `
          FROM node:24.11-slim
          ENV NODE_ENV=production
          COPY package.json yarn.lock ./
          #! yarn install --production runs the script postinstall, which needs prisma
          RUN yarn install --production
        `,
        'web/package.json':
          '{ "scripts": { "postinstall": "npm run generate", "generate": "prisma generate" }, "devDependencies": { "prisma": "6.0.0" } }',
        'web/yarn.lock': '',
      },
    ],
    good: [
      {
        // Where settings or commands name the folder, it is made; a folder of the repository is copied in.
        'compose.yaml': `
          services:
            web: { build: ./web }
            shop: { build: ./shop }
            till: { build: ./till }
            old: { build: ./old }
        `,
        'web/Dockerfile': `
          FROM node:24.11-slim AS build
          WORKDIR /app
          COPY . .
          RUN npm ci && npm run build
          FROM nginx:1.29.3
          COPY --from=build /app/build /usr/share/nginx/html
        `,
        'web/package.json': '{ "scripts": { "build": "vite build" } }',
        'web/package-lock.json': '{}',
        'web/vite.config.ts': 'export default { build: { outDir: "build" } }',
        'shop/Dockerfile': `
          FROM node:24.11-slim AS build
          WORKDIR /app
          COPY . .
          RUN npm ci && npm run build && cp -r dist out
          FROM nginx:1.29.3
          COPY --from=build /app/out /usr/share/nginx/html
        `,
        'shop/package.json': '{ "scripts": { "build": "vite build" } }',
        'shop/package-lock.json': '{}',
        'till/Dockerfile': `
          FROM node:24.11-slim AS build
          WORKDIR /app
          COPY . .
          RUN npm ci && npm run build
          FROM nginx:1.29.3
          COPY --from=build /app/dist /usr/share/nginx/html
          COPY --from=build /app/out /usr/share/nginx/html/out
        `,
        'till/package.json': '{ "scripts": { "build": "vite build" } }',
        'till/package-lock.json': '{}',
        'till/out/robots.txt': 'User-agent: *',
        'old/Dockerfile': `
          FROM node:24.11-slim AS build
          WORKDIR /app
          COPY . .
          RUN npm ci && npm run build
          FROM nginx:1.29.3
          COPY --from=build /app/build /usr/share/nginx/html
        `,
        'old/package.json': '{ "scripts": { "build": "react-scripts build" } }',
        'old/package-lock.json': '{}',
      },
      {
        'compose.yaml': `
          services:
            before: { build: ./before }
            none: { build: ./none }
            named: { build: ./named }
            caught: { build: ./caught }
            later: { build: ./later }
        `,
        'before/Dockerfile':
          'FROM node:24.11-slim\nCOPY package*.json ./\nCOPY prisma ./prisma\nRUN npm install\nCOPY . .',
        'before/package.json':
          '{ "scripts": { "postinstall": "prisma generate" }, "dependencies": { "prisma": "6.0.0" } }',
        'before/prisma/schema.prisma': '',
        'none/Dockerfile': 'FROM node:24.11-slim\nCOPY package*.json ./\nRUN npm install --ignore-scripts\nCOPY . .',
        'none/package.json':
          '{ "scripts": { "postinstall": "prisma generate" }, "dependencies": { "prisma": "6.0.0" } }',
        'none/prisma/schema.prisma': '',
        'named/Dockerfile': 'FROM node:24.11-slim\nCOPY package.json other.prisma ./\nRUN npm install\nCOPY . .',
        'named/package.json':
          '{ "scripts": { "postinstall": "prisma generate --schema other.prisma" }, "dependencies": { "prisma": "6.0.0" } }',
        'named/prisma/schema.prisma': '',
        'named/other.prisma': '',
        'caught/Dockerfile': 'FROM node:24.11-slim\nCOPY package.json ./\nRUN npm install\nCOPY . .',
        'caught/package.json':
          '{ "scripts": { "postinstall": "prisma generate || true" }, "dependencies": { "prisma": "6.0.0" } }',
        'caught/prisma/schema.prisma': '',
        'later/Dockerfile':
          'FROM node:24.11-slim AS all\nCOPY . /src\nFROM node:24.11-slim\nCOPY --from=all /src ./\nRUN npm install',
        'later/package.json':
          '{ "scripts": { "postinstall": "prisma generate" }, "dependencies": { "prisma": "6.0.0" } }',
        'later/prisma/schema.prisma': '',
      },
      {
        // Scripts that may fail, that are not run, that need nothing which is left out, or that npx fetches.
        'compose.yaml': `
          services:
            either: { build: ./either }
            none: { build: ./none }
            settings: { build: ./settings }
            removed: { build: ./removed }
            yarn: { build: ./yarn }
            old: { build: ./old }
            peer: { build: ./peer }
            fetched: { build: ./fetched }
            whole: { build: ./whole }
        `,
        'either/Dockerfile': 'FROM node:24.11-slim\nCOPY package*.json ./\nRUN npm install --omit=dev',
        'either/package.json': '{ "scripts": { "prepare": "husky || true" }, "devDependencies": { "husky": "9.0.0" } }',
        'none/Dockerfile': 'FROM node:24.11-slim\nCOPY package*.json ./\nRUN npm install --omit=dev --ignore-scripts',
        'none/package.json': '{ "scripts": { "prepare": "husky" }, "devDependencies": { "husky": "9.0.0" } }',
        'settings/Dockerfile': 'FROM node:24.11-slim\nCOPY package.json .npmrc ./\nRUN npm install --omit=dev',
        'settings/package.json': '{ "scripts": { "prepare": "husky" }, "devDependencies": { "husky": "9.0.0" } }',
        'settings/.npmrc': 'ignore-scripts=true',
        'removed/Dockerfile':
          'FROM node:24.11-slim\nCOPY package*.json ./\nRUN npm pkg delete scripts.prepare && npm install --omit=dev',
        'removed/package.json': '{ "scripts": { "prepare": "husky" }, "devDependencies": { "husky": "9.0.0" } }',
        'yarn/Dockerfile': 'FROM node:24.11-slim\nCOPY package.json yarn.lock ./\nRUN yarn install --production',
        'yarn/package.json': '{ "scripts": { "prepare": "husky" }, "devDependencies": { "husky": "9.0.0" } }',
        'yarn/yarn.lock': '',
        'old/Dockerfile': 'FROM node:14.21-slim\nCOPY package.json ./\nRUN npm install --production',
        'old/package.json': '{ "scripts": { "prepare": "husky install" }, "devDependencies": { "husky": "4.3.8" } }',
        // A package for production needs it too.
        'peer/Dockerfile': 'FROM node:24.11-slim\nCOPY package*.json ./\nRUN npm ci --omit=dev',
        'peer/package.json':
          '{ "scripts": { "postinstall": "prisma generate" }, "dependencies": { "nestjs-prisma": "0.25.0" }, "devDependencies": { "prisma": "6.0.0" } }',
        'peer/package-lock.json': '{ "packages": { "node_modules/prisma": { "version": "6.0.0" } } }',
        'fetched/Dockerfile': 'FROM node:24.11-slim\nCOPY package*.json ./\nRUN npm install --omit=dev',
        'fetched/package.json':
          '{ "scripts": { "postinstall": "npx prisma generate" }, "devDependencies": { "prisma": "6.0.0" } }',
        'whole/Dockerfile': 'FROM node:24.11-slim\nCOPY package*.json ./\nRUN npm install',
        'whole/package.json': '{ "scripts": { "prepare": "husky" }, "devDependencies": { "husky": "9.0.0" } }',
      },
      {
        'compose.yaml': `
          services:
            api: { build: ./api }
            web: { build: ./web }
            auth: { build: { context: ./auth, additional_contexts: { build: ./shared } } }
            peer: { build: ./peer }
        `,
        // What a package for production names as a peer that may be missing stays (`npm ci --omit=dev` of npm 11).
        'peer/Dockerfile':
          'FROM node:24.11-slim\nCOPY package*.json ./\nRUN npm ci --omit=dev\nCOPY . .\nRUN npm run build',
        'peer/package.json':
          '{ "scripts": { "build": "tsc" }, "dependencies": { "@prisma/client": "^6" }, "devDependencies": { "typescript": "^5" } }',
        'peer/package-lock.json':
          '{ "packages": { "node_modules/typescript": { "version": "5.9.3", "devOptional": true } } }',
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

function folderName(path = '.'): string {
  return path === '.' ? 'the root of the repository' : path
}

/** Something to make an image of: where there is nothing but a compose file and words, the code lives elsewhere. */
function isSource(file: string): boolean {
  return !/\.(?:md|txt|ya?ml|env|example|png|jpe?g|svg)$|(?:^|\/)(?:\.[^/]+|LICENSE|Makefile)$/i.test(file)
}
