// Moves the page through time. Everything that can be shown is in the page: drawings in the map's layers and
// in the pool, cards in the list and in the store. This only says which of them are seen. It asks for nothing.
"use strict";
(() => {
  const at = (id) => document.getElementById(id);
  const root = document.documentElement;
  const data = JSON.parse(at("data").textContent);
  const last = data.days.length - 1;
  const map = at("map"), slider = at("slider"), tip = at("tip");

  // Every drawing by its number: first those that stand in the layers, in their order, then the pool.
  const layers = data.layers.map((layer) => ({ ...layer, group: at("layer-" + layer.name), now: -1 }));
  const drawings = layers.flatMap((layer) => [...layer.group.children]).concat([...at("pool").children]);
  const cards = [...at("list").children];
  const keys = { en: [...at("legend-en").querySelectorAll("li")], fr: [...at("legend-fr").querySelectorAll("li")] };

  let lang = root.lang, shown = data.shown, playing = false, moving = false;

  // "0-2 7" are the drawings 0, 1, 2 and 7.
  const drawn = (runs) => {
    const found = [];
    for (const run of runs ? runs.split(" ") : []) {
      const [from, to = from] = run.split("-").map(Number);
      for (let i = from; i <= to; i++) found.push(drawings[i]);
    }
    return found;
  };

  const show = (index) => {
    shown = Math.min(Math.max(index, 0), last);
    const focused = document.activeElement;
    for (const layer of layers) {
      const version = layer[lang][shown];
      if (version === layer.now) continue;
      layer.now = version;
      layer.group.replaceChildren(...drawn(layer.versions[version]));
    }
    // What is moved in the page loses the focus.
    if (focused !== document.activeElement && map.contains(focused)) {
      moving = true;
      focused.focus({ preventScroll: true });
      moving = false;
    }
    const told = new Set(data.told[shown].map((card) => "c" + card));
    for (const card of cards) card.hidden = !told.has(card.id);
    at("nothing").hidden = told.size > 0;
    // For the printed sheet.
    root.style.setProperty("--told", told.size);
    root.classList.toggle("busy", told.size > 9);
    const on = new Map(data.keys[lang][shown].split(" ").map((row) => row.split(":")));
    keys[lang].forEach((row, i) => {
      row.classList.toggle("off", !on.has(String(i)));
      row.querySelector("b").textContent = on.get(String(i)) || "";
    });
    const date = data.dates[lang][shown];
    at("date").textContent = date;
    [at("headline").textContent, at("earlier").textContent] = data.titles[lang][shown];
    document.title = date + " – " + data.title[lang];
    slider.value = shown;
    slider.setAttribute("aria-valuetext", date);
    at("back").disabled = shown === 0;
    at("on").disabled = shown === last;
    for (const spot of map.querySelectorAll("[tabindex]")) spot.setAttribute("aria-label", nameOf(spot));
    if (!tip.hidden) map.contains(subject) || subject.closest("#list") ? fill() : close();
  };

  const speak = (language) => {
    lang = root.lang = language;
    for (const layer of layers) layer.now = -1;
    for (const control of document.querySelectorAll("[data-en]")) {
      const words = control.dataset[lang];
      control.setAttribute("aria-label", words);
      if (control.hasAttribute("title")) control.title = words;
    }
    for (const button of document.querySelectorAll("[data-lang]"))
      button.setAttribute("aria-pressed", button.dataset.lang === lang);
    years();
    show(shown);
  };

  // Time passes by the clock, not by the frame: each day stands for its ticks.
  let since = 0;
  const play = (on) => {
    playing = on && last > 0;
    root.classList.toggle("playing", playing);
    at("play").setAttribute("aria-pressed", playing);
    if (!playing) return;
    if (shown === last) show(0);
    since = performance.now();
    requestAnimationFrame(pass);
  };
  const pass = (now) => {
    if (!playing) return;
    const stands = (1000 * data.ticks[shown]) / (data.fps * Number(at("speed").value));
    if (now - since >= stands) {
      // A page that was out of sight goes on from where it was.
      since = now - since > 2 * stands + 250 ? now : since + stands;
      show(shown + 1);
    }
    shown === last ? play(false) : requestAnimationFrame(pass);
  };
  const step = (by) => { play(false); show(shown + by); };

  // Marks of the years along the slider, as many names as have room.
  const years = () => {
    const marks = [];
    data.days.forEach((day, i) => {
      const year = day.slice(0, 4);
      if (i === 0 || data.days[i - 1].slice(0, 4) !== year) marks.push([year, i]);
    });
    const room = Math.max(1, Math.floor(at("years").clientWidth / 44));
    const every = Math.ceil(marks.length / room);
    at("years").replaceChildren(...marks.filter((_, n) => n % every === 0).map(([year, i]) => {
      const mark = document.createElement("span");
      mark.textContent = year;
      mark.style.left = (last ? (100 * i) / last : 0) + "%";
      return mark;
    }));
  };

  // What is pointed at, and whether its card stays.
  let subject = null, kept = false, leaving = 0;
  const cardsOf = (element) => (element.dataset.s || "").split(" ").filter(Boolean).map((card) => at("c" + card));
  const nameOf = (element) => cardsOf(element).map((card) => {
    const title = card.querySelector("h3");
    return (title.querySelector("[lang=" + lang + "]") || title).textContent;
  }).join("; ");

  // A copy of a card, of whose dated facts only those of the day are left.
  const copied = (card) => {
    const copy = card.cloneNode(true);
    copy.removeAttribute("id");
    copy.hidden = false;
    copy.classList.add("open");
    for (const button of copy.querySelectorAll("h3 button")) button.replaceWith(...button.childNodes);
    const day = data.days[shown];
    const holds = (fact) => (fact.dataset.from || "0") <= day && (!fact.dataset.to || fact.dataset.to >= day);
    const facts = [...copy.querySelectorAll(".facts > li")];
    const now = facts.filter(holds);
    const before = facts.filter((fact) => fact.dataset.to && fact.dataset.to < day).slice(-1);
    const left = now.length || copy.classList.contains("country") ? now : before;
    for (const fact of facts) if (!left.includes(fact)) fact.remove();
    for (const none of copy.querySelectorAll(".none")) none.hidden = left.length > 0;
    return copy;
  };
  const fill = () => at("told").replaceChildren(...cardsOf(subject).map(copied));
  const open = (element, keep, x, y) => {
    clearTimeout(leaving);
    if (kept && !keep) return;
    kept = keep;
    subject = element;
    tip.classList.toggle("kept", keep);
    tip.hidden = false;
    tip.setAttribute("aria-label", nameOf(element));
    fill();
    place(x, y);
  };
  // Beside the pointer, within the window.
  const place = (x, y) => {
    const box = tip.getBoundingClientRect(), gap = 14;
    const left = x + gap + box.width > innerWidth - 8 ? x - gap - box.width : x + gap;
    tip.style.left = Math.max(8, Math.min(left, innerWidth - box.width - 8)) + "px";
    tip.style.top = Math.max(8, Math.min(y + gap, innerHeight - box.height - 8)) + "px";
  };
  const close = () => {
    clearTimeout(leaving);
    const inside = tip.contains(document.activeElement);
    tip.hidden = true;
    kept = false;
    if (inside && subject && subject.isConnected) subject.focus({ preventScroll: true });
  };
  const middle = (element) => {
    const box = element.getBoundingClientRect();
    return [box.left + box.width / 2, box.top + box.height / 2];
  };

  map.addEventListener("pointermove", (event) => {
    if (kept || event.pointerType === "touch") return;
    const under = event.target.closest("[data-s]");
    if (!under) leaving = setTimeout(() => kept || close(), 60);
    else if (under !== subject || tip.hidden) open(under, false, event.clientX, event.clientY);
    else { clearTimeout(leaving); place(event.clientX, event.clientY); }
  });
  map.addEventListener("pointerleave", () => kept || close());
  map.addEventListener("click", (event) => {
    const under = event.target.closest("[data-s]");
    under ? open(under, true, event.clientX, event.clientY) : close();
  });
  map.addEventListener("focusin", (event) => {
    if (!moving && event.target.matches(":focus-visible")) open(event.target, false, ...middle(event.target));
  });
  map.addEventListener("focusout", () => kept || moving || close());
  at("close").addEventListener("click", close);

  // The list: a title opens its text; pointing at it lights what it stands for on the map.
  for (const card of cards) {
    const title = card.querySelector("h3"), button = document.createElement("button");
    button.type = "button";
    button.append(...title.childNodes);
    title.append(button);
    button.setAttribute("aria-expanded", "false");
    button.addEventListener("click", () =>
      button.setAttribute("aria-expanded", card.classList.toggle("open")));
    const light = (on) => () => {
      const spots = layers[layers.length - 1].group.children;
      for (const spot of spots)
        spot.classList.toggle("lit", on && spot.dataset.s.split(" ").includes(card.id.slice(1)));
    };
    card.addEventListener("pointerenter", light(true));
    card.addEventListener("pointerleave", light(false));
    card.addEventListener("focusin", light(true));
    card.addEventListener("focusout", light(false));
  }

  slider.addEventListener("input", () => { play(false); show(Number(slider.value)); });
  at("play").addEventListener("click", () => play(!playing));
  at("back").addEventListener("click", () => step(-1));
  at("on").addEventListener("click", () => step(1));
  addEventListener("resize", years);
  for (const button of document.querySelectorAll("[data-lang]"))
    button.addEventListener("click", () => speak(button.dataset.lang));

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const target = event.target, here = target.matches ? target : root;
    if (event.key === "Escape") return close();
    if (here.matches("[role=button]") && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      open(here, true, ...middle(here));
      return tip.focus();
    }
    if (here.matches("select, a, button") && (event.key === " " || event.key === "Enter")) return;
    if (here.matches("select") || (here === slider && event.key !== " ")) return;
    const moves = { " ": () => play(!playing), ArrowLeft: () => step(-1), ArrowRight: () => step(1),
      Home: () => step(-Infinity), End: () => step(Infinity) };
    if (!moves[event.key] || (tip.contains(here) && event.key !== "Escape")) return;
    event.preventDefault();
    moves[event.key]();
  });

  root.classList.remove("still");
  root.classList.toggle("one-day", last === 0);
  // On a narrow screen the map is wider than the window: its middle comes first.
  at("pan").scrollLeft = (at("pan").scrollWidth - at("pan").clientWidth) / 2;
  speak(lang);
})();
