// What came packed within the page, as text of seven bits in an element of its own. The
// element is emptied: it is not needed twice.

import { fromSevenBits } from './seven_bits';

export function packedPart(id: string): Uint8Array<ArrayBuffer> {
  const element = document.getElementById(id);
  const bytes = fromSevenBits(element?.textContent ?? '', Number(element?.dataset.bytes));
  element?.remove();
  return bytes;
}

export function gunzipped(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const text = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(text).text();
}
