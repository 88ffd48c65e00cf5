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
    case classes = 70
    case classSet, classSetPair, classSetAfterWord, classSetAfterStem, classSetBeforeWord, classSetClitics
    case frequency = 90
    case frequencyPair, frequencyClitics
    case document = 80
    case documentDetail, documentPair
    /// With the style of the spelling: see `WordForm.style`.
    case style = 100
    case styleStem, styleClitics, styleCluster, styleShape, stylePrefix, styleSuffix, styleStemPair,
        styleClasses
    case shapeTriple = 110

    var isOfStyle: Bool { rawValue >= 100 && rawValue < 110 }
}
