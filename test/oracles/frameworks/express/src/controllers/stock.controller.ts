import { Router, type Request, type Response } from 'express'

export class StockController {
  router: Router

  constructor(private readonly name: string) {
    this.router = Router()
    this.router.get(`/${this.name}`, this.list)
    this.router.post('/' + this.name + '/movements', this.list)
  }

  list(_req: Request, res: Response): void {
    res.json([])
  }
}
