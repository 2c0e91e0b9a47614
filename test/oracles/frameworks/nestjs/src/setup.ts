import 'reflect-metadata'
import { type INestApplication, RequestMethod, VersioningType } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { AppModule } from './app.module'
import { GLOBAL_PREFIX } from './common/constants'

export async function createApp(): Promise<INestApplication> {
  const app = await NestFactory.create(AppModule, { logger: false, cors: true })
  configure(app)
  return app
}

function configure(app: INestApplication): void {
  app.setGlobalPrefix(GLOBAL_PREFIX, {
    exclude: [
      'health',
      { path: 'metrics', method: RequestMethod.GET },
      'status/*splat',
      { path: 'reports/:id', method: RequestMethod.DELETE },
    ],
  })
  app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' })
}
