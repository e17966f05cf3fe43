// Comfort only: every page reads and submits without this file.
(() => {
  "use strict";
  const root = document.documentElement;
  const remember = theme => { try { localStorage.setItem("theme", theme); } catch { /* a private window forgets */ } };
  try {
    const theme = localStorage.getItem("theme");
    if (theme === "light" || theme === "dark") root.dataset.bsTheme = theme;
  } catch { /* a private window remembers nothing */ }

  const isDark = () => root.dataset.bsTheme
    ? root.dataset.bsTheme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;

  const press = (selector, act) => {
    for (const button of document.querySelectorAll(selector)) {
      button.hidden = false;
      button.addEventListener("click", () => act(button));
    }
  };

  // What a button without a script could not do stays hidden until here.
  press("[data-theme-toggle]", () => {
    root.dataset.bsTheme = isDark() ? "light" : "dark";
    remember(root.dataset.bsTheme);
  });
  press("[data-print]", () => print());
  press("[data-copy]", async button => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = "Copied";
  });
  press("[data-open]", button => document.getElementById(button.dataset.open)?.showModal());

  // A form that came back: the list of problems is read first.
  document.querySelector(".sw-errors")?.focus();

  // A form sent twice by an impatient hand is sent once.
  document.addEventListener("submit", event => {
    const form = event.target;
    if (form.method !== "post" || form.hasAttribute("hx-post")) return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
    setTimeout(() => delete form.dataset.sent, 4000);
  });

  // What a page does by itself and could not: said in its place, until it succeeds and is drawn anew.
  const failed = event => {
    const part = event.detail.elt.closest("[data-failed]");
    if (!part || part.querySelector(".sw-failed")) return;
    const words = document.createElement("p");
    words.className = "sw-error sw-failed";
    words.setAttribute("role", "alert");
    words.textContent = part.dataset.failed;
    part.prepend(words);
  };
  for (const kind of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) document.addEventListener(kind, failed);

  // A case whose page is closed, or left for another, is let go soon. Its forms and its own pages keep it.
  if (document.querySelector("[data-leave]")) {
    let within = false;
    addEventListener("click", event => {
      const link = event.target.closest("a[href]");
      const held = document.querySelector("[data-leave]");
      within = Boolean(link && held) && new URL(link.href).pathname.startsWith(held.dataset.within);
    });
    addEventListener("submit", () => { within = true; });
    addEventListener("pagehide", () => {
      const held = document.querySelector("[data-leave]");
      if (held && !within) navigator.sendBeacon(held.dataset.leave, new URLSearchParams(new FormData(held)));
    });
  }

  // Staff lists by key. An account may turn them off (SC 2.1.4); inside a field they are letters.
  if (!document.body.classList.contains("sw-staff") || document.body.dataset.keys === "off") return;

  const rows = () => [...document.querySelectorAll("[data-list] tbody tr")];
  const step = by => {
    const all = rows();
    if (!all.length) return;
    const from = all.findIndex(row => row.classList.contains("is-here"));
    const to = from < 0 ? 0 : Math.max(0, Math.min(all.length - 1, from + by));
    all[from]?.classList.remove("is-here");
    all[to].classList.add("is-here");
    all[to].querySelector(".sw-rowlink, a")?.focus({ preventScroll: true });
    all[to].scrollIntoView({ block: "nearest" });
  };
  const nextChange = () => {
    const changes = [...document.querySelectorAll("[data-change]")];
    if (changes.length) changes[(changes.indexOf(document.activeElement) + 1) % changes.length].focus();
  };
  const pressKey = key => (document.querySelector("tr.is-here") ?? document).querySelector(`[data-key="${key}"]`)?.click();
  let before = "";
  const keys = {
    c: () => pressKey("c"),
    r: () => pressKey("r"),
    x: () => pressKey("x"),
    a: () => pressKey("a"),
    q: () => { if (before === "g") document.querySelector(".sw-bar .sw-brand").click(); },
    j: () => step(1),
    k: () => step(-1),
    n: nextChange,
    "?": () => document.getElementById("keys")?.showModal(),
    "/": event => {
      const search = document.querySelector("[data-search]");
      if (search) { event.preventDefault(); search.focus(); }
    },
  };
  addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, dialog")) return;
    keys[event.key]?.(event);
    before = event.key;
  });
})();
