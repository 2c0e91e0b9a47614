import { Controller, Get, Module } from '@nestjs/common'
import { AuditModule } from './audit.module'

@Controller('settings')
class SettingsController {
  @Get()
  list() {
    return []
  }
}

@Module({ imports: [AuditModule], controllers: [SettingsController] })
export class AdminModule {}
