import HTTPServer

/// Parameters that several routes have, each described once.
struct SharedParameters: Sendable {
    /// What they are called in the document; those of one name that differ are numbered.
    private(set) var names: [Parameter: String] = [:]
    private var list: [Parameter] = []

    init(_ routes: [GuardedRoute]) {
        let all = routes.filter { !$0.description.isInBody }.flatMap(\.description.query)
        var counts: [Parameter: Int] = [:]
        for parameter in all { counts[parameter, default: 0] += 1 }
        var numbers: [String: Int] = [:]
        for parameter in all where counts[parameter, default: 0] > 1 && names[parameter] == nil {
            let number = numbers[parameter.name, default: 0] + 1
            numbers[parameter.name] = number
            names[parameter] = parameter.name + (number > 1 ? String(number) : "")
            list.append(parameter)
        }
    }

    /// The object of all by their names.
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            for parameter in list {
                writer.key(names[parameter] ?? parameter.name)
                parameter.write(to: &writer)
            }
        }
    }
}
