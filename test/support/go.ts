import type { Program } from '../../src/code/program.js'
import { readProgram } from '../../src/code/read.js'
import { treeOf } from '../../src/examples.js'
import type { GoServiceFiles } from '../../src/model/code/routes/go.js'
import { known } from '../../src/source.js'

/** Path to text. */
export type Files = Readonly<Record<string, string>>

/** A program of these files and the service that its `main` is. */
export function serviceOf(
  files: Files,
  environment: Readonly<Record<string, string>> = {},
): { readonly program: Program; readonly service: GoServiceFiles } {
  const program = readProgram(treeOf(new Map(Object.entries({ 'go.mod': 'module shop\n\ngo 1.26\n', ...files }))))
  const paths = [...program.files.keys()]
  const at = { path: 'compose.yaml', start: 0, end: 1 }
  const service = {
    entries: paths.filter(path => path.endsWith('main.go')),
    files: paths,
    environment: (name: string) => (environment[name] === undefined ? undefined : known(environment[name], at)),
  }
  return { program, service }
}

/** `main` with these statements, of a file that imports what its text names. */
export function main(body: string, rest = ''): Files {
  const imports = PACKAGES.filter(([, name]) => new RegExp(`\\b${name}\\.`).test(body + rest)).map(
    ([path]) => `\t"${path}"\n`,
  )
  return { 'main.go': `package main\n\nimport (\n${imports.join('')})\n\nfunc main() {\n${body}\n}\n${rest}\n` }
}

const PACKAGES = [
  ['fmt', 'fmt'],
  ['context', 'context'],
  ['log', 'log'],
  ['log/slog', 'slog'],
  ['net', 'net'],
  ['os/signal', 'signal'],
  ['flag', 'flag'],
  ['github.com/prometheus/client_golang/prometheus/promhttp', 'promhttp'],
  ['github.com/redis/go-redis/v9', 'redis'],
  ['github.com/segmentio/kafka-go', 'kafka'],
  ['github.com/caarlos0/env/v11', 'env'],
  ['github.com/spf13/viper', 'viper'],
  ['net/http', 'http'],
  ['os', 'os'],
  ['github.com/gin-gonic/gin', 'gin'],
  ['github.com/labstack/echo/v4', 'echo'],
  ['github.com/go-chi/chi/v5', 'chi'],
  ['github.com/gofiber/fiber/v2', 'fiber'],
  ['github.com/gorilla/mux', 'mux'],
  ['github.com/spf13/cobra', 'cobra'],
  ['go.uber.org/fx', 'fx'],
  ['golang.org/x/sync/errgroup', 'errgroup'],
  ['google.golang.org/grpc', 'grpc'],
  ['google.golang.org/grpc/health/grpc_health_v1', 'grpc_health_v1'],
  ['google.golang.org/grpc/health', 'health'],
  ['shop/internal/api', 'api'],
  ['shop/pb', 'pb'],
] as const
