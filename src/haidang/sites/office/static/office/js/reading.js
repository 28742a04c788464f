// The reading view: ties spans of the document to the cards beside it, and lets j/k walk through the cards.
const TIES = ["duty", "finding"];
const tied = (name, uuid) => `[data-${name}="${CSS.escape(uuid)}"]`;
const cards = () => [...document.querySelectorAll(".duty-card[data-duty], .duty-card[data-finding]")];
// The nearest part round an element that belongs to a duty or a finding: [kind, uuid] or nothing.
function tie(element) {
  const part = element.closest("[data-duty], [data-finding]");
  const name = part && TIES.findLast((one) => one in part.dataset);
  return name ? [part, name, part.dataset[name]] : [];
}

function light(name, uuid) {
  for (const lit of document.querySelectorAll(".active:is([data-duty], [data-finding])")) lit.classList.remove("active");
  for (const part of document.querySelectorAll(tied(name, uuid))) part.classList.add("active");
}

for (const kind of ["pointerover", "focusin"]) {
  document.addEventListener(kind, (event) => {
    const [part, name, uuid] = tie(event.target);
    if (!part) return;
    light(name, uuid);
    if (kind !== "focusin" || !part.matches(".duty-card")) return;
    const marked = document.querySelector(`.doc ${tied(name, uuid)}, .scan ${tied(name, uuid)}`);
    if (marked) marked.scrollIntoView({ block: "nearest", behavior: "auto" });
  });
}

document.addEventListener("click", (event) => {
  const [part, name, uuid] = tie(event.target);
  if (!part || !part.matches("mark, .sign, .outline")) return;
  const card = document.querySelector(`.duty-card${tied(name, uuid)}`);
  if (!card) return;
  event.preventDefault();
  card.focus();
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
