// The lobby screen goes on by itself. A lost line or a busy server leaves the last picture standing, and is tried again.
// A picture that nobody could renew for an hour goes: who stands on it may have taken a consent back since.
"use strict";

const body = document.body;
const PATIENCE = 20 * 1000, OLDEST = 3600 * 1000; // milliseconds
let renewed = Date.now();

async function next() {
  try {
    const answer = await fetch(body.dataset.next, { cache: "no-cache", signal: AbortSignal.timeout(PATIENCE) });
    if (!answer.ok) throw new Error(answer.status);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!page.body.dataset.next) throw new Error("another page");
    body.replaceChildren(...page.body.children);
    body.dataset.next = page.body.dataset.next;
    body.dataset.seconds = page.body.dataset.seconds;
    renewed = Date.now();
  } catch {
    // Nothing is shown of it: the hall has no use for an error.
    if (Date.now() - renewed > OLDEST) clear();
  }
  wait();
}

function clear() {
  const name = document.createElement("h1");
  name.textContent = document.title;
  document.querySelector("main").replaceChildren(name);
}

function wait() {
  setTimeout(next, 1000 * Number(body.dataset.seconds));
}

wait();
