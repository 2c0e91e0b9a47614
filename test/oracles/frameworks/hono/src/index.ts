import app from './app'

export default {
  port: Number(process.env.PORT ?? 8787),
  fetch: app.fetch,
}
