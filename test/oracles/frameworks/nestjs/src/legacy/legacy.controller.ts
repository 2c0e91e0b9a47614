import { Controller, Get } from '@nestjs/common'

/** Neither does any module name this one. */
@Controller('legacy')
export class LegacyController {
  @Get()
  list() {
    return []
  }
}
