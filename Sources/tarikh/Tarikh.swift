import ArgumentParser

@main
struct Tarikh: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Timelines, entities and full-text search over news articles.")
}
