/** Hands a file to the browser's downloads. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // the download has begun by then, or never will
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
