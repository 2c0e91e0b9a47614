import type { Context, Next } from 'koa'

export async function authenticate(ctx: Context, next: Next): Promise<void> {
  if (!ctx.headers.authorization) ctx.throw(401, 'who are you')
  await next()
}
