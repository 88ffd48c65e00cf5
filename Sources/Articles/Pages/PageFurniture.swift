/// Tells what of a page is not its main text: navigation, forms, comments, notices, what is hidden.
struct PageFurniture {
    let tree: MarkupTree

    /// By node, with all that stands in what is left out.
    func leftOut() -> [Bool] {
        var flags = [Bool](repeating: false, count: tree.nodes.count)
        mark(&flags) { isSilent($0) }
        let measure = PageMeasure(tree, isLeftOut: flags)
        let total = measure.good[MarkupTree.root]
        let bodies = bodies()
        mark(&flags) { node in
            switch standing(node) {
            case .inside: false
            case .strong: !bodies[node]
            // What holds most of the page's text is not around it, whatever it is called.
            case .weak: !bodies[node] && measure.good[node] * 2 < total
            }
        }
        return flags
    }

    private enum Standing {
        case inside, weak, strong
    }

    private func mark(_ flags: inout [Bool], _ isOut: (Int) -> Bool) {
        for index in tree.nodes.indices.dropFirst() where !flags[index] {
            let node = tree.nodes[index]
            flags[index] = flags[node.parent] || (!node.isText && isOut(index))
        }
    }

    private func isSilent(_ index: Int) -> Bool {
        let node = tree.nodes[index]
        if node.name == "html" || node.name == "body" { return false }
        if PageElements.silent.contains(node.name) { return true }
        for attribute in node.attributes {
            switch attribute.name {
            case "hidden": return true
            case "aria-hidden" where attribute.value.lowercased() == "true": return true
            case "role" where PageElements.silentRoles.contains(attribute.value.lowercased()): return true
            case "style":
                let style = attribute.value.lowercased().filter { $0 != " " }
                if style.contains("display:none") || style.contains("visibility:hidden") { return true }
            default: break
            }
        }
        return false
    }

    private func standing(_ index: Int) -> Standing {
        let node = tree.nodes[index]
        switch node.name {
        case "html", "body", "main", "a", "span", "b", "i", "em", "strong", "p": return .inside
        default: break
        }
        if tree.hasProperty("articleBody", index) { return .inside }
        var standing = PageElements.outer.contains(node.name) ? Standing.weak : .inside
        for attribute in node.attributes where attribute.name == "class" || attribute.name == "id" {
            for word in words(attribute.value) {
                if PageElements.strongWords.contains(word) { return .strong }
                if node.name != "article", PageElements.weakWords.contains(word) { standing = .weak }
            }
        }
        return standing
    }

    /// `most-read`, `most_read` and `mostRead` are two words each. At most 64.
    private func words(_ names: String) -> [String] {
        var words: [String] = []
        var word = ""
        var wasSmall = false
        for character in names.unicodeScalars.prefix(512) {
            let isLetter = character.properties.isAlphabetic
            let isCapital = ("A"..."Z").contains(character)
            if !isLetter || (isCapital && wasSmall) {
                if !word.isEmpty { words.append(word) }
                word = ""
            }
            if isLetter {
                word.unicodeScalars.append(contentsOf: String(character).lowercased().unicodeScalars)
            }
            wasSmall = isLetter && !isCapital
            if words.count == 64 { return words }
        }
        return word.isEmpty ? words : words + [word]
    }

    /// By node, whether it holds what is said to be the article.
    private func bodies() -> [Bool] {
        var flags = [Bool](repeating: false, count: tree.nodes.count)
        for index in tree.nodes.indices.dropFirst().reversed() {
            let node = tree.nodes[index]
            let isBody =
                node.name == "main" || tree.hasProperty("articleBody", index)
                || (node.name == "article" && standing(index) == .inside)
            if flags[index] || isBody { flags[node.parent] = true }
        }
        return flags
    }
}

extension MarkupTree {
    /// Whether `itemprop` (WHATWG HTML, 5.2) names a property.
    func hasProperty(_ name: String, _ node: Int) -> Bool {
        guard !nodes[node].attributes.isEmpty, let names = attribute("itemprop", of: node) else {
            return false
        }
        return names.split(separator: " ").contains { $0 == name }
    }
}
