/// What finds names beside the model.
package struct NameRules: OptionSet, Sendable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Names and adjectives of the gazetteer.
    package static let gazetteer = NameRules(rawValue: 1)
    /// People after titles.
    package static let titles = NameRules(rawValue: 2)
    /// People by their given names.
    package static let givenNames = NameRules(rawValue: 4)
    /// Organisations by the word that they begin with.
    package static let organisations = NameRules(rawValue: 8)
    /// Wars, agreements, conferences.
    package static let events = NameRules(rawValue: 16)
    /// Names in Latin letters in other scripts, and organisations by their last word.
    package static let latinNames = NameRules(rawValue: 32)
    /// Acronyms in parentheses after the long form.
    package static let acronyms = NameRules(rawValue: 64)
    /// Later mentions of names found.
    package static let repeats = NameRules(rawValue: 128)

    package static let all: NameRules = [
        .gazetteer, .titles, .givenNames, .organisations, .events, .latinNames, .acronyms, .repeats,
    ]
}
