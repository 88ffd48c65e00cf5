/// Why nothing was trained.
enum TrainingError: Error, CustomStringConvertible {
    case labelMap(String)
    case noSentences
    case tooManyTypes
    case language(String)
    case clusters(file: String, line: Int)

    var description: String {
        switch self {
        case .labelMap(let pair): "'\(pair)' is not FROM=TO"
        case .noSentences: "there are no sentences with names to learn from"
        case .tooManyTypes: "a model has at most seven types of names"
        case .language(let code): "'\(code)' is no language that can be read: ar, en, fa"
        case .clusters(let file, let line): "\(file):\(line): not a word and one to four numbers from 1 to 65535"
        }
    }
}
