import { Router } from 'express'

const ID = ':invoiceId'
const SUB = { lines: 'lines', pdf: 'pdf' }

const invoices = Router()

invoices.get('/', (_req, res) => void res.json([]))
invoices.get(`/${ID}`, (_req, res) => void res.json({}))
invoices.get(`/${ID}/${SUB.lines}`, (_req, res) => void res.json([]))
invoices.get(['/' + ID + '/' + SUB.pdf, `/${ID}/print`], (_req, res) => void res.json({}))

export { invoices as default }
