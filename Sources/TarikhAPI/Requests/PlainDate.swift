import Articles

extension DateBound {
    /// Placeholder until EDTF lands.
    static func plainDate(_ text: String) -> (lower: CivilDate?, upper: CivilDate?)? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count <= 3, !parts.contains(nil) else { return nil }
        let numbers = parts.compactMap(\.self)
        guard let year = numbers.first else { return nil }
        let month = numbers.count > 1 ? numbers[1] : nil
        let day = numbers.count > 2 ? numbers[2] : nil
        let last = month ?? 12
        guard let lower = CivilDate(year: year, month: month ?? 1, day: day ?? 1),
            let upper = CivilDate(
                year: year, month: last, day: day ?? CivilDate.daysInMonth(last, year: year))
        else { return nil }
        return (lower, upper)
    }
}
