// What scripts add: the answers stay in this browser, and pages change without a flash. Everything works without them.
(function () {
  "use strict";
  const KEY = "huiqi";

  function keep() {
    const form = document.querySelector("form[data-keep]");
    if (!form) return;
    const value = name => { const field = form.elements.namedItem(name); return field ? field.value : ""; };
    try {
      localStorage.setItem(KEY, JSON.stringify({ profile: value("profile"), policies: value("policies"), skipped: value("skipped"), at: Date.now() }));
    } catch (full) { /* then it is not kept */ }
  }

  function kept() {
    try { return JSON.parse(localStorage.getItem(KEY) || "null"); } catch (e) { return null; }
  }

  function offer() {
    const panel = document.getElementById("resume");
    const saved = panel && kept();
    if (!saved || !saved.profile || saved.profile === "{}") return;
    const form = panel.querySelector("form");
    ["profile", "policies", "skipped"].forEach(name => { form.elements.namedItem(name).value = saved[name] || ""; });
    let name = "";
    try { name = JSON.parse(saved.profile).name || ""; } catch (e) { /* no name then */ }
    document.getElementById("resume-name").textContent = name;
    document.getElementById("resume-when").textContent = new Date(saved.at).toLocaleString(document.documentElement.lang);
    panel.hidden = false;
    document.getElementById("forget").addEventListener("click", () => { localStorage.removeItem(KEY); panel.hidden = true; });
  }

  function ready() {
    keep();
    offer();
    const first = document.querySelector("[data-focus]");
    if (first) first.focus({ preventScroll: !first.matches(".wrongs") });
  }

  document.addEventListener("click", event => {
    if (event.target.closest("[data-print]")) window.print();
  });
  // a link into a closed section opens it
  document.addEventListener("click", event => {
    const link = event.target.closest('a[href^="#"]');
    const target = link && document.getElementById(decodeURIComponent(link.getAttribute("href").slice(1)));
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    if (target && target.matches("input,select,textarea")) setTimeout(() => target.focus());
  });
  addEventListener("beforeprint", () => document.querySelectorAll("main details.result").forEach(d => { d.open = true; }));
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", ready); else ready();
  document.addEventListener("htmx:afterSettle", event => { if (event.target.id === "main") { ready(); scrollTo(0, 0); } });
})();
