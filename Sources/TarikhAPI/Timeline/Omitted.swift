import HTTPServer

/// How many events an answer left out, and why.
struct Omitted: Sendable, Hashable {
    /// It is not known when they happened.
    var undated = 0
    /// Their days are none that the form can say.
    var outOfRange = 0
    /// It is not known where their place is.
    var noPlace = 0

    var total: Int { undated + outOfRange + noPlace }

    func write(to writer: inout JSONWriter) {
        writer.objectMember("omitted") { writer in
            writer.member("undated", undated)
            writer.member("out_of_range", outOfRange)
            writer.member("no_place", noPlace)
        }
    }
}
