import { beforeAll, expect, test } from 'vitest'
import { goRoutes, goRpc } from '../../../src/model/code/routes/go.js'
import { openGrammars } from '../../../src/parse/grammars.js'
import { main, serviceOf } from '../../support/go.js'
import { millisecondsSince } from '../../support/processor-time.js'

beforeAll(() => openGrammars(['go']))

const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n')

test.each([
  ['texts that double', `s := os.Getenv("S") + "ab"\n${lines(60, () => 's = s + s')}`, ''],
  ['texts that are put together of themselves', `s := "ab"\n${lines(60, () => 's = fmt.Sprintf("%s%s", s, s)')}`, ''],
  ['lists that double', `l := []string{"a", "b"}\n${lines(60, () => 'l = append(l, l...)')}`, ''],
  [
    'lists that are joined',
    `l := []string{"a"}\n${lines(40, () => 'l = append(l, strings.Join(l, ","), strings.Join(l, ","))')}`,
    '',
  ],
  [
    'variables of the environment that double',
    `s := os.Getenv("S")\n${lines(60, () => 's = strings.TrimSpace(s + s)')}`,
    '',
  ],
  ['long chains of calls of something from outside', `x := outside.New()\n${lines(3000, () => 'x = x.Next()')}`, ''],
  [
    'handlers behind thousands of others',
    `h := http.HandlerFunc(ok)\n${lines(3000, () => 'h = around(h)')}\nmux.Handle("/wrapped", h)`,
    'func around(next http.Handler) http.Handler { return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { next.ServeHTTP(w, r) }) }',
  ],
  [
    'routers that are mounted twice each',
    `r := []*chi.Mux{${lines(18, () => 'chi.NewRouter(),')}
}\n${lines(17, i => `r[${i}].Mount("/a", r[${i + 1}])\nr[${i}].Mount("/b", r[${i + 1}])`)}\nr[17].Get("/z", ok)\nmux.Handle("/", r[0])`,
    '',
  ],
  ['a router in itself', 'r := chi.NewRouter()\nr.Mount("/r", r)\nmux.Handle("/", r)', ''],
  ['functions that call each other', 'f(1)', 'func f(a int) { g(a); g(a) }\nfunc g(a int) { f(a); f(a) }'],
  [
    'structs and maps in themselves',
    'm := map[string]any{}\nm["m"] = m\ns := &node{}\ns.next = s\nfor i := 0; i < 10; i++ { walk(s); walk(m) }',
    'type node struct { next any }\nfunc walk(x any) { use(x) }',
  ],
])('%s', (_name, body, rest) => {
  const started = process.cpuUsage()
  const { program, service } = serviceOf(
    main(
      `mux := http.NewServeMux()\n${body}\nmux.HandleFunc("/behind", ok)\nhttp.ListenAndServe(":8080", mux)`,
      `func ok(w http.ResponseWriter, r *http.Request) {}\n${rest}`,
    ),
  )
  const table = goRoutes(program, service)
  goRpc(program, service)
  expect(table.routes.map(route => route.path)).toContain('/behind')
  expect(millisecondsSince(started)).toBeLessThan(4000)
})

/** Steps of work that call each other from many places. */
const LOGIC = Array.from({ length: 12 }, (_, step) => {
  const next = step < 11 ? `work${step + 1}` : 'store.Save'
  return `func work${step}(job Job) error {\n${`\tif job.Kind == "k" {\n\t\t_ = ${next}(Job{Count: job.Count + 1})\n\t}\n`.repeat(4)}\treturn nil\n}`
}).join('\n')

test('business logic that is called from many places leaves enough for the routes behind it', () => {
  const { program, service } = serviceOf(
    main(
      'mux := http.NewServeMux()\nwork0(Job{})\nmux.HandleFunc("/behind", nil)\nhttp.ListenAndServe(":8080", mux)',
      `type Job struct {\n\tKind string\n\tCount int\n}\n${LOGIC}`,
    ),
  )
  const table = goRoutes(program, service)
  expect(table.unresolved).toEqual([])
  expect(table.routes.map(route => route.path)).toEqual(['/behind'])
})

test('a function that adds routes is run however often it is called', () => {
  const much = '\t_ = []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}\n'.repeat(60)
  const { program, service } = serviceOf(
    main(
      `mux := http.NewServeMux()\n${lines(20, index => `serve(mux, "/r${index}")`)}\nhttp.ListenAndServe(":8080", mux)`,
      `func serve(mux *http.ServeMux, path string) {\n${much}\tmux.HandleFunc(path, nil)\n}`,
    ),
  )
  expect(goRoutes(program, service).routes).toHaveLength(20)
})

test('a function that was called in vain for long still calls what it is given', () => {
  const work = `func() error {\n${'\t_ = []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}\n'.repeat(30)}\treturn nil\n}`
  const { program, service } = serviceOf(
    main(
      `${lines(120, () => `retry(${work})`)}\nretry(func() error {\n\thttp.HandleFunc("/late", nil)\n\treturn http.ListenAndServe(":8080", nil)\n})`,
      'func retry(try func() error) {\n\tif err := try(); err != nil {\n\t\tpanic(err)\n\t}\n}',
    ),
  )
  expect(goRoutes(program, service).routes.map(route => route.path)).toEqual(['/late'])
})
