import { Router } from 'express'
import { PATHS } from '../config'
import invoices from './invoices'
import { router as orders } from './orders'
import { suppliers } from './suppliers'
import usersRouter from './users'

export { default as healthRouter } from './health'
export { usersRouter }

const router = Router()

router.use('/users', usersRouter)
router.use('/orders', orders)
router.use(PATHS.Invoices, invoices)
router.use(PATHS['Suppliers'], suppliers)

export default router
