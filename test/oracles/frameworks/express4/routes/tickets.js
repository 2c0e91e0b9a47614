const express = require('express')

const tickets = express.Router({ caseSensitive: true })

const BASE = '/open'
tickets.get(BASE, (req, res) => res.json([]))
tickets.get(BASE + '/:id', (req, res) => res.json({}))
tickets.get(['/mine', '/yours', /^\/any(one|body)$/], (req, res) => res.json([]))
tickets.post('/:id/close', [(req, res, next) => next(), (req, res) => res.json({})])
tickets.put('/:id', (req, res) => res.json({}))
tickets.head('/:id', (req, res) => res.end())
tickets.options('/:id', (req, res) => res.end())

module.exports = tickets
