import ArgumentParser

/// Where it is said.
struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Search the articles' text.",
        discussion: "Works while the service runs.")

    @OptionGroup var options: DataOptions
    @OptionGroup var filters: FilterOptions
    @OptionGroup var answer: AnswerOptions

    @Option(help: "How words combine: auto, and, or.")
    var op: String?

    @Option(help: "What counts as the same word: exact, folded, stem.")
    var match: String?

    @Option(help: ArgumentHelp("Only words in these parts: title, body.", valueName: "part"))
    var `in`: String?

    @Option(help: "How far names reach across languages: alias, translit, off.")
    var xling: String?

    @Option(help: "How many letters may be wrong: auto, 0, 1, 2.")
    var typo: String?

    @Argument(
        help:
            #"Words, "a phrase", OR, AND, -not, word*, a NEAR/5 b, title:word, entity:name, date:1992/1993, (groups)."#
    )
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
        let parameters = [
            ("q", query), ("limit", String(answer.limit)), ("op", op), ("match", match), ("in", `in`),
            ("xling", xling), ("typo", typo),
        ]
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
