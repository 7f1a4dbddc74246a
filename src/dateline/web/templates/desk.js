"use strict";
// Only adds. What a key is for stands beside what it acts on (`accesskey`; `data-key` where another has that key already);
// here it works without the browser's own key, one after the other where several have it. `?` shows those of the page.
let last;
const inField = one => one.closest("textarea, select, input:not([type=checkbox], [type=range])");
const isShown = one => one.checkVisibility ? one.checkVisibility() : one.offsetParent !== null;
const having = key => [...document.querySelectorAll(`[accesskey="${key}"], [data-key="${key}"]`)].filter(isShown);
const kept = (key, value) => {
  try { return value === undefined ? localStorage.getItem(key) : localStorage.setItem(key, value); } catch { return null; }
};

function press(key) {
  const some = having(key);
  if (!some.length) return false;
  last = some[(some.indexOf(last) + 1) % some.length];
  if (last.matches("summary")) {
    last.parentElement.open = true;
    last.parentElement.querySelector("input:not([type=hidden])").select();
  } else if (last.matches("input, select") || last.closest("form[action='/judge'], .log form")) {
    last.focus(); // Enter decides
  } else last.click();
  return true;
}

async function help() {
  let dialog = document.querySelector("dialog");
  if (!dialog) {
    const page = new DOMParser().parseFromString(await (await fetch("/keys")).text(), "text/html");
    dialog = document.createElement("dialog");
    dialog.setAttribute("aria-label", "Keys of this page");
    for (const row of page.querySelectorAll(".keys tbody tr")) {
      const key = row.querySelector("kbd").textContent;
      if (key.length === 1 && key !== "?" && !having(key).length) row.remove();
    }
    for (const table of page.querySelectorAll(".keys")) if (table.querySelector("tbody tr")) dialog.append(table);
    dialog.insertAdjacentHTML("beforeend", '<form method="dialog"><button>Close</button> <a href="/keys">All keys</a></form>');
    document.body.append(dialog);
  }
  dialog.showModal();
}

addEventListener("keydown", event => {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !(target instanceof Element)) return;
  if (target.closest("dialog")) { if (key === "?") target.closest("dialog").close(); return; }
  if (inField(target)) { if (key === "Escape") target.blur(); return; }
  if (kept("keys") === "off" || !/^[a-z?]$/.test(key)) return;
  if (key === "?" ? (help().catch(() => { location.href = "/keys"; }), true) : press(key)) event.preventDefault();
});

for (const tick of document.querySelectorAll("#single")) {
  tick.closest("p").hidden = false;
  tick.checked = kept("keys") !== "off";
  tick.onchange = () => kept("keys", tick.checked ? "on" : "off");
}

// A page that waits for a telling looks again.
for (const one of document.querySelectorAll("[data-again]")) setTimeout(() => location.reload(), one.dataset.again * 1000);

// Where the slider of days stands while it is moved. Without this the page that it leads to says so.
for (const form of document.querySelectorAll("form.slide")) {
  const slider = form.querySelector("input"), days = form.querySelectorAll("option");
  slider.oninput = () => {
    const day = days[slider.value - 1].label;
    form.querySelector("output").textContent = day;
    slider.setAttribute("aria-valuetext", day);
  };
}

// How far a telling is, and a link to what it made once it is done: nothing moves under whoever reads or writes.
const telling = document.querySelector("[data-telling]");
async function soFar(stage) {
  const now = await (await fetch("/api/v1/status")).json(), at = now.telling || {};
  let line = telling.querySelector(".so-far");
  if (now.told && !at.stage && !line) return; // it was told before the page came
  if (!line) {
    telling.append(line = document.createElement("p"));
    line.className = "so-far";
  }
  if (at.stage === "failed") return line.replaceChildren(`What changed could not be told: ${at.why}. Shown is what was told before.`);
  if (now.told && !at.stage) {
    const link = document.createElement("a");
    link.href = location.href.split("#")[0];
    link.textContent = "Show it";
    return line.replaceChildren("What changed is told. ", link);
  }
  if (at.stage && at.stage !== stage) { // the words only then: they are read out
    const bar = document.createElement("progress");
    bar.setAttribute("aria-label", at.stage);
    line.replaceChildren(`What changed is being told: ${at.stage} `, bar);
  }
  const bar = line.querySelector("progress");
  if (bar && at.of) [bar.max, bar.value] = [at.of, at.done];
  setTimeout(() => soFar(at.stage || stage).catch(() => {}), 1000);
}
if (telling) setTimeout(() => soFar().catch(() => {}), 1000);
