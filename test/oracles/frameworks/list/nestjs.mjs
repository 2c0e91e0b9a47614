/**
 * Prints the routes of a NestJS application as JSON: [method, path, answer]. Nest enters them into Express, whose stack is
 * walked; each route is then asked for over HTTP.
 *
 *     node --import tsx nestjs.mjs <module that exports createApp>
 */
import { resolve } from 'node:path'
import { answers, expressRoutes, print } from './common.mjs'

const loaded = await import(resolve(process.argv[2]))
const app = await (loaded.createApp ?? loaded.default.createApp)()
// Nest answers 404 with routes of its own.
app.getHttpAdapter().setNotFoundHandler = () => {}
await app.init()
const express = app.getHttpAdapter().getInstance()
print(await answers(express, expressRoutes(express)))
