const handler = async () => Response.json({})

export { handler as GET, handler as PUT }
export const DELETE = async () => Response.json({}), PATCH = handler
