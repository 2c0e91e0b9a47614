import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskLine, secretRegions } from '../src/mask.js'

const mask = (line: string, previous = '') => maskLine(line, secretRegions(line, previous))

describe('masking', () => {
  test.each([
    ['POSTGRES_PASSWORD: hunter2', 'POSTGRES_PASSWORD: ********'],
    ['  POSTGRES_PASSWORD: "hunter2" # local only', '  POSTGRES_PASSWORD: "********" # local only'],
    ['- POSTGRES_PASSWORD=hunter2', '- POSTGRES_PASSWORD=********'],
    ['- "JWT_SECRET=hunter2"', '- "JWT_SECRET=********"'],
    ['"redisPassword": "hunter2",', '"redisPassword": "********",'],
    ['environment: { API_KEY: hunter2, PORT: 80 }', 'environment: { API_KEY: ********, PORT: 80 }'],
    ['["A=1", "APP_SECRET=hunter2,x", "B=2"]', '["A=1", "APP_SECRET=********", "B=2"]'],
    ['ENV SECRET_KEY=hunter2', 'ENV SECRET_KEY=********'],
    ['DATABASE_URL: postgres://app:hunter2@db:5432/app', 'DATABASE_URL: postgres://app:********@db:5432/app'],
    ['REDIS_URL=redis://:hunter2@cache:6379', 'REDIS_URL=redis://:********@cache:6379'],
    ['url: amqp://a:p@ss:word@mq', 'url: amqp://a:********@mq'],
    ['x: ${DB_PASSWORD:-hunter2}', 'x: ${DB_PASSWORD:-********}'],
    ['DB_PASSWORD: ${DB_PASSWORD:-hunter2}', 'DB_PASSWORD: ${DB_PASSWORD:-********}'],
    ['command: redis-server --requirepass hunter2', 'command: redis-server --requirepass ********'],
    ['command: ["redis-server", "--requirepass", "hunter2"]', 'command: ["redis-server", "--requirepass", "********"]'],
    ['test: redis-cli -a hunter2 ping', 'test: redis-cli -a ******** ping'],
    ['test: mysqladmin ping -phunter2', 'test: mysqladmin ping -p********'],
    ['run: tool --api-token=hunter2 --x', 'run: tool --api-token=******** --x'],
    ["CREATE USER 'a'@'%' IDENTIFIED BY 'hunter2';", "CREATE USER 'a'@'%' IDENTIFIED BY '********';"],
    ["create role a login password 'hunter2' nosuperuser;", "create role a login password '********' nosuperuser;"],
    ['note: ghp_abcdefghijklmnopqrstuvwxyz0123456789', 'note: ********'],
    ['note: AKIAABCDEFGHIJKLMNOP', 'note: ********'],
    ['id: 0123456789abcdef0123456789abcdef', 'id: ********'],
  ])('%s', (line, expected) => {
    expect(mask(line)).toBe(expected)
  })

  test.each([
    'command: postgres -c shared_buffers=512MB -c effective_cache_size=1536MB',
    'ZOOKEEPER_4LW_COMMANDS_WHITELIST: srvr,ruok',
    'POSTGRES_PASSWORD: ${POSTGRES_PASSWORD}',
    'POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:?set it}',
    'POSTGRES_PASSWORD_FILE: /run/secrets/db',
    'secrets:',
    'secrets: [db_password]',
    'image: postgres@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
    'url: postgres://app:${PW}@db/app',
    'url: http://api:3000/health',
    'url: postgres://${USER:-app}:${PASSWORD}@db/app',
    'ports: ["127.0.0.1:5432:5432"]',
    'token_ttl: 3600',
    'container_name: a-rather-long-name-of-a-container-of-the-shop',
    'test: mysqladmin ping -h localhost',
    'test: ["CMD-SHELL", "mysqladmin ping -uroot -p\\"$${MYSQL_ROOT_PASSWORD}\\" --silent"]',
  ])('%s is left as it is', line => {
    expect(mask(line)).toBe(line)
  })

  test.each([
    ['SECRET_KEY = os.getenv("SECRET_KEY", "hunter2")', 'SECRET_KEY = os.getenv("SECRET_KEY", "********")'],
    ["secret: process.env.JWT_SECRET || 'hunter2',", "secret: process.env.JWT_SECRET || '********',"],
    [
      "const jwtSecret: string = config.get('SECRET') ?? `hunter2`",
      "const jwtSecret: string = config.get('SECRET') ?? `********`",
    ],
    ["password: 'hunter2',", "password: '********',"],
    ['SECRET_KEY = os.getenv("SECRET_KEY", "ADMIN")', 'SECRET_KEY = os.getenv("SECRET_KEY", "********")'],
    ["password: hash('HUNTER2'),", "password: hash('********'),"],
    ['SECRET_KEY = os.environ["SECRET_KEY"]', 'SECRET_KEY = os.environ["SECRET_KEY"]'],
    ['PASSWORD = """hunter2"""', 'PASSWORD = """********"""'],
    ['PASSWORD = """hunter2', 'PASSWORD = """********'],
    ['pinToken = 123456', 'pinToken = ********'],
    ['password := "hunt\\"er2"', 'password := "********"'],
    ["password = f('hunter2", "password = f('********"],
    ['allow_credentials=True,', 'allow_credentials=True,'],
    ['if (token === undefined) return next()', 'if (token === undefined) return next()'],
    ['const token = req.headers.authorization', 'const token = req.headers.authorization'],
  ])('in code: %s', (line, expected) => {
    expect(maskLine(line, secretRegions(line, '', true))).toBe(expected)
  })

  test('a value below its name', () => {
    expect(mask('    hunter2', '  password: |')).toBe('    ********')
    expect(mask('- hunter2', '- --requirepass')).toBe('- ********')
    expect(mask('  USER: shop', '  PASSWORD:')).toBe('  USER: shop')
  })

  test('a password in an assignment never survives, whatever surrounds it', () => {
    const word = fc.stringMatching(/^[a-z]{8,20}$/)
    const before = fc.constantFrom('', '  ', '- ', '  - ', 'ENV ', 'export ')
    const quote = fc.constantFrom('', '"', "'")
    const sign = fc.constantFrom('=', ': ', ':  ')
    fc.assert(
      fc.property(
        before,
        quote,
        sign,
        word,
        fc.constantFrom('DB_PASSWORD', 'apiKey', 'client_secret', 'TOKEN'),
        (lead, mark, equals, value, name) => {
          expect(mask(`${lead}${name}${equals}${mark}q${value}${mark}`)).not.toContain(value)
        },
      ),
    )
  })

  test('nor does one in code, in whatever letters and behind whatever expression', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9_]{6,20}$/).filter(value => !/^(?:undefined|0x)/i.test(value))
    const name = fc.constantFrom('DB_PASSWORD', 'apiKey', 'client_secret', 'jwtToken')
    const quote = fc.constantFrom('"', "'", '`', '"""')
    const value = fc.constantFrom(
      (text: string) => `os.getenv("DB_PASSWORD", ${text})`,
      (text: string) => `process.env.DB_PASSWORD || ${text}`,
      (text: string) => `config.get('DB_PASSWORD') ?? ${text},`,
      (text: string) => `hash(${text})`,
      (text: string) => text,
    )
    fc.assert(
      fc.property(
        name,
        quote,
        value,
        word,
        fc.constantFrom(' = ', ': ', ' := ', '='),
        (key, mark, form, text, sign) => {
          const line = `${key}${sign}${form(`${mark}${text}${mark}`)}`
          expect(maskLine(line, secretRegions(line, '', true))).not.toContain(`${mark}${text}${mark}`)
        },
      ),
    )
  })

  test('regions are in order, apart, and inside the line', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: fc.constantFrom(...'aA1 =:"\'{}[]$@/-_,.password') }), line => {
        let end = -1
        for (const region of secretRegions(line, line)) {
          expect(region.start).toBeGreaterThan(end)
          expect(region.end).toBeGreaterThan(region.start)
          end = region.end
        }
        expect(end).toBeLessThanOrEqual(line.length)
      }),
    )
  })
})
