/// Pages written for the tests, each with furniture of the kind that gets in the way.
enum SamplePages {
    static let arabic = """
        <!DOCTYPE html>
        <html lang="ar" dir="rtl">
        <head>
        <meta charset="utf-8">
        <title>افتتاح جسر جديد على نهر دجلة - صحيفة المثال</title>
        <meta property="og:title" content="افتتاح جسر جديد على نهر دجلة">
        <meta property="og:site_name" content="صحيفة المثال">
        <meta property="og:url" content="https://news.example/ar/bridge">
        <meta property="article:published_time" content="2021-05-03T09:30:00+03:00">
        <link rel="canonical" href="https://news.example/ar/bridge?canonical=1">
        <script>document.write("<p>هذا نص لا يقرأ أحد</p>"); if (1 < 2) { var x = "</div>"; }</script>
        <style>p { color: red }</style>
        <script type="application/ld+json">
        {"@context":"https://schema.org","@graph":[
          {"@type":"Organization","@id":"#org","name":"صحيفة المثال"},
          {"@type":"Person","@id":"#p","name":"ليلى كاتبة"},
          {"@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem","name":"الرئيسية"}]},
          {"@type":"NewsArticle","headline":"افتتاح جسر جديد على نهر دجلة",
           "datePublished":"2021-05-03T06:00:00Z","dateModified":"2021-05-04",
           "author":[{"@id":"#p"}],"publisher":{"@id":"#org"},"inLanguage":"ar",
           "identifier":{"@type":"PropertyValue","value":12345},"keywords":"جسور, بغداد"}]}
        </script>
        </head>
        <body class="has-sidebar comments-open">
        <div id="cookie-notice"><p>نستخدم ملفات تعريف الارتباط لتحسين تجربتك على الموقع، وبمتابعة التصفح فإنك توافق على ذلك.</p></div>
        <header><nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/p">سياسة</a></li></ul></nav></header>
        <main>
        <article class="post category-news tag-bridges">
        <header><h1>افتتاح جسر جديد
           على نهر دجلة</h1><div class="entry-meta">بقلم ليلى كاتبة <time datetime="2019-01-01">1 يناير 2019</time></div></header>
        <div class="entry-content">
        <p>افتتح رئيس البلدية يوم الأحد <b>جسرا جديدا</b> على نهر دجلة وسط&nbsp;بغداد.</p>
        <div class="share-buttons"><p>شارك هذا الخبر مع أصدقائك على مواقع التواصل الاجتماعي كلها</p></div>
        <p>وقال إن العمل استغرق ثلاث سنوات، وكلف <a href="/money">خمسين مليون دولار</a>.</p>
        <h2>مراحل البناء</h2>
        <ul><li>2018: وضع حجر الأساس.</li><li>2021: افتتاح الجسر.</li></ul>
        <blockquote>سيخفف الجسر الزحام في المدينة كلها.</blockquote>
        <p><a href="/x">اقرأ أيضا: جسر آخر في البصرة يفتتح قريبا</a></p>
        <figure><img src="a.jpg"><figcaption>صورة الجسر</figcaption></figure>
        <div class="relatedPosts"><h3>مواضيع ذات صلة</h3><ul><li><a href="/1">خبر أول عن شيء آخر</a></li>
        <li><a href="/2">خبر ثان عن شيء آخر</a></li></ul></div>
        </div>
        <section id="comments"><article class="comment"><p>هذا تعليق طويل من قارئ يقول فيه رأيه في الجسر الجديد، وهو رأي طويل جدا
        لا نهاية له، يكرر فيه كل ما قيل من قبل، ويزيد عليه كلاما كثيرا لا حاجة إليه في هذا المكان أبدا، حتى يصير أطول من الخبر نفسه.</p></article>
        </section>
        </article>
        </main>
        <aside><p>إعلان طويل عن منتج لا علاقة له بالخبر ولا بالجسر ولا بالنهر على الإطلاق.</p></aside>
        <footer><p>جميع الحقوق محفوظة لصحيفة المثال، ولا يجوز النقل إلا بإذن كتابي مسبق منها.</p></footer>
        </body></html>
        """

    static let arabicLines = [
        "title افتتاح جسر جديد على نهر دجلة",
        "paragraph افتتح رئيس البلدية يوم الأحد جسرا جديدا على نهر دجلة وسط\u{a0}بغداد.",
        "paragraph وقال إن العمل استغرق ثلاث سنوات، وكلف خمسين مليون دولار.",
        "heading مراحل البناء",
        "list_item 2018: وضع حجر الأساس.",
        "list_item 2021: افتتاح الجسر.",
        "quote سيخفف الجسر الزحام في المدينة كلها.",
    ]

    /// No markup that tells the article; a table for the layout, unclosed elements, a form around all, capital letters.
    static let english = """
        <HTML><HEAD><TITLE>Council approves tram line | Example Times</TITLE>
        <META NAME="author" CONTENT="Jane Doe"><META NAME="date" CONTENT="Tue, 04 Feb 2020 10:15:00 GMT">
        <META NAME="keywords" CONTENT="tram, council">
        <BODY><FORM ACTION="/page.aspx"><TABLE><TR><TD WIDTH=100><A HREF=/>Home</A><BR><A HREF=/w>World</A><BR><A HREF=/s>Sport news</A></TD>
        <TD><DIV CLASS=story><H1>Council approves tram line</H1>
        The council approved a new tram line on Tuesday after ten years of debate.<BR><BR>
        Work will start in March &amp; end in 2024, said Mayor John Smith &lt;the Elder&gt;.
        <P>The line costs 300 million euros
        <P>Trams will run every five minutes, the council said in a statement.
        <DIV STYLE="display: none">Hidden words that no reader of the page ever sees at all.</DIV>
        </DIV></TD></TR></TABLE>
        <DIV ID=footer>Copyright Example Times. All rights reserved. Do not copy any of this, not even once.</DIV>
        </FORM></BODY></HTML>
        """

    static let englishLines = [
        "title Council approves tram line",
        "paragraph The council approved a new tram line on Tuesday after ten years of debate.",
        "paragraph Work will start in March & end in 2024, said Mayor John Smith <the Elder>.",
        "paragraph The line costs 300 million euros",
        "paragraph Trams will run every five minutes, the council said in a statement.",
    ]

    /// Microdata, a language that is declared wrongly, zero-width non-joiners.
    static let persian = """
        <!doctype html><html lang="en-US"><head><title>خبر</title><meta property="og:locale" content="fa_IR">
        <meta itemprop="datePublished" content="2022-11-20">
        </head><body><div itemscope itemtype="https://schema.org/NewsArticle">
        <h1 itemprop="headline">نمایشگاه کتاب تهران گشایش یافت</h1>
        <span itemprop="author">مریم نمونه</span>
        <div class="lead sidebar" itemprop="articleBody">
        <p>نمایشگاه کتاب تهران روز یکشنبه با حضور ناشران گشایش یافت و مردم می\u{200c}توانند از آن بازدید کنند.</p>
        <p>این نمایشگاه ده روز ادامه دارد.</p>
        <div class="tags"><a href="/t/1">کتاب</a> <a href="/t/2">تهران</a></div>
        </div>
        <div class="text"><p>متن دیگری که بیرون از خبر است و نباید خوانده شود، هر چند که بسیار بلندتر از خود خبر است و پر از واژه\u{200c}های دیگر.</p>
        <p>و باز هم متن دیگری که بیرون از خبر است و نباید خوانده شود، هر چند که بسیار بلندتر از خود خبر است و پر از واژه\u{200c}های دیگر.</p></div>
        </div></body></html>
        """

    static let persianLines = [
        "title نمایشگاه کتاب تهران گشایش یافت",
        "paragraph نمایشگاه کتاب تهران روز یکشنبه با حضور ناشران گشایش یافت و مردم می\u{200c}توانند از آن بازدید کنند.",
        "paragraph این نمایشگاه ده روز ادامه دارد.",
    ]
}
