// The check page with fewer round trips. Without this file every button sends the text and gets it back checked.
(() => {
  "use strict";
  const form = document.getElementById("check-form");
  if (!form) return;
  const text = form.elements.text;
  const shown = document.getElementById("checked-text");

  // What the marked text says, without the words that are only read aloud.
  const asRead = () => {
    const copy = shown.cloneNode(true);
    for (const aside of copy.querySelectorAll("[data-aside]")) aside.remove();
    return copy.textContent;
  };

  // The ledger's value goes into the text at once. Where somebody has typed in the text since, the server decides.
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-use]");
    const mark = button && document.getElementById(`mark-${button.dataset.use}`);
    if (!mark || asRead() !== text.value.replaceAll("\r\n", "\n")) return;
    event.preventDefault();
    mark.firstElementChild.textContent = button.dataset.instead;
    mark.querySelector("[data-aside]").remove(); // the verdict was on the figure before
    mark.className = "mark mark-changed";
    text.value = asRead();
    button.textContent = button.dataset.done;
    button.disabled = true;
    mark.scrollIntoView({ block: "nearest" });
  });

  // Enter in the search field of one claim searches for that claim.
  document.addEventListener("keydown", (event) => {
    const button = event.target.dataset && document.getElementById(event.target.dataset.presses);
    if (!button || event.key !== "Enter") return;
    event.preventDefault();
    button.click();
  });

  // A file too large is told at its field, before it is sent for nothing.
  const { upload } = form.elements;
  const weigh = () => {
    const heavy = [...upload.files].some((file) => file.size > Number(upload.dataset.most));
    const notes = document.getElementById(`${upload.id}-notes`);
    upload.setCustomValidity(heavy ? upload.dataset.refusal : "");
    for (const note of notes.querySelectorAll(".field-error")) note.remove();
    if (!heavy) return;
    const note = document.createElement("p");
    note.className = "field-error";
    note.setAttribute("role", "alert");
    note.textContent = upload.dataset.refusal;
    notes.append(note);
  };
  upload.addEventListener("change", weigh);

  // A file may be dropped anywhere on the page; it is chosen as if by hand.
  const over = (event, on) => {
    if (!event.dataTransfer || !event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    document.body.classList.toggle("dropping", on);
  };
  document.addEventListener("dragover", (event) => over(event, true));
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) over(event, false); });
  document.addEventListener("drop", (event) => {
    over(event, false);
    if (!event.dataTransfer || !event.dataTransfer.files.length) return;
    const folded = form.closest("details");
    if (folded) folded.open = true;
    upload.files = event.dataTransfer.files;
    weigh();
    upload.focus();
  });

  // A sheet opens beside the page: the form stays awake for the next press.
  form.addEventListener("submit", (event) => {
    if (event.submitter && event.submitter.hasAttribute("data-stays")) {
      setTimeout(() => { delete form.dataset.sent; form.removeAttribute("aria-busy"); });
    }
  });

  // A link to a folded place unfolds it.
  const unfold = () => {
    const place = location.hash && document.getElementById(location.hash.slice(1));
    const folded = place && place.closest("details:not([open])");
    if (folded) folded.open = true;
  };
  window.addEventListener("hashchange", unfold);

  // The figure that a verdict speaks of is in sight, and on a phone not under the verdict that lies over the text.
  const showMark = () => {
    const number = (location.hash.match(/^#claim-(\d+)$/) || [])[1];
    const claim = number && document.getElementById(`claim-${number}`);
    const mark = number && document.getElementById(`mark-${number}`);
    if (!claim || !mark) return;
    const over = getComputedStyle(claim).position === "fixed";
    const { top, bottom } = mark.getBoundingClientRect();
    if (top < 0 || bottom > (over ? claim.getBoundingClientRect().top : innerHeight)) {
      mark.scrollIntoView({ block: over ? "start" : "center" });
    }
    // Verdicts on the way to it were laid out by its coming into sight: their height was only guessed before.
    if (!over) requestAnimationFrame(() => requestAnimationFrame(() => claim.scrollIntoView({ block: "nearest" })));
  };
  window.addEventListener("hashchange", showMark);
  window.addEventListener("load", showMark); // after a button the page comes back at its claim
})();
