// What is typed into a form marked data-keeps stays in this window until it is sent: a log-in that ran out, or a
// wrong key, loses nothing. It is kept by sessionStorage, which ends with the window, for one member and one address;
// sending it, logging out and another member's log-in clear it. Files no browser gives back.
(() => {
  "use strict";
  const PREFIX = "typed:";
  const member = document.body.dataset.member ?? "";
  const form = document.querySelector("form[data-keeps]");
  const address = location.pathname + location.search;
  const here = PREFIX + address;
  let waiting; // what was typed last is kept in a moment

  const read = (key) => {
    try {
      return JSON.parse(sessionStorage.getItem(key));
    } catch {
      return null;
    }
  };
  const forget = (wanted) => {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX) && wanted(read(key))) sessionStorage.removeItem(key);
  };

  // Logged out on purpose: nothing stays. Another member at the same computer finds nothing either.
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-logs-out]")) return;
    clearTimeout(waiting);
    waiting = undefined;
    forget(() => true);
  });
  if (member) forget((kept) => !kept || kept.member !== member);
  // What was sent and did not come back to its form has arrived. A log-in in between is no answer yet.
  if (member || form) forget((kept) => kept.sent && kept.address !== address);
  if (!form) forget((kept) => kept.sent && kept.address === address);
  if (!form) return;

  const values = () => {
    const typed = [];
    for (const field of form.elements) {
      if (!field.name || ["csrfmiddlewaretoken", "then"].includes(field.name) || field.type === "file") continue;
      if (["checkbox", "radio"].includes(field.type)) typed.push([field.name, field.value, field.checked]);
      else if (field.tagName !== "BUTTON") typed.push([field.name, field.value, true]);
    }
    return typed;
  };
  const keep = (sent) => {
    try {
      sessionStorage.setItem(here, JSON.stringify({ member, address, sent, values: values() }));
    } catch {
      // no room, or not allowed: the form works as it did
    }
  };

  // Rows that were added while typing are not on a page opened anew: the server draws as many as were kept.
  const drawRows = async (kept) => {
    const typed = new URLSearchParams(kept.values.filter(([, , on]) => on).map(([name, value]) => [name, value]));
    typed.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    typed.set("then", "redraw");
    const answer = await fetch(address, { method: "POST", body: typed });
    const drawn = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("fields");
    if (!answer.ok || !drawn) return;
    document.getElementById("fields").replaceWith(drawn);
    window.htmx?.process(drawn);
  };
  const lacksRows = (kept) => kept.values.some(([name]) => /-\d+-\w+$/.test(name) && !form.elements.namedItem(name));

  // A form that the server sends back holds what was typed already, beside what is wrong with it.
  const restore = (kept) => {
    let changed = false;
    for (const [name, value, on] of kept.values) {
      const fields = [...form.elements].filter((field) => field.name === name);
      for (const field of fields) {
        if (field.type === "hidden" && name !== "ref") continue; // the version is that of the page now open
        if (["checkbox", "radio"].includes(field.type)) {
          if (field.value !== value || field.checked === on) continue;
          field.checked = on;
        } else {
          if (field.value === value || fields.length > 1) continue;
          if (field.tagName === "SELECT" && ![...field.options].some((option) => option.value === value)) continue;
          field.value = value;
        }
        changed = changed || field.type !== "hidden";
      }
    }
    const told = document.getElementById("typed-back");
    if (changed && told) {
      told.hidden = false;
      for (const fold of form.querySelectorAll("details.more-fields")) fold.open = true;
    }
  };
  const kept = read(here);
  if (kept && !("sentBack" in form.dataset)) {
    if (lacksRows(kept)) {
      drawRows(kept).catch(() => {}).then(() => {
        restore(kept);
        document.getElementById("typed-back").hidden = false;
      });
    } else restore(kept);
  }
  // While the server draws the fields anew (a sort was chosen), somebody goes on filling in: that outlives the drawing.
  const ticked = (field) => ["checkbox", "radio"].includes(field.type);
  const filled = () => [...form.elements].filter((field) => field.name && field.matches("input:not([type=file], [type=hidden]), textarea, select:not([multiple])"));
  const place = (field) => (ticked(field) ? `${field.name}=${field.value}` : field.name);
  const state = (field) => (ticked(field) ? field.checked : field.value);
  let asked = new Map();
  form.addEventListener("htmx:before:request", () => {
    asked = new Map(filled().map((field) => [place(field), state(field)]));
  });
  form.addEventListener("htmx:before:swap", () => {
    const isSince = (field) => asked.has(place(field)) && asked.get(place(field)) !== state(field);
    const since = new Map(filled().filter(isSince).map((field) => [place(field), state(field)]));
    const drawn = new MutationObserver(() => {
      drawn.disconnect();
      for (const field of filled().filter((each) => since.has(place(each)))) {
        const value = since.get(place(field));
        if (ticked(field)) field.checked = value;
        else if (field.tagName !== "SELECT" || [...field.options].some((option) => option.value === value)) field.value = value;
      }
    });
    if (since.size) drawn.observe(form, { childList: true, subtree: true });
  });

  const keepNow = (sent) => {
    clearTimeout(waiting);
    waiting = undefined;
    keep(sent);
  };
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => keepNow(false), 300);
  });
  form.addEventListener("submit", () => keepNow(true));
  window.addEventListener("pagehide", () => {
    if (waiting) keepNow(false);
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-forgets]")) return;
    clearTimeout(waiting);
    waiting = undefined;
    sessionStorage.removeItem(here);
    location.reload();
  });
})();
