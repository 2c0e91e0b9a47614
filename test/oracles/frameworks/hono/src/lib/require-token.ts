import type { MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'

export const requireToken: MiddlewareHandler = async (c, next) => {
  if (!c.req.header('authorization')) throw new HTTPException(401)
  await next()
}
