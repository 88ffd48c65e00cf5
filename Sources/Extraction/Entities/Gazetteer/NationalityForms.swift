import TextAnalysis

/// The forms of adjectives of place.
enum NationalityForms {
    /// Arabic: masculine, feminine, the sound plurals and the broken plurals that are not made by rule; the article is
    /// taken off before names are looked up. English: with a plural in -s. Persian: with a plural in -ها and -ان.
    static func forms(of adjective: String, _ language: Language) -> [String] {
        switch language {
        case .arabic:
            guard adjective.hasSuffix("ي") else { return [adjective] }
            let endings = ["", "ة", "ون", "ين", "ات", "تين", "تان", "ان"]
            return endings.map { adjective + $0 } + (brokenPlurals[adjective].map { [$0] } ?? [])
        case .english: return [adjective, adjective + "s"]
        case .persian: return [adjective, adjective + "\u{200c}ها", adjective + "ان"]
        case .undetermined: return [adjective]
        }
    }

    /// Plurals without a regular ending that are not common words otherwise.
    private static let brokenPlurals = [
        "روسي": "الروس", "تركي": "الأتراك", "أفغاني": "الأفغان", "ألماني": "الألمان", "أمريكي": "الأمريكان",
        "أميركي": "الأميركان", "كردي": "الأكراد", "هندي": "الهنود", "صربي": "الصرب", "أرمني": "الأرمن",
    ]
}
