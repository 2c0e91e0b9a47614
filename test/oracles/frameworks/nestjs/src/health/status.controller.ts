import { Controller, Get, VERSION_NEUTRAL } from '@nestjs/common'

@Controller({ path: ['status', 'state'], version: [VERSION_NEUTRAL, '1'] })
export class StatusController {
  @Get()
  check() {
    return {}
  }

  @Get('deep/:name')
  deep() {
    return {}
  }
}
