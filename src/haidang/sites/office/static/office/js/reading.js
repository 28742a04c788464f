// The reading view: ties spans of the document to duty cards, and lets j/k walk through the duties.
const cards = () => [...document.querySelectorAll(".duty-card[data-duty]")];

function light(uuid) {
  for (const lit of document.querySelectorAll(".active[data-duty]")) lit.classList.remove("active");
  if (!uuid) return;
  for (const part of document.querySelectorAll(`[data-duty="${CSS.escape(uuid)}"]`)) part.classList.add("active");
}

function show(uuid, selector) {
  const other = document.querySelector(`${selector}[data-duty="${CSS.escape(uuid)}"]`);
  if (other) other.scrollIntoView({ block: "nearest", behavior: "auto" });
}

for (const kind of ["pointerover", "focusin"]) {
  document.addEventListener(kind, (event) => {
    const part = event.target.closest("[data-duty]");
    if (!part) return;
    light(part.dataset.duty);
    if (kind === "focusin" && part.matches(".duty-card")) show(part.dataset.duty, "mark");
  });
}

document.addEventListener("click", (event) => {
  const mark = event.target.closest("mark[data-duty]");
  if (!mark) return;
  const card = document.querySelector(`.duty-card[data-duty="${CSS.escape(mark.dataset.duty)}"]`);
  if (card) card.focus();
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !["j", "k"].includes(event.key)) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const all = cards();
  if (!all.length) return;
  const at = all.indexOf(document.activeElement?.closest?.(".duty-card"));
  const next = event.key === "j" ? Math.min(at + 1, all.length - 1) : Math.max(at - 1, 0);
  all[next].focus();
  event.preventDefault();
});
