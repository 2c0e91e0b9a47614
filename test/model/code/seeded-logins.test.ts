import { describe, expect, it } from 'vitest'
import '../../support/grammars.js'
import { systemOf } from '../../support/model.js'

const NODE = 'FROM node:24\nWORKDIR /app\nCOPY . .\nCMD ["node", "src/main.js"]\n'
const MAKE = "await User.create({ email: 'admin@acme.io', password: await bcrypt.hash('admin123', 10) })"

/** The accounts that a program in JavaScript makes when it starts. */
function accounts(main: string, files: Readonly<Record<string, string>> = {}): readonly string[] {
  const head =
    "import bcrypt from 'bcrypt'\nimport { User } from './models.js'\nimport { createServer } from 'node:http'\n"
  const { services } = systemOf({
    'compose.yaml': 'services: { api: { build: . } }\n',
    Dockerfile: NODE,
    'src/main.js': `${head}${main}\ncreateServer().listen(3000)\n`,
    'src/models.js': 'export const User = make()',
    ...files,
  })
  expect(services).toHaveLength(1)
  return services.flatMap(({ seededLogins }) =>
    seededLogins.map(({ user, isWellKnown }) => `${user}${isWellKnown ? '' : ' (own)'}`),
  )
}

describe('accounts that every start makes', () => {
  it.each([
    ['at the level of the module', MAKE],
    ['in a function that is called', `async function seed() { ${MAKE} }\nseed()`],
    ['in an arrow function that is called', `const seed = async () => { ${MAKE} }\nawait seed()`],
    ['in a function that is called at once', `(async () => { ${MAKE} })()`],
    ['when there is none yet', `async function seed() { if (await User.count() === 0) { ${MAKE} } }\nseed()`],
    [
      'when it is not found',
      `async function seed() { const found = await User.findOne({ email: 'admin@acme.io' }); if (!found) { ${MAKE} } }\nseed()`,
    ],
    ['when the database is open', `db.once('open', async () => { ${MAKE} })`],
    ['after the connection', `db.connect().then(async () => { ${MAKE} })`],
    ['when the server listens', `app.listen(3000, async () => { ${MAKE} })`],
    ['two calls away', `async function seed() { ${MAKE} }\nasync function start() { await seed() }\nstart()`],
    ['in a try', `async function seed() { try { ${MAKE} } catch (error) { console.error(error) } }\nseed()`],
    ['in a method of a class', `class Seeder { async run() { ${MAKE} } }\nconst seeder = new Seeder()\nseeder.run()`],
    [
      'with a hash made before',
      "const hash = bcrypt.hashSync('admin123', 10)\nawait User.create({ email: 'admin@acme.io', password: hash })",
    ],
    ['one of several', "await User.insertMany([{ email: 'admin@acme.io', password: 'admin123' }])"],
    [
      'by another name of the field',
      "await User.create({ username: 'admin@acme.io', passwordHash: bcrypt.hashSync('admin123', 10) })",
    ],
  ])('%s', (_, code) => {
    expect(accounts(code)).toEqual(['admin@acme.io'])
  })

  it.each([
    [
      'a password of its own',
      "await User.create({ email: 'admin@acme.io', password: 'Tern-and-heron' })",
      ['admin@acme.io (own)'],
    ],
    [
      'a role',
      "await User.create({ email: 'ops@acme.io', role: 'admin', password: 'Tern-and-heron' })",
      ['ops@acme.io (own)'],
    ],
    ['no administrator', "await User.create({ email: 'kim@acme.io', password: 'Tern-and-heron' })", []],
    [
      'no administrator with a password of the list',
      "await User.create({ email: 'kim@acme.io', password: 'password123' })",
      ['kim@acme.io'],
    ],
  ])('says whether everybody tries it: %s', (_, code, expected) => {
    expect(accounts(code)).toEqual(expected)
  })

  it.each([
    ['never called', `async function seed() { ${MAKE} }`],
    ['given away', `export const seed = async () => { ${MAKE} }`],
    ['when somebody asks', `app.post('/seed', async () => { ${MAKE} })`],
    ['in what a wrapper makes', `export const create = action(async () => { ${MAKE} })`],
    ['on a message', `bus.on('seed', async () => { ${MAKE} })`],
    ['only in development', `if (process.env.NODE_ENV !== 'production') { ${MAKE} }`],
    [
      'not in production',
      `async function seed() { if (process.env.NODE_ENV === 'production') return; ${MAKE} }\nseed()`,
    ],
    [
      'refused in production',
      `async function seed() { if (process.env.NODE_ENV === 'production') throw new Error('no'); ${MAKE} }\nseed()`,
    ],
    ['when it is told', `async function seed() { ${MAKE} }\nif (process.env.SEED === 'true') seed()`],
    ['when an argument says so', `if (process.argv.includes('--seed')) { ${MAKE} }`],
    ['by a setting', `if (config.seed) { ${MAKE} }`],
    [
      'a password from the environment',
      "await User.create({ email: 'admin@acme.io', password: process.env.ADMIN_PASSWORD })",
    ],
    ['a random password', "await User.create({ email: 'admin@acme.io', password: crypto.randomUUID() })"],
    ['a password that is asked for', "await User.create({ email: 'admin@acme.io', password: await ask('Password') })"],
    ['an account from a request', "await User.create({ email: body.email, password: 'x' })"],
    ['a search', "await User.find({ email: 'admin@acme.io', password: 'admin123' })"],
    ['a pool', "createPool({ user: 'admin', password: 'admin' })"],
    ['a transport', "createTransport({ auth: { user: 'admin', pass: 'admin' } })"],
    ['an example of a document', "ApiBody({ examples: { a: { email: 'admin@acme.io', password: 'admin123' } } })"],
    ['a form', "useForm({ email: 'admin@acme.io', password: '' })"],
  ])('not: %s', (_, code) => {
    expect(accounts(code)).toEqual([])
  })

  it.each([
    ['before the program', 'node src/seed.js && exec node src/main.js', ['admin@acme.io']],
    ['by a script of the package', 'npm run seed && exec node src/main.js', ['admin@acme.io']],
    ['when a variable says so', '[ "$SEED" = 1 ] && node src/seed.js; exec node src/main.js', []],
    ['in a branch', 'if [ "$SEED" = 1 ]; then node src/seed.js; fi; exec node src/main.js', []],
    ['not at all', 'exec node src/main.js', []],
  ])('that the container runs %s', (_, command, expected) => {
    const files = {
      Dockerfile: `FROM node:24\nWORKDIR /app\nCOPY . .\nCMD ${command}\n`,
      'package.json': '{ "scripts": { "seed": "node src/seed.js" } }',
      'src/seed.js': `import { User } from './models.js'\nimport bcrypt from 'bcrypt'\n${MAKE}\n`,
    }
    expect(accounts('', files)).toEqual(expected)
  })
})
