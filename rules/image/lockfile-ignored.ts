import { copyOf } from '../../src/model/image/build-steps.js'
import { isCopiedBefore } from '../../src/model/image/copied-files.js'
import { installsOf, LOCKFILES, type PackageInstall } from '../../src/model/image/package-installs.js'
import type { Image } from '../../src/model/system.js'
import type { DockerfileImage } from '../../src/parse/dockerfile.js'
import { depthOf, fileName } from '../../src/paths.js'
import { defineRule } from '../../src/rule.js'
import { listOf } from '../../src/words.js'

/** Tools that come with their manager: a newer one is not another program in the image. */
const INSTALLERS = new Set(['pip', 'setuptools', 'wheel', 'uv'])

export default defineRule({
  id: 'image/lockfile-ignored',
  title: 'An image is built from whatever package versions are newest that day',
  category: 'infrastructure-stability',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Two builds of one commit then hold different code. A broken or hijacked release of any dependency reaches production without a change in the repository.',
  fix: 'Copy the lockfile and install exactly what it says: `npm ci`, `yarn install --frozen-lockfile` (`--immutable` from Yarn 2 on), `pnpm install --frozen-lockfile`, `pip install -r requirements.txt` with `==` versions.',
  refs: [
    'https://docs.npmjs.com/cli/commands/npm-ci',
    'https://pnpm.io/cli/install#--frozen-lockfile',
    'https://yarnpkg.com/cli/install',
    'https://pip.pypa.io/en/stable/topics/repeatable-installs/',
  ],
  reads: ['compose', 'dockerfile'],
  check({ system, pass, fail }) {
    for (const image of system.images) {
      if (image.origin !== 'built' || !image.dockerfile) continue
      pass(image)
      for (const stage of image.stages ?? []) {
        for (const instruction of stage.stage.instructions) {
          for (const install of installsOf(instruction, stage.shell)) {
            const found = install.command.conditional ? undefined : problemOf(install, stage, image)
            if (found) fail(image, instruction, `${image.name}: ${found.what}`, { fix: found.fix, key: found.key })
          }
        }
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            api: { build: ./api }
            web: { build: ./web }
            core: { build: ./core }
            shop: { build: ./shop }
        `,
        'api/Dockerfile': `
          FROM node:24.11-slim
          COPY package*.json ./
          #! npm install may take other versions than package-lock.json names
          RUN npm install --omit=dev
        `,
        'api/package-lock.json': '{}',
        'web/Dockerfile': `
          FROM node:24.11-slim
          #! npm install -g pnpm takes the newest version
          RUN npm install -g pnpm
          COPY . .
          #! pnpm install finds no pnpm-lock.yaml in web, and does not read yarn.lock
          RUN pnpm install && pnpm run build
          WORKDIR /tools
          #! yarn install may take other versions than yarn.lock names
          RUN yarn --production
        `,
        'web/yarn.lock': '',
        'shop/Dockerfile': `
          FROM node:24.11-slim
          COPY package.json ./
          #! npm install finds no package-lock.json in shop, so it takes the newest versions
          RUN npm install
        `,
        'shop/package.json': '{}',
        'core/Dockerfile': `
          FROM python:3.13-slim
          #! gunicorn and uvicorn[standard]
          RUN pip install --no-cache-dir --upgrade pip gunicorn "uvicorn[standard]" fastapi==0.115.0
          COPY pyproject.toml ./
          #! poetry install finds no poetry.lock
          RUN poetry install --only main
        `,
        'core/pyproject.toml': '',
      },
      {
        'compose.yaml': 'services: { api: { build: ./api }, core: { build: ./core } }',
        'api/Dockerfile': `
          FROM python:3.13-slim
          WORKDIR /app
          COPY requirements.txt .
          #! api/Dockerfile: requirements.txt leaves the versions of Django, celery[redis] and 2 more open
          RUN pip install --no-cache-dir -r requirements.txt
        `,
        'api/requirements.txt': `
          # web
          Django>=5.1,<6
          celery[redis]
          psycopg[binary] >= 3.2  # driver
          gunicorn==23.0.0
          pillow
        `,
        'core/Dockerfile': `
          FROM python:3.13-slim
          COPY requirements.txt /tmp/requirements.txt
          #! core/Dockerfile: requirements.txt leaves the version of fastapi open
          RUN uv pip install --system -r /tmp/requirements.txt
        `,
        'core/requirements.txt': 'fastapi\nuvicorn==0.35.0\n',
      },
      {
        // What it is built from is not said: a lockfile may be there.
        'compose.yaml': 'services: { shop: { image: ghcr.io/acme/shop:1.4.0 } }',
        'shop/Dockerfile': `
          FROM node:24.11-slim
          COPY package.json ./
          #! npm install takes the newest versions that package.json allows where no package-lock.json is beside it
          RUN npm install --omit=dev
        `,
        'shop/package.json': '{}',
      },
      {
        'compose.yaml': 'services: { orders: { build: { context: ., dockerfile: services/orders/Dockerfile } } }',
        'services/orders/Dockerfile': `
          FROM python:3.13-slim
          COPY services/orders/requirements.txt .
          #! services/orders/requirements.txt leaves the version of Django open
          RUN pip install --no-cache-dir -r requirements.txt
        `,
        'services/orders/requirements.txt': 'Django>=4.2,<5.1\n',
        'requirements.txt': 'ruff==0.14.0\n',
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            api: { build: ./api }
            web: { build: ./web }
            shop: { build: ./shop }
            core: { build: ./core }
        `,
        'api/Dockerfile': `
          FROM node:24.11-slim AS development
          RUN npm install
          FROM node:24.11-slim
          RUN npm install -g npm@11.6.2 pnpm@10
          COPY package*.json ./
          RUN npm ci --omit=dev && npm cache clean --force
        `,
        'web/Dockerfile': `
          FROM node:24.11-slim
          COPY package.json yarn.lock* package-lock.json* pnpm-lock.yaml* ./
          RUN if [ -f yarn.lock ]; then yarn --frozen-lockfile; elif [ -f package-lock.json ]; then npm ci; else npm install; fi
          RUN corepack enable && pnpm fetch && pnpm install -r --offline
          RUN yarn build
        `,
        'shop/Dockerfile': `
          FROM node:24.11-slim
          COPY package.json yarn.lock .yarnrc.yml ./
          RUN yarn install --immutable
        `,
        'core/Dockerfile': `
          FROM python:3.13-slim
          RUN python -m pip install --upgrade pip && pip install poetry==2.1.1
          COPY pyproject.toml poetry.lock ./
          RUN poetry install --only main
          COPY requirements.txt ./
          RUN pip install --no-cache-dir --user -r requirements.txt && pip install .
        `,
        'core/pyproject.toml': '',
        'core/poetry.lock': '',
      },
      {
        // All versions are written down, constraints or another list fix them, or the list is not here.
        'compose.yaml': 'services: { api: { build: ./api } }',
        'api/Dockerfile': `
          FROM python:3.13-slim
          COPY . .
          RUN pip install -r requirements.txt && pip install -c constraints.txt -r extra.txt && pip install -r all.txt -r gone.txt
        `,
        'api/requirements.txt': `
          --index-url https://pypi.example.com/simple
          fastapi==0.115.0 ; python_version >= "3.12"
          uvicorn[standard]~=0.35.0
          erp @ git+https://example.com/erp@v1
          ./vendor/lib.whl
        `,
        'api/extra.txt': 'sentry-sdk\n',
        'api/all.txt': '-r requirements.txt\nrich\n',
      },
    ],
  },
})

interface Problem {
  readonly what: string
  readonly fix: string
  readonly key: string
}

function problemOf(install: PackageInstall, stage: DockerfileImage, image: Image): Problem | undefined {
  const { manager, packages } = install
  if (packages.length > 0 || install.global) return unpinned(install)
  if (install.requirements.length > 0) return openRequirements(install, stage, image)
  if (manager === 'poetry' || manager === 'composer' || manager === 'bundler' || manager === 'pipenv')
    return withoutLock(install, stage, image)
  if (install.frozen || manager === 'pip' || manager === 'go' || manager === 'corepack') return undefined
  if (manager !== 'npm' && /^(?:true|1)$/i.test(variable(stage, 'CI'))) return undefined
  const berry = manager === 'yarn' && isBerry(image)
  if (berry === 'immutable') return undefined
  const lock = committedLock(manager, image) ?? LOCKFILES[manager][0] ?? ''
  const missing = isMissing(manager, image)
  const command =
    manager === 'npm'
      ? 'npm ci'
      : manager === 'yarn' && berry
        ? 'yarn install --immutable'
        : `${manager} install --frozen-lockfile`
  const production = install.production ? (manager === 'npm' ? ' --omit=dev' : ' --production') : ''
  const run = `\`${command}${berry ? '' : production}\``
  const key = `${manager} install`
  if (!missing && committedLock(manager, image) === undefined)
    return {
      what: `${manager} install takes the newest versions that package.json allows where no ${lock} is beside it, and other ones than that names where one is`,
      fix: `Commit ${lock} (\`${WRITES[manager]}\` writes it), copy it beside package.json and run ${run}.`,
      key,
    }
  if (!missing)
    return {
      what: `${manager} install may take other versions than ${lock} names`,
      fix: `Copy package.json and ${lock} and run ${run}.`,
      key,
    }
  const other = OTHERS.find(one => one !== manager && committedLock(one, image) !== undefined)
  const foreign = other && committedLock(other, image)
  return {
    what: `${manager} install finds no ${lock} in ${folderOf(image)}${foreign ? `, and does not read ${foreign}` : ''}, so it takes the newest versions that package.json allows`,
    fix: foreign
      ? `Install with ${other}, which reads ${foreign}, or commit ${lock} and run ${run}.`
      : `Commit ${lock} (\`${WRITES[manager]}\` writes it), copy it beside package.json and run ${run}.`,
    key,
  }
}

const OTHERS = ['npm', 'yarn', 'pnpm', 'bun'] as const

/** What writes a lockfile and installs nothing, as far as a manager can. */
const WRITES: Readonly<Partial<Record<PackageInstall['manager'], string>>> = {
  npm: 'npm install --package-lock-only',
  yarn: 'yarn install',
  pnpm: 'pnpm install --lockfile-only',
  bun: 'bun install --lockfile-only',
}

/** The name of the lockfile of a manager that lies in the build context, the outermost first. */
function committedLock(manager: PackageInstall['manager'], { context }: Image): string | undefined {
  const found = context?.present
    ? context.find('.').filter(path => LOCKFILES[manager].includes(path.slice(path.lastIndexOf('/') + 1)))
    : []
  const [first] = found.toSorted((one, other) => depthOf(one) - depthOf(other))
  return first?.slice(first.lastIndexOf('/') + 1)
}

/** Whether it is certain that no lockfile of a manager is in the build context. */
function isMissing(manager: PackageInstall['manager'], image: Image): boolean {
  return image.context?.present === true && image.context.declared && committedLock(manager, image) === undefined
}

function folderOf({ context }: Image): string {
  return context === undefined || context.path === '.' ? 'the repository' : context.path
}

function unpinned({ manager, packages, global }: PackageInstall): Problem | undefined {
  const open = packages.filter(each => !isPinned(manager, each))
  if (open.length === 0) return undefined
  const [first = ''] = open
  const name = first.replace(/(?<=.)@.*$/, '')
  const program = `${manager} install${global && manager === 'npm' ? ' -g' : ''}`
  const version = manager === 'pip' ? `${name}==<version>` : `${name}@<version>`
  const verb = manager === 'corepack' ? 'corepack prepare' : manager === 'yarn' && global ? 'yarn global add' : program
  return {
    what: `${verb} ${listOf(open)} ${open.length === 1 ? 'takes the newest version' : 'take the newest versions'}`,
    fix: `Name the version: \`${verb} ${version}\`.`,
    key: `${manager} ${open.join(' ')}`,
  }
}

function isPinned(manager: PackageInstall['manager'], text: string): boolean {
  if (/[$`]|:\/\/|^[./~]|^git\+|\.(?:tgz|whl|tar\.gz|zip)$/.test(text)) return true
  if (manager === 'pip') return INSTALLERS.has(text.toLowerCase()) || /[=~]=|\s@\s|^-/.test(text)
  const version = /.@(.*)$/.exec(text)?.[1] ?? ''
  return manager === 'go' || manager === 'corepack' ? version !== 'latest' && version !== 'next' : /\d/.test(version)
}

/** A line of a requirements file that names a package: name, what it is to have, and versions. */
const REQUIREMENT = /^([A-Za-z0-9][\w.-]*(?:\[[^\]]*\])?)\s*([^;#]*)/

/** https://pip.pypa.io/en/stable/reference/requirements-file-format/ (25.0): packages of a list without an exact version. */
function openRequirements({ requirements }: PackageInstall, stage: DockerfileImage, image: Image): Problem | undefined {
  const found = requirements.flatMap(written => {
    const name = fileIn(written, stage, image)
    const source = image.context?.read(name)
    const lines = source?.text.split(/\r?\n/).map(line => line.trim()) ?? []
    const listed = lines.flatMap(line => REQUIREMENT.exec(line) ?? []).length
    // Constraints, and lists that this one takes in, may fix what it leaves open.
    if (listed === 0 || lines.some(line => /^(?:-r|-c|--requirement|--constraint)\b/.test(line))) return []
    const open = lines.flatMap(line => {
      const [, distribution = '', versions = ''] = REQUIREMENT.exec(line) ?? []
      return distribution === '' || /[=~]=|@/.test(versions) || /:\/\/|\.whl$/.test(line) ? [] : [distribution]
    })
    return open.length > 0 ? [{ name, open }] : []
  })
  const [first] = found
  if (!first) return undefined
  const { name, open } = first
  const more = open.length > 3 ? `${open.slice(0, 2).join(', ')} and ${open.length - 2} more` : listOf(open)
  return {
    what: `${name} leaves the ${open.length === 1 ? 'version' : 'versions'} of ${more} open`,
    fix: `Write every package down with its version: keep what you ask for in ${name.replace(/\.txt$/, '.in')} and let \`pip-compile\` or \`uv pip compile\` write ${name}, or install from \`uv.lock\` or \`poetry.lock\`.`,
    key: `pip ${name}`,
  }
}

/** The path in the context of a file that is named in the image: what is copied under its name, else the same path. */
function fileIn(written: string, { instructions }: DockerfileImage, { context, dockerfile }: Image): string {
  const bare = written.replace(/^\.\//, '')
  const name = fileName(bare)
  const copied = new Set(
    instructions.flatMap(instruction => {
      const copy = copyOf(instruction)
      if (!copy || copy.from !== undefined) return []
      return copy.sources.flatMap(({ text }) => (fileName(text) === name ? (context?.find(text) ?? []) : []))
    }),
  )
  const [only, ...others] = copied
  if (only !== undefined && others.length === 0) return only
  const folder = dockerfile?.workdir?.known ? `${dockerfile.workdir.value}/` : '/'
  const inner = bare.startsWith(folder) ? bare.slice(folder.length) : bare
  return context?.exists(inner) ? inner : fileName(inner)
}

function withoutLock(install: PackageInstall, stage: DockerfileImage, image: Image): Problem | undefined {
  const [lock = ''] = LOCKFILES[install.manager]
  if (isCopiedBefore(install.command.instruction, [lock], stage, image.context) !== false) return undefined
  const program = install.manager === 'bundler' ? 'bundle' : install.manager
  return {
    what: `${program} install finds no ${lock}, so it resolves the versions anew`,
    fix: `Commit ${lock} and copy it before the installation.`,
    key: `${program} install`,
  }
}

/** Yarn 2 and later, by the files beside package.json; `immutable` when the settings demand it for every installation. */
function isBerry(image: Image): boolean | 'immutable' {
  const settings = image.context?.read('.yarnrc.yml')?.text
  if (settings !== undefined) return /^enableImmutableInstalls:\s*true/m.test(settings) ? 'immutable' : true
  return /"packageManager"\s*:\s*"yarn@[2-9]/.test(image.context?.read('package.json')?.text ?? '')
}

function variable(stage: DockerfileImage, name: string): string {
  const value = stage.environment.get(name)?.value
  return value?.known ? value.value : ''
}
