"""Walks through the web page in a headless browser and says what does not hold.

   check_page.py --url URL --chromium FILE --driver FILE [--samples FOLDER] [--pictures FOLDER] [--timing-only | --docs-only]

The service at URL must allow writing. Exits 1 when something does not hold.
"""

import argparse
import json
import os
import statistics
import sys
import time
import traceback
import urllib.parse
import urllib.request

import check_docs
from browser import Browser

HERE = os.path.dirname(os.path.abspath(__file__))
AUDIT = open(os.path.join(HERE, "audit.js"), encoding="utf-8").read()

RLO, RLI, PDI = "\u202e", "\u2067", "\u2069"
HOSTILE_TITLE = f"<script>window.hacked = 1</script>{RLO}<img src=x onerror=window.hacked=2>"


class Checks:
    def __init__(self, options):
        self.options = options
        self.failures = []
        self.count = 0

    def expect(self, what, holds, detail=""):
        self.count += 1
        if not holds:
            self.failures.append(f"{what} {detail}".strip())
            print("FAILED", what, detail, flush=True)

    # MARK: The service

    def ask(self, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.options.url + "/v1/" + path, data=data, headers={"Content-Type": "application/json"} if data else {})
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    # MARK: Walks

    def walk(self, browser, language, sample, words):
        """An article in, found, an event of it opened, its characters reached, an entity followed, the link shared."""
        text = open(sample, encoding="utf-8").read()
        browser.open(f"/?view=add&ui={language}")
        direction = browser.run("return document.documentElement.dir + document.documentElement.lang")
        self.expect("direction and language", direction == {"ar": "rtlar", "en": "ltren", "fa": "rtlfa"}[language], direction)
        browser.run("document.getElementById('text').value = arguments[0]", text)
        browser.find("main form button[type=submit]").click()
        browser.wait("the article is shown", "return location.search.includes('view=article') && document.querySelector('article')")
        browser.settle()
        article = dict(urllib.parse.parse_qsl(urllib.parse.urlparse(browser.driver.current_url).query))["article"]
        stored = self.ask(f"articles/{article}")
        shown = browser.run("return [...document.querySelectorAll('article > :not(ul), article li')].map((element) => element.textContent)")
        self.expect("the text is the article's", shown == [block["text"] for block in stored["blocks"]])

        # Found as one types.
        box = browser.find("#q")
        box.click()
        box.send_keys(words)
        browser.wait("hits", "return document.querySelectorAll('.hit mark').length > 0 && document.querySelector('#q').value === arguments[0]", words)
        browser.wait("suggestions", "return document.querySelectorAll('#suggestions li').length > 0 && !document.getElementById('suggestions').hidden")
        self.expect("typing keeps the focus", browser.run("return document.activeElement.id") == "q")
        box.send_keys("\ue015")
        active = browser.run("return document.getElementById(document.getElementById('q').getAttribute('aria-activedescendant'))?.getAttribute('aria-selected')")
        self.expect("an arrow chooses a suggestion", active == "true", str(active))
        box.send_keys("\ue00c")
        self.expect("escape closes the suggestions", browser.run("return document.getElementById('suggestions').hidden"))
        box.send_keys("\ue007")
        browser.settle()
        marks = browser.run("return [...document.querySelectorAll('.hit mark')].map((mark) => mark.textContent)")
        self.expect("what was searched is marked", len(marks) > 0)
        browser.follow(f".hit h2 a[href*='article={article}&'], .hit h2 a[href$='article={article}']")

        # From a date to its event, from the event's claim to the characters.
        browser.follow("article a.fact.date")
        event = dict(urllib.parse.parse_qsl(urllib.parse.urlparse(browser.driver.current_url).query))["event"]
        claims = self.ask(f"events/{event}/claims")["items"]
        self.expect("the event has its claims", len(browser.driver.find_elements("css selector", ".claims blockquote")) == len(claims))
        claim = next(claim for claim in claims if claim["article_id"] == article)
        browser.follow(f".claims a[href*='article={article}'][href$='#c={claim['span'][0]}-{claim['span'][1]}']")
        marked = "return [...document.querySelectorAll('mark.here')].map((mark) => mark.textContent).join('')"
        self.expect("the claim's characters are marked", browser.run(marked) == claim["text"], browser.run(marked))
        place = browser.run("const box = document.querySelector('mark.here').getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight")
        self.expect("the characters are in view", place)

        # Each fact beside the text leads to its characters.
        fact = browser.run("return [...document.querySelectorAll('.facts .row .count')].map((anchor) => [anchor.hash, anchor.parentElement.querySelector('.name').textContent])")[0]
        browser.run("document.querySelector('.facts .row .count').click()")
        browser.wait("another mark", "return document.querySelectorAll('mark.here').length > 0 && location.hash === arguments[0]", fact[0])
        start, end = (int(number) for number in fact[0][3:].split("-"))
        self.expect("the name's characters are marked", browser.run(marked) == "".join(list(text)[start:end]), browser.run(marked))

        # The entity, the link, and back.
        browser.follow("article a.fact.place, article a.fact.person, article a.fact.org")
        name = dict(urllib.parse.parse_qsl(urllib.parse.urlparse(browser.driver.current_url).query))["entity"]
        label = self.ask(f"entities/{name}")["label"]["text"]
        self.expect("the entity is shown", browser.run("return document.querySelector('h1').textContent") == label)
        browser.driver.back()
        browser.wait("back", "return location.search.includes('view=article') && document.querySelector('article')")
        browser.settle()
        self.expect("back marks the characters again", browser.run(marked) == "".join(list(text)[start:end]))
        address = browser.driver.current_url
        browser.driver.forward()
        browser.wait("forward", "return location.search.includes('view=entity') && document.querySelector('h1').textContent === arguments[0]", label)
        browser.settle()
        self.same_again(browser, "entity")
        browser.open(address[len(self.options.url):])
        self.same_again(browser, "article")
        return article

    def same_again(self, browser, what):
        """A shared link and a reload show the same."""
        address, before = browser.driver.current_url, browser.text()
        browser.driver.refresh()
        browser.settle()
        self.expect(f"{what}: reload shows the same", browser.text() == before)
        browser.open(address[len(self.options.url):])
        self.expect(f"{what}: the link shows the same", browser.text() == before)

    def hostile(self, browser):
        """Articles that want to be more than text: with markup, with overrides of direction, of one line, of very many items."""
        items = "\n".join(f"- {number}: <b>item</b> {RLI}عنصر {number}" for number in range(10_000))
        start = f"{HOSTILE_TITLE}\n\nIn 1992 <a href=javascript:window.hacked=4>Egypt</a> opened \U0001F600 the Suez Canal on 5 June 1975.\n\n"
        line = f"{RLO}<svg onload=window.hacked=3> سطر طويل \U0001F600 " * 60_000
        most = 2 * 1024 * 1024
        line = line.encode()[: most - len(start.encode()) - 8].decode(errors="ignore")
        articles = []
        for name, text, elements in [("10,000 items", start + items, 9_000), ("a line of 2 MiB", start + line, 2)]:
            begin = time.monotonic()
            articles.append(self.ask("articles", {"text": text})["id"])
            stored = time.monotonic()
            browser.open(f"/?view=article&article={articles[-1]}&ui=en")
            print(f"{name}: {len(text.encode()) / 1e6:.1f} MB, stored in {stored - begin:.1f} s, shown in {time.monotonic() - stored:.1f} s", flush=True)
            shown = browser.run("return document.querySelectorAll('article li, article p').length")
            self.expect(f"{name}: all is shown", shown >= elements, str(shown))
            self.complain(browser, name)
        article = articles[0]
        # What is too long is refused in words.
        browser.open("/?view=add&ui=en")
        browser.run("document.getElementById('text').value = ('word '.repeat(20) + '\\n').repeat(22000)")
        browser.run("document.querySelector('main form button[type=submit]').click()")
        refusal = browser.wait("a refusal", "return document.querySelector('[role=alert]')?.innerText", seconds=60)
        self.expect("a text that is too long is refused", "413" in refusal, refusal)
        browser.complaints()
        for path in ["/?ui=en", f"/?view=article&article={article}&ui=ar", "/?view=search&q=hacked&ui=en", "/?view=search&q=script&ui=ar", "/?view=timeline&ui=en", "/?view=entities&ui=ar"]:
            browser.open(path)
            self.expect(f"{path}: nothing of it runs", browser.run("return window.hacked === undefined"))
            self.expect(f"{path}: nothing of it is an element", browser.run("return document.querySelectorAll('main script, main img, main b, main a[href^=javascript]').length") == 0)
            # An override must not turn what is beside it.
            self.expect(f"{path}: titles stand apart", browser.run("""
                return [...document.querySelectorAll("main *")].filter((element) => element.children.length === 0 && /[\\u202a-\\u202e\\u2066-\\u2069]/.test(element.textContent))
                  .every((element) => ["isolate", "isolate-override", "plaintext"].includes(getComputedStyle(element).unicodeBidi) || getComputedStyle(element).display !== "inline" || element.closest("bdi, [dir]") !== null)"""))
            self.complain(browser, path)

    def complain(self, browser, what):
        for complaint in browser.complaints():
            self.expect(f"{what}: no complaint", False, complaint)

    def audit(self, browser, article, event, entity):
        """Every view, in both languages, two sizes, light and dark."""
        views = {
            "home": "", "search": "view=search&q=" + urllib.parse.quote("قناة السويس"), "nothing": "view=search&q=zzzzqqqq", "recent": "view=search",
            "timeline": "view=timeline", "year": "view=timeline&from=1956&to=1956", "event": f"view=event&event={event}", "entity": f"view=entity&entity={entity}",
            "entities": "view=entities", "graph": "view=graph", "article": f"view=article&article={article}", "add": "view=add", "missing": "view=event&event=e_zzzzz",
        }
        least = 21
        for width, height in [(1200, 900), (360, 740)]:
            for language in ["ar", "en"]:
                for name, query in views.items():
                    browser.look(width, height)
                    browser.open("/?" + "&".join(part for part in [query, f"ui={language}"] if part))
                    for colours in ["light", "dark"]:
                        browser.look(width, height, dark=colours == "dark")
                        where = f"{name} {language} {width} {colours}"
                        found = browser.run(AUDIT)
                        least = min(least, found["least"])
                        self.count += 1
                        for complaint in found["complaints"]:
                            self.expect(where, False, complaint)
                        if self.options.pictures:
                            browser.picture(f"{self.options.pictures}/{name}-{language}-{width}-{colours}.png")
                    complaints = [complaint for complaint in browser.complaints() if not (name == "missing" and "404" in complaint)]
                    self.expect(f"{where}: no complaint", complaints == [], str(complaints))
        browser.look()
        print(f"least contrast of a text: {least:.2f}", flush=True)

    def keys(self, browser):
        """The whole page by keys alone: the order of the document, and always seen."""
        browser.open("/?view=timeline&ui=en")
        browser.run("document.activeElement.blur()")
        body = browser.find("body")
        seen = []
        for _ in range(25):
            browser.driver.switch_to.active_element.send_keys("\ue004")
            seen.append(browser.run("""
                const element = document.activeElement;
                const all = [...document.querySelectorAll("*")];
                const style = getComputedStyle(element);
                return [all.indexOf(element), element.id || element.className || element.textContent, style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2]"""))
        self.expect("the first key stop is the skip link", seen[0][1] == "skip", str(seen[0]))
        order = [place for place, _, _ in seen]
        self.expect("keys follow the document", order == sorted(order) and len(set(order)) == len(order), str(seen))
        self.expect("the focus is always seen", all(visible for _, _, visible in seen), str([name for _, name, visible in seen if not visible]))
        browser.open("/?view=timeline&ui=en")
        browser.driver.switch_to.active_element.send_keys("\ue004\ue007")
        self.expect("the skip link skips", browser.run("return document.activeElement.id") == "main")
        # Arrows between the bars.
        browser.run("document.querySelector('.bars a').focus()")
        browser.driver.switch_to.active_element.send_keys("\ue014")
        self.expect("an arrow goes to the next bar", browser.run("return [...document.querySelectorAll('.bars a')].indexOf(document.activeElement)") == 1)

    # MARK: Time

    def timing(self, browser, words):
        paints = []
        for _ in range(5):
            browser.driver.execute_cdp_cmd("Network.clearBrowserCache", {})
            browser.open("/?ui=ar")
            paints.append(browser.wait("a first paint", "return performance.getEntriesByName('first-contentful-paint')[0]?.startTime"))
        weight = browser.run("return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].filter(({ name }) => !name.includes('/v1/')).reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)")
        print(f"first contentful paint: median {statistics.median(paints):.0f} ms, most {max(paints):.0f} ms of {len(paints)}; page {weight / 1024:.1f} KiB compressed", flush=True)
        self.expect("first contentful paint under 1 s", statistics.median(paints) < 1000, str(paints))
        self.expect("the page is under 300 KB", weight < 300_000, str(weight))
        browser.open("/?view=search&ui=ar")
        browser.run(WATCH_TYPING)
        box = browser.find("#q")
        for word in words:
            browser.run("const input = document.getElementById('q'); input.focus(); input.select()")
            for index, letter in enumerate(word):
                box.send_keys(letter)
                if letter != " ":
                    browser.wait("results", "return window.__typed === arguments[0]", word[: index + 1])
        times = sorted(browser.run("return window.__times"))
        median, late = statistics.median(times), times[int(len(times) * 0.95)]
        print(f"keystroke to results: median {median:.1f} ms, 95% {late:.1f} ms, most {times[-1]:.1f} ms of {len(times)} keys", flush=True)
        self.expect("results within 50 ms of a key", median < 50, str(times))
        self.complain(browser, "typing")


# Remembers the milliseconds from each key to its results in the document; a key's time is that of the event, before any script.
WATCH_TYPING = """
window.__times = [];
window.__typed = null;
const input = document.getElementById("q");
const main = document.getElementById("main");
let start = 0;
input.addEventListener("input", (event) => (start = event.timeStamp), { capture: true });
new MutationObserver(() => {
  if (main.querySelector("h1 bdi")?.textContent !== input.value.trim() || window.__typed === input.value) return;
  window.__typed = input.value;
  window.__times.push(performance.now() - start);
}).observe(main, { childList: true });
"""


def main():
    parser = argparse.ArgumentParser()
    for name in ["url", "chromium", "driver"]:
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--samples", default=os.path.join(HERE, "../../Config/samples"))
    parser.add_argument("--pictures")
    parser.add_argument("--timing-only", action="store_true")
    parser.add_argument("--hostile-only", action="store_true")
    parser.add_argument("--docs-only", action="store_true")
    options = parser.parse_args()
    checks = Checks(options)
    browser = Browser(options.url, options.chromium, options.driver)
    browser.driver.set_script_timeout(300)
    words = ["قناة السويس", "الرئيس", "تل أبيب", "Egypt"]
    try:
        if options.docs_only:
            check_docs.walk(checks, browser, AUDIT, checks.ask("articles?lang=ar")["items"][0]["id"])
        elif not (options.timing_only or options.hostile_only):
            article = checks.walk(browser, "ar", f"{options.samples}/suez-canal.ar.txt", "قناة السويس")
            checks.walk(browser, "en", f"{options.samples}/space-stations.en.txt", "space station")
            event = checks.ask(f"articles/{article}/events")["items"][0]["id"]
            entity = checks.ask("entities?limit=1")["items"][0]["id"]
            checks.keys(browser)
            checks.audit(browser, article, event, entity)
            check_docs.walk(checks, browser, AUDIT, article)
        if not (options.hostile_only or options.docs_only):
            checks.timing(browser, words)
        if not (options.timing_only or options.docs_only):
            checks.hostile(browser)
    except Exception:
        traceback.print_exc()
        checks.failures.append("the walk broke off")
        if options.pictures:
            browser.picture(options.pictures + "/failure.png")
    finally:
        browser.close()
    print(f"{checks.count} checks, {len(checks.failures)} failed")
    sys.exit(1 if checks.failures else 0)


if __name__ == "__main__":
    main()
