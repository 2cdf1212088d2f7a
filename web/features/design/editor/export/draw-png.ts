/** Twice as many dots as the drawing has points, so that text is sharp on slides. */
const SCALE = 2;

/** A drawing as PNG: the browser draws the SVG. A data: address, since the page's policy lets no blob: image in. */
export async function drawPng(svg: string, { width, height }: { width: number; height: number }): Promise<Blob | null> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(width) * SCALE;
  canvas.height = Math.ceil(height) * SCALE;
  const context = canvas.getContext("2d");
  if (!context) return null;
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}
