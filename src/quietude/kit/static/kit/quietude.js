/* Progressive enhancement only: every act works without this file. No dependency but htmx, which is optional too. */
(() => {
  "use strict";

  const TOAST_MILLISECONDS = 8000;
  const RESEND_MILLISECONDS = 4000;
  const inField = (element) => element.closest("input, textarea, select, [contenteditable]") !== null;
  const announce = (text) => {
    const region = document.getElementById("annonce");
    if (region) region.textContent = text;
  };

  /* Single keys can be turned off: who dictates to the machine would trip over them. Other scripts read data-shortcuts. */
  const shortcuts = () => document.documentElement.dataset.shortcuts !== "off";
  const setShortcuts = (on) => {
    document.documentElement.dataset.shortcuts = on ? "on" : "off";
    for (const button of document.querySelectorAll("[data-switch-shortcuts]")) {
      button.hidden = false;
      button.setAttribute("aria-pressed", String(on));
      button.querySelector("[data-state]").textContent = on ? "oui" : "non";
    }
  };
  try {
    setShortcuts(localStorage.getItem("shortcuts") !== "off");
  } catch {
    setShortcuts(true);
  }
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-switch-shortcuts]")) return;
    setShortcuts(!shortcuts());
    try {
      localStorage.setItem("shortcuts", shortcuts() ? "on" : "off");
    } catch {
      /* Kept for this page only. */
    }
  });

  /* A toast without action leaves by itself, unless it is pointed at; one that holds an action stays. */
  const dismiss = (toast) => {
    toast.classList.add("leaving");
    setTimeout(() => toast.remove(), 150);
  };
  const watchToasts = () => {
    for (const toast of document.querySelectorAll(".toast:not([data-watched])")) {
      toast.dataset.watched = "";
      if (toast.querySelector("form") || toast.classList.contains("error")) continue;
      const leave = () => (toast.matches(":hover, :focus-within") ? setTimeout(leave, 1000) : dismiss(toast));
      setTimeout(leave, TOAST_MILLISECONDS);
    }
  };
  document.addEventListener("click", (event) => {
    const close = event.target.closest("[data-close-toast]");
    if (close) dismiss(close.closest(".toast"));
    for (const drop of document.querySelectorAll("details.drop[open]")) {
      if (!drop.contains(event.target)) drop.open = false;
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      const drop = event.target.closest("details.drop[open]");
      if (drop) {
        drop.open = false;
        drop.querySelector("summary").focus();
      }
      return;
    }
    if (!shortcuts() || event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || inField(event.target)) return;
    const search = [...document.querySelectorAll("input[type=search]")].find((field) => field.checkVisibility());
    if (search) {
      event.preventDefault();
      search.focus();
      search.select();
    }
  });

  /* One sending per form: the second click of a hurried hand finds nothing to send. */
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    if (form.dataset.sent !== undefined) return event.preventDefault();
    form.dataset.sent = "";
    setTimeout(() => delete form.dataset.sent, RESEND_MILLISECONDS);
  });
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  });

  /* Choosing all the rows of a table, and how many are chosen. */
  document.addEventListener("change", (event) => {
    const all = event.target.closest("[data-pick-all]");
    const form = event.target.closest("form");
    if (!form || !event.target.closest(".pick")) return;
    const boxes = [...form.querySelectorAll("td.pick input[type=checkbox]")];
    if (all) for (const box of boxes) box.checked = all.checked;
    const chosen = boxes.filter((box) => box.checked).length;
    const head = form.querySelector("[data-pick-all]");
    if (head) {
      head.checked = chosen === boxes.length;
      head.indeterminate = chosen > 0 && chosen < boxes.length;
    }
    const words = form.querySelector("[data-picked]");
    if (words) words.textContent = (chosen > 1 ? words.dataset.many : words.dataset.one).replace("%", chosen);
  });
  document.addEventListener("reset", (event) => {
    /* A form that is reset says it before its boxes are empty. */
    setTimeout(() => event.target.querySelector("[data-pick-all]")?.dispatchEvent(new Event("change", { bubbles: true })));
  });
  document.addEventListener("change", (event) => {
    if (event.target.closest("select[data-submits]")) event.target.form.requestSubmit();
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-print]");
    if (button) print();
  });

  /* After a fragment is swapped: focus goes to its heading, or to what asks for it, and the live region says it. */
  document.addEventListener("htmx:afterSwap", (event) => {
    watchToasts();
    const swapped = event.detail.target;
    const heading = swapped.querySelector("[data-focus], .error-summary, h1, h2");
    if (!heading || swapped.contains(document.activeElement) && inField(document.activeElement)) return;
    if (!heading.hasAttribute("tabindex")) heading.setAttribute("tabindex", "-1");
    heading.focus({ preventScroll: false });
    announce(heading.textContent.trim());
  });
  document.addEventListener("htmx:responseError", () => announce("Le serveur n’a pas pu répondre. Rien n’a changé."));
  document.addEventListener("htmx:sendError", () => announce("Le serveur ne répond pas. Rien n’a changé."));

  watchToasts();
  const summary = document.querySelector(".error-summary");
  if (summary) summary.focus();
})();
