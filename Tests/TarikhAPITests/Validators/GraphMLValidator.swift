import Foundation

/// Checks a GraphML document against its specification (http://graphml.graphdrawing.org/specification.html) and reads it.
struct GraphMLValidator {
    struct Graph {
        var nodes: [String: [String: String]] = [:]
        var edges: [(source: String, target: String, values: [String: String])] = []
        var description = ""
    }

    private struct Key {
        var target: String
        var name: String
        var type: String
    }

    static func graph(_ bytes: [UInt8]) throws -> Graph {
        let root = try XMLValidator.document(bytes)
        guard root.name == "graphml", root.attributes["xmlns"] == "http://graphml.graphdrawing.org/xmlns"
        else {
            throw XMLValidator.Failure("no graphml")
        }
        var keys: [String: Key] = [:]
        for element in root.all("key") {
            guard let id = element.attributes["id"], let target = element.attributes["for"],
                ["node", "edge"].contains(target), let name = element.attributes["attr.name"],
                let type = element.attributes["attr.type"],
                ["boolean", "int", "long", "float", "double", "string"].contains(type),
                keys.updateValue(Key(target: target, name: name, type: type), forKey: id) == nil
            else { throw XMLValidator.Failure("key") }
        }
        let graphs = root.all("graph")
        guard graphs.count == 1, root.children.count == keys.count + 1, let element = graphs.first,
            element.attributes["edgedefault"] == "undirected"
        else { throw XMLValidator.Failure("graph") }
        var graph = Graph()
        for child in element.children { try add(child, keys, to: &graph) }
        for edge in graph.edges where graph.nodes[edge.source] == nil || graph.nodes[edge.target] == nil {
            throw XMLValidator.Failure("an edge without its end")
        }
        return graph
    }

    private static func add(_ child: XMLValidator.Element, _ keys: [String: Key], to graph: inout Graph)
        throws
    {
        switch child.name {
        case "desc": graph.description = child.text
        case "node":
            let values = try values(of: child, keys)
            guard let id = child.attributes["id"], graph.nodes.updateValue(values, forKey: id) == nil else {
                throw XMLValidator.Failure("node")
            }
        case "edge":
            guard let source = child.attributes["source"], let target = child.attributes["target"] else {
                throw XMLValidator.Failure("edge")
            }
            graph.edges.append((source, target, try values(of: child, keys)))
        default: throw XMLValidator.Failure("element \(child.name)")
        }
    }

    private static func values(of element: XMLValidator.Element, _ keys: [String: Key]) throws -> [String:
        String]
    {
        var values: [String: String] = [:]
        for child in element.children {
            guard child.name == "data", let id = child.attributes["key"], let key = keys[id],
                key.target == element.name, child.children.isEmpty,
                values.updateValue(child.text, forKey: key.name) == nil
            else { throw XMLValidator.Failure("data") }
            let isNumber =
                key.type == "int" ? Int(child.text) != nil : key.type != "double" || Double(child.text) != nil
            guard isNumber else { throw XMLValidator.Failure("\(key.name) is no \(key.type)") }
        }
        return values
    }
}
