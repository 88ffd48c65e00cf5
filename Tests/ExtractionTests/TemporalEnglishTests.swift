import Articles
import Extraction
import Testing
import TextAnalysis

struct TemporalEnglishTests {
    /// «words=value» of every expression in one paragraph without a document's day.
    private func read(_ text: String, on day: CivilDate? = nil) throws -> [String] {
        let article = try ArticleParser().parse(
            Array(text.utf8), metadata: ArticleMetadata(language: .english))
        return TemporalTagger().expressions(in: article, documentDate: day).map {
            article.string($0.range) + "=" + $0.value
        }
    }

    @Test(arguments: [
        ("It was signed on 4 July 1776 in a hall.", ["4 July 1776=1776-07-04"]),
        ("It was read out on July 4th, 1826.", ["July 4th, 1826=1826-07-04"]),
        ("They met on the 4th of July, 1901.", ["the 4th of July, 1901=1901-07-04"]),
        ("The form is dated 7/4/1992.", ["7/4/1992=1992-04-07"]),
        ("The form is dated 12/25/1999.", ["12/25/1999=1999-12-25"]),
        ("The file is dated 2001-09-11.", ["2001-09-11=2001-09-11"]),
        ("The bridge opened on January 1st of 1990.", ["January 1st of 1990=1990-01-01"]),
        ("Work began in March of 1932.", ["March of 1932=1932-03"]),
        ("Work ended in September 1939.", ["September 1939=1939-09"]),
        ("On Monday, 5 May 2003 the court met.", ["Monday, 5 May 2003=2003-05-05"]),
        ("On August 21 and 22, 2006, it was shown again.", ["August 21=2006-08-21", "22, 2006=2006-08-22"]),
        ("It rained on 3, 5 and 9 May 1990.", ["3=1990-05-03", "5=1990-05-05", "9 May 1990=1990-05-09"]),
        ("In July and August 1990 the river fell.", ["July=1990-07", "August 1990=1990-08"]),
        ("It became popular in the early 1960s.", ["the early 1960s=196X"]),
        ("Sales fell in the late 1990s.", ["the late 1990s=199X"]),
        ("During the 1800s the port grew.", ["the 1800s=18XX"]),
        ("It spread in the early 2000s.", ["the early 2000s=200X"]),
        ("Taste changed in the 1960s and 1970s.", ["the 1960s=196X", "1970s=197X"]),
        ("The band formed in the '80s.", ["the '80s=198X"]),
        ("Radio was everywhere during the 30s.", ["the 30s=193X"]),
        ("The walls date from the 540s.", ["the 540s=054X"]),
        ("The tax was raised in the 330s BC.", ["the 330s BC=-0338-01-01/-0329-12-31"]),
        ("By the mid-19th century it had a mill.", ["the mid-19th century=18XX"]),
        ("Painters of the late-18th-century school came.", ["the late-18th-century=17XX"]),
        (
            "It grew in the first half of the 12th century.",
            ["the first half of the 12th century=1101-01-01/1150-12-31"]
        ),
        (
            "Trade grew in the last quarter of the 19th century.",
            ["the last quarter of the 19th century=1876-01-01/1900-12-31"]
        ),
        (
            "It shrank in the second half of the 1980s.",
            ["the second half of the 1980s=1985-01-01/1989-12-31"]
        ),
        (
            "Prices rose in the first decade of the 21st century.",
            ["the first decade of the 21st century=200X"]
        ),
        ("Prices fell in the last decade of the 19th century.", ["the last decade of the 19th century=189X"]),
        ("At the turn of the 20th century it had gas.", ["the turn of the 20th century=19XX"]),
        ("Towns of the 3rd millennium BC were found.", ["the 3rd millennium BC=-2XXX"]),
        ("Ships changed in the 16th and 17th centuries.", ["the 16th=15XX", "17th centuries=16XX"]),
        (
            "Styles of the late 18th and early 19th centuries mixed.",
            ["the late 18th=17XX", "early 19th centuries=18XX"]
        ),
        ("It flourished from the 9th to the 12th century.", ["from the 9th to the 12th century=08XX/11XX"]),
        ("Coins of the 5th century BCE were dug up.", ["the 5th century BCE=-04XX"]),
        ("He was killed in 44 BC in the city.", ["44 BC=-0043"]),
        ("It was buried in AD 79 by ash.", ["AD 79=0079"]),
        ("The western empire fell in 476 AD.", ["476 AD=0476"]),
        ("He landed in 1066 CE with a fleet.", ["1066 CE=1066"]),
        ("He was born c. 1200 in the south.", ["c. 1200=1200~"]),
        ("The town was founded circa 1500.", ["circa 1500=1500~"]),
        ("It was built around 3000 BC.", ["around 3000 BC=-2999~"]),
        ("They ruled from 3100 to 2900 BC.", ["from 3100 to 2900 BC=-3099/-2899"]),
        ("The culture lasted from 500 BC–AD 500.", ["from 500 BC–AD 500=-0499/0500"]),
        ("He reigned (r. 336–323 BC) as king.", ["336–323 BC=-0335/-0322"]),
        ("The second caliph (632–661) moved it.", ["632–661=0632/0661"]),
        ("He lived there between 1990 and 1995.", ["between 1990 and 1995=1990/1995"]),
        ("The league played in 1990–95.", ["1990–95=1990/1995"]),
        ("The war of 1914-18 stopped it.", ["1914-18=1914/1918"]),
        ("It closed from May to July 2001.", ["from May to July 2001=2001-05/2001-07"]),
        ("The fair ran May 5–7, 2010.", ["May 5–7, 2010=2010-05-05/2010-05-07"]),
        ("The fair ran 5-7 May 2010.", ["5-7 May 2010=2010-05-05/2010-05-07"]),
        ("They fought between 1 and 3 June 1944.", ["between 1 and 3 June 1944=1944-06-01/1944-06-03"]),
        (
            "It burned on the night of August 31–September 1, 1932.",
            ["August 31–September 1, 1932=1932-08-31/1932-09-01"]
        ),
        ("The siege (28 June – 3 July 1914) failed.", ["28 June – 3 July 1914=1914-06-28/1914-07-03"]),
        ("It ran December 1941 – May 1942.", ["December 1941 – May 1942=1941-12/1942-05"]),
        (
            "He served from the late 1960s to the early 1980s.",
            ["from the late 1960s to the early 1980s=196X/198X"]
        ),
        ("Storms are common between April and October.", ["between April and October=XXXX-04/XXXX-10"]),
        ("It was rebuilt in spring 1945.", ["spring 1945=1945-21"]),
        ("They met in the summer of 1968.", ["the summer of 1968=1968-22"]),
        ("He fled in the winter of 762.", ["the winter of 762=0762-24"]),
        ("Output rose in the third quarter of 2012.", ["the third quarter of 2012=2012-35"]),
        ("Output fell in Q3 2012.", ["Q3 2012=2012-35"]),
        ("It lost money in fiscal year 2012.", ["fiscal year 2012=2012"]),
        ("She joined for the 2009–10 season.", ["the 2009–10 season=2009/2010"]),
        ("In 1990 he left. Two years later he came back.", ["1990=1990", "Two years later=1992"]),
        ("In 1990 he came. Three years earlier he had left.", ["1990=1990", "Three years earlier=1987"]),
        ("In 1990 it opened; the following year it closed.", ["1990=1990", "the following year=1991"]),
        ("In 1990 it opened; the next year it closed.", ["1990=1990", "the next year=1991"]),
        ("In 1990 it opened, that same year it closed.", ["1990=1990", "that same year=1990"]),
        (
            "On 5 March 1990 he left; the next day he came.",
            ["5 March 1990=1990-03-05", "the next day=1990-03-06"]
        ),
        (
            "On 5 March 1990 he left; two days later he came.",
            ["5 March 1990=1990-03-05", "two days later=1990-03-07"]
        ),
        ("He has led it since 1991.", ["since 1991=1991/.."]),
        ("He led it until 2005.", ["until 2005=../2005"]),
        ("She has taught there since at least 1984.", ["since at least 1984=1984/.."]),
        ("It was a village until the 1950s.", ["until the 1950s=../195X"]),
        ("Starr's 1968 cover was praised.", ["1968=1968"]),
        ("She gave a 2005 interview to a paper.", ["2005=2005"]),
        ("His 1975 album sold well.", ["1975=1975"]),
        ("An 1821 storm hit the island.", ["1821=1821"]),
        ("The 1763 Treaty returned it.", ["1763=1763"]),
        ("The 2005 Games were held elsewhere.", ["2005=2005"]),
        ("The group was founded in 1961 – in a small town.", ["1961=1961"]),
        ("It opened in about 1837 as an inn.", ["about 1837=1837~"]),
        ("He died in 1973.", ["1973=1973"]),
        ("It began in nineteen ninety-one here.", ["nineteen ninety-one=1991"]),
        ("The train left at 8:30 p.m. EST.", ["8:30 p.m. EST=T20:30-05:00"]),
        ("It started at 14:00 GMT.", ["14:00 GMT=T14:00Z"]),
        ("The alarm came at 1800 UTC.", ["1800 UTC=T18:00Z"]),
        ("They attacked at 0630 hours.", ["0630 hours=T06:30"]),
        ("Open 7 p.m. to 9 p.m. only.", ["7 p.m. to 9 p.m.=T19:00/T21:00"]),
        ("He stayed for three years.", ["three years=P3Y"]),
        ("It took two and a half years.", ["two and a half years=P2Y6M"]),
        ("The film lasts 90 minutes.", ["90 minutes=PT90M"]),
        ("It stood for half a century.", ["half a century=P50Y"]),
        ("It is held every four years.", ["every four years=R/P4Y"]),
        ("They train twice a week.", ["twice a week=R/P1W"]),
        ("The leagues play every summer.", ["every summer=R/P1Y"]),
        ("It is held every other year.", ["every other year=R/P2Y"]),
        ("The prize is given annually.", ["annually=R/P1Y"]),
        ("The pageant was in early March 2003.", ["early March 2003=2003-03"]),
        ("The census of 1900 counted them.", ["1900=1900"]),
        ("The plays were staged in late 1989.", ["late 1989=1989"]),
        ("It was late in 1950 when he came.", ["late in 1950=1950"]),
        ("July is the hottest month.", ["July=XXXX-07"]),
    ])
    func `English expressions are read`(_ text: String, _ expected: [String]) throws {
        #expect(try read(text) == expected)
    }

    @Test(arguments: [
        "It may rain while they march to the fall.",
        "The 1500 people met 2000 soldiers.",
        "More than 1900 homes burned.",
        "It is at 1901 Front Street in town.",
        "See page 1945 and room 1408.",
        "It cost $1990 and weighs 1950 kg.",
        "She was 19 years old when he came.",
        "A 30-year-old man in his 40s lost.",
        "Windows 2000 and the Peugeot 2008 are products.",
        "They lost 25–17 and won 110–98.",
        "Psalm 119 and John 3:16 were read.",
        "He ran 1800 yards and scored 2000 points.",
        "The signal is sent at 1900 MHz.",
        "Theresa May spoke to April.",
        "Some 1800 burials were found.",
        "They came in second place, a third time.",
        "The 20th Century Fox film won.",
        "A spring of water and the falls.",
        "About 1900 spectators came.",
        "It killed more than 1500.",
        "Route 1950 and flight 1969 are closed.",
        "Section 1983 of the code applies.",
        "Sun, Sat and Mar are names.",
        "This may be the second half.",
        "The 2000-man force left.",
    ])
    func `what only looks like a time in English is left alone`(_ text: String) throws {
        #expect(try read(text) == [])
    }

    @Test(arguments: [
        ("He left yesterday.", ["yesterday=2018-05-15"]),
        ("The ministers met on Thursday.", ["Thursday=2018-05-10"]),
        ("The ministers met last Tuesday.", ["last Tuesday=2018-05-15"]),
        ("It will open next month.", ["next month=2018-06"]),
        ("It closed three years ago.", ["three years ago=2015"]),
        ("It closed ten days ago.", ["ten days ago=2018-05-06"]),
    ])
    func `English is read from the document's day`(_ text: String, _ expected: [String]) throws {
        #expect(try read(text, on: CivilDate(year: 2018, month: 5, day: 16)) == expected)
    }
}
