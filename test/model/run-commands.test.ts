import { describe, expect, it } from 'vitest'
import { type Files, systemOf, workload } from '../support/model.js'

const MANIFESTS: Files = {
  'package.json': '{ "name": "shop", "scripts": { "start": "node root.js" } }',
  'apps/api/package.json': '{ "name": "@shop/api", "scripts": { "start": "node api.js", "serve": "npm start" } }',
  'apps/web/package.json': '{ "name": "web", "scripts": { "start": "next start" } }',
}

/** What a container of the repository runs, the commands that a condition decides about with a `?`. */
function runs(command: string, dockerfile = 'FROM node:24\nWORKDIR /app\nCOPY . .\n', files: Files = {}) {
  const services = `services: { app: { build: { context: ., dockerfile: docker/Dockerfile } } }\n`
  const system = systemOf({
    'compose.yaml': services,
    'docker/Dockerfile': `${dockerfile}CMD ${command}\n`,
    ...MANIFESTS,
    ...files,
  })
  return (workload(system, 'app').runs ?? []).map(({ words, isSure }) => `${words.join(' ')}${isSure ? '' : '?'}`)
}

describe('what a container runs', () => {
  it.each<[string, readonly string[]]>([
    ['npm start', ['node root.js']],
    ['npm run start -w @shop/api', ['node api.js']],
    ['npm run serve --workspace=apps/api', ['node api.js']],
    ['npm --prefix apps/api start', ['node api.js']],
    ['npm --prefix /app/apps/api start', ['node api.js']],
    ['pnpm --filter api start', ['node api.js']],
    ['pnpm --filter=@shop/api... run start', ['node api.js']],
    ['pnpm -C apps/web start', ['next start']],
    ['pnpm -w start', ['node root.js']],
    ['yarn workspace web start', ['next start']],
    ['npm run start -w @shop/none', ['npm run start -w @shop/none']],
    ['cd apps/api && exec node server.js', ['cd apps/api', 'node server.js']],
    ['if [ "$SEED" = 1 ]; then node seed.js; fi; npm start', ['node seed.js?', 'node root.js']],
    ['[ "$SEED" = 1 ] && node seed.js; npm start', ['[ $SEED = 1 ]', 'node seed.js?', 'node root.js']],
  ])('%s', (command, expected) => {
    expect(runs(command)).toEqual(expected)
  })

  it('is what the environment of the container makes of it, where that tells the program', () => {
    const from = 'FROM node:24\nENV APP=apps/api PORT=3000 APP_SECRET=hidden SCRIPT=start\nWORKDIR /app\nCOPY . .\n'
    expect(runs('node $APP/api.js', from)).toEqual(['node apps/api/api.js'])
    expect(runs('node ${ENTRY:-dist/main.js}', from)).toEqual(['node dist/main.js'])
    expect(runs('npm run $SCRIPT', from)).toEqual(['node root.js'])
    // What a port is, whoever starts the container decides; what a script sets itself, the script.
    expect(runs('uvicorn app:app --port $PORT', from)).toEqual(['uvicorn app:app --port $PORT'])
    expect(runs('APP=$(pick) && node $APP/api.js', from)).toContain('node $APP/api.js')
    expect(runs('node keys/$APP_SECRET.js', from)).toEqual(['node keys/$APP_SECRET.js'])
    expect(runs('["node", "$APP/api.js"]', from)).toEqual(['node $APP/api.js'])
  })

  it('is the script of the package in WORKDIR', () => {
    expect(runs('npm start', 'FROM node:24\nWORKDIR /app\nCOPY . .\nWORKDIR /app/apps/api\n')).toEqual(['node api.js'])
    // What an earlier stage made is not looked into: its folder has the name of the package.
    const built = 'FROM node:24 AS build\nWORKDIR /app\nCOPY . .\nFROM node:24\nWORKDIR /app/apps/api\n'
    expect(runs('npm start', `${built}COPY --from=build /app /app\n`)).toEqual(['node api.js'])
  })

  it.each<[string, readonly string[]]>([
    ['su app -s /bin/sh -c "node server.js"', ['node server.js']],
    ['exec su - app -c "npm start"', ['node root.js']],
    ['runuser -u app -- node server.js', ['node server.js']],
    ['su app', ['su app']],
  ])('is what another user is told to run: %s', (command, expected) => {
    expect(runs(command)).toEqual(expected)
  })

  it('is what its script keeps in a variable that is set once', () => {
    const started = (script: string) =>
      runs('["./start.sh"]', undefined, { 'start.sh': `#!/bin/sh\n${script}\n` }).at(-1)
    expect(started(`COMMAND='prisma migrate deploy && node server.js'\nexec sh -lc "$COMMAND"`)).toBe('node server.js')
    expect(started('export RUN="gosu app node server.js"\nexec $RUN --port 1')).toBe('node server.js --port 1')
    expect(started('RUN="node a.js"\n[ "$X" = 1 ] && RUN="node b.js"\nexec $RUN')).toBe('$RUN')
    expect(started('if true; then RUN="node a.js"; fi\nexec $RUN')).toBe('$RUN')
    expect(started('RUN="node $FILE"\nexec $RUN')).toBe('$RUN')
  })

  it('stands where it is written', () => {
    const script = '#!/bin/sh\nset -e\nexec node server.js\n'
    const system = systemOf({
      'compose.yaml': 'services: { app: { build: . } }\n',
      Dockerfile: 'FROM node:24\nWORKDIR /app\nCOPY . .\nCMD ["./start.sh"]\n',
      'start.sh': script,
    })
    const places = (workload(system, 'app').runs ?? []).map(({ at }) => [at.path, script.slice(at.start, at.end)])
    expect(places).toEqual([
      ['start.sh', 'set -e'],
      ['start.sh', 'exec node server.js'],
    ])
  })
})
