/// Why nothing was trained.
enum TrainingError: Error, CustomStringConvertible {
    case labelMap(String)
    case noSentences
    case types
    case language(String)
    case list(file: String, line: Int)

    var description: String {
        switch self {
        case .labelMap(let pair): "'\(pair)' is not FROM=TO"
        case .noSentences: "there are no sentences with names to learn from"
        case .types: "a model has one to seven types of names"
        case .language(let code): "'\(code)' is no language that can be read: ar, en, fa"
        case .list(let file, let line): "\(file):\(line): not a word and what the list says of words"
        }
    }
}
