// What the page says, in the languages it speaks. Values with forms are chosen by number (Intl.PluralRules).

const english = {
  title: "Tarikh", lead: "What happened when, who is named, and where it is said.",
  skip: "Skip to the content", search: "Search", timeline: "Timeline", entities: "Names", graph: "Network", add: "Add",
  menu: "Main", language_label: "Language", find: "Search articles, people, places…", suggestions: "Suggestions", clear: "Clear",
  words: "Words", loading: "Loading…", more: "Show more", nothing: "Nothing was found.", nothing_hint: "Try fewer or other words; names are found in Arabic, Persian and English.",
  results: { one: "{n} article", other: "{n} articles" }, events_n: { one: "{n} event", other: "{n} events" },
  entities_n: { one: "{n} name", other: "{n} names" }, mentions_n: { one: "{n} mention", other: "{n} mentions" },
  articles_n: { one: "{n} article", other: "{n} articles" }, sources_n: { one: "{n} independent source", other: "{n} independent sources" },
  sentences_n: { one: "{n} sentence", other: "{n} sentences" },
  corrected: "Results for {text}", filters: "Narrow down", chosen: "Chosen", without: "Remove {name}",
  facet_entity: "Names", facet_source: "Sources", facet_lang: "Languages", facet_year: "Years of events", untitled: "Without a title",
  newest: "Latest articles", most_named: "Most named", by_decade: "Events by decade", open_timeline: "Open the timeline",
  empty: "There are no articles yet.", empty_hint: "Add the first one: paste its text.",
  from: "From", to: "To", date_hint: "A year, month or day: 1992, 1992-04, 1992-04-07", who: "Who or what", who_hint: "A name in any language", apply: "Apply", reset: "Show all",
  all_time: "All time", zoom: "Events by time; choose a bar to look closer", of_time: "{time}: {events}", gap: "nothing between",
  drawn: "The {shown} most important of {total} are drawn.", drawn_all: "All {total} are drawn.", chart: "Events on a line of time; the list below says the same",
  legend: "How to read it", mark_day: "on a day", mark_within: "some time within", mark_range: "lasted from–to", mark_vague: "about, uncertain", mark_open: "one end open", mark_planned: "announced or planned",
  list: "In order of time", undated: "Undated", undated_list: "Without a date", undated_hint: "No date is known for these, and none is made up.",
  event: "Event", said_by: "What says so", kind: "Kind", status: "Status", place: "Place", parties: "Who took part", confidence: "Confidence", edtf: "Date (EDTF)", calendar: "In its calendar", precision: "Precision", basis: "Where the date is from",
  on_timeline: "On the timeline", contradictions: "Contradictions", follows: "Follows", show_in_text: "Show in the text", says_date: "says {date}",
  claim_states: "states it", claim_refines: "less or more exact", claim_agrees: "says the same", claim_contradicts: "contradicts",
  status_occurred: "happened", status_announced: "announced", status_planned: "planned", status_denied: "denied",
  basis_explicit: "said in the sentence", basis_relative: "counted from another date", basis_inherited: "taken from the sentence before", basis_list_label: "label of a list", basis_published: "the day of the article",
  calendar_gregorian: "Gregorian", calendar_hijri: "Hijri", calendar_persian: "Solar Hijri",
  precision_day: "day", precision_week: "week", precision_month: "month", precision_season: "season", precision_quarter: "quarter", precision_half: "half-year", precision_year: "year", precision_decade: "decade", precision_century: "century", precision_millennium: "millennium", precision_range: "from–to",
  type_person: "Person", type_org: "Organisation", type_place: "Place", type_product: "Product", type_nationality: "Nationality", type_all: "All kinds", type: "Kind",
  also: "Also written", adjectives: "Adjectives", elsewhere: "Elsewhere", first_last: "Events from–to", beside: "Named beside", its_timeline: "Timeline", its_mentions: "Where it is named", its_network: "Network around it", whole_timeline: "Whole timeline", search_for: "Search for it", in_article: "In this article",
  name_filter: "Name begins with or contains", together: "Named together in a sentence", graph_hint: "A line joins two names that stand in one sentence; thicker means more often.", as_table: "As a table", first_name: "Name", second_name: "Beside", times: "Sentences", graph_label: "Names that stand together; the table below says the same", around: "Around {name}", least: "At least together", too_few: "No two names stand together that often.",
  article: "Article", source: "Source", published: "Published", ingested: "Added", original: "Original", facts: "In this text", dates: "Dates", names: "Names", marked_here: "Marked here", similar_text: "Text as received", cut: "Only the first {n} names are marked.", count_in_text: "{n}×",
  add_title: "Add an article", add_text: "Text", add_text_hint: "Paste the article: its title on the first line, then paragraphs.", add_source: "Source", add_date: "Date of publication", add_send: "Add", adding: "Reading…", add_known: "This text was there already.", add_forbidden: "Writing is not allowed here.", optional: "optional",
  failed: "That did not work.", not_found: "That is not here.", retry: "Try again", key_needed: "This service wants a key.", key: "Access key", key_use: "Use it", offline: "The service does not answer.",
  foot: "{articles}, {events}, {names}", api: "For programs", home: "Home",
  about: "about {date}", uncertain: "{date} (?)", before: "before {date}", after: "after {date}", since: "since {date}", until: "until {date}", interval: "{from} – {to}",
  modifier_start: "early {date}", modifier_mid: "mid {date}", modifier_end: "late {date}", bc: "{year} BC", decade: "{year}s", century: "century no. {number}",
  season_21: "spring {year}", season_22: "summer {year}", season_23: "autumn {year}", season_24: "winter {year}", quarter: "quarter {number} of {year}", half_40: "first half of {year}", half_41: "second half of {year}",
  kind_diplomatic_relations: "Diplomatic relations", kind_resumption: "Resumption", kind_opening: "Opening", kind_closure: "Closure", kind_founding: "Founding", kind_independence: "Independence", kind_nationalisation: "Nationalisation", kind_launch: "Launch", kind_construction: "Construction", kind_appointment: "Appointment", kind_resignation: "Resignation", kind_election: "Election", kind_meeting: "Meeting", kind_visit: "Visit", kind_agreement: "Agreement", kind_attack: "Attack", kind_war: "War", kind_death: "Death", kind_birth: "Birth", kind_statement: "Statement", kind_recognition: "Recognition", kind_severance: "Severance", kind_accident: "Accident", kind_trade: "Trade",
};

const arabic = {
  title: "تاريخ", lead: "ماذا حدث ومتى، ومن ذُكر، وأين قيل ذلك.",
  skip: "إلى المحتوى", search: "بحث", timeline: "الخط الزمني", entities: "الأسماء", graph: "الشبكة", add: "إضافة",
  menu: "الرئيسية", language_label: "اللغة", find: "ابحث في المقالات والأشخاص والأماكن…", suggestions: "اقتراحات", clear: "مسح",
  words: "كلمات", loading: "جارٍ التحميل…", more: "المزيد", nothing: "لم يُعثر على شيء.", nothing_hint: "جرّب كلمات أقل أو غيرها؛ تُعرف الأسماء بالعربية والفارسية والإنجليزية.",
  results: { zero: "لا مقالات", one: "مقال واحد", two: "مقالان", few: "{n} مقالات", many: "{n} مقالاً", other: "{n} مقال" },
  events_n: { zero: "لا أحداث", one: "حدث واحد", two: "حدثان", few: "{n} أحداث", many: "{n} حدثاً", other: "{n} حدث" },
  entities_n: { zero: "لا أسماء", one: "اسم واحد", two: "اسمان", few: "{n} أسماء", many: "{n} اسماً", other: "{n} اسم" },
  mentions_n: { zero: "لا ذكر", one: "ذُكر مرة", two: "ذُكر مرتين", few: "ذُكر {n} مرات", many: "ذُكر {n} مرة", other: "ذُكر {n} مرة" },
  articles_n: { zero: "لا مقالات", one: "مقال واحد", two: "مقالان", few: "{n} مقالات", many: "{n} مقالاً", other: "{n} مقال" },
  sources_n: { zero: "بلا مصدر", one: "مصدر مستقل واحد", two: "مصدران مستقلان", few: "{n} مصادر مستقلة", many: "{n} مصدراً مستقلاً", other: "{n} مصدر مستقل" },
  sentences_n: { zero: "لا جمل", one: "جملة واحدة", two: "جملتان", few: "{n} جمل", many: "{n} جملة", other: "{n} جملة" },
  corrected: "نتائج {text}", filters: "تضييق النتائج", chosen: "المختار", without: "إزالة {name}",
  facet_entity: "الأسماء", facet_source: "المصادر", facet_lang: "اللغات", facet_year: "سنوات الأحداث", untitled: "بلا عنوان",
  newest: "أحدث المقالات", most_named: "الأكثر ذكراً", by_decade: "الأحداث حسب العقد", open_timeline: "افتح الخط الزمني",
  empty: "لا توجد مقالات بعد.", empty_hint: "أضف أول مقال: الصق نصه.",
  from: "من", to: "إلى", date_hint: "سنة أو شهر أو يوم: 1992 أو 1992-04 أو 1992-04-07", who: "مَن أو ماذا", who_hint: "اسم بأي لغة", apply: "تطبيق", reset: "عرض الكل",
  all_time: "كل الأزمنة", zoom: "الأحداث بحسب الزمن؛ اختر عموداً للتقريب", of_time: "{time}: {events}", gap: "لا شيء بينهما",
  drawn: "رُسمت أهم {shown} من {total}.", drawn_all: "رُسم الكل: {total}.", chart: "أحداث على خط الزمن؛ والقائمة أدناه تقول الشيء نفسه",
  legend: "كيف يُقرأ", mark_day: "في يوم", mark_within: "في وقت ما خلال", mark_range: "امتد من–إلى", mark_vague: "تقريبي أو غير مؤكد", mark_open: "طرف مفتوح", mark_planned: "معلن أو مخطط",
  list: "بترتيب الزمن", undated: "بلا تاريخ", undated_list: "أحداث بلا تاريخ", undated_hint: "لا يُعرف لها تاريخ، ولا يُختلق لها تاريخ.",
  event: "حدث", said_by: "مَن يقول ذلك", kind: "النوع", status: "الحالة", place: "المكان", parties: "المشاركون", confidence: "الثقة", edtf: "التاريخ (EDTF)", calendar: "في تقويمه", precision: "الدقة", basis: "مصدر التاريخ",
  on_timeline: "على الخط الزمني", contradictions: "تناقضات", follows: "يلي", show_in_text: "اعرضه في النص", says_date: "يقول {date}",
  claim_states: "يذكره", claim_refines: "أقل أو أكثر دقة", claim_agrees: "يقول الشيء نفسه", claim_contradicts: "يناقض",
  status_occurred: "وقع", status_announced: "أُعلن", status_planned: "مخطط", status_denied: "منفي",
  basis_explicit: "مذكور في الجملة", basis_relative: "محسوب من تاريخ آخر", basis_inherited: "مأخوذ من الجملة السابقة", basis_list_label: "عنوان بند في قائمة", basis_published: "يوم المقال",
  calendar_gregorian: "ميلادي", calendar_hijri: "هجري", calendar_persian: "هجري شمسي",
  precision_day: "يوم", precision_week: "أسبوع", precision_month: "شهر", precision_season: "فصل", precision_quarter: "ربع", precision_half: "نصف سنة", precision_year: "سنة", precision_decade: "عقد", precision_century: "قرن", precision_millennium: "ألفية", precision_range: "من–إلى",
  type_person: "شخص", type_org: "منظمة", type_place: "مكان", type_product: "منتج", type_nationality: "جنسية", type_all: "كل الأنواع", type: "النوع",
  also: "يُكتب أيضاً", adjectives: "الصفات", elsewhere: "في مراجع أخرى", first_last: "الأحداث من–إلى", beside: "يُذكر مع", its_timeline: "الخط الزمني", its_mentions: "أين ذُكر", its_network: "الشبكة حوله", whole_timeline: "الخط الزمني كاملاً", search_for: "ابحث عنه", in_article: "في هذا المقال",
  name_filter: "اسم يبدأ بـ أو يحتوي", together: "يُذكران معاً في جملة", graph_hint: "يصل الخط اسمين يردان في جملة واحدة؛ والأغلظ أكثر.", as_table: "في جدول", first_name: "الاسم", second_name: "مع", times: "الجمل", graph_label: "أسماء ترد معاً؛ والجدول أدناه يقول الشيء نفسه", around: "حول {name}", least: "معاً على الأقل", too_few: "لا يرد اسمان معاً بهذا القدر.",
  article: "مقال", source: "المصدر", published: "نُشر", ingested: "أُضيف", original: "الأصل", facts: "في هذا النص", dates: "التواريخ", names: "الأسماء", marked_here: "الموضع المقصود", similar_text: "النص كما ورد", cut: "عُلّمت أول {n} أسماء فقط.", count_in_text: "{n}×",
  add_title: "إضافة مقال", add_text: "النص", add_text_hint: "الصق المقال: عنوانه في السطر الأول ثم الفقرات.", add_source: "المصدر", add_date: "تاريخ النشر", add_send: "إضافة", adding: "تجري القراءة…", add_known: "هذا النص موجود من قبل.", add_forbidden: "الكتابة غير مسموحة هنا.", optional: "اختياري",
  failed: "تعذّر ذلك.", not_found: "هذا غير موجود.", retry: "أعد المحاولة", key_needed: "تطلب هذه الخدمة مفتاحاً.", key: "مفتاح الدخول", key_use: "استخدمه", offline: "الخدمة لا تجيب.",
  foot: "{articles}، {events}، {names}", api: "للبرامج", home: "البداية",
  about: "نحو {date}", uncertain: "{date} (؟)", before: "قبل {date}", after: "بعد {date}", since: "منذ {date}", until: "حتى {date}", interval: "{from} – {to}",
  modifier_start: "مطلع {date}", modifier_mid: "منتصف {date}", modifier_end: "أواخر {date}", bc: "{year} ق.م", decade: "عقد {year}", century: "القرن {number}",
  season_21: "ربيع {year}", season_22: "صيف {year}", season_23: "خريف {year}", season_24: "شتاء {year}", quarter: "الربع {number} من {year}", half_40: "النصف الأول من {year}", half_41: "النصف الثاني من {year}",
  kind_diplomatic_relations: "علاقات دبلوماسية", kind_resumption: "استئناف", kind_opening: "افتتاح", kind_closure: "إغلاق", kind_founding: "تأسيس", kind_independence: "استقلال", kind_nationalisation: "تأميم", kind_launch: "إطلاق", kind_construction: "بناء", kind_appointment: "تعيين", kind_resignation: "استقالة", kind_election: "انتخاب", kind_meeting: "لقاء", kind_visit: "زيارة", kind_agreement: "اتفاق", kind_attack: "هجوم", kind_war: "حرب", kind_death: "وفاة", kind_birth: "ولادة", kind_statement: "تصريح", kind_recognition: "اعتراف", kind_severance: "قطع العلاقات", kind_accident: "حادث", kind_trade: "تجارة",
};

/** What Persian has words for; the rest is said in English. */
const persian = {
  title: "تاریخ", lead: "چه رخ داد و کی، از که نام برده شد، و کجا گفته شد.",
  skip: "رفتن به محتوا", search: "جستجو", timeline: "گاه‌شمار", entities: "نام‌ها", graph: "شبکه", add: "افزودن",
  menu: "اصلی", language_label: "زبان", find: "جستجوی مقاله، شخص، مکان…", suggestions: "پیشنهادها", clear: "پاک کردن",
  words: "واژه‌ها", loading: "در حال بارگیری…", more: "بیشتر", nothing: "چیزی یافت نشد.", nothing_hint: "واژه‌های کمتر یا دیگری را بیازمایید؛ نام‌ها به عربی، فارسی و انگلیسی شناخته می‌شوند.",
  results: { other: "{n} مقاله" }, events_n: { other: "{n} رویداد" }, entities_n: { other: "{n} نام" }, mentions_n: { other: "{n} بار" }, articles_n: { other: "{n} مقاله" }, sources_n: { other: "{n} منبع مستقل" }, sentences_n: { other: "{n} جمله" },
  corrected: "نتایج {text}", filters: "محدود کردن", chosen: "برگزیده", without: "برداشتن {name}",
  facet_entity: "نام‌ها", facet_source: "منبع‌ها", facet_lang: "زبان‌ها", facet_year: "سال رویدادها", untitled: "بی‌عنوان",
  newest: "تازه‌ترین مقاله‌ها", most_named: "پرنام‌ترین‌ها", by_decade: "رویدادها بر پایهٔ دهه", open_timeline: "گشودن گاه‌شمار",
  empty: "هنوز مقاله‌ای نیست.", empty_hint: "نخستین مقاله را بیفزایید: متن آن را بچسبانید.",
  from: "از", to: "تا", date_hint: "سال، ماه یا روز: 1992، 1992-04، 1992-04-07", who: "که یا چه", who_hint: "نامی به هر زبان", apply: "اعمال", reset: "نمایش همه",
  all_time: "همهٔ زمان‌ها", zoom: "رویدادها در زمان؛ برای نزدیک شدن ستونی برگزینید", of_time: "{time}: {events}", gap: "میان آن‌ها چیزی نیست",
  drawn: "{shown} مهم‌ترین از {total} کشیده شد.", drawn_all: "همهٔ {total} کشیده شد.", chart: "رویدادها بر خط زمان؛ فهرست زیر همان را می‌گوید",
  legend: "راهنما", mark_day: "در یک روز", mark_within: "زمانی در این بازه", mark_range: "از–تا ادامه داشت", mark_vague: "حدودی یا نامطمئن", mark_open: "یک سر باز", mark_planned: "اعلام‌شده یا برنامه‌ریزی‌شده",
  list: "به ترتیب زمان", undated: "بی‌تاریخ", undated_list: "بی‌تاریخ‌ها", undated_hint: "تاریخی از این‌ها دانسته نیست و ساخته هم نمی‌شود.",
  event: "رویداد", said_by: "گفته‌ها", kind: "گونه", status: "وضعیت", place: "مکان", parties: "شرکت‌کنندگان", confidence: "اطمینان", edtf: "تاریخ (EDTF)", precision: "دقت", basis: "خاستگاه تاریخ",
  on_timeline: "بر گاه‌شمار", contradictions: "تناقض‌ها", show_in_text: "نمایش در متن", says_date: "می‌گوید {date}",
  status_occurred: "رخ داد", status_announced: "اعلام شد", status_planned: "برنامه‌ریزی شد", status_denied: "تکذیب شد",
  type_person: "شخص", type_org: "سازمان", type_place: "مکان", type_product: "محصول", type_nationality: "ملیت", type_all: "همهٔ گونه‌ها", type: "گونه",
  also: "همچنین", adjectives: "صفت‌ها", elsewhere: "در جاهای دیگر", first_last: "رویدادها از–تا", beside: "در کنار", its_timeline: "گاه‌شمار", its_mentions: "کجا نام برده شده", its_network: "شبکهٔ پیرامون", whole_timeline: "گاه‌شمار کامل", search_for: "جستجوی آن",
  article: "مقاله", source: "منبع", published: "انتشار", ingested: "افزوده شد", original: "اصل", facts: "در این متن", dates: "تاریخ‌ها", names: "نام‌ها",
  add_title: "افزودن مقاله", add_text: "متن", add_text_hint: "متن مقاله را بچسبانید: عنوان در خط نخست.", add_source: "منبع", add_date: "تاریخ انتشار", add_send: "افزودن", adding: "در حال خواندن…",
  failed: "انجام نشد.", not_found: "این اینجا نیست.", retry: "دوباره", foot: "{articles}، {events}، {names}", home: "خانه", api: "برای برنامه‌ها",
  about: "حدود {date}", uncertain: "{date} (؟)", before: "پیش از {date}", after: "پس از {date}", since: "از {date}", until: "تا {date}", modifier_start: "اوایل {date}", modifier_mid: "اواسط {date}", modifier_end: "اواخر {date}", bc: "{year} پ.م", decade: "دههٔ {year}", century: "سدهٔ {number}",
};

const tables = { ar: arabic, en: english, fa: persian };
const locales = { ar: "ar-u-nu-latn", en: "en-GB", fa: "fa-u-nu-arabext" };

/** The languages there are, each by its own name. */
export const languages = { ar: "العربية", en: "English", fa: "فارسی" };

/** The language of the page: what the address says, or what the browser likes most of what there is. */
export const language = { code: "en", chosen: null, locale: locales.en, dir: "ltr" };

export function choose(code) {
  language.chosen = tables[code] ? code : null;
  const liked = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tables[tag]);
  language.code = language.chosen ?? liked ?? "en";
  language.locale = locales[language.code];
  language.dir = language.code === "en" ? "ltr" : "rtl";
}

/** A text of the page, with what stands in braces replaced. */
export function t(key, values = {}) {
  let text = tables[language.code][key] ?? english[key];
  if (text === undefined) return key;
  if (typeof text === "object") text = text[new Intl.PluralRules(language.locale).select(values.n)] ?? text.other;
  return text.replace(/\{(\w+)\}/g, (_, name) => (name === "n" ? number(values.n) : String(values[name])));
}

/** Whether there is a text for a key. */
export const has = (key) => english[key] !== undefined;

export const number = (value, options) => new Intl.NumberFormat(language.locale, options).format(value);

/** The name of a language. */
export function languageName(code) {
  try {
    return new Intl.DisplayNames([language.code], { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}
