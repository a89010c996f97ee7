// Files go in pieces while the form is filled in, one after another: a line that was cut goes on where it stopped.
// Photos are made smaller first, as a copy; asked to, the original's SHA-256 goes along. The server speaks tus 1.0
// (creation and termination). Without this script the form sends the files as every form does.
(() => {
  "use strict";
  const words = document.getElementById("upload-words")?.dataset;
  if (!words) return;
  const LONG_EDGE = 2560, QUALITY = 0.85, WORTH_IT = 1_500_000;
  const LEAST = 65_536, MOST = 1_048_576;
  const TUS = { "Tus-Resumable": "1.0.0" };
  const waits = [1, 2, 4, 8, 15];
  const pause = (seconds) => new Promise((wake) => {
    setTimeout(wake, seconds * 1000);
    window.addEventListener("online", wake, { once: true });
  });
  const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const encoded = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

  // What the camera noted (when it was taken) goes along with the copy, which already stands upright.
  const upright = (segment) => {
    const view = new DataView(segment.buffer), start = 10;
    const little = view.getUint16(start) === 0x4949;
    const table = start + view.getUint32(start + 4, little);
    for (let place = 0; place < view.getUint16(table, little); place += 1) {
      const entry = table + 2 + 12 * place;
      if (view.getUint16(entry, little) === 0x0112) view.setUint16(entry + 8, 1, little);
    }
    return segment;
  };
  const cameraNotes = (bytes) => {
    const view = new DataView(bytes.buffer);
    if (view.getUint16(0) !== 0xffd8) return null;
    for (let place = 2; place + 10 < bytes.length && bytes[place] === 0xff && bytes[place + 1] !== 0xda; ) {
      const length = view.getUint16(place + 2);
      if (bytes[place + 1] === 0xe1 && view.getUint32(place + 4) === 0x45786966) {
        return upright(bytes.slice(place, place + 2 + length));
      }
      place += 2 + length;
    }
    return null;
  };
  const withNotes = async (copy, original) => {
    try {
      const notes = cameraNotes(new Uint8Array(await original.slice(0, 262_144).arrayBuffer()));
      return notes ? new Blob([copy.slice(0, 2), notes, copy.slice(2)], { type: "image/jpeg" }) : copy;
    } catch {
      return copy; // notes that make no sense: the picture goes without them
    }
  };

  // A smaller copy of a photo; the file itself where it is none, is small already, or this browser cannot read it.
  const shrunk = async (file) => {
    if (!/^image\/(jpeg|png|webp)$/.test(file.type) || file.size < WORTH_IT) return file;
    try {
      const picture = await createImageBitmap(file);
      const scale = Math.min(1, LONG_EDGE / Math.max(picture.width, picture.height));
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(picture.width * scale);
      canvas.height = Math.round(picture.height * scale);
      canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
      picture.close();
      const blob = await new Promise((made) => canvas.toBlob(made, "image/jpeg", QUALITY));
      canvas.width = canvas.height = 0; // a phone gives the memory back at once
      if (!blob || blob.size > file.size * 0.8) return file;
      const name = file.name.replace(/\.\w+$/, "") + ".jpg";
      return new File([await withNotes(blob, file)], name, { type: "image/jpeg", lastModified: file.lastModified });
    } catch {
      return file;
    }
  };

  class Refused extends Error {}

  for (const box of document.querySelectorAll("[data-uploads]")) {
    const form = box.closest("form"), list = box.querySelector("[data-upload-list]");
    const token = form.elements.csrfmiddlewaretoken.value;
    const queue = [];
    let running = false, handing = null;

    const ask = async (url, method, headers, body) => {
      const answer = await fetch(url, { method, body, redirect: "manual", keepalive: method === "DELETE", headers: { ...TUS, "X-CSRFToken": token, ...headers } });
      if (answer.type === "opaqueredirect") throw new Refused(words.loggedOut);
      if (answer.status >= 400 && answer.status < 500 && answer.status !== 409) {
        throw new Refused((await answer.text()) || words.refused);
      }
      if (!answer.ok && answer.status !== 409) throw new Error(`${answer.status}`);
      return answer;
    };
    // The same file chosen again, after the page was closed or the log-in ran out, goes on as well.
    const key = (file) => `transfer:${document.body.dataset.member}:${file.name}:${file.size}:${file.lastModified}`;
    const known = async (file) => {
      const url = sessionStorage.getItem(key(file));
      if (!url) return null;
      try {
        const answer = await ask(url, "HEAD");
        const same = Number(answer.headers.get("Upload-Length")) === file.size;
        return same ? { url, there: Number(answer.headers.get("Upload-Offset")) } : null;
      } catch (error) {
        if (error instanceof Refused) return null;
        throw error;
      }
    };
    const begin = async (item) => {
      const there = await known(item.file);
      if (there) return there;
      const notes = [`filename ${encoded(item.file.name)}`];
      if (item.original) notes.push(`original ${encoded(item.original)}`);
      const headers = { "Upload-Length": `${item.file.size}`, "Upload-Metadata": notes.join(",") };
      const answer = await ask(box.dataset.uploads, "POST", headers);
      const url = answer.headers.get("Location");
      sessionStorage.setItem(key(item.file), url);
      return { url, there: 0 };
    };

    const say = (item, text, share) => {
      item.row.querySelector("[data-state]").textContent = text;
      if (share !== undefined) item.row.querySelector("progress").value = share;
    };
    const send = async (item) => {
      let size = 4 * LEAST, tries = 0, transfer = null;
      while (!item.cancelled) {
        try {
          transfer ??= await begin(item);
          item.url = transfer.url;
          if (transfer.there === item.file.size) return;
          say(item, `${Math.floor((100 * transfer.there) / item.file.size)}%`, transfer.there / item.file.size);
          const piece = item.file.slice(transfer.there, transfer.there + size), begun = performance.now();
          const type = { "Upload-Offset": `${transfer.there}`, "Content-Type": "application/offset+octet-stream" };
          const answer = await ask(transfer.url, "PATCH", type, piece);
          transfer.there = Number(answer.headers.get("Upload-Offset"));
          const took = performance.now() - begun;
          size = took < 1500 ? Math.min(MOST, size * 2) : took > 8000 ? Math.max(LEAST, size / 2) : size;
          tries = 0;
        } catch (error) {
          if (error instanceof Refused) throw error;
          say(item, words.broken);
          await pause(waits[Math.min(tries, waits.length - 1)]);
          tries += 1;
          size = Math.max(LEAST, size / 2);
          transfer = null; // the server says how far it came
        }
      }
    };
    // Taken off again: the server need not keep it. Where the line is down it is deleted there after a day.
    const forget = async (item) => {
      sessionStorage.removeItem(key(item.file));
      if (item.url) await ask(item.url, "DELETE").catch(() => {});
    };
    const finish = (item) => {
      const input = document.createElement("input");
      input.type = "hidden";
      input.name = "transfers";
      input.value = item.url.replace(/\/$/, "").split("/").pop();
      item.row.append(input);
      item.row.dataset.done = "yes";
      sessionStorage.removeItem(key(item.file));
      say(item, words.done, 1);
    };
    const handIn = () => {
      if (!handing || queue.length || running) return;
      const by = handing;
      handing = null;
      if (!list.querySelector("[data-failed]")) form.requestSubmit(by.isConnected ? by : undefined);
    };
    const run = async () => {
      if (running) return;
      running = true;
      for (let item = queue.shift(); item; item = queue.shift()) {
        if (item.cancelled) continue;
        try {
          if (item.shrinks) {
            say(item, words.shrinking);
            const copy = await shrunk(item.file);
            if (copy !== item.file && item.keeps) item.original = hex(await crypto.subtle.digest("SHA-256", await item.file.arrayBuffer()));
            item.file = copy;
          }
          await send(item);
          if (item.cancelled) await forget(item);
          else finish(item);
        } catch (error) {
          item.row.dataset.failed = "yes";
          say(item, error instanceof Refused ? error.message : words.refused);
        }
      }
      running = false;
      handIn();
    };

    const add = (files) => {
      for (const file of files) {
        const row = document.getElementById("upload-row").content.firstElementChild.cloneNode(true);
        row.querySelector("[data-name]").textContent = file.name;
        list.append(row);
        const item = { file, row, shrinks: box.querySelector("[data-shrinks]").checked, keeps: box.querySelector("[data-keeps]").checked };
        say(item, words.waiting);
        row.querySelector("button").addEventListener("click", () => {
          item.cancelled = true; // one on its way is forgotten as soon as the piece under way has its answer
          row.remove();
          if (row.dataset.done || row.dataset.failed) forget(item);
          handIn();
        });
        queue.push(item);
      }
      run();
    };
    box.addEventListener("change", (event) => {
      if (event.target.type !== "file" || !event.target.files.length) return;
      const files = [...event.target.files];
      event.target.value = "";
      add(files);
    });
    form.addEventListener("paste", (event) => {
      const files = [...event.clipboardData.files];
      if (!files.length) return;
      event.preventDefault();
      add(files);
    });
    // Those that the server knows already are drawn by it; taking one off leaves it out of the form.
    list.addEventListener("click", (event) => {
      if (event.target.closest("[data-kept] button")) event.target.closest("li").remove();
    });
    // A file that was refused is not left out without a word: who hands in takes it off first.
    window.addEventListener("submit", (event) => {
      if (event.target !== form) return;
      const refused = list.querySelector("[data-failed]");
      const told = box.querySelector("[data-upload-failed]");
      if (told) told.hidden = !refused;
      if (!refused) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      delete form.dataset.sent;
      refused.querySelector("button")?.focus();
    }, { capture: true });
    // Handed in too early: it goes by itself as soon as the last file has arrived.
    window.addEventListener("submit", (event) => {
      if (event.target !== form || !(running || queue.length)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      handing = event.submitter ?? form;
      box.querySelector("[data-upload-wait]").hidden = false;
    }, { capture: true });
    const keeps = box.querySelector("[data-keeps]");
    if (!globalThis.crypto?.subtle) { // browsers work hashes out over HTTPS only
      keeps.disabled = true;
      keeps.closest("label").hidden = true;
    }
  }
})();
