/// Documents written for the tests.
enum SampleDocuments {
    static let rss = """
        <?xml version="1.0" encoding="windows-1256"?>
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:c="http://purl.org/rss/1.0/modules/content/">
        <channel><title>وكالة المثال</title><language>ar-iq</language><link>https://news.example/</link>
        <item><title>افتتاح مكتبة في الموصل</title><link>https://news.example/1</link><guid isPermaLink="false">id-1</guid>
        <pubDate>Mon, 03 May 2021 06:30:00 GMT</pubDate><dc:creator>ليلى كاتبة</dc:creator><category>ثقافة</category>
        <description>&lt;p&gt;موجز.&lt;/p&gt;</description>
        <c:encoded><![CDATA[<p>افتتحت مكتبة في <b>الموصل</b> عام 2021.</p><ul><li>خبر</li></ul><script>x()</script>]]></c:encoded></item>
        <item><title>A &amp;amp; B</title><guid>https://news.example/2</guid><author>mail@news.example (Jane Doe)</author>
        <description>Plain words &amp; more.</description></item>
        <item><link>https://news.example/3</link></item>
        </channel></rss>
        """

    static let atom = """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fa"><title>نمونه</title><author><name>Feed Author</name></author>
        <entry><id>urn:1</id><title type="html">گشایش &lt;b&gt;کتابخانه&lt;/b&gt;</title><link rel="self" href="https://x.example/self"/>
        <link href="https://x.example/1"/><published>2022-11-20T10:00:00+03:30</published><updated>2022-11-21T00:00:00Z</updated>
        <category term="فرهنگ"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>کتابخانه گشایش یافت.</p>
        <blockquote>روز خوبی بود.</blockquote></div></content></entry>
        <entry xml:lang="en"><id>urn:2</id><title>Second</title><author><name>Jane Doe</name></author><summary>Only a summary.</summary></entry>
        </feed>
        """

    static let jsonFeed = """
        {"version":"https://jsonfeed.org/version/1.1","title":"Example","language":"en","authors":[{"name":"The Desk"}],"items":[
        {"id":1,"url":"https://x.example/1","title":"First","content_html":"<h2>Part</h2><p>Text &amp; more.</p>",
         "date_published":"2020-02-04T10:15:00Z","tags":["a","b"]},
        {"id":"2","content_text":"Line one.\\nLine two.","authors":[{"name":"Jane Doe"}],"language":"en-GB"},
        {"id":"3"}]}
        """

    /// Versions 2.2 and 3.1 differ in the case of their names.
    static let ninjs2 = """
        {"uri":"https://agency.example/n/1","standard":{"name":"ninjs","version":"2.2"},"type":"text","language":"ar",
         "versioncreated":"2023-03-02T10:00:00Z","firstcreated":"2023-03-01T10:00:00Z","by":"ليلى كاتبة",
         "headlines":[{"role":"short","value":"قصير"},{"role":"main","value":"افتتاح جسر"}],
         "infosources":[{"name":"وكالة المثال","role":"origin"}],"subjects":[{"name":"جسور"}],
         "bodies":[{"role":"main","contenttype":"text/plain","value":"نص آخر."},
                   {"role":"web","contenttype":"text/html","value":"<p>افتتح الجسر.</p><p>وانتهى العمل.</p>"}]}
        """
    static let ninjs3 = """
        {"uri":"https://agency.example/n/2","type":"text","standard":{"name":"ninjs","version":"3.1"},"language":"en",
         "versionCreated":"2024-01-02T00:00:00Z","contentCreated":"2024-01-01T00:00:00Z","by":"Jane Doe",
         "headlines":[{"value":"A bridge opens"}],"infoSources":[{"name":"Example Agency"}],
         "bodies":[{"contentType":"text/plain","value":"A bridge opens\\nIt opened on Monday."}]}
        """

    static let linkedData = """
        {"@context":"https://schema.org","@graph":[{"@type":"Organization","@id":"#o","name":"Example Times"},
         {"@type":"NewsArticle","@id":"https://x.example/a#1","headline":"One","articleBody":"First line.\\nSecond line.",
          "publisher":{"@id":"#o"},"datePublished":"2020-01-01","author":{"@type":"Person","name":"Jane Doe"}},
         {"@type":"https://schema.org/ReportageNewsArticle","headline":"Two","articleBody":"<p>Third.</p>"}]}
        """
}
