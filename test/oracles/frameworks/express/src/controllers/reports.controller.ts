import { Router, type Request, type Response } from 'express'

export class ReportsController {
  public readonly path = '/reports'
  public readonly router = Router()

  constructor() {
    this.initializeRoutes()
  }

  private initializeRoutes(): void {
    this.router.get(this.path, this.index)
    this.router.get(`${this.path}/daily`, this.daily.bind(this))
    this.router.get(`${this.path}/:year/:month`, (req, res) => this.month(req, res))
  }

  private index = (_req: Request, res: Response): void => {
    res.json([])
  }

  private daily(_req: Request, res: Response): void {
    res.json([])
  }

  private month(_req: Request, res: Response): void {
    res.json([])
  }
}
