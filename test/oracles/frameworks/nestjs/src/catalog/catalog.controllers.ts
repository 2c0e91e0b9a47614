import { Controller, Get } from '@nestjs/common'
import { CATALOG } from '../common/constants'

@Controller(CATALOG.root)
export class CatalogController {
  @Get(CATALOG.items)
  items() {
    return []
  }

  @Get(`${CATALOG.items}/:sku`)
  item() {
    return {}
  }
}

@Controller([`${CATALOG.root}/search`, 'search'])
export class SearchController {
  @Get()
  search() {
    return []
  }

  @Get(['recent', 'popular'])
  recent() {
    return []
  }
}
