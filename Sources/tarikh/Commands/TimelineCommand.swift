import ArgumentParser

/// What happened when.
struct TimelineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline", abstract: "Show events in the order of their dates.",
        discussion: "Works while the service runs.")

    @OptionGroup var options: DataOptions
    @OptionGroup var filters: FilterOptions
    @OptionGroup var answer: AnswerOptions

    private struct Row: Decodable {
        struct Day: Decodable {
            let edtf: String
        }
        struct Participant: Decodable {
            let label: String?
        }

        let date: Day?
        let title: AnswerPage<Row>.Words
        let participants: [Participant]
        let articles: [String]
    }

    func run() throws {
        let question = APIQuestion(
            path: "/v1/timeline", parameters: filters.parameters + [("limit", String(answer.limit))])
        try Answer.write(
            question, options.read(), asJSON: answer.json,
            columns: [
                Table.Column(title: "DATE"), Table.Column(title: "ARTICLE"),
                Table.Column(title: "EVENT", share: 3), Table.Column(title: "WHO", share: 2),
            ]
        ) { (row: Row) in
            [
                row.date?.edtf ?? "", row.articles.joined(separator: " "), row.title.text,
                row.participants.compactMap(\.label).joined(separator: ", "),
            ]
        }
    }
}
