import { Body, Controller, Get, Patch, Post, Put, Version } from '@nestjs/common'
import { BaseController } from '../common/base.controller'

@Controller('users')
export class UsersController extends BaseController {
  @Patch(':id')
  update(@Body() body: unknown) {
    return body
  }

  @Version('2')
  @Put(':id')
  replace(@Body() body: unknown) {
    return body
  }

  @Version(['2', '3'])
  @Get(':id/roles')
  roles() {
    return []
  }

  @Post()
  override create() {
    return {}
  }
}
