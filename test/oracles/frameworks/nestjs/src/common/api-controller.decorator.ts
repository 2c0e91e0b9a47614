import { applyDecorators, Controller } from '@nestjs/common'

export const ApiController = (path: string) => applyDecorators(Controller({ path, version: '2' }))
