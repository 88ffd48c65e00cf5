extension EDTFParser {
    /// `Thh:mm:ss` and the zone, of a date that has been read.
    mutating func dateTime(_ day: CivilDate) throws(EDTF.Failure) -> EDTFDateTime {
        _ = scanner.skip("T")
        let hour = try twoDigits("hour", 0...23)
        try expect(":")
        let minute = try twoDigits("minute", 0...59)
        try expect(":")
        let second = try twoDigits("second", 0...60)
        let zone = try zone()
        guard let time = EDTFDateTime(day: day, hour: hour, minute: minute, second: second, zone: zone) else {
            throw scanner.failure("no time of day")
        }
        return time
    }

    private mutating func zone() throws(EDTF.Failure) -> EDTFDateTime.Zone {
        if scanner.skip("Z") { return .utc }
        let start = scanner.offset
        let isBehind = scanner.skip("-")
        guard isBehind || scanner.skip("+") else { return .local }
        let hours = try twoDigits("hour", 0...23)
        let minutes = hours * 60 + (scanner.skip(":") ? try twoDigits("minute", 0...59) : 0)
        // ISO 8601-1, 4.3.13: no shift is written with a plus.
        guard minutes > 0 || !isBehind else { throw EDTF.Failure(reason: "time shift -00", offset: start) }
        return .shifted(minutes: isBehind ? -minutes : minutes)
    }

    private mutating func twoDigits(
        _ what: String, _ bounds: ClosedRange<Int>
    ) throws(EDTF.Failure) -> Int {
        let start = scanner.offset
        guard let digits = scanner.digits(2), digits.unspecified == 0 else {
            throw EDTF.Failure(reason: "two digits expected for the \(what)", offset: start)
        }
        guard bounds.contains(digits.value) else {
            throw EDTF.Failure(reason: "\(what) \(digits.value)", offset: start)
        }
        return digits.value
    }

    private mutating func expect(_ scalar: Unicode.Scalar) throws(EDTF.Failure) {
        guard scanner.skip(scalar) else { throw scanner.failure("\(scalar) expected") }
    }
}
