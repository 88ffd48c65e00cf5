import Foundation
import TarikhAPI

/// Writes an answer of the API as it is, or as a table.
enum Answer {
    static func write<Item: Decodable>(
        _ question: APIQuestion, _ configuration: Configuration, asJSON: Bool, columns: [Table.Column],
        row: (Item) -> [String]
    ) throws(CommandFailure) {
        let json = try question.answer(configuration)
        if asJSON { return try StandardOutput.write(bytes: json + [UInt8(ascii: "\n")]) }
        let page: AnswerPage<Item>
        do {
            page = try JSONDecoder().decode(AnswerPage<Item>.self, from: Data(json))
        } catch {
            throw CommandFailure(.failed, "The answer can't be read: \(error)")
        }
        if !page.items.isEmpty {
            let table = Table(columns: columns, rows: page.items.map(row))
            for line in table.lines(width: Terminal.width) { try StandardOutput.write(line) }
        }
        if let corrected = page.query?.corrected {
            try StandardOutput.write("Also searched for: \(corrected)")
        }
        try StandardOutput.write("\(page.items.count) of \(page.page.total)")
    }
}
