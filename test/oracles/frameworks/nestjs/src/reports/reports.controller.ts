import { Controller, Delete, Get, VERSION_NEUTRAL } from '@nestjs/common'

@Controller({ path: 'reports', version: VERSION_NEUTRAL })
export default class ReportsControllerBase {
  @Get(':id')
  find() {
    return {}
  }

  @Delete(':id')
  remove() {
    return {}
  }
}

export { ReportsControllerBase as ReportsController }
