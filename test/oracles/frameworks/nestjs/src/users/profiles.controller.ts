import { Controller, Get, Put } from '@nestjs/common'

const PATH = 'users/:userId/profile'

@Controller(PATH)
export class ProfilesController {
  @Get()
  find() {
    return {}
  }

  @Put(`avatar`)
  avatar() {
    return {}
  }
}
