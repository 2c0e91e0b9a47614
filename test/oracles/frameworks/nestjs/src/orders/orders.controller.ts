import { Controller, Get, Post } from '@nestjs/common'
import { BaseController } from '../common/base.controller'

enum Action {
  Cancel = 'cancel',
  Ship = 'ship',
}

@Controller({ path: '/orders/', version: ['1', '2'] })
export class OrdersController extends BaseController {
  override list() {
    return []
  }

  @Get('mine')
  mine() {
    return []
  }

  @Post(`:id/${Action.Cancel}`)
  cancel() {
    return {}
  }

  @Post(':id/' + Action.Ship)
  ship() {
    return {}
  }
}
