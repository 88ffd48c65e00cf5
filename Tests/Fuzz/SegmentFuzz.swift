import TextAnalysis

@testable import SearchIndex

// A fuzz target of its own, built by Scripts/fuzz-index: a sound segment is damaged as the input says, opened and searched.

private let fields = IndexSchema(
    textFields: [.init(name: "title", weight: 2), .init(name: "body", weight: 1)],
    keywordFields: ["source", "entity"])

private let sound: [UInt8] = {
    var builder = SegmentBuilder(schema: fields)
    for number in 0..<900 {
        let words = (0..<30).map {
            number % ($0 + 1) == 0 ? "سفارة\($0 % 7)" : "كلمة\((number * 31 + $0) % 400)"
        }
        builder.add(
            IndexDocument(
                key: Int64(number),
                texts: [
                    .init(field: 0, bytes: Array("embassy \(number % 50) السفارة".utf8), language: .arabic),
                    .init(field: 1, bytes: Array(words.joined(separator: " ").utf8), language: .arabic),
                ],
                keywords: [.init(field: 0, value: "s\(number % 5)"), .init(field: 1, value: "e\(number)")],
                intervals: [Int32(number)...Int32(number + 400)]))
    }
    return builder.segmentBytes()
}()

private let queries: [Query] = {
    let parser = QueryParser()
    let texts = ["السفارة", "سفارة0 سفارة1", "\"سفارة1 سفارة2\"", "سفار*", "-كلمة7", "كلمة7 embassy"]
    var queries = texts.compactMap { try? parser.parse($0) }
    let terms = QueryAnalysis().terms(of: Array("سفارة1 سفارة2".utf8))
    queries.append(Query(text: "", root: .near(terms, distance: 4), terms: terms))
    var title = terms[0]
    title.fields = .body
    queries.append(Query(text: "", root: .prefix(title), terms: []))
    queries.append(Query(text: "", root: .term(title), terms: []))
    return queries
}()

/// Which bytes lie in a section; the header's own are mended by `damaged`, and what pads sections says nothing.
private let isContent: [Bool] = {
    func number(_ place: Int) -> Int {
        (0..<8).reversed().reduce(0) { $0 << 8 | Int(sound[place + $1]) }
    }
    var isContent = [Bool](repeating: false, count: sound.count)
    for entry in stride(from: 32, to: SegmentLayout.headerSize - 8, by: 24) {
        for place in number(entry)..<number(entry) + number(entry + 8) { isContent[place] = true }
    }
    return isContent
}()

private func isDamaged(_ bytes: [UInt8]) -> Bool {
    bytes.count != sound.count || bytes.indices.contains { isContent[$0] && bytes[$0] != sound[$0] }
}

/// Each 5 bytes of the input: a place (the low 24 bits), how it is changed, and a value.
private func damaged(_ input: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var bytes = sound
    var index = 0
    while index + 5 <= input.count {
        let place = Int(input[index]) | Int(input[index + 1]) << 8 | Int(input[index + 2]) << 16
        let (kind, value) = (input[index + 3], input[index + 4])
        index += 5
        if kind & 15 == 15 {
            bytes.removeLast(place % max(bytes.count, 1))
        } else if !bytes.isEmpty {
            // Half of the time in the header and what is near.
            bytes[place % (kind & 1 == 0 ? bytes.count : min(bytes.count, 600))] ^= value
        }
    }
    // A header whose checksum is right lets damage of the header in.
    let end = SegmentLayout.headerSize - 8
    guard bytes.count >= SegmentLayout.headerSize else { return bytes }
    var sum = Checksum.of(Array(bytes[..<end]))
    for place in 0..<8 {
        bytes[end + place] = UInt8(truncatingIfNeeded: sum)
        sum >>= 8
    }
    return bytes
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = damaged(UnsafeBufferPointer(start: start, count: count))
    guard let segment = try? Segment(Memory(copying: bytes), file: "fuzz") else { return 0 }
    let state = IndexState(
        parts: [IndexState.Part(segment: segment, number: nil)], sequence: 0, weights: [2, 1])
    let snapshot = IndexSnapshot(state: state)
    let filter = SearchFilter(clauses: [.init(field: 0, values: ["s1", "s2"])], interval: 0...999)
    for query in queries {
        _ = snapshot.search(query, limit: 20)
        let result = snapshot.search(query, filter: filter, limit: 1000)
        if let hit = result.hits.first { _ = snapshot.explain(hit.key, query) }
    }
    _ = snapshot.facets(
        queries[0], [FacetRequest(.keywords(field: 1), limit: 9), FacetRequest(.years, limit: 9)])
    _ = snapshot.words(startingWith: "كل", limit: 9)
    _ = snapshot.keys()
    if isDamaged(bytes), Segment.damage(of: Memory(copying: bytes), file: "fuzz") == nil {
        fatalError("damage that is not noticed")
    }
    return 0
}
