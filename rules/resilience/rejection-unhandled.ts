import type { Service } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

type Uncaught = NonNullable<Service['rejections']>['uncaught'][number]

const COMPOSE = `
          services: { api: { build: ., ports: ["3000:3000"] } }
        `
const DOCKERFILE = `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `

export default defineRule({
  id: 'resilience/rejection-unhandled',
  title: 'An error in one request ends the whole process',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'B',
  since: '0.1.0',
  effort: 'hours',
  why: 'Express 4 does not wait for handlers: what an asynchronous one throws is heard by nobody, the error handler included. Node.js ends the process then, with all the requests that it was answering, because of one id that is not one, or one moment without the database. Where something keeps the process alive, the client waits until it gives up.',
  fix: 'Move to Express 5, which passes such errors on to the error handler: `npm install express@5`. Or load `express-async-errors` before the routes, or put a `try` with `next(error)` around what each handler does.',
  refs: [
    'https://expressjs.com/en/guide/error-handling.html',
    'https://nodejs.org/api/cli.html#--unhandled-rejectionsmode',
    'https://nodejs.org/api/process.html#event-unhandledrejection',
  ],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail, unverified }) {
    for (const service of system.services) {
      const { rejections } = service
      if (!rejections) continue
      const { passedOn, survives, uncaught } = rejections
      const [first, ...others] = uncaught
      if (!first || passedOn === 'yes') pass(service)
      else if (passedOn === 'unknown')
        unverified(service, first, 'which version of Express passes on what its handlers throw is not known')
      else
        fail(
          service,
          first,
          `nothing catches ${wordsOf(first)} of ${service.name}, and Express 4 hears nothing of it: ${end(survives)}`,
          {
            key: 'handlers',
            ...(survives ? { severity: 'medium' as const } : {}),
            related: others.slice(0, 10).map(one => ({ at: one.at, message: `nor ${wordsOf(one)}` })),
          },
        )
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': COMPOSE,
        Dockerfile: DOCKERFILE,
        'package.json': '{ "name": "shop", "dependencies": { "express": "^4.21.0", "mongoose": "^8.0.0" } }',
        'server.js': `
          const express = require('express')
          const orders = require('./orders')
          const app = express()
          app.get('/orders/:id', orders.one)
          app.post('/orders', orders.add)
          app.use((error, req, res, next) => res.status(500).json({ message: error.message }))
          app.listen(3000)
        `,
        'orders.js': `
          const mongoose = require('mongoose')
          const Order = mongoose.model('Order', new mongoose.Schema({ number: String }))
          exports.one = async (req, res) => {
            const order = await Order.findById(req.params.id) //! nothing catches what Order.findById fails with in GET /orders/:id of api, and Express 4 hears nothing of it: the process ends
            res.json(order)
          }
          exports.add = async (req, res) => {
            try {
              res.json(await new Order(req.body).save())
            } catch (error) {
              res.status(500).end()
            }
          }
        `,
      },
      {
        // Behind a service, with somebody who hears of it and answers nothing.
        'compose.yaml': COMPOSE,
        Dockerfile: DOCKERFILE,
        'package.json': '{ "name": "shop", "dependencies": { "express": "4.18.2", "axios": "1.7.0" } }',
        'server.js': `
          import express from 'express'
          import { rates } from './rates.js'
          const app = express()
          process.on('unhandledRejection', error => console.error(error))
          app.get('/rates', async (req, res) => {
            const found = await rates(req.query.currency) //! nothing catches what rates fails with in GET /rates of api, and Express 4 hears nothing of it: the request is never answered
            res.json(found)
          })
          app.listen(3000)
        `,
        'rates.js': `
          import axios from 'axios'
          export async function rates(currency) {
            const { data } = await axios.get('https://rates.example.com/' + currency)
            return data
          }
        `,
      },
      {
        'compose.yaml': COMPOSE,
        Dockerfile: DOCKERFILE,
        'package.json': '{ "name": "shop", "dependencies": { "express": "~4.19.2" } }',
        'server.js': `
          const express = require('express')
          const jwt = require('jsonwebtoken')
          const app = express()
          const known = async (req, res, next) => {
            req.user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET) //! nothing catches what jwt.verify fails with in known before GET /me of api
            next()
          }
          app.get('/me', known, (req, res) => res.json(req.user))
          app.delete('/me', async (req, res) => {
            if (!req.headers.authorization) throw new Error('who are you?')
            res.end()
          })
          app.listen(3000)
        `,
      },
    ],
    good: [
      {
        // Caught, where it happens or before it gets here.
        'compose.yaml': COMPOSE,
        Dockerfile: DOCKERFILE,
        'package.json': '{ "name": "shop", "dependencies": { "express": "^4.21.0", "mongoose": "^8.0.0" } }',
        'server.js': `
          const express = require('express')
          const jwt = require('jsonwebtoken')
          const { Order, count } = require('./orders')
          const app = express()
          const wrap = handler => (req, res, next) => Promise.resolve(handler(req, res, next)).catch(next)
          app.get('/a', async (req, res, next) => {
            try {
              res.json(await Order.findOne())
            } catch (error) {
              next(error)
            }
          })
          app.get('/b', wrap(async (req, res) => res.json(await Order.findOne())))
          app.get('/c', async (req, res, next) => {
            const order = await Order.findOne().catch(next)
            res.json(order)
          })
          app.get('/d', (req, res, next) => Order.findOne().then(order => res.json(order), next))
          app.get('/e', async (req, res) => res.json(await count()))
          app.get('/f', async (req, res) => res.end('here'))
          const known = async (req, res, next) => {
            try {
              req.user = jwt.verify(req.headers.authorization, process.env.JWT_SECRET)
              next()
            } catch {
              res.status(401).end()
            }
          }
          app.get('/g', known, (req, res) => res.json(req.user))
          app.listen(3000)
        `,
        'orders.js': `
          const mongoose = require('mongoose')
          const Order = mongoose.model('Order', new mongoose.Schema({ number: String }))
          async function count() {
            try {
              return await Order.countDocuments()
            } catch (error) {
              return 0
            }
          }
          module.exports = { Order, count }
        `,
      },
      {
        // Express 5, and a package that does the same for Express 4.
        'compose.yaml': `
          services:
            api: { build: ., ports: ["3000:3000"] }
            shop: { build: shop, ports: ["3001:3001"] }
        `,
        Dockerfile: DOCKERFILE,
        'package.json': '{ "name": "api", "dependencies": { "express": "^5.1.0" } }',
        'server.js': `
          const express = require('express')
          const app = express()
          app.get('/rates', async (req, res) => res.json(await fetch('https://rates.example.com')))
          app.listen(3000)
        `,
        'shop/Dockerfile': DOCKERFILE,
        'shop/package.json':
          '{ "name": "shop", "dependencies": { "express": "^4.21.0", "express-async-errors": "3.1.1" } }',
        'shop/server.js': `
          require('express-async-errors')
          const express = require('express')
          const app = express()
          app.get('/rates', async (req, res) => res.json(await fetch('https://rates.example.com')))
          app.listen(3001)
        `,
      },
    ],
  },
})

function wordsOf({ call, route, within }: Uncaught): string {
  const asked = `${route.method === '*' ? '' : `${route.method} `}${route.path}`
  const where = within === undefined ? asked : `${within} before ${asked}`
  return call === 'throw' ? `the error that is thrown in ${where}` : `what ${call} fails with in ${where}`
}

function end(survives: boolean): string {
  return survives ? 'the request is never answered' : 'the process ends'
}
