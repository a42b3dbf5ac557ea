// What came within the page, in an element of its own: the worker's script and the packed
// core. In the single file both stand in seven bits a character, the script as gzip; in the
// hosted page, which its host packs, the script stands as it is and the core in Base64. The
// element is emptied: it is not needed twice. It stands behind the page's script, so that
// the page is drawn while the rest still arrives.

import { fromSevenBits } from './seven_bits';

export async function textPart(id: string): Promise<string> {
  const { text, bytes } = await part(id);
  if (bytes === undefined) return text;
  const packed = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      controller.enqueue(fromSevenBits(text, bytes));
      controller.close();
    },
  });
  return new Response(packed.pipeThrough(new DecompressionStream('gzip'))).text();
}

export async function packedPart(id: string): Promise<Uint8Array<ArrayBuffer>> {
  const { text, bytes } = await part(id);
  if (bytes !== undefined) return fromSevenBits(text, bytes);
  return fromBase64(text);
}

// By number: a callback for each character takes ten times as long.
function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let i = 0; i < bytes.length; ++i) bytes[i] = characters.charCodeAt(i);
  return bytes;
}

interface Part {
  readonly text: string;
  readonly bytes: number | undefined; // that it stands for, where it is in seven bits
}

async function part(id: string): Promise<Part> {
  await parsed();
  const element = document.getElementById(id);
  element?.remove();
  const count = element?.dataset['bytes'];
  return {
    text: element?.textContent ?? '',
    bytes: count === undefined ? undefined : Number(count),
  };
}

function parsed(): Promise<void> {
  return new Promise((resolve) => {
    if (document.readyState !== 'loading') resolve();
    else document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
  });
}
