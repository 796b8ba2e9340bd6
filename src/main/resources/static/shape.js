// Draws the shape of a record while its points are typed. Without it the form draws it by its button.
"use strict";
(() => {
  const PAUSE = 700;
  const form = document.getElementById("record-form");
  const place = document.getElementById("sketch");
  let waiting = 0;
  let asked = "";

  const draw = async () => {
    const body = new URLSearchParams(new FormData(form));
    body.set("action", "shape");
    const now = body.toString();
    if (now === asked) {
      return;
    }
    asked = now;
    try {
      const answer = await fetch(form.dataset.shape, { method: "POST", body, credentials: "same-origin", redirect: "error" });
      if (!answer.ok || now !== asked) {
        return;
      }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      place.replaceChildren(...page.body.childNodes);
    } catch (away) {
      asked = "";
    }
  };

  document.getElementById("place").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(draw, PAUSE);
  });
})();
