/// What the elements of HTML are to a reader of the text.
enum PageElements {
    static let blocks: Set<String> = words(
        """
        address article aside blockquote body br center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4
        h5 h6 header hr html legend li main ol p pre section summary table tbody tfoot thead tr ul
        """)
    static let lists: Set<String> = ["ul", "ol", "dl"]
    static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]
    /// Those that are left out as a whole when most of their characters are links.
    static let containers: Set<String> = words(
        "ul ol dl div section table p tr td h2 h3 h4 h5 h6 details figure center")

    /// Never part of the text.
    static let silent: Set<String> = words(
        """
        script style noscript template nav iframe svg object embed applet canvas audio video map select datalist button input
        textarea dialog head title meta link figcaption math menu
        """)
    /// Not part of it, unless most of the page is in them.
    static let outer: Set<String> = ["header", "footer", "aside", "form", "fieldset"]
    static let silentRoles: Set<String> = words(
        "navigation banner contentinfo complementary search dialog alertdialog alert menu menubar toolbar tooltip"
    )

    /// Words in `class` and `id` of what is written about an article or asked of its reader.
    static let strongWords: Set<String> = words(
        """
        comment comments commentlist disqus respond replies cookie cookies consent gdpr ccpa onetrust newsletter paywall
        """)
    /// Words there of what stands around an article.
    static let weakWords: Set<String> = words(
        """
        share sharing shares social related recommended recommendations promo promotion advert advertisement ads ad adv
        sponsored sidebar breadcrumb breadcrumbs menu navbar nav navigation widget widgets pagination pager popup modal toolbar
        tags taglist trending popular mostread readmore subscribe subscription signup login register banner masthead
        outbrain taboola print hidden copyright meta byline author bio footer teaser teasers hashtags ticker
        """)

    private static func words(_ list: String) -> Set<String> {
        Set(list.split { $0 == " " || $0 == "\n" }.map(String.init))
    }
}
