import { Hono } from 'hono'

const RESOURCES = ['carts', 'wishes']

export function createShop(currency: string): Hono {
  const shop = new Hono()
  for (const name of RESOURCES) {
    shop.get(`/${name}`, c => c.json({ currency }))
    shop.post(`/${name}/:id/items`, c => c.json({ currency }))
  }
  return shop
}
