/// The kinds of features. Their numbers are part of the model file's format.
enum FeatureTemplate: UInt8 {
    case bias = 1
    case word, stem, clitics, shape, surface, length
    case prefix = 10
    case suffix = 20
    case stemPrefix = 30
    case stemPart = 31
    case cluster = 40
    case wordPair = 50
    case stemPair, stemAround, shapePair
    case clusterPair = 60
    case known = 70
    case knownAfterStem, knownClitics, knownPair, knownAfterCluster
    case document = 80
    case documentDetail, documentPair
}
