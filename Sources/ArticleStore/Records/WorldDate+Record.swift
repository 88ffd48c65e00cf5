import Articles

extension RecordWriter {
    mutating func append(_ date: WorldDate) {
        append(date.edtf)
        append(date.lower) { $0.append(signed: Int64($1.dayNumber)) }
        append(date.upper) { $0.append(signed: Int64($1.dayNumber)) }
        append(date.precision.rawValue)
        append(date.qualifier) { $0.append($1.rawValue) }
        append(date.calendar.rawValue)
        append(date.basis.rawValue)
        append(date.modifier) { $0.append($1.rawValue) }
        append(date.original) { $0.append($1) }
    }
}

extension RecordReader {
    mutating func worldDate() throws(RecordError) -> WorldDate {
        let day = { (reader: inout RecordReader) throws(RecordError) in
            CivilDate(dayNumber: Int(try reader.signed()))
        }
        var date = WorldDate(
            edtf: try string(), lower: try optional(day), upper: try optional(day),
            precision: try choice(),
            qualifier: try optional { reader throws(RecordError) in try reader.choice() },
            calendar: try choice(), basis: try choice())
        guard !hasFirstDates else { return date }
        date.modifier = try optional { reader throws(RecordError) in try reader.choice() }
        date.original = try optional { reader throws(RecordError) in try reader.string() }
        return date
    }
}
