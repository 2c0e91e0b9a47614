import { Controller, Get, VERSION_NEUTRAL } from '@nestjs/common'

@Controller({ path: 'health', version: VERSION_NEUTRAL })
export class HealthController {
  @Get()
  check() {
    return { status: 'ok' }
  }

  @Get('live')
  live() {
    return { status: 'ok' }
  }

  @Get('/ready')
  ready() {
    return { status: 'ok' }
  }
}
