import '../../support/grammars.js'
import { expect, it } from 'vitest'
import { systemOf } from '../../support/model.js'

const MAIN = 'package main\n\nimport "net/http"\n\nfunc main() {\n\thttp.ListenAndServe(":8080", nil)\n}\n'

const FILES = {
  'compose.yaml': 'services: { api: { build: ., ports: ["8080:8080"] } }\n',
  'go.mod': 'module github.com/acme/erp\n\ngo 1.26\n',
  'cmd/api/main.go': MAIN,
  'cmd/worker/main.go': MAIN,
}

/** What an image starts that a command makes of a program; `?` where that is not certain. */
function startedBy(build: string, start = '/out/api'): readonly string[] {
  const dockerfile = `FROM golang:1.26 AS b\nWORKDIR /src\nCOPY . .\nRUN ${build}\nFROM alpine\nCOPY --from=b /out /out\nCMD ["${start}"]\n`
  const { services } = systemOf({ ...FILES, Dockerfile: dockerfile })
  return services.flatMap(({ entries, isCertain }) => entries.map(entry => (isCertain ? entry : `${entry}?`)))
}

it.each([
  'go build -o /out/api ./cmd/api',
  'go build -o /out/api cmd/api/main.go',
  'CGO_ENABLED=0 GOOS=linux go build -a -installsuffix cgo -ldflags="-w -s -extldflags \'-static\'" -o /out/api cmd/api/main.go',
  'go build -C cmd/api -o /out/api',
  'go build -o=/out/api -tags netgo,osusergo github.com/acme/erp/cmd/api',
  'go build -o /out/ ./cmd/...',
  'go build -o /out/ ./cmd/worker ./cmd/api',
])('the program that a binary is made of: %s', build => {
  expect(startedBy(build)).toEqual(['cmd/api/main.go'])
})

it('the value of a flag is no package', () => {
  expect(startedBy('go build -tags ./cmd/api -o /out/api ./cmd/worker')).toEqual(['cmd/worker/main.go'])
})
