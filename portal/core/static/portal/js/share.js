// Copies the address of a page; where that is refused, the button stays as it is and the address bar is still there.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
    } catch {
      return;
    }
    button.querySelector("[role=status]").textContent = button.dataset.copied;
  });
}
