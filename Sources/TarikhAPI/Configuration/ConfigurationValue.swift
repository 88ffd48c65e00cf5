/// A value of the configuration file or the environment.
enum ConfigurationValue: Decodable, Sendable, Hashable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case texts([String])
    case numbers([Double])
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
        } else if let numbers = try? value.decode([Double].self) {
            self = .numbers(numbers)
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

    /// Numbers, in the environment with commas between them.
    var numbers: [Double]? {
        switch self {
        case .numbers(let numbers): return numbers
        case .number(let number): return [number]
        case .text(let text):
            let parts = text.split(whereSeparator: { $0 == "," || $0 == " " })
            let numbers = parts.compactMap { Double($0) }
            return numbers.count == parts.count ? numbers : nil
        default: return nil
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
