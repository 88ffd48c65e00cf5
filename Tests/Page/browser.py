"""A headless Chromium that remembers everything a page should not do."""

import json
import time

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

# Runs in every document before its own scripts.
WATCH = """
window.__watch = { shift: 0, shifted: [], violations: [], errors: [] };
addEventListener("securitypolicyviolation", (event) => __watch.violations.push(event.violatedDirective + " " + event.blockedURI));
addEventListener("error", (event) => __watch.errors.push(String(event.message)));
addEventListener("unhandledrejection", (event) => __watch.errors.push(String(event.reason)));
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (entry.hadRecentInput) continue;
    __watch.shift += entry.value;
    __watch.shifted.push(...entry.sources.map(({ node }) => node && (node.id || node.className || node.nodeName)));
  }
}).observe({ type: "layout-shift", buffered: true });
"""

SETTLED = """
const main = document.getElementById("main");
return main !== null && main.childElementCount > 0 && !main.hasAttribute("aria-busy");
"""


class Browser:
    def __init__(self, base, chromium, driver, language="en"):
        options = webdriver.ChromeOptions()
        options.binary_location = chromium
        for flag in ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars", f"--lang={language}"]:
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.base = base
        self.driver = webdriver.Chrome(options=options, service=Service(driver))
        self.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": WATCH})
        self.look()

    def look(self, width=1200, height=900, dark=False):
        """The size of the window and the colours that the system prefers."""
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600})
        scheme = "dark" if dark else "light"
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def open(self, path):
        self.driver.get("about:blank")
        self.driver.get(self.base + path)
        self.settle()

    def wait(self, what, script, *arguments, seconds=30):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            value = self.run(script, *arguments)
            if value:
                return value
            time.sleep(0.02)
        raise AssertionError(f"{what}: not within {seconds} s at {self.driver.current_url}")

    def settle(self):
        self.wait("the page settles", SETTLED, seconds=60)

    def find(self, selector):
        return self.driver.find_element("css selector", selector)

    def follow(self, selector):
        """Clicks a link and waits until its view is shown."""
        address = self.run("return location.href")
        self.run("arguments[0].scrollIntoView({ block: 'center' })", self.find(selector))
        self.find(selector).click()
        self.wait(f"{selector} leads elsewhere", "return location.href !== arguments[0]", address)
        self.settle()

    def text(self):
        return self.run("return document.getElementById('main').innerText")

    def complaints(self):
        """What the console, the policy and the layout had to say since the document was opened."""
        watch = self.run("return window.__watch")
        logs = [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]
        found = [f"console: {message}" for message in logs]
        found += [f"policy: {violation}" for violation in watch["violations"]] + [f"error: {error}" for error in watch["errors"]]
        if watch["shift"] > 0:
            found.append(f"layout shift {watch['shift']:.4f} of {json.dumps(watch['shifted'])}")
        return found

    def picture(self, path):
        self.driver.save_screenshot(path)

    def close(self):
        self.driver.quit()
