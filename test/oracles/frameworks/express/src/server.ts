import { createServer } from 'node:http'
import { createApp } from './app'
import { settings } from './config'

async function main(): Promise<void> {
  const app = createApp()
  const server = createServer(app)
  server.listen(settings.port, () => console.log(`listening on ${settings.port}`))
}

void main()
