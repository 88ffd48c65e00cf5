import Testing
import TextAnalysis

struct NameComparisonTests {
    @Test(arguments: [
        ("عبد الله", "عبدالله"), ("علاء الدين", "علاءالدین"), ("عبد الرحمن", "عبدالرحمن"),
        ("أبو الغيط", "ابوالغيط"), ("أبي مازن", "أبو مازن"), ("ابن سلمان", "بن سلمان"),
        ("بشار الأسد", "بشار اسد"), ("حزب الله", "حزب‌الله"), ("قره‌باغ", "قره باغ"),
        ("Elbit Systems Ltd.", "ELBIT SYSTEMS"), ("U.S.", "US"), ("as-Sisi", "Sisi"), ("Sana'a", "Sanaa"),
        ("Israel’s", "Israel"), ("The Hague", "Hague"), ("Bashar al-Assad", "Bashar Assad"),
        ("وكالة تسنیم", "وکالة تسنيم"),
    ])
    func `spellings of a name have one strict key`(_ left: String, _ right: String) {
        #expect(ComparisonKey(left).strict == ComparisonKey(right).strict)
    }

    @Test(arguments: [
        ("إلبيت", "بيت"), ("آبی", "ابو"), ("حسن روحاني", "حسين روحاني"), ("النيجر", "نيجيريا"),
        ("As Roma", "Roma"), ("Co", "Ltd"), ("عبد الله", "عبد الإله"),
    ])
    func `different names have different strict keys`(_ left: String, _ right: String) {
        #expect(ComparisonKey(left).strict != ComparisonKey(right).strict)
    }

    @Test func `a key without words is empty`() {
        #expect(ComparisonKey(" -!").strict.isEmpty)
        #expect(ComparisonKey("ـ").strict.isEmpty)
    }

    @Test(arguments: [
        ("فلاديمير بوتين", "Vladimir Putin"), ("ولادیمیر پوتین", "Vladimir Putin"),
        ("فلاديمير بوتين", "ولادیمیر پوتین"), ("بايدن", "Biden"), ("إلبيت سيستمز", "Elbit Systems"),
        ("البيت سيستمز", "Elbit Systems"), ("عبد الفتاح السيسي", "Abdel Fattah el-Sisi"),
        ("بشار الأسد", "Bashar al-Assad"), ("حسن نصر الله", "Hassan Nasrallah"), ("حزب الله", "Hezbollah"),
        ("بنيامين نتنياهو", "Benjamin Netanyahu"), ("إلهام علييف", "Ilham Aliyev"),
        ("علی خامنه‌ای", "علي خامنئي"), ("إبراهيم رئيسي", "Ebrahim Raisi"),
        ("محمد بن سلمان", "Mohammed bin Salman"), ("يحيى السنوار", "Yahya Sinwar"),
        ("محمدجواد ظریف", "Mohammad Javad Zarif"), ("رافائيل", "Rafael"),
        ("كاسبيان ميتيور", "Caspian Meteor"), ("Qassem Soleimani", "Qasem Soleimani"),
        ("شي جين بينغ", "Xi Jinping"), ("صنعاء", "Sana'a"), ("تهران", "طهران"),
    ])
    func `names that sound alike are one and share a skeleton`(_ left: String, _ right: String) {
        #expect(Transliteration.isSameName(left, right))
        #expect(Transliteration.isSameName(right, left))
        let skeletons = Set(Transliteration.skeletons(of: left))
        #expect(!skeletons.isDisjoint(with: Transliteration.skeletons(of: right)))
    }

    @Test(arguments: [
        ("بوتين", "Biden"), ("محمد بن سلمان", "Mohammed bin Zayed"), ("سوريا", "Serbia"), ("العراق", "Iran"),
        ("النيجر", "Nigeria"), ("أستراليا", "Austria"), ("حسن روحاني", "حسين روحاني"),
        ("Hassan Rouhani", "Hossein Rouhani"), ("محمد", "Mahmoud"), ("محمد", "محمود"), ("أحمد", "حامد"),
        ("سالم", "سليم"), ("كريم", "Akram"), ("حسن", "Hussein"), ("خامنئي", "خمینی"), ("علي", "Ali"),
        ("", ""), ("", "Putin"),
    ])
    func `names that sound different are two`(_ left: String, _ right: String) {
        #expect(!Transliteration.isSameName(left, right))
        #expect(!Transliteration.isSameName(right, left))
    }

    @Test func `a name has at most four skeletons and long ones are cut`() {
        let name = String(repeating: "v ch z j ", count: 1_000)
        #expect(Transliteration.skeletons(of: name).count <= 4)
        #expect(Transliteration.similarity(name, name) == 1)
    }

    @Test(arguments: [
        ("abc", "acb", true), ("abc", "abd", true), ("abc", "abcd", true), ("aa", "aaa", true),
        ("", "a", true),
        ("abc", "bca", false), ("ab", "cd", false), ("a", "abc", false), ("abcd", "badc", false),
    ])
    func `one edit is told from more`(_ left: String, _ right: String, _ isClose: Bool) {
        #expect(EditDistance.isAtMostOne(left, right) == isClose)
        #expect(EditDistance.isAtMostOne(right, left) == isClose)
    }
}
