import { Controller, Module, Post } from '@nestjs/common'

@Controller('schedules')
class SchedulesController {
  @Post('run')
  run() {
    return {}
  }
}

@Module({ controllers: [SchedulesController] })
export class ScheduleModule {}
