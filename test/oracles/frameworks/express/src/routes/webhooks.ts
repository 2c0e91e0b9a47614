import type { Express } from 'express'

const providers = ['stripe', 'paypal'] as const

export function registerWebhooks(app: Express, prefix: string): void {
  for (const provider of providers) {
    app.post(`${prefix}/${provider}`, (_req, res) => void res.sendStatus(204))
  }
}
