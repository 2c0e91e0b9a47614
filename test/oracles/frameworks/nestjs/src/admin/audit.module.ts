import { Controller, Get, Module } from '@nestjs/common'

@Controller({ version: '2' })
class AuditController {
  @Get()
  list() {
    return []
  }

  @Get('entries/:id')
  entry() {
    return {}
  }
}

@Module({ controllers: [AuditController] })
export class AuditModule {}
