import { describe, expect, it } from 'vitest'
import '../../support/grammars.js'
import { systemOf } from '../../support/model.js'

const AUTH = `
  import jwt from 'jsonwebtoken'
  export function authenticate(req, res, next) {
    try { req.user = jwt.verify(req.headers.authorization, process.env.KEY); next() } catch { res.status(401).end() }
  }`

/** What stands open of a service in Express with these files; \`store\` is a module whose functions do something. */
function express(main: string, files: Readonly<Record<string, string>> = {}): readonly string[] {
  const head = `import express from 'express'\nimport { authenticate } from './auth.js'\nimport { store } from './store.js'\nconst app = express()\n`
  return doors({
    Dockerfile: 'FROM node:24\nWORKDIR /app\nCOPY . .\nCMD ["node", "src/main.js"]\n',
    'src/main.js': `${head}${main}\napp.listen(3000)\n`,
    'src/auth.js': AUTH,
    'src/store.js': 'export const store = { save: one => one, remove: one => one }',
    ...files,
  })
}

function fastapi(main: string): readonly string[] {
  return doors({
    Dockerfile: 'FROM python:3.13\nWORKDIR /app\nCOPY . .\nCMD ["uvicorn", "main:app"]\n',
    'main.py': `from typing import Annotated\nfrom fastapi import APIRouter, Depends, FastAPI, Request\nfrom deps import get_current_user, get_db, CurrentUser, require_admin\nimport store\napp = FastAPI()\n${main}`,
    'deps.py':
      'from typing import Annotated\nfrom fastapi import Depends\ndef get_db(): yield 1\ndef get_current_user(token: str): return token\ndef require_admin(user=Depends(get_current_user)): return user\nCurrentUser = Annotated[str, Depends(get_current_user)]\n',
    'store.py': 'def save(one): return one\ndef remove(one): return one\n',
  })
}

function gin(main: string): readonly string[] {
  return doors({
    Dockerfile:
      'FROM golang:1.26 AS b\nCOPY . .\nRUN go build -o /api .\nFROM scratch\nCOPY --from=b /api /api\nCMD ["/api"]\n',
    'go.mod': 'module example.com/api\ngo 1.26\n',
    'main.go': `package main\nimport "github.com/gin-gonic/gin"\nfunc Auth(c *gin.Context) { if c.GetHeader("Authorization") == "" { c.AbortWithStatus(401) } }\nfunc save(c *gin.Context) { c.Status(201) }\nfunc remove(c *gin.Context) { c.Status(204) }\nfunc main() {\n\tr := gin.New()\n${main}\n\tr.Run(":8080")\n}\n`,
  })
}

function doors(files: Readonly<Record<string, string>>): readonly string[] {
  const system = systemOf({ 'compose.yaml': 'services: { api: { build: ., ports: ["80:3000"] } }\n', ...files })
  const [service] = system.services
  if (!service) throw new Error('there is no service')
  // Code whose routes are not read would be silent whatever stands in it.
  expect(service.routes.routes.length).toBeGreaterThan(1)
  return service.openDoors.map(({ what }) => what)
}

const POST = "app.post('/orders', authenticate, (req, res) => res.json(store.save(req.body)))"
const PUT = "app.put('/orders/:id', authenticate, (req, res) => res.json(store.save(req.params.id)))"
const REMOVE = '(req, res) => res.json(store.remove(req.params.id))'
const DELETE = `app.delete('/orders/:id', ${REMOVE})`

describe('beside a single guarded route', () => {
  it.each([
    ['what is changed there is deleted openly', `${PUT}\n${DELETE}`, ['DELETE /orders/:id']],
    ['whatever the parameter is called', `${PUT}\n${DELETE.replace('/:id', '/:order')}`, ['DELETE /orders/:order']],
    ['the guard of a router comes later', `${DELETE}\napp.use(authenticate)\n${PUT.replace('authenticate, ', '')}`, []],
    ['another thing is', `${PUT}\napp.delete('/notes/:id', ${REMOVE})`, []],
    ['a part of it is', `${PUT}\napp.delete('/orders/:id/lines/:line', ${REMOVE})`, []],
    ['everybody may add one', `${PUT}\napp.post('/orders', (req, res) => res.json(store.save(req.body)))`, []],
    ['the whole is set', `${PUT}\napp.put('/orders', (req, res) => res.json(store.save(req.body)))`, []],
    ['it is only read', `app.get('/orders/:id', authenticate, ${REMOVE})\n${DELETE}`, []],
  ])('%s', (_, main, expected) => expect(express(main)).toEqual(expected))
})

describe('ways in that ask nobody who they are', () => {
  it.each([
    ['a deletion beside guarded changes', `app.delete('/orders/:id', ${REMOVE})`, ['DELETE /orders/:id']],
    ['an action below a guarded resource', `app.post('/orders/:id/cancel', ${REMOVE})`, ['POST /orders/:id/cancel']],
    ['behind a check of the body', `app.delete('/orders/:id', validate(schema), ${REMOVE})`, ['DELETE /orders/:id']],
    ['behind a parser', `app.delete('/orders/:id', express.json(), ${REMOVE})`, ['DELETE /orders/:id']],
    [
      'behind a session and what fills it',
      `import session from 'express-session'\nimport passport from 'passport'\napp.use(session({ secret: process.env.KEY }))\napp.use(passport.initialize())\napp.use(passport.session())\n${POST}\n${PUT}\napp.delete('/orders/:id', ${REMOVE})`,
      ['DELETE /orders/:id'],
    ],
    ['behind what is not known', `app.delete('/orders/:id', gate, ${REMOVE})`, []],
    ['behind what is made elsewhere', `app.delete('/orders/:id', makeGate('admin'), ${REMOVE})`, []],
    [
      'a handler that looks at the user',
      "app.delete('/orders/:id', (req, res) => res.json(store.remove(req.user.id)))",
      [],
    ],
    [
      'a handler that looks at a header',
      "app.delete('/orders/:id', (req, res) => res.json(store.remove(req.headers['x-api-key'])))",
      [],
    ],
    ['a handler that hands the request on', "app.delete('/orders/:id', (req, res) => store.remove(req, res))", []],
    ['a handler that refuses', "app.delete('/orders/:id', (req, res) => res.status(403).end())", []],
    ['a handler that is not here', "app.delete('/orders/:id', require('other').remove)", []],
    ['a read', `app.get('/orders/:id', ${REMOVE})`, []],
    ['another resource that guests may add to', `app.post('/leads', ${REMOVE})`, []],
    ['a login', `app.post('/login', ${REMOVE})`, []],
    ['a webhook', `app.post('/orders/webhook', ${REMOVE})`, []],
    ['a proof in the path', `app.delete('/orders/:token', ${REMOVE})`, []],
    ['a guard before everything', `app.use(authenticate)\napp.delete('/orders/:id', ${REMOVE})`, []],
    ['a guard by path', `app.use('/orders', authenticate)\napp.delete('/orders/:id', ${REMOVE})`, []],
    [
      'a guard by path that comes later',
      `app.delete('/orders/:id', ${REMOVE})\napp.use('/orders', authenticate)`,
      ['DELETE /orders/:id'],
    ],
  ])('of Express: %s', (_, line, expected) => {
    expect(express(`${POST}\n${PUT}\n${line}`)).toEqual(expected)
  })

  it('finds the router that was forgotten, when nearly all changes are guarded', () => {
    const guarded = ['a', 'b', 'c', 'd'].map(
      name => `app.delete('/${name}/:id', authenticate, ${REMOVE})\napp.put('/${name}/:id', authenticate, ${REMOVE})`,
    )
    const router = `import express from 'express'\nimport { store } from './store.js'\nexport const router = express.Router()\nrouter.delete('/:id', ${REMOVE})`
    const main = `${guarded.join('\n')}\napp.use('/files', router)`
    expect(express(`import { router } from './files.js'\n${main}`, { 'src/files.js': router })).toEqual([
      'DELETE /files/:id',
    ])
    // Half of them open is how it is meant.
    const half = ['e', 'f', 'g', 'h', 'i', 'j', 'k'].map(name => `app.delete('/${name}/:id', ${REMOVE})`)
    expect(express([...guarded, ...half].join('\n'))).toEqual([])
  })

  it('says nothing of a service that guards nothing, or one route', () => {
    expect(express(`app.post('/orders', ${REMOVE})\napp.delete('/orders/:id', ${REMOVE})`)).toEqual([])
    expect(express(`${POST}\napp.delete('/orders/:id', ${REMOVE})`)).toEqual([])
  })

  it.each([
    ['without a dependency', 'def remove(id: int):\n    return store.remove(id)', ['DELETE /orders/:id']],
    [
      'with a database alone',
      'def remove(id: int, db=Depends(get_db)):\n    return store.remove(id)',
      ['DELETE /orders/:id'],
    ],
    ['with the user', 'def remove(id: int, user=Depends(get_current_user)):\n    return store.remove(id)', []],
    [
      'with the user in the type',
      'def remove(id: int, user: Annotated[str, Depends(get_current_user)]):\n    return store.remove(id)',
      [],
    ],
    ['with the user by a name of the type', 'def remove(id: int, who: CurrentUser):\n    return store.remove(id)', []],
    ['with a role', 'def remove(id: int, _=Depends(require_admin)):\n    return store.remove(id)', []],
    ['with the request', 'def remove(id: int, request: Request):\n    return store.remove(request)', []],
    [
      'with a dependency of an unknown kind',
      'def remove(id: int, gate=Depends(get_gate)):\n    return store.remove(id)',
      [],
    ],
  ])('of FastAPI: %s', (_, handler, expected) => {
    const guarded = ['post("/orders")', 'put("/orders/{id}")'].map(
      (route, at) => `@app.${route}\ndef f${at}(user=Depends(get_current_user)):\n    return store.save(user)`,
    )
    expect(fastapi(`${guarded.join('\n')}\n@app.delete("/orders/{id}")\n${handler}\n`)).toEqual(expected)
  })

  it.each([
    ['open', 'r.DELETE("/orders/:id", remove)', ['DELETE /orders/:id']],
    ['in a group with a guard', 'g := r.Group("/", Auth)\ng.DELETE("/orders/:id", remove)', []],
    ['behind a guard of all', 'r.Use(Auth)\nr.DELETE("/orders/:id", remove)', []],
  ])('of gin: %s', (_, line, expected) => {
    expect(gin(`r.POST("/orders", Auth, save)\nr.PUT("/orders/:id", Auth, save)\n${line}`)).toEqual(expected)
  })

  it.each([
    ['after a group with a guard', 'r.Delete("/{id}", remove)', ['DELETE /api/orders/:id']],
    ['in the group', 'r.With(auth).Delete("/{id}", remove)', []],
  ])('of chi, in routers within routers: %s', (_, line, expected) => {
    const main = `package main\nimport (\n\t"net/http"\n\t"github.com/go-chi/chi/v5"\n)\nfunc auth(next http.Handler) http.Handler {\n\treturn http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {\n\t\tif r.Header.Get("Authorization") == "" {\n\t\t\tw.WriteHeader(401)\n\t\t\treturn\n\t\t}\n\t\tnext.ServeHTTP(w, r)\n\t})\n}\nfunc save(w http.ResponseWriter, r *http.Request) { w.WriteHeader(201) }\nfunc remove(w http.ResponseWriter, r *http.Request) { w.WriteHeader(204) }\nfunc main() {\n\tr := chi.NewRouter()\n\tr.Route("/api", func(r chi.Router) {\n\t\tr.Route("/orders", func(r chi.Router) {\n\t\t\tr.Group(func(r chi.Router) {\n\t\t\t\tr.Use(auth)\n\t\t\t\tr.Post("/", save)\n\t\t\t\tr.Put("/{id}", save)\n\t\t\t})\n\t\t\t${line}\n\t\t})\n\t})\n\thttp.ListenAndServe(":8080", r)\n}\n`
    const Dockerfile =
      'FROM golang:1.26 AS b\nCOPY . .\nRUN go build -o /api .\nFROM scratch\nCOPY --from=b /api /api\nCMD ["/api"]\n'
    expect(doors({ Dockerfile, 'go.mod': 'module example.com/api\ngo 1.26\n', 'main.go': main })).toEqual(expected)
  })

  it.each([
    ['documents', "app.use('/documents', express.static('documents'))", ['the files below /documents']],
    ['behind a guard', "app.use('/documents', authenticate, express.static('documents'))", []],
    ['pictures', "app.use('/images', express.static('images'))", []],
    ['uploads of which nothing says that they are private', "app.use('/uploads', express.static('uploads'))", []],
  ])('of folders: %s', (_, line, expected) => {
    expect(express(`${POST}\n${PUT}\n${line}`)).toEqual(expected)
  })

  it.each([
    [
      'rooms by name',
      "io.on('connection', socket => socket.on('open', id => socket.join(id)))",
      ['the WebSocket server'],
    ],
    ['one room', "io.on('connection', socket => socket.join('news'))", []],
    [
      'a check of the handshake',
      "io.use((socket, next) => next())\nio.on('connection', socket => socket.on('open', id => socket.join(id)))",
      [],
    ],
    [
      'a token in the message',
      "io.on('connection', socket => socket.on('open', m => { check(m.token); socket.join(m.id) }))",
      [],
    ],
  ])('of sockets: %s', (_, code, expected) => {
    const rooms = `import { Server } from 'socket.io'\nexport function rooms(server) {\nconst io = new Server(server)\n${code}\n}`
    const main = `${POST}\n${PUT}\nimport { createServer } from 'node:http'\nimport { rooms } from './rooms.js'\nrooms(createServer(app))`
    expect(express(main, { 'src/rooms.js': rooms })).toEqual(expected)
  })
})
