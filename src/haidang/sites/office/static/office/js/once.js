// A form is sent once: the second press finds a resting button. Works without; the server keeps one record per form key.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.dataset.sent) {
    event.preventDefault();
    return;
  }
  if (form.method !== "post" || form.target) return;
  form.dataset.sent = "1";
  // Disabled after the browser has collected the fields, so that the pressed button's own name and value still travel.
  setTimeout(() => {
    for (const button of form.querySelectorAll("button:not([type=button])")) button.disabled = true;
  });
});
// Coming back through the browser's history shows the form as it was left: it must be usable again.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("button:disabled")) button.disabled = false;
  }
});
