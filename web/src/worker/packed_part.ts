// What came within the page, in an element of its own: the worker's script as text, the
// core packed, seven bits a character in the single file, Base64 in the hosted page. The
// element is emptied: it is not needed twice. It stands behind the page's script, so that
// the page is drawn while the rest still arrives.

import { fromSevenBits } from './seven_bits';

export async function textPart(id: string): Promise<string> {
  return (await part(id))?.textContent ?? '';
}

export async function packedPart(id: string): Promise<Uint8Array<ArrayBuffer>> {
  const element = await part(id);
  const text = element?.textContent ?? '';
  const count = element?.dataset['bytes']; // only of seven bits
  if (count !== undefined) return fromSevenBits(text, Number(count));
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

async function part(id: string): Promise<HTMLElement | null> {
  await parsed();
  const element = document.getElementById(id);
  element?.remove();
  return element;
}

function parsed(): Promise<void> {
  return new Promise((resolve) => {
    if (document.readyState !== 'loading') resolve();
    else document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
  });
}
