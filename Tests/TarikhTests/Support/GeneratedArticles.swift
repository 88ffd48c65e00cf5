/// Articles with no two alike, made for imports.
enum GeneratedArticles {
    private static let cities = ["باكو", "القاهرة", "طهران", "الرياض", "أنقرة", "دمشق", "بيروت"]

    /// Lines of NDJSON. Each article has the word `commonWord`.
    static func lines(_ numbers: Range<Int>) -> String {
        numbers.map { number in
            let city = cities[number % cities.count]
            let year = 1900 + number % 120
            return
                #"{"external_id":"g\#(number)","text":"الخبر رقم \#(number)\n\#(commonWord) في \#(city) عام \#(year)."}"#
                + "\n"
        }.joined()
    }

    static let commonWord = "اجتماع"
}
