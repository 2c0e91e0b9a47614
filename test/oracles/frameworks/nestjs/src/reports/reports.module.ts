import { type DynamicModule, Module } from '@nestjs/common'
import { ReportsController } from './reports.controller'
import { ScheduleModule } from './schedule.module'

@Module({ controllers: [ReportsController] })
export class ReportsModule {
  static register(): DynamicModule {
    const modules = [ScheduleModule]
    return { module: ReportsModule, imports: modules }
  }
}
