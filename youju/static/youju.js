// The little that HTML cannot do by itself. Every page works without this file.
(() => {
  "use strict";
  document.documentElement.classList.add("js");

  // A form sent twice is sent once: the second press finds the button asleep.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    form.setAttribute("aria-busy", "true");
  });

  // Coming back by the browser's own button finds the form awake again.
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) {
      delete form.dataset.sent;
      form.removeAttribute("aria-busy");
    }
  });

  // "All on this page" ticks what the review list shows, and follows it.
  document.addEventListener("change", (event) => {
    const all = event.target.closest("[data-ticks]");
    const boxes = (name) => document.querySelectorAll(`input[type=checkbox][name="${name}"]`);
    if (all) {
      const on = all.checked;
      for (const box of boxes(all.dataset.ticks)) {
        box.checked = on;
        box.dispatchEvent(new Event("change", { bubbles: true }));
      }
    } else if (event.target.matches("input[type=checkbox]")) {
      const head = document.querySelector(`[data-ticks="${event.target.name}"]`);
      if (head) head.checked = [...boxes(event.target.name)].every((box) => box.checked);
    }
  });

  // Attendance: one tick marks whoever has no mark yet as having come; without this script the server does it.
  document.addEventListener("change", (event) => {
    if (!event.target.matches("[data-marks-all]") || !event.target.checked) return;
    for (const row of event.target.closest("fieldset").querySelectorAll(".marks li")) {
      if (!row.querySelector("input[type=radio]:checked")) row.querySelector("input[value=present]").checked = true;
    }
  });

  // A day copied from a text (2025年3月5日, 2025.3.5) can be pasted into a day's field, which takes 2025-03-05 alone.
  document.addEventListener("paste", (event) => {
    if (!event.target.matches("input[type=date]")) return;
    const text = event.clipboardData.getData("text").normalize("NFKC").trim();
    const found = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*[日号]?$/.exec(text);
    if (!found) return;
    event.preventDefault();
    event.target.value = [found[1], found[2].padStart(2, "0"), found[3].padStart(2, "0")].join("-");
    event.target.dispatchEvent(new Event("change", { bubbles: true }));
  });

  // A long list of choices is narrowed to those whose name holds what is typed; what is ticked always stays.
  document.addEventListener("input", (event) => {
    const list = document.getElementById(event.target.dataset.narrows ?? "");
    if (!list) return;
    const text = event.target.value.trim().toLowerCase();
    for (const row of list.children) {
      row.hidden = !row.textContent.toLowerCase().includes(text) && !row.querySelector(":checked");
    }
  });

  // A unit that is ticked among those proposed joins the chosen ones, and the box is free for the next.
  document.addEventListener("change", (event) => {
    const found = event.target.closest("[data-picks]");
    if (!found || !event.target.checked) return;
    const chips = document.getElementById(`${found.dataset.picks}-chips`);
    const there = [...chips.querySelectorAll("input")].find((box) => box.value === event.target.value);
    if (there) there.checked = true;
    else chips.append(event.target.closest("li"));
    const box = document.getElementById(found.dataset.picks);
    box.value = "";
    found.replaceChildren();
    box.focus();
  });

  // While a form is filled in, the server says what was told already and which number looks unusual. Not by htmx, which
  // would have the browser complain of every field that is still empty.
  const told = document.querySelector("[data-told]");
  const handsIn = document.querySelector("[data-hands-in]");
  const usual = handsIn?.textContent;
  let asking;
  const ask = async () => {
    const typed = new FormData(told.closest("form"));
    for (const [name, value] of [...typed]) if (value instanceof File) typed.delete(name);
    typed.append("known", told.dataset.known);
    try {
      const answer = await fetch(told.dataset.told, { method: "POST", body: new URLSearchParams(typed) });
      if (answer.ok && !answer.redirected) told.innerHTML = await answer.text();
      handsIn.textContent = told.querySelector("[data-anyway]")?.dataset.anyway ?? usual;
    } catch {
      // no network: the page says it after saving
    }
  };
  told?.closest("form").addEventListener("change", () => {
    clearTimeout(asking);
    asking = setTimeout(ask, 400);
  });

  // Figures on a telephone: the groups are folded until one is looked for; on a desk they stay open.
  const groups = [...document.querySelectorAll("details.figure-group")];
  if (groups.length > 1 && matchMedia("(max-width: 767.98px)").matches) {
    for (const group of groups) group.open = `#${group.id}` === location.hash;
  }
  window.addEventListener("hashchange", () => {
    const group = document.getElementById(location.hash.slice(1));
    if (group?.matches("details.figure-group")) group.open = true;
  });

  // Words for the office's chat group go to the clipboard; the text stays on the page to be copied by hand.
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copies]");
    if (!button) return;
    const box = document.getElementById(button.dataset.copies);
    try {
      await navigator.clipboard.writeText(box.value);
      button.textContent = button.dataset.done;
    } catch {
      box.select(); // not allowed, or not over HTTPS: it is marked, ready for Ctrl-C
    }
  });
})();
