// Keeps what is typed into a section of a draft: on this machine at once, on the server every five seconds. Without it the form works by its buttons.
"use strict";
(() => {
  const EVERY = 5000;
  const form = document.getElementById("section");
  const told = document.getElementById("told");
  const place = "mineban-draft:" + form.getAttribute("action").replace(/^\/[a-z]{2}\//, "/");
  const skipped = new Set(["form-code", "revision", "action"]);

  const fields = () => [...new FormData(form).entries()].filter(([name]) => !skipped.has(name));
  const now = () => JSON.stringify(fields());
  let saved = now();
  let busy = false;
  let leaving = false;

  const keep = () => {
    try {
      if (now() === saved) {
        localStorage.removeItem(place);
      } else {
        localStorage.setItem(place, JSON.stringify({ revision: form.elements.revision.value, fields: fields() }));
      }
    } catch (full) {
      console.warn(full.name);
    }
  };

  // What was typed before the connection, the browser or the laptop went away.
  const restore = () => {
    let kept = null;
    try {
      kept = JSON.parse(localStorage.getItem(place) || "null");
    } catch (unreadable) {
      localStorage.removeItem(place);
    }
    if (!kept) {
      return;
    }
    const arrived = kept.sent && Number(form.elements.revision.value) > Number(kept.revision);
    if (arrived || JSON.stringify(kept.fields) === saved) {
      localStorage.removeItem(place);
      return;
    }
    const values = new Map();
    kept.fields.forEach(([name, value]) => values.set(name, [...(values.get(name) || []), value]));
    const fresh = new Map();
    for (const name of values.keys()) {
      const row = /^(.+)\[([^\]]+)\]/.exec(name);
      if (row && !form.elements[name] && !fresh.has(row[0])) {
        const list = document.getElementById("add-" + row[1]);
        const field = list && list.querySelector("[name*='[']");
        if (field) {
          const own = /^(.+)\[([^\]]+)\]/.exec(field.name)[0];
          list.querySelectorAll("[name]").forEach((one) => {
            one.name = one.name.replace(own, row[0]);
          });
          list.open = true;
        } else {
          values.get(name).forEach((value) => hidden(name, value));
        }
        fresh.set(row[0], true);
      }
    }
    for (const [name, all] of values) {
      const found = form.elements[name];
      if (!found) {
        all.forEach((value) => hidden(name, value));
        continue;
      }
      const list = found instanceof RadioNodeList ? [...found] : [found];
      list.forEach((one, at) => {
        if (one.type === "radio" || one.type === "checkbox") {
          one.checked = all.includes(one.value);
        } else if (one.multiple) {
          [...one.options].forEach((option) => { option.selected = all.includes(option.value); });
        } else if (one.type !== "hidden") {
          one.value = all[Math.min(at, all.length - 1)];
        }
      });
    }
    form.elements.revision.value = kept.revision;
    told.textContent = form.dataset.restored;
  };

  const hidden = (name, value) => {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    field.value = value;
    form.append(field);
  };

  const save = async () => {
    const typed = now();
    if (busy || leaving || typed === saved) {
      return;
    }
    busy = true;
    const body = new URLSearchParams(new FormData(form));
    body.set("action", "autosave");
    try {
      const answer = await fetch(form.getAttribute("action"), { method: "POST", body, credentials: "same-origin", redirect: "error" });
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      const outcome = await answer.json();
      saved = typed;
      keep();
      if (outcome.state === "aside") {
        leaving = true;
        const link = document.createElement("a");
        link.href = form.dataset.choose;
        link.textContent = form.dataset.aside;
        told.replaceChildren(link);
      } else {
        form.elements.revision.value = outcome.revision;
        told.textContent = form.dataset.saved;
      }
    } catch (away) {
      keep();
      told.textContent = form.dataset.kept;
    } finally {
      busy = false;
    }
  };

  restore();
  form.addEventListener("input", keep);
  // Sent with a button: kept until the next page shows that it arrived.
  form.addEventListener("submit", () => {
    leaving = true;
    if (now() !== saved) {
      // An answer to a finding that was sent is with the server, and its field is gone from the next page.
      const sent = fields().filter(([name]) => !name.startsWith("answer~"));
      localStorage.setItem(place, JSON.stringify({ revision: form.elements.revision.value, fields: sent, sent: true }));
    }
  });
  window.addEventListener("pagehide", () => { if (!leaving) { keep(); } });
  window.addEventListener("online", save);
  setInterval(save, EVERY);
})();
