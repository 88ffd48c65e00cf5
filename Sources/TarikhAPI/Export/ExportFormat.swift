/// How an export is written: one thing after the other.
protocol ExportFormat: Sendable {
    var media: MediaType { get }
    /// What comes before all.
    var opening: [UInt8] { get }
    /// A line, or several; nothing for what the form has no place for.
    func write(_ item: ExportItem) -> [UInt8]
    /// What comes after all; `count` things were written.
    func closing(count: Int, sequence: Int64) -> [UInt8]
}
