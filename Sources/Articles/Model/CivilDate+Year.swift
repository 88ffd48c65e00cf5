extension CivilDate {
    /// A year in EDTF: four digits, a sign before 0, and `Y` in front of more digits (Library of Congress, level 1).
    package static func yearText(_ year: Int) -> String {
        let digits = String(year.magnitude)
        let sign = year < 0 ? "-" : ""
        guard digits.utf8.count <= 4 else { return "Y" + sign + digits }
        return sign + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }
}
