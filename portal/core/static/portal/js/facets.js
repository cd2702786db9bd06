// The filters: applied at once beside the results on wide screens, in a dialog with one button on phones.

const dialog = () => document.querySelector("dialog.facets-dialog");
const panel = () => document.querySelector(".facets-panel");

document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-submit-on-change]");
  if (form && !form.closest("dialog")) form.requestSubmit();
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-open-facets]")) {
    dialog().querySelector("[data-facets-place]").append(panel().querySelector("form"));
    dialog().showModal();
  } else if (event.target.closest("[data-close-facets]") || event.target === dialog()) {
    dialog().close();
  } else if (event.target.closest("[data-apply-facets]")) {
    const form = dialog().querySelector("form");
    dialog().close();
    form.requestSubmit();
  }
});

// However it was closed, the form goes back to its place, so that the page stays one page.
document.addEventListener("close", (event) => {
  if (event.target !== dialog()) return;
  const form = event.target.querySelector("form");
  if (form) panel().append(form);
}, true);
