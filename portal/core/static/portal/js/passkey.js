// Passkeys: asks the browser for one and sends what it answers. A form says [data-passkey] create or get; the options lie
// in the page (#passkey-options) or are fetched from [data-options-url].

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");

async function optionsOf(form) {
  if (!form.dataset.optionsUrl) return JSON.parse(document.getElementById("passkey-options").textContent);
  const answer = await fetch(form.dataset.optionsUrl, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(answer.statusText);
  return (await answer.json()).request_options;
}

function decoded(key) {
  const known = (list) => (list || []).map((entry) => ({ ...entry, id: bytes(entry.id) }));
  const user = key.user && { ...key.user, id: bytes(key.user.id) };
  return {
    ...key,
    challenge: bytes(key.challenge),
    ...(user && { user, excludeCredentials: known(key.excludeCredentials) }),
    ...(key.allowCredentials && { allowCredentials: known(key.allowCredentials) }),
  };
}

function encoded(credential) {
  const response = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[name]) response[name] = text(credential.response[name]);
  }
  if (credential.response.getTransports) response.transports = credential.response.getTransports();
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response,
  };
}

async function ask(form) {
  const options = await optionsOf(form);
  const publicKey = decoded(options.publicKey);
  if (form.dataset.passkey === "get") return navigator.credentials.get({ publicKey });
  // A key that is to replace the password must be kept by the device and must know its owner.
  const alone = form.elements.passwordless?.checked;
  publicKey.authenticatorSelection = {
    ...publicKey.authenticatorSelection,
    residentKey: alone ? "required" : "discouraged",
    requireResidentKey: Boolean(alone),
    ...(alone && { userVerification: "required" }),
  };
  return navigator.credentials.create({ publicKey });
}

for (const form of document.querySelectorAll("[data-passkey]")) {
  const failed = form.querySelector("[data-passkey-failed]");
  const unknown = form.querySelector("[data-passkey-unknown]");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    failed.hidden = unknown.hidden = true;
    if (!window.PublicKeyCredential) {
      unknown.hidden = false;
      return;
    }
    try {
      form.elements.credential.value = JSON.stringify(encoded(await ask(form)));
      form.submit();
    } catch {
      failed.hidden = false;
    }
  });
}
