import Articles

/// What a gazetteer says of a token: the kind of the name, its form, and where in the name the token stands.
enum KnownCode {
    /// Codes are 1…count; 0 is no name.
    static let count = 5 * 3 * 4

    static func make(_ kind: Entity.Kind, _ form: Mention.Form, first: Bool, last: Bool) -> UInt8 {
        let kindIndex: UInt8 =
            switch kind {
            case .person: 0
            case .organisation: 1
            case .place: 2
            case .product: 3
            case .event: 4
            }
        let formIndex: UInt8 =
            switch form {
            case .name: 0
            case .adjective: 1
            case .acronym: 2
            }
        let position: UInt8 = first ? last ? 0 : 1 : last ? 3 : 2
        return 1 + (kindIndex * 3 + formIndex) * 4 + position
    }
}
