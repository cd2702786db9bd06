// Results that htmx swaps in: their number is read out.

// A status that is swapped in as a whole is not read out by every screen reader; this one stays and is written to.
const status = document.createElement("p");
status.className = "visually-hidden";
status.setAttribute("role", "status");
document.body.append(status);
document.addEventListener("htmx:afterSettle", () => {
  const count = document.querySelector(".results-count");
  if (count) status.textContent = count.textContent.trim();
});
