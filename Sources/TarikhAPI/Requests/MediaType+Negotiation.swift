import HTTPServer
import HTTPTypes

extension MediaType {
    /// The form to answer in, of those that a route has: the one that `format` names, or else the one to which `Accept` gives
    /// the greatest weight (RFC 9110, 12.5.1), the first of them where weights are equal.
    ///
    /// - Throws: 406 with the list of what there is.
    static func chosen(
        of available: [MediaType], by request: Request, format: String?
    ) throws(Problem) -> MediaType {
        if let format {
            guard let media = available.first(where: { $0.format == format }) else {
                throw notAcceptable(.parameter("format"), available)
            }
            return media
        }
        // An empty field says nothing.
        let field = request.fields[.accept] ?? ""
        let ranges = field.allSatisfy { $0 == " " } ? MediaRange.list("*/*") : MediaRange.list(field)
        var best: (media: MediaType, weight: Int)?
        for media in available {
            let weight = media.weight(in: ranges)
            if weight > best?.weight ?? 0 { best = (media, weight) }
        }
        guard let best else { throw notAcceptable(.header("Accept"), available) }
        return best.media
    }

    /// The weight of the narrowest range that covers this form, in thousandths; 0 when none does.
    private func weight(in ranges: [MediaRange]) -> Int {
        var best = (specificity: 0, weight: 0)
        for range in ranges {
            guard let specificity = range.specificity(for: self), specificity > best.specificity else {
                continue
            }
            best = (specificity, range.weight)
        }
        return best.weight
    }

    private static func notAcceptable(
        _ place: Problem.Item.Place, _ available: [MediaType]
    ) -> Problem {
        let names = available.map(\.name)
        let formats = available.map { "\($0.name) (format=\($0.format))" }.joined(separator: ", ")
        var problem = Problem(
            .notAcceptable, code: "not_acceptable", detail: "The answer is available as \(formats).",
            items: [
                Problem.Item(
                    place, code: "not_acceptable", detail: "available: " + names.joined(separator: ", "))
            ])
        problem.available = names
        return problem
    }
}
