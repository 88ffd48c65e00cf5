import Articles
import Extraction
import TextAnalysis

/// Reads one paragraph as a test's row has it.
enum TimeSample {
    /// «words=value» of every expression; the document's day is Wednesday, 2018-05-16, unless another or none is given.
    static func read(
        _ text: String, _ language: Language = .arabic,
        day: CivilDate? = CivilDate(year: 2018, month: 5, day: 16)
    ) throws -> [String] {
        let article = try ArticleParser().parse(
            Array(text.utf8), metadata: ArticleMetadata(language: language))
        return TemporalTagger().expressions(in: article, documentDate: day).map {
            article.string($0.range) + "=" + $0.value
        }
    }
}
