// Verifying can be taken back for ten seconds, and the queue is gone through with the keyboard.
// A decision waits in this window (sessionStorage) and is sent when its time is over, when the window closes or when
// one logs out; going on to another page of the desk takes it along. Until then the ledger knows nothing of it.
(() => {
  "use strict";
  const KEY = "pending";
  const words = document.getElementById("decision-words")?.dataset;
  if (!words) return;
  const seconds = Number(words.seconds);
  const queue = document.querySelector("[data-keys]");
  const list = document.createElement("ul");
  list.className = "pending";
  list.setAttribute("aria-live", "polite");
  document.body.append(list);

  const load = () => {
    try {
      return JSON.parse(sessionStorage.getItem(KEY)) ?? [];
    } catch {
      return [];
    }
  };
  const store = (all) => sessionStorage.setItem(KEY, JSON.stringify(all));
  const drop = (id) => store(load().filter((one) => one.id !== id));
  const rowOf = (one) => document.querySelector(`[data-row="${one.ref}"]`);
  const refOf = (url) => url.match(/\/record\/([^/]+)\//)?.[1] ?? "";

  const send = async (one) => {
    drop(one.id);
    let failed = true;
    try {
      const answer = await fetch(one.url, { method: "POST", body: new URLSearchParams(one.body), redirect: "manual" });
      failed = answer.type !== "opaqueredirect";
    } catch {
      // no network: said below
    }
    const line = document.getElementById(`pending-${one.id}`);
    if (!failed) {
      line?.remove();
      rowOf(one)?.remove();
      comeOn();
      return;
    }
    rowOf(one)?.classList.remove("queue-leaving");
    if (!line) return;
    line.className = "failed";
    line.querySelector("span").textContent = words.failed.replace("…", one.title);
    const button = line.querySelector("button");
    button.textContent = words.look;
    button.onclick = () => location.assign(one.url.replace(/verify$/, ""));
  };
  const undo = (one) => {
    drop(one.id);
    document.getElementById(`pending-${one.id}`)?.remove();
    const row = rowOf(one);
    row?.classList.remove("queue-leaving");
    if (row && queue) stand(row);
  };
  const show = (one) => {
    const line = document.createElement("li");
    line.id = `pending-${one.id}`;
    const text = document.createElement("span");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words.undo;
    button.onclick = () => undo(one);
    line.append(text, button);
    list.append(line);
    rowOf(one)?.classList.add("queue-leaving");
    const tick = () => {
      if (!load().some((other) => other.id === one.id)) return;
      const left = Math.ceil((one.until - Date.now()) / 1000);
      text.textContent = words.soon.replace("…", one.title).replace("#", Math.max(left, 0));
      if (left <= 0) send(one);
      else setTimeout(tick, 250);
    };
    tick();
  };
  const wait = (url, title, body) => {
    const one = { id: `${Date.now()}${Math.floor(Math.random() * 1000)}`, url, title, ref: refOf(url), body, until: Date.now() + seconds * 1000 };
    store([...load(), one]);
    show(one);
  };
  load().forEach(show);

  // The queue's own button, and the one of a record's page.
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-waits]");
    if (!button) return;
    event.preventDefault();
    const row = button.closest("[data-row]");
    const body = [["csrfmiddlewaretoken", button.form.elements.csrfmiddlewaretoken.value], ["back", "review"]];
    for (const field of row.querySelectorAll("input[name=seen], input[name=confirm]:checked")) body.push([field.name, field.value]);
    wait(button.formAction, button.dataset.waits, body);
    if (queue) step(1, row);
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.matches("[data-logs-out]")) flush();
    if (!form.dataset.waits) return;
    event.preventDefault();
    delete form.dataset.sent;
    const body = [...new FormData(form)];
    const on = Object.fromEntries(body);
    wait(form.action, form.dataset.waits, body);
    if (on.next) goOn(`/record/${on.next}/?from=review&${on.queue}`);
    else if (on.back === "next") goOn(`/review/?${on.queue}`);
    else form.closest(".acts").hidden = true;
  }, true);

  // A window that closes sends what waits, and so does a link to the public site, which has no scripts; a link within
  // the desk takes it along.
  let leaving = false;
  const goOn = (address) => {
    leaving = true;
    location.assign(address);
  };
  const flush = () => {
    for (const one of load()) navigator.sendBeacon(one.url, new URLSearchParams(one.body));
    store([]);
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || link.target || link.hasAttribute("download")) return;
    leaving = link.origin === location.origin && !link.pathname.startsWith("/site/");
  });
  document.addEventListener("submit", (event) => {
    if (!event.defaultPrevented) leaving = true;
  });
  window.addEventListener("pagehide", () => {
    if (!leaving && load().length) flush();
    leaving = false;
  });

  // Once all that was on the page is sent, the page tells what is still to come.
  function comeOn() {
    if (!queue || queue.querySelector("[data-row]") || load().length) return;
    if (document.activeElement?.matches("input[type=text], textarea")) return; // somebody is writing a reason
    leaving = true;
    location.reload();
  }

  // Keys of the queue.
  if (!queue) return;
  const rows = () => [...queue.querySelectorAll("[data-row]:not(.queue-leaving)")];
  const here = () => queue.querySelector(".queue-here");
  function stand(row) {
    here()?.classList.remove("queue-here");
    row?.classList.add("queue-here");
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "nearest" });
  }
  function step(by, from) {
    const every = [...queue.querySelectorAll("[data-row]")];
    let place = every.indexOf(from ?? here());
    do place += by;
    while (every[place]?.classList.contains("queue-leaving"));
    if (every[place]) stand(every[place]);
  }
  const acts = {
    j: () => (here() ? step(1) : stand(rows()[0])),
    k: () => step(-1),
    x: () => here()?.querySelector("input[name=ref]")?.click(),
    v: () => here()?.querySelector("button[data-waits]")?.click(),
    o: () => here()?.querySelector(".queue-title")?.click(),
    u: () => load().slice(-1).forEach(undo),
    r: () => {
      const fold = here()?.querySelector(".queue-return");
      if (fold) fold.open = true;
      fold?.querySelector("input")?.focus();
    },
    "?": () => {
      const keys = document.getElementById("keys");
      keys.open = !keys.open;
      keys.scrollIntoView({ block: "nearest" });
    },
  };
  document.addEventListener("keydown", (event) => {
    const fold = event.key === "Escape" ? event.target.closest(".queue-return") : null;
    if (fold) {
      fold.open = false;
      stand(fold.closest("[data-row]"));
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input:not([type=checkbox]), textarea, select")) return;
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
})();
