exports.handlers = { GET: () => new Response(''), POST: () => new Response('') }
