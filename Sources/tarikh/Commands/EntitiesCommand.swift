import ArgumentParser

/// Who and what is named.
struct EntitiesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entities", abstract: "Show who and what is named, most often first.",
        discussion: "Works while the service runs.")

    @OptionGroup var options: DataOptions
    @OptionGroup var answer: AnswerOptions

    @Option(
        help: ArgumentHelp("Only of these types: person, org, place, product, event.", valueName: "types"))
    var type: String?

    @Argument(help: "Only with these letters in a name, in any language.")
    var name: String?

    private struct Row: Decodable {
        let id: String
        let type: String
        let label: AnswerPage<Row>.Words
        let articles: Int
        let mentions: Int
        let first: String?
        let last: String?
    }

    func run() throws {
        let question = APIQuestion(
            path: "/v1/entities", parameters: [("q", name), ("type", type), ("limit", String(answer.limit))])
        try Answer.write(
            question, options.read(), asJSON: answer.json,
            columns: [
                Table.Column(title: "ID"), Table.Column(title: "TYPE"), Table.Column(title: "ARTICLES"),
                Table.Column(title: "MENTIONS"), Table.Column(title: "FIRST"), Table.Column(title: "LAST"),
                Table.Column(title: "NAME", share: 1),
            ]
        ) { (row: Row) in
            [
                row.id, row.type, String(row.articles), String(row.mentions), row.first ?? "",
                row.last ?? "", row.label.text,
            ]
        }
    }
}
