// Run in a page that shows its print form: pictures that have far more pixels than paper shows are made smaller.
// A browser decodes every picture for a PDF and packs all its pixels, which is most of the time that a deck of
// screenshots takes, and most of its file. JPEG goes into a PDF as it is, and vectors have no pixels: both stay.
async ({ scale, photos }) => {
  const PACKED = /\.(png|webp|avif)$/i;
  const isPhoto = new Set(photos);
  const nameOf = (image) => image.currentSrc.split("/").at(-1) ?? "";

  /** How many pixels of the canvas one of the picture's takes, at most. */
  const shownScale = (image) => {
    const box = image.getBoundingClientRect();
    return Math.max(box.width / image.naturalWidth, box.height / image.naturalHeight);
  };

  const isOpaque = (pixels) => {
    for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 255) return false;
    return true;
  };

  /** A picture that is not packed: encoding a PNG takes longer than all the rest. */
  const bitmapFile = (pixels, width, height) => {
    const head = new DataView(new ArrayBuffer(138));
    const numbers = [2, 138 + pixels.length, 10, 138, 14, 124, 18, width, 22, -height, 30, 3, 34, pixels.length];
    const masks = [54, 0xff, 58, 0xff00, 62, 0xff0000, 66, 0xff000000, 70, 0x73524742];
    head.setUint16(0, 0x424d);
    head.setUint16(26, 1, true);
    head.setUint16(28, 32, true);
    const all = [...numbers, ...masks];
    for (let at = 0; at < all.length; at += 2) head.setInt32(all[at], all[at + 1], true);
    return new Blob([head.buffer, pixels], { type: "image/bmp" });
  };

  const shrink = async (image, factor) => {
    const width = Math.ceil(image.naturalWidth * factor);
    const height = Math.ceil(image.naturalHeight * factor);
    const bitmap = await createImageBitmap(image, { resizeWidth: width, resizeHeight: height, resizeQuality: "medium" });
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext("2d", { willReadFrequently: true });
    context.drawImage(bitmap, 0, 0);
    bitmap.close();
    const pixels = context.getImageData(0, 0, width, height).data;
    if (isPhoto.has(nameOf(image)) && isOpaque(pixels)) return canvas.convertToBlob({ type: "image/jpeg", quality: 0.92 });
    return bitmapFile(pixels, width, height);
  };

  const show = async (images, blob) => {
    const address = URL.createObjectURL(blob);
    await Promise.all(
      images.map(async (image) => {
        const { width, height } = getComputedStyle(image);
        image.style.setProperty("width", width, "important");
        image.style.setProperty("height", height, "important");
        image.removeAttribute("srcset");
        image.src = address;
        await image.decode().catch(() => {});
      }),
    );
  };

  const bySource = Map.groupBy(
    [...document.querySelectorAll(".print-slide-container img")].filter(
      (image) => PACKED.test(nameOf(image)) && image.naturalWidth && !image.closest("picture") && image.getClientRects().length,
    ),
    (image) => image.currentSrc,
  );
  await Promise.all(
    [...bySource.values()].map(async (images) => {
      const factor = Math.max(...images.map(shownScale)) * scale;
      // what is only a little too large is not worth it
      if (factor > 0.75) return;
      try {
        await show(images, await shrink(images[0], factor));
      } catch (error) {
        console.warn(error); // it stays as it is
      }
    }),
  );
};
