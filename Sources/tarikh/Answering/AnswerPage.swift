/// What every list says about itself.
struct AnswerPage<Item: Decodable>: Decodable {
    struct Extent: Decodable {
        let total: Int
    }

    struct Words: Decodable {
        let text: String
    }

    /// A search's query with words in the place of those that nothing has.
    struct Understanding: Decodable {
        let corrected: String?
    }

    let items: [Item]
    let query: Understanding?
    let page: Extent
}
