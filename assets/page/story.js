"use strict";
(function () {
  var root = document.documentElement;
  var steps = Array.prototype.slice.call(document.querySelectorAll(".step"));
  var entries = document.querySelectorAll("#cover li");
  var at = 0;
  function byId(id) { return document.getElementById(id); }
  function wanted() {
    var found = /^#step-(\d+)$/.exec(location.hash);
    return found ? Math.min(Math.max(+found[1], 1), steps.length) - 1 : 0;
  }
  function listed(on) {
    root.classList.toggle("is-listed", on);
    byId("list").setAttribute("aria-expanded", String(on));
  }
  function show(to) {
    at = to;
    steps.forEach(function (step, i) { step.classList.toggle("is-now", i === at); });
    Array.prototype.forEach.call(entries, function (entry, i) { entry.classList.toggle("is-now", i === at); });
    byId("at").textContent = (at + 1) + " / " + steps.length;
    byId("back").disabled = at === 0;
    byId("next").disabled = at === steps.length - 1;
    byId("now").textContent = (at + 1) + ". " + steps[at].querySelector("h2").textContent;
    root.classList.remove("is-blank");
    listed(false);
  }
  function go(to) {
    to = Math.min(Math.max(to, 0), steps.length - 1);
    if (to === at) { listed(false); root.classList.remove("is-blank"); return; }
    try { history.replaceState(null, "", "#step-" + (to + 1)); } catch (e) { /* some browsers forbid it for files */ }
    show(to);
  }
  function key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) { return; }
    var name = event.key;
    var isButton = /^(BUTTON|SUMMARY|A)$/.test(event.target.tagName);
    if (isButton && (name === " " || name === "Enter")) { return; }
    if (name === "ArrowRight" || name === "ArrowDown" || name === "PageDown" || name === " " || name === "Enter") { go(at + 1); }
    else if (name === "ArrowLeft" || name === "ArrowUp" || name === "PageUp" || name === "Backspace") { go(at - 1); }
    else if (name === "Home") { go(0); }
    else if (name === "End") { go(steps.length - 1); }
    else if (name === "b" || name === "B" || name === ".") { root.classList.toggle("is-blank"); }
    else if (name === "Escape") { listed(false); root.classList.remove("is-blank"); }
    else if (name === "l" || name === "L") { listed(!root.classList.contains("is-listed")); }
    else if (name === "n" || name === "N") {
      var details = steps[at].querySelector("details");
      if (details) { details.open = !details.open; }
    }
    else if (name === "f" || name === "F") {
      if (document.fullscreenElement) { document.exitFullscreen(); } else if (root.requestFullscreen) { root.requestFullscreen(); }
    }
    else { return; }
    event.preventDefault();
  }
  if (!steps.length) { return; }
  root.classList.add("js");
  byId("back").addEventListener("click", function () { go(at - 1); });
  byId("next").addEventListener("click", function () { go(at + 1); });
  byId("list").addEventListener("click", function () { listed(!root.classList.contains("is-listed")); });
  steps.forEach(function (step) {
    step.querySelector(".map").addEventListener("click", function () { go(at + 1); });
  });
  document.addEventListener("keydown", key);
  window.addEventListener("hashchange", function () { show(wanted()); });
  window.addEventListener("beforeprint", function () {
    steps.forEach(function (step) { var d = step.querySelector("details"); if (d) { d.open = true; } });
  });
  show(wanted());
})();
