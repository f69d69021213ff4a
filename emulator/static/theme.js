// Runs before the first paint, so that a chosen theme never flashes in the other.
(() => {
  const wanted = new URLSearchParams(location.search).get("theme") || localStorage.getItem("emulator-theme");
  if (wanted === "light" || wanted === "dark") document.documentElement.dataset.theme = wanted;
})();
