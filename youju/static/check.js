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
    mark.className = "mark mark-changed";
    text.value = asRead();
    button.textContent = button.dataset.done;
    button.disabled = true;
    mark.scrollIntoView({ block: "nearest" });
  });

  // Enter in the field of one claim binds that claim.
  document.addEventListener("keydown", (event) => {
    const button = event.target.dataset && document.getElementById(event.target.dataset.presses);
    if (!button || event.key !== "Enter") return;
    event.preventDefault();
    if (event.target.value) button.click();
  });

  // A file may be dropped anywhere on the form; it is chosen as if by hand.
  const over = (event, on) => {
    if (!event.dataTransfer || !event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    form.classList.toggle("dropping", on);
  };
  form.addEventListener("dragover", (event) => over(event, true));
  form.addEventListener("dragleave", (event) => over(event, false));
  form.addEventListener("drop", (event) => {
    over(event, false);
    if (!event.dataTransfer.files.length) return;
    form.elements.upload.files = event.dataTransfer.files;
    form.elements.upload.focus();
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

  // On a phone the verdict lies over the text: the figure it speaks of must not lie under it.
  window.addEventListener("hashchange", () => {
    const number = (location.hash.match(/^#claim-(\d+)$/) || [])[1];
    const claim = number && document.getElementById(`claim-${number}`);
    const mark = number && document.getElementById(`mark-${number}`);
    if (!claim || !mark || getComputedStyle(claim).position !== "fixed") return;
    if (mark.getBoundingClientRect().bottom > claim.getBoundingClientRect().top) mark.scrollIntoView({ block: "start" });
  });
})();
