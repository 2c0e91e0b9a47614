export const listItems = async () => []
export const findItem = async () => ({})
