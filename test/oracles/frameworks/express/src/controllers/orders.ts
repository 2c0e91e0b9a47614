import type { Request, Response } from 'express'

export const list = (_req: Request, res: Response) => void res.json([])
export async function create(_req: Request, res: Response): Promise<void> {
  res.json({})
}
export const find = (_req: Request, res: Response) => void res.json({})
const replaceOrder = (_req: Request, res: Response) => void res.json({})
const remove = (_req: Request, res: Response) => void res.json({})
export { remove, replaceOrder as replace }
