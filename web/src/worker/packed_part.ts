// What came packed within the page, as text in an element of its own: seven bits a
// character in the single file, Base64 in the hosted page. The element is emptied: it is
// not needed twice. It stands behind the page's script, so
// that the page is drawn while the rest still arrives.

import { fromSevenBits } from './seven_bits';

export async function packedPart(id: string): Promise<Uint8Array<ArrayBuffer>> {
  await parsed();
  const element = document.getElementById(id);
  const text = element?.textContent ?? '';
  const count = element?.dataset.bytes; // only of seven bits
  element?.remove();
  if (count !== undefined) return fromSevenBits(text, Number(count));
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

function parsed(): Promise<void> {
  return new Promise((resolve) => {
    if (document.readyState !== 'loading') resolve();
    else document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
  });
}

export function gunzipped(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const text = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(text).text();
}
