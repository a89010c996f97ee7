// A document's pages: figures found while one types and put in at the cursor; a chip's card stands at its chip.
// Without this file the server finds and puts in, and cards open in the middle of the screen.
(() => {
  "use strict";

  // Finding: the server is asked once the hand rests; only the newest answer counts.
  const box = document.querySelector("[data-finds]");
  const found = document.getElementById("found");
  const text = document.getElementById(box?.dataset.into ?? "");
  let waiting, asked;
  const find = async () => {
    const said = box.value.trim();
    asked = said;
    if (!said) return found.replaceChildren();
    try {
      const answer = await fetch(`${box.dataset.finds}?find=${encodeURIComponent(said)}`);
      if (answer.ok && !answer.redirected && asked === said) found.innerHTML = await answer.text();
    } catch {
      // no network: the button below asks with the whole form
    }
  };
  box?.addEventListener("input", (event) => {
    clearTimeout(waiting);
    if (!event.isComposing) waiting = setTimeout(find, 200);
  });
  box?.addEventListener("compositionend", find);

  // Down from the box into the list, up and back again; Escape returns to the text.
  const choices = () => [...found.querySelectorAll(".found-figure")];
  document.addEventListener("keydown", (event) => {
    if (!box || event.isComposing) return;
    const at = choices().indexOf(document.activeElement);
    const here = document.activeElement === box || found.contains(document.activeElement);
    if (!here) return;
    if (event.key === "ArrowDown") (choices()[at + 1] ?? choices()[at] ?? box).focus();
    else if (event.key === "ArrowUp") (at > 0 ? choices()[at - 1] : box).focus();
    else if (event.key === "Escape") text.focus();
    else if (event.key === "Enter" && document.activeElement === box) choices()[0]?.click();
    else return;
    event.preventDefault();
  });

  // Putting in: where the cursor was last, and the cursor behind it.
  const putIn = (token) => {
    text.setRangeText(token, text.selectionStart, text.selectionEnd, "end");
    text.dispatchEvent(new Event("input", { bubbles: true }));
    text.focus();
    const said = document.getElementById("inserted");
    said.textContent = `${token} ${said.dataset.said}`;
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-inserts]");
    if (!button || !text) return;
    event.preventDefault();
    putIn(button.dataset.inserts);
  });

  // A figure typed by hand: put in once all is told; else the hand is led to what is missing.
  const hand = document.querySelector("[data-hand]");
  const told = [...(hand?.querySelectorAll("input") ?? [])];
  const putInByHand = (event) => {
    event.preventDefault();
    const missing = told.find((input) => !input.value.trim());
    if (missing) return missing.focus();
    putIn(`{{手填 ${told.map((input) => input.value.replace(/[|{}]+/g, " ").trim()).join(" | ")}}}`);
    for (const input of told) input.value = "";
  };
  hand?.querySelector("[data-puts-in]").addEventListener("click", putInByHand);
  for (const input of told) {
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.isComposing) putInByHand(event);
    });
  }

  // Behind the text lies the same text, unseen but for the ground of its tokens, so that they stand out as chips do.
  const draw = (ground) => {
    const parts = text.value.split(/(\{\{[^{}\n]*\}\})/).map((part) => {
      if (!part.startsWith("{{")) return part;
      const mark = document.createElement("mark");
      mark.textContent = part;
      mark.className = /^\{\{(手填|待写)/.test(part) ? "by-hand" : "";
      return mark;
    });
    ground.replaceChildren(...parts, "\n");
    ground.scrollTop = text.scrollTop;
  };
  if (text) {
    const ground = document.createElement("div");
    ground.className = "form-control editor-text editor-ground";
    ground.ariaHidden = "true";
    text.before(ground);
    text.setSelectionRange(text.value.length, text.value.length); // before it is clicked into, its end is meant
    text.classList.add("editor-over");
    text.addEventListener("input", () => draw(ground));
    text.addEventListener("scroll", () => (ground.scrollTop = text.scrollTop));
    draw(ground);
  }

  // Words marked in a section are those that a comment on it is about.
  let marked = { words: "", section: null };
  document.addEventListener("selectionchange", () => {
    const chosen = getSelection();
    const prose = chosen.anchorNode?.parentElement?.closest(".draft-prose");
    const words = prose?.contains(chosen.focusNode) ? chosen.toString().replace(/\s+/g, " ").trim() : "";
    if (words) marked = { words, section: prose.closest(".draft-section") };
  });
  for (const comment of document.querySelectorAll(".comment-new")) {
    comment.addEventListener("toggle", () => {
      const quote = comment.querySelector("[name=quote]");
      if (comment.open && !quote.value && comment.closest(".draft-section") === marked.section) quote.value = marked.words;
    });
  }

  // A card stands below its chip on a screen that is wide enough; on a telephone the style sheet has it at the foot.
  document.addEventListener(
    "toggle",
    (event) => {
      const card = event.target;
      if (event.newState !== "open" || !card.matches(".chip-card") || innerWidth < 768) return;
      const chip = document.activeElement?.closest(`[popovertarget="${card.id}"]`);
      if (!chip) return;
      const place = chip.getBoundingClientRect();
      const below = place.bottom + card.offsetHeight + 8 < innerHeight;
      card.style.left = `${Math.max(8, Math.min(place.left, innerWidth - card.offsetWidth - 8))}px`;
      card.style.top = `${below ? place.bottom + 6 : Math.max(8, place.top - card.offsetHeight - 6)}px`;
      card.classList.add("chip-card-placed");
    },
    true,
  );
})();
