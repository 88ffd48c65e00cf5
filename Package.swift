// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

/// Tests may touch raw memory without saying so; sources may not.
let sourceSettings = settings + [.strictMemorySafety()]

let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")

let package = Package(
    name: "tarikh",
    products: [
        .executable(name: "tarikh", targets: ["tarikh"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CLinux"),
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CLZMA", pkgConfig: "liblzma", providers: [.apt(["liblzma-dev"])]),
        .systemLibrary(
            name: "CNGHTTP2", pkgConfig: "libnghttp2", providers: [.apt(["libnghttp2-dev"])]),
        .systemLibrary(
            name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
        .stage("Sockets", ["CLinux", "COpenSSL"]),
        .stage("HTTPServer", ["Sockets", "CNGHTTP2", httpTypes]),
        .stage(
            "AccessControl", ["COpenSSL", .product(name: "GRDB", package: "GRDB.swift")]),
        .stage("Fetching", ["CCurl"]),
        .stage("Feeds", ["Fetching", .product(name: "GRDB", package: "GRDB.swift")]),
        .stage("TextAnalysis", []),
        .stage("Articles", ["TextAnalysis", "COpenSSL", "CLibXML2"]),
        .stage("Extraction", ["Articles", "TextAnalysis"], resources: [.copy("Resources")]),
        .stage("Timeline", ["Articles", "TextAnalysis"]),
        .stage("EntityLinking", ["Articles", "TextAnalysis"]),
        .stage("SearchIndex", ["TextAnalysis"]),
        .stage(
            "ArticleStore",
            [
                "Articles", "TextAnalysis", "Timeline", "EntityLinking", "SearchIndex",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        .stage(
            "TarikhAPI",
            [
                "HTTPServer", "TextAnalysis", "Articles", "Extraction", "Timeline", "SearchIndex",
                "ArticleStore", "AccessControl", "Feeds", "Fetching", "COpenSSL", "CLZMA", "CZlib", "CZstd",
                httpTypes,
            ], resources: [.copy("Web")]),
        .executableTarget(
            name: "tarikh",
            dependencies: [
                "TarikhAPI", "ArticleStore", "AccessControl", "Articles", "Extraction", "Feeds", "HTTPServer",
                "TextAnalysis", httpTypes,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: sourceSettings),
        .executableTarget(
            name: "http-benchmark", dependencies: ["HTTPServer", httpTypes],
            path: "Benchmarks/HTTP/Server", swiftSettings: sourceSettings),
        .executableTarget(
            name: "temporal-benchmark",
            dependencies: [
                "Extraction", "Articles",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Benchmarks/Temporal/Tagger", swiftSettings: settings),
        .executableTarget(
            name: "entity-benchmark",
            dependencies: [
                "Extraction", "Articles", "TextAnalysis",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Benchmarks/Entities/Tagger", swiftSettings: settings),
        .executableTarget(
            name: "search-benchmark",
            dependencies: [
                "SearchIndex", "TextAnalysis",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Benchmarks/Search/Program", swiftSettings: settings),
        .executableTarget(
            name: "timeline-benchmark",
            dependencies: ["TarikhAPI", "ArticleStore", "Articles", "HTTPServer", "TextAnalysis", httpTypes],
            path: "Benchmarks/Timeline/Program", swiftSettings: sourceSettings),
        .executableTarget(
            name: "entities-api-benchmark",
            dependencies: ["TarikhAPI", "ArticleStore", "Articles", "HTTPServer", "TextAnalysis", httpTypes],
            path: "Benchmarks/Entities API/Program", swiftSettings: sourceSettings),
        .executableTarget(
            name: "tarikh-train",
            dependencies: [
                "Extraction", "Articles", "TextAnalysis",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: sourceSettings),
        .target(
            name: "TestSupport", dependencies: ["Articles", "TextAnalysis"], path: "Tests/TestSupport",
            swiftSettings: settings),
        .tests("HTTPServerTests", ["HTTPServer", "Sockets", httpTypes], exclude: ["Fixtures"]),
        .tests(
            "AccessControlTests",
            ["AccessControl", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")]),
        .tests("FetchingTests", ["Fetching", "TestSupport"]),
        .tests("FeedsTests", ["Feeds", "Fetching", .product(name: "GRDB", package: "GRDB.swift")]),
        .tests("TextAnalysisTests", ["TextAnalysis"]),
        .tests("ArticlesTests", ["Articles", "TextAnalysis", "TestSupport"]),
        .tests("ExtractionTests", ["Extraction", "Articles", "TextAnalysis"]),
        .tests("TimelineTests", ["Timeline", "Articles", "TextAnalysis"]),
        .tests("EntityLinkingTests", ["EntityLinking", "Articles", "TextAnalysis"]),
        .tests("SearchIndexTests", ["SearchIndex", "TextAnalysis", "TestSupport"]),
        .tests(
            "ArticleStoreTests",
            [
                "ArticleStore", "Articles", "EntityLinking", "SearchIndex", "TextAnalysis", "Timeline",
                "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .tests(
            "TarikhAPITests",
            [
                "TarikhAPI", "HTTPServer", "Articles", "Extraction", "SearchIndex", "ArticleStore",
                "AccessControl", "Feeds", "Fetching", "TextAnalysis", "TestSupport", httpTypes,
            ]),
        .tests("TarikhTrainTests", ["tarikh-train", "Extraction", "Articles", "TextAnalysis"]),
        .tests("TarikhTests", ["tarikh", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")]),
    ],
    swiftLanguageModes: [.v6]
)

extension Target {
    /// A stage of the data flow: what it may import is exactly what is listed here.
    static func stage(
        _ name: String, _ dependencies: [Dependency], resources: [Resource] = []
    ) -> Target {
        .target(
            name: name, dependencies: dependencies, resources: resources, swiftSettings: sourceSettings)
    }

    static func tests(_ name: String, _ dependencies: [Dependency], exclude: [String] = []) -> Target {
        .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
    }
}
