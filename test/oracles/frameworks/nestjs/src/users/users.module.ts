import { Module } from '@nestjs/common'
import { ProfilesController, UsersController } from './index'

const controllers = [UsersController, ProfilesController]

@Module({ controllers: [...controllers] })
export class UsersModule {}
