import { Module } from '@nestjs/common'
import { OldHealthController } from './old-health.controller'

/** No module imports this one. */
@Module({ controllers: [OldHealthController] })
export class DeadModule {}
