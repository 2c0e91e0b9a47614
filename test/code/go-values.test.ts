import { expect, test } from 'vitest'
import { environmentRead } from '../../src/code/environment-reads.js'
import type { ExpressionIn, Program } from '../../src/code/program.js'
import { readProgram } from '../../src/code/read.js'
import { evaluateExpression } from '../../src/code/values.js'
import { walk } from '../../src/code/walk.js'
import { treeOf } from '../../src/examples.js'
import { openGrammars } from '../../src/parse/grammars.js'
import { known } from '../../src/source.js'

await openGrammars(['go'])

/** The argument of the call of `ask` in a program. */
function asked(files: Readonly<Record<string, string>>): { readonly program: Program; readonly at: ExpressionIn } {
  const program = readProgram(treeOf(new Map(Object.entries({ 'go.mod': 'module m\n', ...files }))))
  for (const file of program.files.values()) {
    let at: ExpressionIn | undefined
    walk(file.body, node => {
      const [first] =
        node.kind === 'call' && node.callee.kind === 'name' && node.callee.name === 'ask' ? node.arguments : []
      if (first) at = { file, node: first }
      return undefined
    })
    if (at) return { program, at }
  }
  throw new Error('nobody asks')
}

function evaluated(expression: string, rest = '', environment: Readonly<Record<string, string>> = {}) {
  const { program, at } = asked({
    'main.go': `package main\n\nimport (\n\t"flag"\n\t"os"\n\t"strconv"\n\n\t"github.com/spf13/viper"\n\t"m/config"\n)\n\nfunc main() {\n\task(${expression})\n}\n${rest}\n`,
    'config/config.go':
      'package config\n\nconst Port = 8080\n\nconst (\n\tA = iota + 1\n\tB\n)\n\nvar Name = "shop"\n\ntype Config struct {\n\tDB   DB `envPrefix:"DB_"`\n\tSize int `env:"SIZE" envDefault:"20"`\n\tOld  int `envconfig:"OLD" default:"7"`\n\tMust string `env:"MUST,required"`\n\tBare string `env:"BARE"`\n}\n\ntype DB struct {\n\tMax int `env:"MAX" envDefault:"5"`\n}\n\nfunc Load() *Config { return nil }\n',
  })
  const at2 = { path: 'compose.yaml', start: 0, end: 1 }
  return evaluateExpression(program, at, name =>
    environment[name] === undefined ? undefined : known(environment[name], at2),
  )
}

test.each([
  ['config.Port', 8080],
  ['config.Port + 1', 8081],
  ['config.B', 2],
  ['config.Name + "/x"', 'shop/x'],
  ['config.Load().Size', 20],
  ['config.Load().Old', 7],
  ['config.Load().DB.Max', 5],
  ['*port', 7],
  ['limit', 30],
])('%s is known', (expression, expected) => {
  const value = evaluated(expression, 'var port = flag.Int("port", 7, "")\n\nconst limit = 10 * 3')
  expect(value.kind === 'known' ? value.value : value).toBe(expected)
})

test('what the environment says goes before defaults', () => {
  const environment = { SIZE: '50', DB_MAX: '9', SERVER_PORT: '81' }
  const of = (expression: string, rest?: string) => {
    const value = evaluated(expression, rest, environment)
    return value.kind === 'known' ? [value.value, value.variables.join(), value.isFallback] : value.kind
  }
  expect(of('config.Load().Size')).toEqual(['50', 'SIZE', false])
  expect(of('config.Load().DB.Max')).toEqual(['9', 'DB_MAX', false])
  const defaults = 'func init() {\n\tviper.SetDefault("server.port", 8080)\n\tviper.SetDefault("server.size", 3)\n}'
  expect(of('viper.GetInt("server.port")', defaults)).toEqual(['81', 'SERVER_PORT', false])
  expect(of('viper.GetInt("server.size")', defaults)).toEqual([3, 'SERVER_SIZE', true])
  // Only a configuration file tells.
  expect(of('viper.GetInt("server.other")', defaults)).toBe('unknown')
})

test('helpers that read the environment, with and without a fallback', () => {
  const helpers =
    'func getenv(key, fallback string) string {\n\tif v := os.Getenv(key); v != "" {\n\t\treturn v\n\t}\n\treturn fallback\n}\n\nfunc must(key string) string {\n\tv, ok := os.LookupEnv(key)\n\tif !ok {\n\t\tpanic(key)\n\t}\n\treturn v\n}\n\nfunc number(key string, fallback int) int {\n\tn, err := strconv.Atoi(os.Getenv(key))\n\tif err != nil {\n\t\treturn fallback\n\t}\n\treturn n\n}'
  const value = evaluated('getenv("HOST", "localhost")', helpers)
  expect(value).toMatchObject({ kind: 'known', value: 'localhost', isFallback: true, variables: ['HOST'] })
  expect(evaluated('number("SIZE", 4)', helpers, { SIZE: '6' })).toMatchObject({ kind: 'known', value: '6' })
  const { program, at } = asked({
    'main.go': `package main\n\nimport "os"\n\nfunc main() { ask(must("KEY")) }\n\n${helpers}\n`,
  })
  expect(environmentRead(program, at)).toMatchObject({ variable: 'KEY', isRequired: true })
})

test('fields that are required, and those that may be empty', () => {
  const read = (field: string) => {
    const { program, at } = asked({
      'main.go': `package main\n\ntype Config struct {\n\tMust string \`env:"MUST,required"\`\n\tBare string \`env:"BARE"\`\n\tPlain string\n}\n\nfunc load() Config { return Config{} }\n\nfunc main() { ask(load().${field}) }\n`,
    })
    return environmentRead(program, at)
  }
  expect(read('Must')).toMatchObject({ variable: 'MUST', isRequired: true })
  expect(read('Bare')).toMatchObject({ variable: 'BARE', isRequired: false })
  expect(read('Plain')).toBeUndefined()
})

test('fields of settings that one place gives their values', () => {
  const settings =
    'package config\n\nimport "os"\n\ntype Config struct {\n\tMax int\n\tPort string\n\tTwice int\n\tSet int\n\tPool Pool\n\tTagged int `json:"tagged"`\n}\n\ntype Pool struct {\n\tSize int\n}\n\nfunc getenv(key, fallback string) string {\n\tif v := os.Getenv(key); v != "" {\n\t\treturn v\n\t}\n\treturn fallback\n}\n\nfunc Load() (*Config, error) {\n\tc := &Config{Max: 40, Port: getenv("PORT", "8080"), Twice: 1, Tagged: 4, Pool: Pool{Size: 7}}\n\tc.Set = 3\n\treturn c, nil\n}\n\nfunc Other() Config { return Config{Twice: 2} }\n'
  const of = (field: string, more = '') => {
    const { program, at } = asked({
      'config/config.go': settings,
      'config/config_test.go': 'package config\n\nfunc sample() Config { return Config{Max: 1} }\n',
      'main.go': `package main\n\nimport "m/config"\n\nfunc run(cfg *config.Config) {\n\task(cfg.${field})\n}\n${more}`,
    })
    const value = evaluateExpression(program, at)
    return value.kind === 'known' ? [value.value, ...value.variables] : value.kind
  }
  expect(of('Max')).toEqual([40])
  expect(of('Port')).toEqual(['8080', 'PORT'])
  expect(of('Pool.Size')).toEqual([7])
  expect(of('Set')).toEqual([3])
  expect(of('Twice')).toBe('unknown')
  expect(of('Tagged')).toBe('unknown')
  expect(of('Max', '\nfunc cap(cfg *config.Config) {\n\tif cfg.Max > 9 {\n\t\tcfg.Max = 9\n\t}\n}\n')).toBe('unknown')
  expect(of('Max', '\nfunc more(cfg *config.Config) { cfg.Max = 5 }\n')).toBe('unknown')
  expect(of('Pool.Size', '\nvar bare = config.Pool{9}\n')).toBe('unknown')
})
