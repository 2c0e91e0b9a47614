import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'resilience/outbound-timeout-missing',
  title: 'A request to another service waits for ever',
  category: 'infrastructure-stability',
  severity: 'medium',
  confidence: 'B',
  since: '0.1.0',
  effort: 'minutes',
  why: 'When the other side hangs, so does every request that asks it: connections, memory and goroutines pile up, and a slow neighbour takes the service down with it.',
  fix: 'Use a client of your own with a limit: `client := &http.Client{Timeout: 10 * time.Second}`, or give each request a context from `context.WithTimeout`.',
  refs: [
    'https://pkg.go.dev/net/http#Client',
    'https://pkg.go.dev/context#WithTimeout',
    'https://sre.google/sre-book/addressing-cascading-failures/',
  ],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail, unverified }) {
    for (const service of system.services) {
      if (service.outbound.length === 0 || service.listening.length === 0) continue
      const [first, ...others] = service.outbound.filter(one => one.timeout === 'none')
      const open = service.outbound.find(one => one.timeout === 'unknown')
      if (first)
        fail(service, first.at, `${first.name} of ${service.name} has no timeout`, {
          key: 'timeout',
          related: others.map(one => ({ at: one.at, message: `${one.name} has none either` })),
        })
      else if (open)
        unverified(service, open.at, `whether ${open.name} of ${service.name} ends is not known: ${open.because ?? ''}`)
      else pass(service)
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services: { api: { build: ., ports: ["8080:8080"] } }
        `,
        Dockerfile: `
          FROM golang:1.26
          WORKDIR /src
          COPY . .
          RUN go build -o /bin/api .
          CMD ["/bin/api"]
        `,
        'go.mod': `
          module example.com/api

          go 1.26
        `,
        'main.go': `
          package main

          import "net/http"

          func main() {
            http.HandleFunc("GET /rates", rates)
            http.ListenAndServe(":8080", nil)
          }
        `,
        'rates.go': `
          package main

          import "net/http"

          var client = &http.Client{Transport: &http.Transport{MaxIdleConns: 10}} //! http.Client of api has no timeout

          func rates(w http.ResponseWriter, r *http.Request) {
            http.Get("https://rates.example.com")
            client.Get("https://rates.example.com")
          }
        `,
      },
    ],
    good: [
      {
        // A limit, and a question to itself.
        'compose.yaml': `
          services: { api: { build: ., ports: ["8080:8080"] } }
        `,
        Dockerfile: `
          FROM golang:1.26
          WORKDIR /src
          COPY . .
          RUN go build -o /bin/api .
          CMD ["/bin/api"]
        `,
        'go.mod': `
          module example.com/api

          go 1.26
        `,
        'main.go': `
          package main

          import (
            "net/http"
            "os"
            "time"
          )

          var client = http.Client{Timeout: 5 * time.Second}

          func main() {
            if len(os.Args) > 1 {
              http.Get("http://localhost:8080/healthz")
              return
            }
            http.HandleFunc("GET /rates", func(w http.ResponseWriter, r *http.Request) { client.Get("https://rates.example.com") })
            http.ListenAndServe(":8080", nil)
          }
        `,
      },
    ],
  },
})
