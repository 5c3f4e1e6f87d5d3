/* Reviewing from the keyboard: J next, K previous, Enter keeps the item in hand. Everything works without this file. */
(() => {
  "use strict";

  const items = () => [...document.querySelectorAll(".outline > li")];

  const go = (step) => {
    const all = items();
    const here = all.findIndex((item) => item.hasAttribute("data-current"));
    const link = all[here + step]?.querySelector("a.line");
    if (link) link.click();
  };

  const show = () => {
    for (const current of document.querySelectorAll("[data-current]")) {
      const box = current.closest(".scroll");
      if (box && box.scrollHeight > box.clientHeight) {
        box.scrollTop += current.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
      }
    }
  };

  document.addEventListener("keydown", (event) => {
    if (document.documentElement.dataset.shortcuts === "off") return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, button, a, summary")) return;
    const key = event.key.toLowerCase();
    if (key === "j") go(1);
    else if (key === "k") go(-1);
    else if (event.key === "Enter") document.querySelector("[data-accept]")?.click();
    else return;
    event.preventDefault();
  });

  document.addEventListener("htmx:afterSettle", show);
  show();
})();
