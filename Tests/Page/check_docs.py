"""Walks through the documentation of the API."""


def walk(checks, browser, audit, article):
    document = checks.ask("openapi.json")
    operations = sum(len(item) for item in document["paths"].values())
    browser.open("/?ui=en")
    browser.wait("the foot", "return document.querySelector('#foot a[href=\"/docs\"]')")
    browser.open("/docs")
    checks.expect("every operation is listed", browser.run("return document.querySelectorAll('.operation .method + code').length") == operations)
    checks.expect("every schema is listed", browser.run("return document.querySelectorAll('[id^=schema-]').length") == len(document["components"]["schemas"]))
    checks.complain(browser, "docs")

    # Found by words, opened by keys; the address names it.
    browser.find("#filter").send_keys("blocks")
    browser.wait("one route", "return document.querySelectorAll('.operation:not([hidden])').length < 4 && !document.getElementById('getArticlesIdBlocks').hidden")
    browser.run("document.querySelector('#getArticlesIdBlocks summary').focus()")
    browser.driver.switch_to.active_element.send_keys("\ue007")
    browser.wait("it opens", "return document.querySelector('#getArticlesIdBlocks table') && location.hash === '#getArticlesIdBlocks'")
    names = browser.run("return [...document.querySelectorAll('#getArticlesIdBlocks table:first-of-type td:first-child code')].map((code) => code.textContent)")
    checks.expect("its parameters are told", names[:4] == ["id", "limit", "cursor", "format"], str(names))

    # Tried: texts stand from right to left, each apart.
    browser.find("#getArticlesIdBlocks-id").send_keys(article)
    command = browser.run("return document.querySelector('#getArticlesIdBlocks .code pre').textContent")
    checks.expect("the command asks the same", f"/v1/articles/{article}/blocks" in command, command)
    browser.find("#getArticlesIdBlocks .try button").click()
    browser.wait("an answer", "return document.querySelector('#getArticlesIdBlocks .answer .value')")
    text = checks.ask(f"articles/{article}/blocks")["items"][0]["text"]
    direction = browser.run("return [...document.querySelectorAll('#getArticlesIdBlocks .answer bdi')].filter((value) => value.textContent === arguments[0]).map((value) => getComputedStyle(value).direction)[0]", text)
    checks.expect("Arabic stands from right to left", direction == "rtl", str(direction))
    checks.complain(browser, "docs, tried")

    # A link opens what it names, also a schema.
    for name in ["getEvents", "schema-Article", "part-search"]:
        browser.open("/docs#" + name)
        checks.expect(f"{name} is shown", browser.run("const place = document.getElementById(arguments[0]); return place.open !== false && place.getBoundingClientRect().top < innerHeight", name))

    for width, height in [(1200, 900), (360, 740)]:
        browser.look(width, height)
        for path in ["/docs", "/docs#getTimeline"]:
            browser.open(path)
            for colours in ["light", "dark"]:
                browser.look(width, height, dark=colours == "dark")
                for complaint in browser.run(audit)["complaints"]:
                    checks.expect(f"{path} {width} {colours}", False, complaint)
                checks.count += 1
                if checks.options.pictures:
                    name = path[1:].replace("#", "-")
                    browser.picture(f"{checks.options.pictures}/{name}-{width}-{colours}.png")
            checks.complain(browser, f"{path} {width}")
    browser.look()
