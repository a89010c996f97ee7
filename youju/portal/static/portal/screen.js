// The lobby screen goes on by itself. A lost line or a busy server leaves the last picture standing, and is tried again.
"use strict";

const body = document.body;

async function next() {
  try {
    const answer = await fetch(body.dataset.next, { cache: "no-cache" });
    if (!answer.ok) throw new Error(answer.status);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!page.body.dataset.next) throw new Error("another page");
    body.replaceChildren(...page.body.children);
    body.dataset.next = page.body.dataset.next;
    body.dataset.seconds = page.body.dataset.seconds;
  } catch {
    // Nothing is shown of it: the hall has no use for an error.
  }
  wait();
}

function wait() {
  setTimeout(next, 1000 * Number(body.dataset.seconds));
}

wait();
