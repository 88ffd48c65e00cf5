import TextAnalysis

/// What names are found by in another script: their consonants.
enum NameSound {
    /// Fewer say too little.
    private static let minimumLength = 3

    /// The readings of a name, the most likely first; none for a name of few consonants.
    static func all(of name: String) -> [String] {
        Transliteration.skeletons(of: name).filter { $0.utf8.count >= minimumLength }
    }

    /// Comes after all that goes on from `sound`: consonants are small Latin letters.
    static func end(of sound: String) -> String { sound + "~" }
}
