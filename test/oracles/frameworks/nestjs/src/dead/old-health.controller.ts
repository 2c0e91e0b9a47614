import { Controller, Get } from '@nestjs/common'

@Controller('old-health')
export class OldHealthController {
  @Get('live')
  live() {
    return 'ok'
  }
}
