/// What every list says about itself.
struct AnswerPage<Item: Decodable>: Decodable {
    struct Extent: Decodable {
        let total: Int
    }

    struct Words: Decodable {
        let text: String
    }

    let items: [Item]
    let page: Extent
}
