/// A value of the configuration file or the environment.
enum ConfigurationValue: Decodable, Sendable, Hashable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case texts([String])
    /// An object or something else that no setting takes.
    case other

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        // Each attempt fails when the value has another type.
        if value.decodeNil() {
            self = .null
        } else if let flag = try? value.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let texts = try? value.decode([String].self) {
            self = .texts(texts)
        } else {
            self = .other
        }
    }

    /// A number, in the environment as its digits.
    var number: Double? {
        switch self {
        case .number(let number): number
        case .text(let text): Double(text)
        default: nil
        }
    }

    var flag: Bool? {
        switch self {
        case .flag(let flag): flag
        case .text("true"), .text("1"): true
        case .text("false"), .text("0"): false
        default: nil
        }
    }
}
