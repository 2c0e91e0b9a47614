import { Get, Post } from '@nestjs/common'
import { ApiController } from '../common/api-controller.decorator'

@ApiController('orders/:orderId/lines')
export class LinesController {
  @Get()
  list() {
    return []
  }

  @Post()
  create() {
    return {}
  }
}
