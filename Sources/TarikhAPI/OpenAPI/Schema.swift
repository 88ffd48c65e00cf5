/// What a JSON value may be, as far as the API needs it (JSON Schema 2020-12).
indirect enum Schema: Sendable, Hashable {
    /// Least and most, both included; `nil` where there is no bound.
    struct Bounds: Sendable, Hashable {
        var least: Int?
        var most: Int?

        static let none = Bounds()
    }

    /// A member of an object.
    struct Member: Sendable, Hashable {
        var name: String
        var schema: Schema
        var meaning = ""
        var isRequired = true
    }

    case any, null, boolean
    /// Bounds count code points.
    case string(format: String? = nil, pattern: String? = nil, Bounds = .none)
    case integer(Bounds), number(Bounds)
    /// One of these texts.
    case words([String])
    /// A component by its name.
    case reference(String)
    case array(Schema, Bounds = .none)
    /// An object with members of any name.
    case map(Schema)
    /// A closed one has no other members; of those that `needs` names it has one at least.
    case object([Member], isClosed: Bool = false, needs: [String] = [])
    case either([Schema])
    /// Written as JSON.
    case raw(String)

    /// Whether it says nothing of JSON: it could not be read.
    static let unreadable = Schema.raw("false")

    /// One of the texts of `choices`.
    static func choice<Choice: RawRepresentable<String>>(_ choices: [Choice]) -> Schema {
        .words(choices.map(\.rawValue))
    }
}
