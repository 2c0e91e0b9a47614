import { Module } from '@nestjs/common'
import { RouterModule } from '@nestjs/core'
import { AdminModule } from './admin/admin.module'
import { AuditModule } from './admin/audit.module'
import { AppController } from './app.controller'
import { CatalogModule } from './catalog/catalog.module'
import { HealthModule } from './health/health.module'
import { OrdersModule } from './orders/orders.module'
import { ReportsModule } from './reports/reports.module'
import { UsersModule } from './users/users.module'

@Module({
  imports: [
    HealthModule,
    UsersModule,
    OrdersModule,
    CatalogModule.forRoot({ withSearch: true }),
    ReportsModule.register(),
    AdminModule,
    RouterModule.register([
      { path: 'admin', module: AdminModule, children: [{ path: 'audit', module: AuditModule }] },
    ]),
  ],
  controllers: [AppController],
})
export class AppModule {}
