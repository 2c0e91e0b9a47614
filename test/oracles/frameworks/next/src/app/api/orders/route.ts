import { createOrder, listOrders } from '../../../lib/orders'

export const GET = listOrders
export { createOrder as POST }
