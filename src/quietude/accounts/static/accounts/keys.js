/* When a passkey does not answer, say so beside the button instead of staying silent. */
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  for (const sentence of document.querySelectorAll("[data-key-error]")) sentence.hidden = false;
});
