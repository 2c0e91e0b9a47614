import type { Service } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'resilience/shutdown-not-handled',
  title: 'A server ends with the requests that it answers',
  category: 'infrastructure-stability',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'hours',
  why: 'Each deployment and each move to another machine stops the process with SIGTERM. A program in Go that does not wait for it ends at once: what is being answered or written breaks off, and users see errors on every release.',
  fix: 'Start the server in a goroutine of its own, wait with `ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)` and `<-ctx.Done()`, then call `srv.Shutdown` with a context of some seconds (`GracefulStop` of gRPC, `app.ShutdownWithTimeout` of fiber). gin, echo and chi are the `Handler` of an `http.Server`.',
  refs: [
    'https://pkg.go.dev/net/http#Server.Shutdown',
    'https://pkg.go.dev/os/signal#NotifyContext',
    'https://gin-gonic.com/en/docs/server-config/graceful-restart-or-stop/',
    'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination',
  ],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail, unverified }) {
    for (const service of system.services) {
      const [first, ...others] = service.shutdown
      if (!first || !answersUsers(service)) continue
      if (first.kind === 'handled') pass(service)
      else if (first.kind === 'unknown')
        unverified(service, first.at, `what ${service.name} does on SIGTERM is not known: ${first.because ?? ''}`)
      else
        fail(service, first.at, `on SIGTERM ${service.name} ends at once${first.because ? `: ${first.because}` : ''}`, {
          key: 'shutdown',
          related: others.map(({ at }) => ({ at, message: 'and so does the server that starts here' })),
        })
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services: { api: { build: ., ports: ["8080:8080"] } }
        `,
        Dockerfile: `
          FROM golang:1.26 AS build
          WORKDIR /src
          COPY . .
          RUN go build -o /bin/api .
          FROM gcr.io/distroless/static
          COPY --from=build /bin/api /api
          ENTRYPOINT ["/api"]
        `,
        'go.mod': `
          module example.com/api

          go 1.26
        `,
        'main.go': `
          package main

          import "net/http"

          func main() {
            mux := http.NewServeMux()
            mux.HandleFunc("GET /orders", func(w http.ResponseWriter, r *http.Request) {})
            http.ListenAndServe(":8080", mux) //! on SIGTERM api ends at once
          }
        `,
      },
      {
        // Signals are taken, and the server is not closed.
        'compose.yaml': `
          services: { api: { build: ., ports: ["8080:8080"] } }
        `,
        Dockerfile: `
          FROM golang:1.26
          WORKDIR /src
          COPY . .
          RUN go build -o /bin/api ./cmd/api
          CMD ["/bin/api"]
        `,
        'go.mod': `
          module example.com/api

          go 1.26
        `,
        'cmd/api/main.go': `
          package main

          import (
            "os"
            "os/signal"
            "syscall"

            "github.com/gin-gonic/gin"
          )

          func main() {
            r := gin.Default()
            r.GET("/orders", func(c *gin.Context) {})
            stop := make(chan os.Signal, 1)
            signal.Notify(stop, syscall.SIGTERM)
            go r.Run(":8080") //! on SIGTERM api ends at once: signals are taken, and no Shutdown is called
            <-stop
          }
        `,
      },
    ],
    good: [
      {
        // The server is closed, in a package of its own. A worker whose only pages are for those who watch it loses nothing
        // when they break off.
        'compose.yaml': `
          services:
            api: { build: ./api, ports: ["8080:8080"] }
            worker: { build: ./worker }
        `,
        'api/Dockerfile': `
          FROM golang:1.26
          WORKDIR /src
          COPY . .
          RUN go build -o /bin/api ./cmd/api
          CMD ["/bin/api"]
        `,
        'api/go.mod': `
          module example.com/api

          go 1.26
        `,
        'api/cmd/api/main.go': `
          package main

          import (
            "net/http"

            "example.com/api/internal/server"
          )

          func main() {
            mux := http.NewServeMux()
            mux.HandleFunc("GET /orders", func(w http.ResponseWriter, r *http.Request) {})
            server.Run(mux)
          }
        `,
        'api/internal/server/server.go': `
          package server

          import (
            "context"
            "net/http"
            "os/signal"
            "syscall"
            "time"
          )

          func Run(handler http.Handler) {
            ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
            defer stop()
            srv := &http.Server{Addr: ":8080", Handler: handler}
            go srv.ListenAndServe()
            <-ctx.Done()
            shutdown, cancel := context.WithTimeout(context.Background(), 10*time.Second)
            defer cancel()
            srv.Shutdown(shutdown)
          }
        `,
        'worker/Dockerfile': `
          FROM golang:1.26
          WORKDIR /src
          COPY . .
          RUN go build -o /bin/worker .
          CMD ["/bin/worker"]
        `,
        'worker/go.mod': `
          module example.com/worker

          go 1.26
        `,
        'worker/main.go': `
          package main

          import (
            "net/http"

            "github.com/prometheus/client_golang/prometheus/promhttp"
          )

          func main() {
            http.Handle("/metrics", promhttp.Handler())
            http.HandleFunc("/healthz", func(w http.ResponseWriter, r *http.Request) {})
            go http.ListenAndServe(":9090", nil)
            work()
          }

          func work() {}
        `,
      },
    ],
  },
})

/** Paths that only those who watch a service ask for. */
const WATCHERS =
  /^\/(?:(?:api\/)?(?:health|healthz|livez?|readyz?|liveness|readiness|ping|status|version)(?:\/\w+)?|metrics|debug(?:\/.*)?)$/

/** Whether somebody waits for answers other than those who watch the service. */
function answersUsers({ routes, rpc }: Service): boolean {
  const isRpc = rpc.services.some(one => one.name !== 'grpc.health.v1.Health')
  return isRpc || routes.routes.some(route => !WATCHERS.test(route.path)) || routes.unresolved.length > 0
}
