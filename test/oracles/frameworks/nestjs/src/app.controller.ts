import { All, Controller, Get, Head, Options, VERSION_NEUTRAL, Version } from '@nestjs/common'

@Controller()
export class AppController {
  @Get()
  root() {
    return 'hello'
  }

  @Version(VERSION_NEUTRAL)
  @Get('metrics')
  metrics() {
    return ''
  }

  @Get(['ping', 'pong'])
  ping() {
    return 'ok'
  }

  @All('echo')
  echo() {
    return 'ok'
  }

  @Head('probe')
  probe() {}

  @Options('/probe/')
  options() {}

  @Get('files/*path')
  files() {
    return ''
  }
}
