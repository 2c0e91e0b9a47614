import { type DynamicModule, Module } from '@nestjs/common'
import { CatalogController, SearchController } from './catalog.controllers'

@Module({})
export class CatalogModule {
  static forRoot(options: { withSearch: boolean }): DynamicModule {
    return {
      module: CatalogModule,
      controllers: options.withSearch ? [CatalogController, SearchController] : [CatalogController],
    }
  }
}
