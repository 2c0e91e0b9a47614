import { Module } from '@nestjs/common'
import { LinesController } from './lines.controller'
import { OrdersController } from './orders.controller'

@Module({ controllers: [OrdersController] })
class OrdersCoreModule {}

@Module({ imports: [OrdersCoreModule], controllers: [LinesController], exports: [OrdersCoreModule] })
export class OrdersModule {}
