// @ts-check
// Draws a picture's address, or a drawing's text, as PNG. Null where the browser keeps its pixels to itself.

async ([source, width, height, scale]) => {
  const image = new Image();
  image.src = source.startsWith("<svg") ? `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}` : source;
  try {
    await image.decode();
    const canvas = document.createElement("canvas");
    // a small drawing, as an icon is, may be shown larger in time
    const sharp = source.startsWith("<svg") ? Math.max(scale, Math.min(8, 160 / Math.max(width, height, 1))) : scale;
    canvas.width = Math.max(1, Math.min(4096, Math.round(width * sharp)));
    canvas.height = Math.max(1, Math.min(4096, Math.round(height * sharp)));
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL("image/png");
  } catch {
    return null;
  }
};
