/// Reads one value by recursive descent of fixed depth: each byte is looked at a fixed number of times.
struct EDTFParser {
    var scanner: EDTFScanner

    init(_ text: String) throws(EDTF.Failure) {
        scanner = try EDTFScanner(text)
    }

    mutating func value() throws(EDTF.Failure) -> EDTF {
        if scanner.isAtEnd { throw scanner.failure("empty") }
        let value =
            if scanner.skip("[") {
                try EDTF.set(set(.oneMember, closedBy: "]"))
            } else if scanner.skip("{") {
                try EDTF.set(set(.allMembers, closedBy: "}"))
            } else {
                try dateOrInterval()
            }
        guard scanner.isAtEnd else { throw scanner.failure("unexpected character") }
        return value
    }

    private mutating func dateOrInterval() throws(EDTF.Failure) -> EDTF {
        let start = try end()
        if scanner.skip("/") {
            guard let interval = EDTFInterval(start, try end()) else {
                throw EDTF.Failure(reason: "the end lies before the start", offset: 0)
            }
            return .interval(interval)
        }
        guard case .date(let date) = start else { throw scanner.failure("an interval has a slash") }
        if scanner.next == UInt8(ascii: "T"), let day = date.exactDay {
            return .dateTime(try dateTime(day))
        }
        return .date(date)
    }

    private mutating func end() throws(EDTF.Failure) -> EDTFInterval.End {
        if scanner.isAtEnd || scanner.next == UInt8(ascii: "/") { return .unknown }
        return scanner.skipDots() ? .open : .date(try date())
    }

    // MARK: Sets

    private mutating func set(
        _ kind: EDTFSet.Kind, closedBy closing: Unicode.Scalar
    ) throws(EDTF.Failure) -> EDTFSet {
        var members: [EDTFSet.Member] = []
        var isOpen = false
        repeat {
            let member = try member(isFirst: members.isEmpty, closedBy: closing)
            if case .from = member { isOpen = true }
            members.append(member)
        } while !isOpen && scanner.skip(",")
        guard scanner.skip(closing) else {
            throw scanner.failure(scanner.isAtEnd ? "the set has no end" : "unexpected character")
        }
        guard let set = EDTFSet(kind, members) else { throw EDTF.Failure(reason: "no set", offset: 0) }
        return set
    }

    private mutating func member(
        isFirst: Bool, closedBy closing: Unicode.Scalar
    ) throws(EDTF.Failure) -> EDTFSet.Member {
        if isFirst && scanner.skipDots() { return .upTo(try date()) }
        let first = try date()
        guard scanner.skipDots() else { return .date(first) }
        if scanner.next == UInt8(ascii: closing) { return .from(first) }
        let offset = scanner.offset
        let last = try date()
        guard first.isAsPrecise(as: last) else {
            throw EDTF.Failure(reason: "the ends of a range differ in precision", offset: offset)
        }
        guard first.extent.mayPrecede(last.extent) else {
            throw EDTF.Failure(reason: "the end lies before the start", offset: offset)
        }
        return .range(first, last)
    }
}

extension EDTFDate {
    /// The day of a date of which all is specified and nothing doubtful.
    fileprivate var exactDay: CivilDate? {
        guard case .day(let month, let day) = form, qualifiers == .none,
            year.unspecified | month.unspecified | day.unspecified == 0
        else { return nil }
        return firstDay?.civil
    }
}
