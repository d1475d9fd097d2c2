"""A browser before the pages of tests/smoke/page.sh, driven through WebDriver with Python's own library.

    python3 tests/smoke/page.py DIR

Reads record.html and day.html in DIR and leaves pictures and sheets there.
"""

import base64
import json
import subprocess
import sys
import time
import urllib.error
import urllib.request

ENTER, ESCAPE, SPACE, END, HOME, RIGHT, TAB = "\ue007", "\ue00c", "\ue00d", "\ue010", "\ue011", "\ue014", "\ue004"


class Browser:
    """A headless Chromium that finds no server."""

    def __init__(self, scripts=True):
        self.driver = subprocess.Popen(["chromedriver", "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        for line in self.driver.stdout:
            if "successfully on port" in line:
                self.address = "http://127.0.0.1:" + line.rstrip(".\n").split()[-1]
                break
        options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--force-device-scale-factor=1",
                   "--host-resolver-rules=MAP * ~NOTFOUND"]
        if not scripts:
            options.append("--blink-settings=scriptEnabled=false")
        wanted = {"browserName": "chrome", "goog:chromeOptions": {"args": options},
                  "goog:loggingPrefs": {"performance": "ALL", "browser": "ALL"}}
        self.session = ""
        self.session = "/session/" + self.ask("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})["sessionId"]

    def ask(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.address + self.session + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            return json.load(urllib.request.urlopen(request, timeout=60))["value"]
        except urllib.error.HTTPError as error:
            sys.exit(f"FAIL {path}: {error.read().decode()[:600]}")

    def run(self, script, *values):
        return self.ask("POST", "/execute/sync", {"script": script, "args": values})

    def size(self, width, height):
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self.ask("POST", "/goog/cdp/execute", {"cmd": "Emulation.setDeviceMetricsOverride", "params": metrics})

    def go(self, path):
        self.ask("POST", "/url", {"url": "file://" + path})

    def save(self, path, kind):
        with open(path, "wb") as file:
            if kind == "pdf":
                file.write(base64.b64decode(self.ask("POST", "/print", {"background": True, "orientation": "landscape"})))
            else:
                file.write(base64.b64decode(self.ask("GET", "/screenshot")))

    def act(self, kind, actions):
        source = {"type": kind, "id": kind, "actions": actions}
        if kind == "pointer":
            source["parameters"] = {"pointerType": "mouse"}
        self.ask("POST", "/actions", {"actions": [source]})

    def press(self, *keys):
        for key in keys:
            self.act("key", [{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}])

    def point(self, at, click=False):
        moves = [{"type": "pointerMove", "x": round(at[0]), "y": round(at[1]), "duration": 0}]
        if click:
            moves += [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        self.act("pointer", moves)

    def click(self, selector):
        self.point(self.run(MIDDLE + "return middle(document.querySelector(arguments[0]))", selector), click=True)

    def log(self, kind):
        return self.ask("POST", "/se/log", {"type": kind})

    def close(self):
        try:
            self.ask("DELETE", "")
        finally:
            self.driver.terminate()


MIDDLE = "const middle = (e) => { const b = e.getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]; };"


def check(holds, what):
    if not holds:
        sys.exit(f"FAIL {what}")
    print(f"ok {what}", flush=True)


def text(browser, name):
    return browser.run("return document.getElementById(arguments[0]).textContent", name)


def through_time(browser, out):
    """Slider, keys and play; pictures and sheets of the first, a middle and the last day."""
    last = browser.run("return Number(document.getElementById('slider').max)")
    check(text(browser, "date") == "4 June 2026" and last > 170, f"the last of {last + 1} days is shown at first")
    browser.press(HOME)
    check(text(browser, "date") == "1 January 2012", "Home goes to the first day")
    browser.save(f"{out}/first.png", "png")
    browser.save(f"{out}/first.pdf", "pdf")
    browser.press(RIGHT)
    check(text(browser, "date") == "1 February 2012", "the arrow goes a step on")
    middle = browser.run("const b = document.getElementById('slider').getBoundingClientRect(); return [b.x + b.width * 0.8, b.y + b.height / 2]")
    browser.point(middle, click=True)
    there = text(browser, "date")
    spoken = browser.run("return document.getElementById('slider').getAttribute('aria-valuetext')")
    check("2023" in there and spoken == there, f"the slider was moved to {there}, and says so")
    browser.save(f"{out}/middle.png", "png")
    browser.save(f"{out}/middle.pdf", "pdf")
    browser.click("#play")
    time.sleep(1.2)
    on = text(browser, "date")
    browser.press(SPACE)
    paused = text(browser, "date")
    time.sleep(0.8)
    check(on != there and text(browser, "date") == paused, f"play goes on to {on}, Space stops it")
    browser.press(END)
    check(text(browser, "date") == "4 June 2026", "End goes to the last day")
    browser.save(f"{out}/last.png", "png")
    browser.save(f"{out}/last.pdf", "pdf")
    spent = browser.run("const s = document.getElementById('slider'), t = performance.now();"
                        "for (let i = 100; i < 150; i++) { s.value = i; s.dispatchEvent(new Event('input')); } return (performance.now() - t) / 50")
    check(spent < 40, f"a step takes {spent:.1f} ms")


def pointed_at(browser, out):
    """Tooltips by pointer and by keyboard, their sources, and the busiest day on one sheet."""
    busiest = browser.run("const d = JSON.parse(document.getElementById('data').textContent).told.map((t) => t.length);"
                          "const s = document.getElementById('slider'); s.value = d.indexOf(Math.max(...d));"
                          "s.dispatchEvent(new Event('input')); return Math.max(...d)")
    browser.save(f"{out}/busiest.pdf", "pdf")
    check(browser.run("return document.querySelectorAll('#list article:not([hidden])').length") == busiest,
          f"{busiest} events and skies are listed on {text(browser, 'date')}")
    spot = MIDDLE + ("const s = [...document.querySelectorAll('#layer-hits rect')].find((r) => document.getElementById('c' + r.dataset.s)?.className"
                     " === arguments[0]); return [...middle(s), s.getAttribute('aria-label')]")
    for kind in ("base", "event"):
        x, y, name = browser.run(spot, kind)
        browser.point((x, y))
        told = browser.run("return document.getElementById('told').innerText")
        check(name in told and not browser.run("return document.getElementById('tip').hidden"), f"pointing at it tells of {name}")
        browser.point((x, y), click=True)
        links = browser.run("return [...document.querySelectorAll('#told a')].map((a) => [a.href, a.textContent])")
        check(links and all(url.startswith("http") and words for url, words in links), f"kept open, it has {len(links)} sources: {links[0][1]}")
        browser.save(f"{out}/{kind}.png", "png")
        browser.press(ESCAPE)
        check(browser.run("return document.getElementById('tip').hidden"), "Escape closes it")
    browser.run("document.querySelector('#layer-hits rect').focus()")
    browser.press(TAB)
    name = browser.run("return document.activeElement.getAttribute('aria-label')")
    browser.press(ENTER)
    check(name and browser.run("return document.activeElement.id") == "tip" and name.split(";")[0] in browser.run("return document.getElementById('told').innerText"),
          f"Tab and Enter open {name}")
    browser.press(ESCAPE)
    check(browser.run("return document.activeElement.getAttribute('aria-label')") == name, "Escape goes back to it")
    nameless = browser.run("return [...document.querySelectorAll('button, input, select, [tabindex=\"0\"]')].filter((e) =>"
                           " !e.closest('[hidden]') && !(e.getAttribute('aria-label') || e.textContent.trim())).length")
    check(nameless == 0, "everything that takes the focus has a name")


def other_language(browser, out):
    browser.click("[data-lang=fr]")
    shown = browser.run("return [document.documentElement.lang, document.getElementById('date').textContent,"
                        " document.querySelector('.legend h2').innerText, document.getElementById('play').getAttribute('aria-label')]")
    check(shown[0] == "fr" and "octobre 2023" in shown[1] and shown[2] == "Sur la carte" and "Lecture" in shown[3], f"French: {shown[1:]}")
    words = browser.run("return [...document.querySelectorAll('#layer-names text')].map((t) => t.textContent)")
    check("Tombouctou" in words and "Timbuktu" not in words, "the map speaks French")
    browser.save(f"{out}/french.png", "png")


def fits(browser, out, page):
    for width, height in ((1920, 1080), (1440, 900), (1024, 768), (390, 844)):
        browser.size(width, height)
        browser.go(f"{out}/{page}.html")
        over = browser.run("return document.documentElement.scrollWidth - innerWidth")
        check(over <= 0, f"{page} fits {width} x {height}")
        browser.save(f"{out}/{page}-{width}.png", "png")


def asked_for(browser):
    """What the browser asked for, and what it complained of."""
    asked = set()
    for entry in browser.log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            asked.add(message["params"]["request"]["url"].split(",")[0].split("#")[0])
    return asked, [entry["message"] for entry in browser.log("browser")]


def main(out):
    browser = Browser()
    try:
        browser.size(1440, 900)
        browser.go(f"{out}/record.html")
        fonts = browser.run("return document.fonts.size + ' ' + document.fonts.check('12px \"Noto Sans\"')")
        check(fonts == "3 true", "the fonts are in the page")
        through_time(browser, out)
        pointed_at(browser, out)
        other_language(browser, out)
        fits(browser, out, "record")
        fits(browser, out, "day")
        browser.save(f"{out}/day.pdf", "pdf")
        asked, complaints = asked_for(browser)
        others = [url for url in asked if not url.startswith(("file://" + out, "data:font/woff"))]
        check(asked and not others, f"nothing was asked for but the files: {others or len(asked)}")
        check(not complaints, f"no complaints: {complaints}")
    finally:
        browser.close()
    still = Browser(scripts=False)
    try:
        still.go(f"{out}/record.html")
        still.save(f"{out}/without-scripts.png", "png")
    finally:
        still.close()


main(sys.argv[1])
