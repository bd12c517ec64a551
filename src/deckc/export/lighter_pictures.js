// Run in a page that shows its print form: pictures that have far more pixels than paper shows are made smaller.
// A browser decodes every picture for a PDF and packs all its pixels, which is most of the time that a deck of
// screenshots takes, and most of its file. JPEG goes into a PDF as it is, and vectors have no pixels: both stay.
// The `readable` ones become blank JPEGs, which stand in the PDF until others take their place (stand_ins.py);
// returned is what stands for what: [{ index: 0, name: "plot.png", isSmaller: true, width: 1470, height: 980 }, ...].
async ({ scale, photos, readable, mark }) => {
  const PACKED = /\.(png|webp|avif)$/i;
  const SMALL_ENOUGH = 0.75;
  const isPhoto = new Set(photos);
  const isReadable = new Set(readable);
  const standIns = [];
  const home = new URL(".", location.href).href;

  /** The path of the picture's file below the page's folder; "" where it is not there. */
  const nameOf = (image) => {
    if (!image.currentSrc.startsWith(home)) return "";
    try {
      return decodeURIComponent(image.currentSrc.slice(home.length).split(/[?#]/)[0]);
    } catch {
      return "";
    }
  };

  /** How many pixels of the canvas one of the picture's takes, at most. */
  const shownScale = (image) => {
    const box = image.getBoundingClientRect();
    return Math.max(box.width / image.naturalWidth, box.height / image.naturalHeight);
  };

  const isSeen = (image) => {
    const box = image.getBoundingClientRect();
    const sheet = image.closest(".print-slide-container").getBoundingClientRect();
    const lies = box.right > sheet.left && box.left < sheet.right && box.bottom > sheet.top && box.top < sheet.bottom;
    return lies && image.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };

  const DRAWN_ANEW = ["filter", "maskImage", "webkitMaskBoxImageSource"];

  /** Whether an element is turned, moved or made larger in space. */
  const isInSpace = ({ transform, rotate, scale, translate }) =>
    transform.startsWith("matrix3d") || / /.test(rotate) || [scale, translate].some((sides) => sides.split(" ").length > 2);

  /** Whether a print takes over the picture's file: what is cut, filtered or turned in space it draws anew. */
  const isTakenOver = (image) => {
    const own = getComputedStyle(image);
    if (own.objectFit === "cover" || (own.objectViewBox ?? "none") !== "none" || own.content !== "normal") return false;
    for (let element = image; element; element = element.parentElement) {
      const style = getComputedStyle(element);
      if (isInSpace(style) || DRAWN_ANEW.some((property) => (style[property] ?? "none") !== "none")) return false;
    }
    return true;
  };

  /** A JPEG of one colour: all its blocks are the same, and both codes of its tables are the bit 0. */
  const blankFile = (width, height, index) => {
    const head = [0xff, 0xd8];
    const add = (kind, bytes) => head.push(0xff, kind, (bytes.length + 2) >> 8, (bytes.length + 2) & 0xff, ...bytes);
    add(0xfe, new TextEncoder().encode(`${mark}${index};`));
    add(0xdb, [0, ...Array(64).fill(1)]);
    const size = [height >> 8, height & 0xff, width >> 8, width & 0xff];
    add(0xc0, [8, ...size, 3, ...[1, 0x22, 0], ...[2, 0x11, 0], ...[3, 0x11, 0]]);
    for (const table of [0x00, 0x10]) add(0xc4, [table, 1, ...Array(16).fill(0)]);
    add(0xda, [3, ...[1, 0], ...[2, 0], ...[3, 0], 0, 63, 0]);
    const squares = Math.ceil(width / 16) * Math.ceil(height / 16);
    const blocks = new Uint8Array(Math.ceil((squares * 6 * 2) / 8));
    return new Blob([new Uint8Array(head), blocks, new Uint8Array([0xff, 0xd9])], { type: "image/jpeg" });
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

  const shrink = async (image, width, height) => {
    const bitmap = await createImageBitmap(image, { resizeWidth: width, resizeHeight: height, resizeQuality: "medium" });
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext("2d", { willReadFrequently: true });
    context.drawImage(bitmap, 0, 0);
    bitmap.close();
    const pixels = context.getImageData(0, 0, width, height).data;
    if (isPhoto.has(nameOf(image)) && isOpaque(pixels)) return canvas.convertToBlob({ type: "image/jpeg", quality: 0.92 });
    return bitmapFile(pixels, width, height);
  };

  const show = async (images, sizes, blob) => {
    const address = URL.createObjectURL(blob);
    await Promise.all(
      images.map(async (image, at) => {
        for (const [property, size] of Object.entries(sizes[at])) image.style.setProperty(property, size, "important");
        image.removeAttribute("srcset");
        image.src = address;
        if (!image.complete) await new Promise((done) => (image.onload = image.onerror = done));
      }),
    );
  };

  /** A table asks a picture how wide it may become at least and at most, so that all of it is said. */
  const sizesOf = (image) => {
    const { width, height } = getComputedStyle(image);
    return { width, height, "min-width": width, "max-width": width };
  };

  /** What is to be done with the pictures of one file; nothing is changed yet, or each look would lay out anew. */
  const plan = (images) => {
    const [first] = images;
    const wanted = Math.max(...images.map(shownScale)) * scale;
    // what is only a little too large is not worth it
    const factor = wanted > SMALL_ENOUGH ? 1 : wanted;
    const name = nameOf(first);
    return {
      images,
      name,
      isSmaller: factor < 1,
      isBlank: isReadable.has(name) && images.every(isTakenOver),
      width: Math.ceil(first.naturalWidth * factor),
      height: Math.ceil(first.naturalHeight * factor),
      sizes: images.map(sizesOf),
    };
  };

  const lighten = async ({ images, name, isSmaller, isBlank, width, height, sizes }) => {
    if (isBlank) {
      const index = standIns.push({ index: standIns.length, name, isSmaller, width, height }) - 1;
      await show(images, sizes, blankFile(width, height, index));
    } else if (isSmaller) {
      await show(images, sizes, await shrink(images[0], width, height));
    }
  };

  const pictures = [...document.querySelectorAll(".print-slide-container img")].filter(
    (image) =>
      PACKED.test(nameOf(image)) &&
      image.naturalWidth &&
      !image.closest("picture") &&
      image.getClientRects().length &&
      // it shows a part, whose size is the picture's own
      getComputedStyle(image).objectFit !== "none",
  );
  const plans = [...Map.groupBy(pictures, (image) => image.currentSrc).values()]
    .filter((images) => images.some(isSeen))
    .map(plan);
  await Promise.all(plans.map((planned) => lighten(planned).catch((error) => console.warn(error))));
  return standIns;
};
