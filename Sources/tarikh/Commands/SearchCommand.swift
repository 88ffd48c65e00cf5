import ArgumentParser

/// Where it is said.
struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Search the articles' text.",
        discussion: "Works while the service runs.")

    @OptionGroup var options: DataOptions
    @OptionGroup var filters: FilterOptions
    @OptionGroup var answer: AnswerOptions

    @Argument(help: #"Words, "a phrase", OR, -not, word*."#)
    var query: String

    private struct Row: Decodable {
        let articleID: String
        let score: Double
        let title: AnswerPage<Row>.Words?
        let snippets: [AnswerPage<Row>.Words]

        enum CodingKeys: String, CodingKey {
            case score, title, snippets
            case articleID = "article_id"
        }
    }

    func run() throws {
        let parameters = [("q", query), ("limit", String(answer.limit))]
        let question = APIQuestion(path: "/v1/search", parameters: parameters + filters.parameters)
        try Answer.write(
            question, options.read(), asJSON: answer.json,
            columns: [
                Table.Column(title: "ARTICLE"), Table.Column(title: "SCORE"),
                Table.Column(title: "TITLE", share: 2), Table.Column(title: "TEXT", share: 3),
            ]
        ) { (row: Row) in
            let score = (row.score * 100).rounded() / 100
            return [row.articleID, String(score), row.title?.text ?? "", row.snippets.first?.text ?? ""]
        }
    }
}
