import { Delete, Get, Param, Post } from '@nestjs/common'

export abstract class BaseController {
  @Get()
  list() {
    return []
  }

  @Get(':id')
  find(@Param('id') id: string) {
    return { id }
  }

  @Post()
  create() {
    return {}
  }

  @Delete(':id')
  remove(@Param('id') id: string) {
    return { id }
  }
}
