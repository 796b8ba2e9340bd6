// Asks the browser for a passkey and sends its answer with the form. Where it cannot, the page says so and nothing is sent.
"use strict";
(() => {
  const form = document.querySelector("form[data-challenge]");
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const data = form.dataset;

  const make = () =>
    navigator.credentials.create({
      publicKey: {
        challenge: bytes(data.challenge),
        rp: { id: data.host, name: "Mineban" },
        user: { id: bytes(data.owner), name: data.email, displayName: data.name },
        pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: "public-key", alg })),
        excludeCredentials: (data.known || "").split(" ").filter(Boolean).map((id) => ({ type: "public-key", id: bytes(id) })),
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
        attestation: "none",
      },
    });

  const ask = () =>
    navigator.credentials.get({
      publicKey: { challenge: bytes(data.challenge), rpId: data.host, userVerification: "required" },
    });

  const written = (credential) => {
    const response = { clientDataJSON: text(credential.response.clientDataJSON) };
    if (credential.response.attestationObject) {
      response.attestationObject = text(credential.response.attestationObject);
      response.transports = credential.response.getTransports ? credential.response.getTransports() : [];
    } else {
      response.authenticatorData = text(credential.response.authenticatorData);
      response.signature = text(credential.response.signature);
      response.userHandle = credential.response.userHandle ? text(credential.response.userHandle) : undefined;
    }
    return JSON.stringify({
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      authenticatorAttachment: credential.authenticatorAttachment || undefined,
      clientExtensionResults: {},
      response,
    });
  };

  form.addEventListener("submit", async (event) => {
    if (form.elements.response.value) {
      return;
    }
    event.preventDefault();
    try {
      form.elements.response.value = written(await (data.adding === "true" ? make() : ask()));
      form.submit();
    } catch (stopped) {
      console.warn(stopped.name + ": " + stopped.message);
      document.getElementById("stopped").hidden = false;
    }
  });
})();
