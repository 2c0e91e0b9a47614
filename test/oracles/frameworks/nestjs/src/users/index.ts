export { UsersController } from './users.controller'
export * from './profiles.controller'
