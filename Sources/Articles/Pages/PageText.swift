import TextAnalysis

/// Writes the text of an element: a line for each heading, paragraph, list item and quote.
struct PageText {
    private let tree: MarkupTree
    private let isLeftOut: [Bool]
    private let measure: PageMeasure
    private(set) var text: [UInt8] = []
    private(set) var lines: [Outline.Line] = []
    private var line: [UInt8] = []
    private var hasSpace = false
    /// The elements around, each with where it ends and what a line in it is.
    private var open: [(node: Int, end: Int, kind: Block.Kind, list: Int)] = []
    /// Of the last list item written.
    private var lastList = 0

    init(_ tree: MarkupTree, isLeftOut: [Bool], measure: PageMeasure) {
        self.tree = tree
        self.isLeftOut = isLeftOut
        self.measure = measure
    }

    /// Without a page: lines are added one by one.
    init() {
        self.init(MarkupTree(), isLeftOut: [], measure: PageMeasure(MarkupTree(), isLeftOut: [false]))
    }

    /// A title to come before all else.
    mutating func add(title: String) {
        line = Array(title.utf8)
        flush(.title, list: 0)
    }

    mutating func add(paragraph: String) {
        line = Array(paragraph.utf8)
        flush(.paragraph, list: 0)
    }

    /// All within `root`, but for lists of links, and for a heading that repeats `title`.
    mutating func add(_ root: Int, without title: String?) {
        let folded = title.map { LetterFolding.fold($0) }
        var index = root
        while index < tree.nodes[root].end {
            close(before: index)
            let node = tree.nodes[index]
            let isTitle = node.name == "h1" && folded == LetterFolding.fold(tree.words(index))
            if isLeftOut[index] || isTitle || (index != root && isLinks(index)) {
                index = node.end
                continue
            }
            if node.isText { append(tree.text[node.text]) } else { enter(index) }
            index += 1
        }
        close(before: tree.nodes[root].end)
        flush(.paragraph, list: 0)
    }

    private func isLinks(_ index: Int) -> Bool {
        PageElements.containers.contains(tree.nodes[index].name) && measure.letters[index] > 0
            && measure.isLinkList(index)
    }

    private mutating func enter(_ index: Int) {
        let node = tree.nodes[index]
        let around = open.last
        if PageElements.blocks.contains(node.name) {
            flush(around?.kind ?? .paragraph, list: around?.list ?? 0)
        }
        if node.name == "td" || node.name == "th", !line.isEmpty { line.append(0x09) }
        if node.name == "br" || node.name == "hr" { return }
        let list = PageElements.lists.contains(node.name) ? index : around?.list ?? 0
        open.append((index, node.end, Self.kind(node.name) ?? around?.kind ?? .paragraph, list))
    }

    private static func kind(_ name: String) -> Block.Kind? {
        switch name {
        case "h1", "h2", "h3", "h4", "h5", "h6": .heading
        case "li", "dt", "dd": .listItem
        case "blockquote": .quote
        default: nil
        }
    }

    private mutating func close(before index: Int) {
        while let last = open.last, last.end <= index {
            if PageElements.blocks.contains(tree.nodes[last.node].name) { flush(last.kind, list: last.list) }
            open.removeLast()
        }
    }

    /// Runs of white space become one space (CSS Text 3, 4.1.1); other spaces and marks stay as they are.
    private mutating func append(_ bytes: ArraySlice<UInt8>) {
        let isPreformatted = open.contains { tree.nodes[$0.node].name == "pre" }
        for byte in bytes {
            switch byte {
            case 0x0a where isPreformatted: flush(open.last?.kind ?? .paragraph, list: open.last?.list ?? 0)
            case 0x09, 0x0a, 0x0c, 0x0d, 0x20: hasSpace = true
            default:
                if hasSpace, let last = line.last, last != 0x09 { line.append(0x20) }
                hasSpace = false
                line.append(byte)
            }
        }
    }

    private mutating func flush(_ kind: Block.Kind, list: Int) {
        hasSpace = false
        while line.last == 0x09 { line.removeLast() }
        defer { line.removeAll(keepingCapacity: true) }
        guard line.contains(where: { $0 > 0x20 }) else { return }
        if !text.isEmpty { text.append(0x0a) }
        let start = text.count
        text += line
        let startsList = kind == .listItem && list != lastList
        if kind == .listItem { lastList = list }
        lines.append(Outline.Line(range: start..<text.count, kind: kind, startsList: startsList))
    }
}
