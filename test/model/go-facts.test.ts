import { beforeAll, describe, expect, test } from 'vitest'
import { goHttpClients } from '../../src/model/code/go/http-clients.js'
import { goListening } from '../../src/model/code/go/listening.js'
import { goShutdown } from '../../src/model/code/go/shutdown.js'
import { goStoreClients } from '../../src/model/code/go/stores.js'
import { goTelemetry } from '../../src/model/code/go/telemetry.js'
import { openGrammars } from '../../src/parse/grammars.js'
import { type Files, main, serviceOf } from '../support/go.js'

beforeAll(() => openGrammars(['go']))

describe('where servers listen', () => {
  const listening = (files: Files, environment?: Readonly<Record<string, string>>) => {
    const { program, service } = serviceOf(files, environment)
    return goListening(program, service).map(({ framework, port, host }) => {
      const number = port.kind === 'known' ? String(port.value) : port.kind
      const address = host?.kind === 'known' ? ` at ${String(host.value)}` : ''
      return `${framework} ${number}${address}${port.isFallback ? ' unless set' : ''} ${port.variables.join()}`.trim()
    })
  }

  test.each([
    ['\thttp.ListenAndServe(":8080", nil)', 'net/http 8080'],
    ['\thttp.ListenAndServe("127.0.0.1:8080", nil)', 'net/http 8080 at 127.0.0.1'],
    ['\thttp.ListenAndServe("[::1]:8080", nil)', 'net/http 8080 at ::1'],
    ['\thttp.ListenAndServe("", nil)', 'net/http 80'],
    ['\thttp.ListenAndServe(fmt.Sprintf("%s:%d", "0.0.0.0", 9000), nil)', 'net/http 9000 at 0.0.0.0'],
    ['\thttp.ListenAndServe(net.JoinHostPort("localhost", "81"), nil)', 'net/http 81 at localhost'],
    ['\tl, err := net.Listen("tcp", ":7000")\n\t_ = err\n\thttp.Serve(l, nil)', 'net/http 7000'],
    ['\ts := &http.Server{Addr: ":7001"}\n\ts.ListenAndServe()', 'net/http 7001'],
    [
      '\tport := flag.Int("port", 7002, "")\n\tflag.Parse()\n\thttp.ListenAndServe(fmt.Sprintf(":%d", *port), nil)',
      'net/http 7002',
    ],
    [
      '\tviper.SetDefault("http.port", 7003)\n\thttp.ListenAndServe(fmt.Sprintf(":%d", viper.GetInt("http.port")), nil)',
      'net/http 7003 unless set HTTP_PORT',
    ],
    ['\techo.New().Start(":1323")', 'echo 1323'],
    ['\tfiber.New().Listen(":3000")', 'fiber 3000'],
    ['\tgin.Default().Run("localhost:81")', 'gin 81 at localhost'],
    ['\tgin.Default().Run()', 'gin 8080 unless set PORT'],
    ['\tl, _ := net.Listen("tcp", ":9090")\n\ts := grpc.NewServer()\n\ts.Serve(l)', 'grpc 9090'],
    ['\thttp.ListenAndServe(os.Args[1], nil)', 'net/http unknown'],
  ])('%s', (body, expected) => {
    expect(listening(main(body))).toEqual([expected])
  })

  test('as the environment says', () => {
    const body =
      '\tport := os.Getenv("PORT")\n\tif port == "" {\n\t\tport = "8080"\n\t}\n\thttp.ListenAndServe(":"+port, nil)'
    expect(listening(main(body))).toEqual(['net/http 8080'])
    expect(listening(main(body), { PORT: '9000' })).toEqual(['net/http 9000 PORT'])
    expect(listening(main('\tgin.New().Run()'), { PORT: '9001' })).toEqual(['gin 9001 PORT'])
  })

  test('as a struct of settings says', () => {
    const files = main(
      '\tvar cfg config\n\tif err := env.Parse(&cfg); err != nil {\n\t\tpanic(err)\n\t}\n\thttp.ListenAndServe(fmt.Sprintf("%s:%d", cfg.HTTP.Host, cfg.HTTP.Port), nil)',
      'type config struct {\n\tHTTP struct2 `envPrefix:"HTTP_"`\n}\n\ntype struct2 struct {\n\tHost string `env:"HOST" envDefault:"0.0.0.0"`\n\tPort int `env:"PORT,required" envDefault:"8081"`\n}',
    )
    expect(listening(files)).toEqual(['net/http 8081 at 0.0.0.0 unless set HTTP_HOST,HTTP_PORT'])
    expect(listening(files, { HTTP_PORT: '82' })).toEqual(['net/http 82 at 0.0.0.0 unless set HTTP_HOST,HTTP_PORT'])
  })
})

describe('what becomes of servers on SIGTERM', () => {
  const shutdown = (files: Files) => {
    const { program, service } = serviceOf(files)
    return goShutdown(program, service).map(one => one.kind)
  }
  const signals = '\tctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)\n\tdefer stop()\n'

  test.each([
    ['nothing', '\thttp.ListenAndServe(":80", nil)', ['missing']],
    ['nothing, by gin', '\tgin.Default().Run()', ['missing']],
    ['signals without Shutdown', `${signals}\tgo http.ListenAndServe(":80", nil)\n\t<-ctx.Done()`, ['missing']],
    [
      'both',
      `${signals}\ts := &http.Server{Addr: ":80"}\n\tgo s.ListenAndServe()\n\t<-ctx.Done()\n\ts.Shutdown(context.Background())`,
      ['handled'],
    ],
    [
      'both, of fiber',
      `${signals}\ta := fiber.New()\n\tgo a.Listen(":80")\n\t<-ctx.Done()\n\ta.ShutdownWithTimeout(5)`,
      ['handled'],
    ],
    ['no server', '\tfmt.Println(http.StatusOK)', []],
  ])('%s', (_, body, expected) => {
    expect(shutdown(main(body))).toEqual(expected)
  })

  test('in another package counts', () => {
    const files = {
      ...main('\tapi.Serve(nil)'),
      'internal/api/serve.go':
        'package api\n\nimport (\n\t"context"\n\t"net/http"\n\t"os"\n\t"os/signal"\n)\n\nfunc Serve(h http.Handler) {\n\ts := http.Server{Addr: ":80", Handler: h}\n\tc := make(chan os.Signal, 1)\n\tsignal.Notify(c, os.Interrupt)\n\tgo s.ListenAndServe()\n\t<-c\n\ts.Shutdown(context.Background())\n}\n',
    }
    expect(shutdown(files)).toEqual(['handled'])
    // A package that main does not reach does not count.
    expect(shutdown({ ...files, ...main('\thttp.ListenAndServe(":80", nil)') })).toEqual(['missing'])
  })

  test('a package of the repository is read, whatever it is called', () => {
    const files = {
      ...main('\tapi.Serve()'),
      'internal/api/api.go': 'package api\n\nimport "shop/internal/lifecycle"\n\nfunc Serve() { lifecycle.Run() }\n',
      'internal/lifecycle/run.go':
        'package lifecycle\n\nimport "net/http"\n\nfunc Run() { http.ListenAndServe(":80", nil) }\n',
    }
    expect(shutdown(files)).toEqual(['missing'])
  })

  test('a container of dependencies may do it', () => {
    const files = main('\tfx.New(fx.Invoke(start)).Run()', 'func start() { http.ListenAndServe(":80", nil) }')
    expect(shutdown(files)).toEqual(['unknown'])
  })
})

describe('clients of HTTP', () => {
  const clients = (body: string, rest = '') => {
    const { program, service } = serviceOf(main(body, rest))
    return goHttpClients(program, service.files).map(one => `${one.name} ${one.timeout}`)
  }

  test.each([
    ['\thttp.Get("https://x")', ['http.Get none']],
    ['\thttp.DefaultClient.Do(r)', ['http.DefaultClient.Do none']],
    ['\thttp.DefaultClient.Timeout = 5\n\thttp.Get("https://x")', ['http.Get set']],
    [
      '\tctx, _ := context.WithTimeout(context.Background(), 5)\n\thttp.DefaultClient.Do(r.WithContext(ctx))',
      ['http.DefaultClient.Do unknown'],
    ],
    ['\tc := &http.Client{}', ['http.Client none']],
    ['\tc := http.Client{Timeout: 5}', ['http.Client set']],
    ['\tc := http.Client{Timeout: 0}', ['http.Client none']],
    ['\tc := &http.Client{}\n\tc.Timeout = 5', ['http.Client unknown']],
    ['\tc := &http.Client{Transport: other}', ['http.Client unknown']],
    ['\tc := &http.Client{Transport: &http.Transport{MaxIdleConns: 5}}', ['http.Client none']],
    ['\tc := &http.Client{Transport: &http.Transport{ResponseHeaderTimeout: 5}}', ['http.Client unknown']],
    ['\thttp := other()\n\thttp.Get("https://x")\n\tfmt.Println(http)', []],
  ])('%s', (body, expected) => {
    expect(clients(body)).toEqual(expected)
  })
})

describe('logs, numbers and data services', () => {
  test('structured loggers, plain lines and metrics', () => {
    const { program, service } = serviceOf(
      main(
        '\tslog.Info("a")\n\tlog.Printf("b")\n\tfmt.Println("c")\n\tfmt.Fprintf(os.Stderr, "d")\n\thttp.Handle("/metrics", promhttp.Handler())',
      ),
    )
    const found = goTelemetry(program, service.files)
    expect(found.structured.map(one => one.library)).toEqual(['log/slog'])
    expect(found.plainLines).toHaveLength(2)
    expect(found.metrics.map(one => one.library)).toEqual(['github.com/prometheus/client_golang/prometheus/promhttp'])
  })

  test('clients that are made, not imports alone', () => {
    const of = (body: string) => {
      const { program, service } = serviceOf(main(body))
      return goStoreClients(program, service.files).map(one => `${one.kind} ${one.library}`)
    }
    expect(
      of('\tr := redis.NewClient(&redis.Options{Addr: "x"})\n\tk := kafka.NewReader(kafka.ReaderConfig{})'),
    ).toEqual(['redis github.com/redis/go-redis/v9', 'kafka github.com/segmentio/kafka-go'])
    expect(of('\tvar x = redis.Nil')).toEqual([])
  })
})
