/** A link to t.me, opened in a tab of its own: hands it to the phone that followed a link out of Telegram last. */
const links = new BroadcastChannel("t.me");

links.onmessage = ({ data }) => {
  if (!data.opened) return;
  document.getElementById("words").textContent = `C’est ouvert dans le téléphone de ${data.opened}. Cet onglet peut être fermé.`;
};

links.postMessage({ bot: location.pathname.split("/").pop(), start: new URLSearchParams(location.search).get("start") });
