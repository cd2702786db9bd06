// A search field that completes what is being typed: ARIA 1.2 combobox with a list, by keyboard and by touch.
// <form class="search-box" data-suggest-url="/goi-y/?kind=…" data-suggest-label="…"> with one <input type="search">;
// the address answers `q` with a fragment of links that have role="option".

const WAIT = 150;
let number = 0;

function attach(form) {
  if (form.dataset.suggests) return;
  form.dataset.suggests = "yes";
  const input = form.querySelector("input[type=search]");
  const list = document.createElement("div");
  list.className = "suggestions";
  list.id = `suggestions-${number += 1}`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.dataset.suggestLabel);
  list.hidden = true;
  form.append(list);
  const roles = { role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list", autocomplete: "off" };
  for (const [name, value] of Object.entries(roles)) input.setAttribute(name, value);
  let chosen = -1;
  let timer = 0;
  let running = null;

  const options = () => [...list.querySelectorAll("[role=option]")];

  function close() {
    clearTimeout(timer);
    running?.abort();
    list.hidden = true;
    choose(-1);
    input.setAttribute("aria-expanded", "false");
  }

  function choose(place) {
    const all = options();
    chosen = place;
    all.forEach((option, index) => option.setAttribute("aria-selected", String(index === chosen)));
    if (all[chosen]) {
      input.setAttribute("aria-activedescendant", all[chosen].id);
      all[chosen].scrollIntoView({ block: "nearest" });
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  }

  // Past the last option stands the field itself (-1), as in the pattern's example.
  function move(step) {
    const places = options().length + 1;
    choose((chosen + 1 + step + places) % places - 1);
  }

  async function ask() {
    const text = input.value.trim();
    running?.abort();
    if (text.length < 2) return close();
    running = new AbortController();
    const address = new URL(form.dataset.suggestUrl, location.href);
    address.searchParams.set("q", text.slice(0, 100));
    try {
      const answer = await fetch(address, { signal: running.signal });
      if (!answer.ok) return close();
      list.innerHTML = await answer.text();
    } catch {
      return; // a newer question is on its way, or the network is gone: the form still works
    }
    const all = options();
    all.forEach((option, index) => { option.id = `${list.id}-${index}`; option.tabIndex = -1; });
    const shown = all.length > 0 && document.activeElement === input;
    choose(-1);
    list.hidden = !shown;
    input.setAttribute("aria-expanded", String(shown));
  }

  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, WAIT); });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return; // Telex and VNI compose a letter from several keys
    if (list.hidden) {
      if (event.key === "ArrowDown" && event.altKey === false && input.value.trim().length > 1) { event.preventDefault(); ask(); }
      return;
    }
    if (event.key === "ArrowDown") { event.preventDefault(); move(1); }
    else if (event.key === "ArrowUp") { event.preventDefault(); move(-1); }
    else if (event.key === "Escape") { event.preventDefault(); close(); }
    else if (event.key === "Enter" && chosen >= 0) { event.preventDefault(); options()[chosen].click(); }
  });
  // Touching the list leaves the focus in the field (see below), so whoever leaves the field leaves the list.
  input.addEventListener("blur", close);
  form.addEventListener("submit", close);
  list.addEventListener("pointerdown", (event) => event.preventDefault());
}

const attachAll = () => document.querySelectorAll("form[data-suggest-url]").forEach(attach);
attachAll();
// What htmx puts into the page has fields too.
document.addEventListener("htmx:load", attachAll);
