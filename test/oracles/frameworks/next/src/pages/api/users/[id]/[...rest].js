export default async function rest(request, response) {
  response.json({})
}
