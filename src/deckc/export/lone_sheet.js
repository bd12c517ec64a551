// Run in a page that shows its print form: leaves one sheet on the screen, drawn to the end.
async ({ name, isTransparent }) => {
  for (const sheet of document.querySelectorAll(".print-slide-container")) {
    sheet.style.display = sheet.id === name ? "block" : "none";
  }
  const sheet = document.getElementById(name);
  if (isTransparent) {
    for (let ground = sheet; ground; ground = ground.parentElement) ground.style.background = "none";
  }
  await Promise.all([...sheet.querySelectorAll("img")].map((image) => image.decode().catch(() => {})));
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
};
