import { beforeAll, describe, expect, test } from 'vitest'
import type { RouteTable, RpcTable } from '../../src/model/code/route.js'
import { goRoutes, goRpc } from '../../src/model/code/routes/go.js'
import { openGrammars } from '../../src/parse/grammars.js'
import { type Files, main, serviceOf } from '../support/go.js'

beforeAll(() => openGrammars(['go']))

function tableOf(files: Files, environment?: Readonly<Record<string, string>>): RouteTable {
  const { program, service } = serviceOf(files, environment)
  return goRoutes(program, service)
}

function rpcOf(files: Files): RpcTable {
  const { program, service } = serviceOf(files)
  return goRpc(program, service)
}

const told = ({ routes }: RouteTable) =>
  routes.map(({ method, path, isResolved }) => `${method} ${path}${isResolved ? '' : ' ?'}`)

describe('which routers answer', () => {
  test('the standard one, when a server has no other', () => {
    const table = tableOf(
      main(
        '\thttp.HandleFunc("/health", ok)\n\thttp.ListenAndServe(":8080", nil)',
        'func ok(w http.ResponseWriter, r *http.Request) {}',
      ),
    )
    expect(told(table)).toEqual(['* /health'])
    expect(table.routes[0]?.handler?.node.name).toBe('ok')
    expect(table.routes[0]?.framework).toBe('net/http')
  })

  test('that of a server whose method is called by another name', () => {
    const body =
      '\tmux := http.NewServeMux()\n\tmux.HandleFunc("/health", ok)\n\tstart := serving(&front{mux})\n\tstart(listener)'
    const rest = `type front struct { mux *http.ServeMux }
func (f *front) ServeHTTP(w http.ResponseWriter, r *http.Request) { f.mux.ServeHTTP(w, r) }
func serving(h http.Handler) func(net.Listener) error {
\tserver := http.Server{Handler: h}
\treturn server.Serve
}
func ok(w http.ResponseWriter, r *http.Request) {}`
    expect(told(tableOf(main(body, rest)))).toEqual(['* /health'])
  })

  test('that of a server whose method is given to somebody who calls it', () => {
    const table = tableOf(
      main(
        '\tmux := http.NewServeMux()\n\tmux.HandleFunc("/health", ok)\n\tserver := &http.Server{Handler: &front{mux}}\n\tgroup.Go(server.ListenAndServe)',
        'type front struct { mux *http.ServeMux }\nfunc (f *front) ServeHTTP(w http.ResponseWriter, r *http.Request) { f.mux.ServeHTTP(w, r) }\nfunc ok(w http.ResponseWriter, r *http.Request) {}',
      ),
    )
    expect(told(table)).toEqual(['* /health'])
  })

  test('not the standard one, when the server has another', () => {
    const table = tableOf(
      main(
        '\thttp.HandleFunc("/health", nil)\n\tmux := http.NewServeMux()\n\tmux.HandleFunc("/ready", nil)\n\thttp.ListenAndServe(":8080", mux)',
      ),
    )
    expect(told(table)).toEqual(['* /ready'])
    expect(table.unregistered.map(one => [one.name, told({ ...table, routes: one.routes })])).toEqual([
      ['http.DefaultServeMux', ['* /health']],
    ])
  })

  test('of a server whose handler is set later, started in a goroutine or a group of them', () => {
    const server =
      '\tsrv := &http.Server{Addr: ":8080"}\n\tmux := http.NewServeMux()\n\tmux.HandleFunc("/a", nil)\n\tsrv.Handler = mux\n'
    expect(told(tableOf(main(`${server}\tgo func() { srv.ListenAndServe() }()`)))).toEqual(['* /a'])
    expect(
      told(tableOf(main(`${server}\tvar g errgroup.Group\n\tg.Go(func() error { return srv.ListenAndServe() })`))),
    ).toEqual(['* /a'])
  })

  test('that somebody outside has may answer', () => {
    const routes = '\tr := gin.New()\n\tr.GET("/a", nil)\n'
    for (const start of [
      'fx.Serve(r)',
      'h := fx.NewAdapter(r)\n\tfx.Start(h.Proxy)',
      's := &http.Server{Handler: r}\n\tfx.Run(s)',
    ]) {
      const table = tableOf(main(`${routes}\t${start}`))
      expect(told(table)).toEqual(['GET /a'])
      expect(table.unregistered).toEqual([])
    }
  })

  test('the standard one, by its name', () => {
    const table = tableOf(
      main(
        '\thttp.DefaultServeMux.HandleFunc("/b", nil)\n\thttp.HandleFunc("/a", nil)\n\thttp.ListenAndServe(":80", http.DefaultServeMux)',
      ),
    )
    expect(told(table)).toEqual(['* /b', '* /a'])
  })

  test('started by commands', () => {
    const command =
      'var serve = &cobra.Command{Use: "serve", RunE: func(cmd *cobra.Command, args []string) error {\n\tr := gin.New()\n\tr.GET("/a", nil)\n\treturn r.Run()\n}}\n\nfunc init() { root.AddCommand(serve) }\n\nvar root = &cobra.Command{Use: "shop"}'
    expect(told(tableOf(main('\troot.Execute()', command)))).toEqual(['GET /a'])
  })

  test('made by a container of dependencies', () => {
    const rest =
      'func newEngine() *gin.Engine { return gin.New() }\n\nfunc routes(e *gin.Engine) { e.GET("/a", nil) }\n\nfunc start(e *gin.Engine) { e.Run() }'
    expect(told(tableOf(main('\tfx.New(fx.Provide(newEngine), fx.Invoke(routes, start)).Run()', rest)))).toEqual([
      'GET /a',
    ])
  })

  test('what is registered by a function that nobody calls is told apart', () => {
    const table = tableOf(
      main(
        '\tr := gin.New()\n\tr.GET("/a", nil)\n\tr.Run()',
        'type admin struct{}\n\nfunc (a *admin) Register(g *gin.RouterGroup) { g.GET("/b", nil) }',
      ),
    )
    expect(told(table)).toEqual(['GET /a'])
    expect(table.unregistered.map(one => one.name)).toEqual(['admin.Register'])
  })
})

test('what another program of the repository registers is not lost', () => {
  const { program, service } = serviceOf({
    ...main('\tr := gin.New()\n\tr.GET("/a", nil)\n\tr.Run()'),
    'internal/api/api.go':
      'package api\n\nimport "github.com/gin-gonic/gin"\n\nfunc Register(r *gin.Engine) { r.GET("/b", nil) }\n',
    'cmd/other/other.go':
      'package main\n\nimport (\n\t"github.com/gin-gonic/gin"\n\n\t"shop/internal/api"\n)\n\nfunc main() { api.Register(gin.New()) }\n',
  })
  expect(goRoutes(program, { ...service, entries: ['main.go'] }).unregistered).toEqual([])
  const alone = { ...service, entries: ['main.go'], files: service.files.filter(path => !path.startsWith('cmd/')) }
  expect(goRoutes(program, alone).unregistered).toEqual([])
})

describe('paths', () => {
  test('of constants of other packages, put together in every way', () => {
    const table = tableOf({
      ...main('\tr := gin.Default()\n\tapi.Register(r.Group(api.Prefix))\n\tr.Run()'),
      'internal/api/paths.go':
        'package api\n\nconst Prefix = "/api"\n\nconst (\n\tversion = 2\n\torders  = "orders"\n)\n',
      'internal/api/api.go':
        'package api\n\nimport (\n\t"fmt"\n\t"path"\n\t"strings"\n\n\t"github.com/gin-gonic/gin"\n)\n\nfunc Register(g *gin.RouterGroup) {\n\tg.GET(fmt.Sprintf("/v%d/%s", version, orders), nil)\n\tg.GET(path.Join("x", orders, "/"), nil)\n\tg.GET("/"+strings.ToLower("UP"), nil)\n\tg.GET("/"+strings.Join([]string{"a", "b"}, "/"), nil)\n}\n',
    })
    expect(told(table)).toEqual(['GET /api/v2/orders', 'GET /api/x/orders', 'GET /api/up', 'GET /api/a/b'])
    expect(table.routes[0]?.prefixes.map(one => one.path)).toEqual(['/api'])
  })

  test('of the environment, with what the workload sets', () => {
    const files = main(
      '\tr := chi.NewRouter()\n\tr.Route(getenv("BASE", "/api"), func(r chi.Router) { r.Get("/health", nil) })\n\thttp.ListenAndServe(":80", r)',
      'func getenv(key, fallback string) string {\n\tif value, ok := os.LookupEnv(key); ok {\n\t\treturn value\n\t}\n\treturn fallback\n}',
    )
    expect(told(tableOf(files))).toEqual(['GET /api/health'])
    expect(told(tableOf(files, { BASE: '/shop' }))).toEqual(['GET /shop/health'])
  })

  test('that nobody knows are not resolved, and said', () => {
    const table = tableOf(
      main(
        '\tr := gin.New()\n\tr.Group(load()).GET("/health", nil)\n\tr.Run()',
        'func load() string { return fmt.Sprint(os.Args) }',
      ),
    )
    expect(told(table)).toEqual(['GET /health ?'])
    expect(table.unresolved).toHaveLength(1)
  })

  test('that only one of two branches gives are not resolved', () => {
    const table = tableOf(
      main(
        '\tprefix := "/a"\n\tif len(os.Args) > 1 {\n\t\tprefix = "/b"\n\t}\n\tr := gin.New()\n\tr.Group(prefix).GET("/health", nil)\n\tr.Run()',
      ),
    )
    expect(told(table)).toEqual(['GET /health ?'])
  })

  test('that somebody unknown registers may be any', () => {
    const rest =
      'type module interface{ Routes(r *gin.Engine) }\n\nvar modules map[string]module\n\nfunc lost(r *gin.Engine) { r.GET("/b", nil) }'
    const table = tableOf(
      main('\tr := gin.New()\n\tr.GET("/a", nil)\n\tmodules[os.Args[1]].Routes(r)\n\tr.Run()', rest),
    )
    expect(told(table)).toEqual(['GET /a'])
    expect(table.unresolved).toHaveLength(1)
    expect(table.fallbacks.map(one => one.prefix)).toEqual(['/'])
    expect(table.unregistered).toEqual([])
  })

  test('of packages from outside may be any below the group that they get', () => {
    const table = tableOf(main('\tr := gin.New()\n\tr.GET("/a", nil)\n\tfx.Extend(r.Group("/debug"))\n\tr.Run()'))
    expect(table.fallbacks.map(one => one.prefix)).toEqual(['/debug'])
    expect(table.unresolved).toHaveLength(1)
  })

  test('behind conditions that nobody knows are there', () => {
    const table = tableOf(
      main('\tr := gin.New()\n\tif len(os.Args) > 1 {\n\t\tr.GET("/debug", nil)\n\t}\n\tr.GET("/a", nil)\n\tr.Run()'),
    )
    expect(told(table)).toEqual(['GET /debug', 'GET /a'])
  })

  test('of a mux behind StripPrefix, and of one without it', () => {
    const inner =
      '\tinner := http.NewServeMux()\n\tinner.HandleFunc("/orders", nil)\n\tinner.HandleFunc("/api/clients", nil)\n\tmux := http.NewServeMux()\n'
    const start = '\thttp.ListenAndServe(":80", mux)'
    expect(told(tableOf(main(`${inner}\tmux.Handle("/api/", http.StripPrefix("/api", inner))\n${start}`)))).toEqual([
      '* /api/orders',
      '* /api/api/clients',
    ])
    // What does not begin with /api never comes to it.
    expect(told(tableOf(main(`${inner}\tmux.Handle("/api/", inner)\n${start}`)))).toEqual(['* /api/clients'])
  })

  test('of everything, unless the handler refuses the rest itself', () => {
    const of = (body: string) =>
      tableOf(
        main(
          `\thttp.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {${body}})\n\thttp.ListenAndServe(":80", nil)`,
        ),
      )
    const open = of('')
    expect(told(open)).toEqual(['* /*'])
    expect(open.fallbacks.map(one => one.prefix)).toEqual(['/'])
    const closed = of('\n\t\tif r.URL.Path != "/" {\n\t\t\thttp.NotFound(w, r)\n\t\t\treturn\n\t\t}\n')
    expect(told(closed)).toEqual(['* /'])
    expect(closed.fallbacks).toEqual([])
  })

  test('of files and of what is not found are fallbacks', () => {
    const table = tableOf(main('\tr := gin.New()\n\tr.NoRoute(nil)\n\tr.Static("/assets", ".")\n\tr.Run()'))
    expect(table.fallbacks.map(one => one.prefix)).toEqual(['/assets', '/'])
  })
})

describe('middleware', () => {
  const guards = (files: Files, path: string) =>
    tableOf(files)
      .routes.find(route => route.path === path)
      ?.guards.map(one => `${one.name}: ${one.purpose}`)

  test('counts for what is registered behind it', () => {
    const files = main(
      '\tr := gin.New()\n\tr.GET("/health", nil)\n\tr.Use(strict)\n\tr.GET("/orders", nil)\n\tr.Run()',
      'func strict(c *gin.Context) {\n\tif c.GetHeader("Authorization") == "" {\n\t\tc.AbortWithStatus(401)\n\t}\n}',
    )
    expect(guards(files, '/health')).toEqual([])
    expect(guards(files, '/orders')).toEqual(['strict: auth'])
  })

  test('that looks at the path may let some by: it proves nothing', () => {
    const files = main(
      '\tr := gin.New()\n\tr.Use(strict)\n\tr.GET("/health", nil)\n\tr.Run()',
      'func strict(c *gin.Context) {\n\tif c.Request.URL.Path != "/health" && c.GetHeader("Authorization") == "" {\n\t\tc.AbortWithStatus(401)\n\t}\n}',
    )
    expect(guards(files, '/health')).toEqual(['strict: other'])
  })

  test('that only reads who somebody is turns nobody away', () => {
    const files = main(
      '\tr := gin.New()\n\tr.Use(authenticate)\n\tr.GET("/health", nil)\n\tr.Run()',
      'func authenticate(c *gin.Context) { c.Set("user", c.GetHeader("Authorization")) }',
    )
    expect(guards(files, '/health')).toEqual(['authenticate: other'])
  })

  test('around the whole server counts for every route', () => {
    const files = main(
      '\tmux := http.NewServeMux()\n\tmux.HandleFunc("/health", nil)\n\thttp.ListenAndServe(":80", requireAuth(mux))',
      'func requireAuth(next http.Handler) http.Handler { return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { if r.Header.Get("A") == "" { writeUnauthorized(w); return }; next.ServeHTTP(w, r) }) }',
    )
    expect(guards(files, '/health')).toEqual(['requireAuth: auth'])
    expect(tableOf(files).routes[0]?.guards[0]?.isGlobal).toBe(true)
  })
})

describe('gRPC', () => {
  test('services by the names of generated code, and the health service', () => {
    const table = rpcOf({
      ...main(
        '\ts := grpc.NewServer()\n\tpb.RegisterOrdersServer(s, nil)\n\tgrpc_health_v1.RegisterHealthServer(s, health.NewServer())\n\tlis, _ := net.Listen("tcp", ":9090")\n\ts.Serve(lis)',
      ),
      'pb/orders_grpc.pb.go':
        'package pb\n\nimport "google.golang.org/grpc"\n\nfunc RegisterOrdersServer(s grpc.ServiceRegistrar, srv any) {\n\ts.RegisterService(&Orders_ServiceDesc, srv)\n}\n\nvar Orders_ServiceDesc = grpc.ServiceDesc{ServiceName: "shop.v1.Orders"}\n',
    })
    expect(table.services.map(one => [one.name, one.isResolved, one.isServed])).toEqual([
      ['shop.v1.Orders', true, true],
      ['grpc.health.v1.Health', true, true],
    ])
  })

  test('without the generated code, by what is registered', () => {
    const files = main('\ts := grpc.NewServer()\n\tpb.RegisterOrdersServer(s, nil)')
    expect(rpcOf(files).services).toMatchObject([{ name: 'Orders', isResolved: false, isServed: false }])
  })
})

describe('what is no server', () => {
  test('has no routes', () => {
    expect(tableOf(main('\tfmt.Println("x")'))).toEqual({ routes: [], unregistered: [], unresolved: [], fallbacks: [] })
  })

  test('programs that call themselves without end come to one', () => {
    const table = tableOf(
      main(
        '\tr := gin.New()\n\tloop(r, 0)\n\tr.Run()',
        'func loop(r *gin.Engine, n int) {\n\tr.GET("/a", nil)\n\tfor {\n\t\tloop(r, n+1)\n\t\tloop(r, n+2)\n\t}\n}',
      ),
    )
    expect(new Set(told(table))).toEqual(new Set(['GET /a']))
  })

  test('programs that are too long are not followed to their end, and that is said', () => {
    const calls = (n: number) => `func f${String(n)}(r *gin.Engine) {\n${`\tf${String(n + 1)}(r)\n`.repeat(9)}}\n\n`
    const rest = `${Array.from({ length: 9 }, (_, n) => calls(n)).join('')}func f9(r *gin.Engine) {}`
    const table = tableOf(main('\tr := gin.New()\n\tr.GET("/a", nil)\n\tf0(r)\n\tr.GET("/b", nil)\n\tr.Run()', rest))
    expect(table.unresolved).toHaveLength(1)
    expect(table.unregistered).toEqual([])
    expect(table.fallbacks.map(one => one.prefix)).toEqual(['/'])
  })

  test('functions that nest deep in one another end, too', () => {
    const deep = `${'-('.repeat(300)}g(n)${')'.repeat(300)}`
    const functions = Array.from(
      { length: 30 },
      (_, n) =>
        `func g${n === 0 ? '' : String(n)}(n int) int { return ${deep.replace('g(n)', `g${String(n + 1)}(n)`)} }\n\n`,
    )
    const table = tableOf(
      main(
        '\tr := gin.New()\n\tg(1)\n\tr.GET("/a", nil)\n\tr.Run()',
        `${functions.join('')}func g30(n int) int { return n }`,
      ),
    )
    expect(told(table)).toEqual(['GET /a'])
  })
})
