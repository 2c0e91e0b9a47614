class CustomersController {
  async list(req, res) {
    res.json([])
  }

  async create(req, res) {
    res.json({})
  }

  find(req, res) {
    res.json({})
  }

  remove(req, res) {
    res.json({})
  }
}

module.exports = new CustomersController()
