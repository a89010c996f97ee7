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
      for (const box of boxes(all.dataset.ticks)) box.checked = all.checked;
    } else if (event.target.matches("input[type=checkbox]")) {
      const head = document.querySelector(`[data-ticks="${event.target.name}"]`);
      if (head) head.checked = [...boxes(event.target.name)].every((box) => box.checked);
    }
  });

  // Words for the office's chat group go to the clipboard; the text stays on the page to be copied by hand.
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copies]");
    if (!button) return;
    const text = document.getElementById(button.dataset.copies).textContent.trim();
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = button.dataset.done;
    } catch {
      window.getSelection().selectAllChildren(document.getElementById(button.dataset.copies));
    }
  });
})();
