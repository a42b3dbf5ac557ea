// Starts the worker from the text and bytes that came with the page. The single
// file carries both inside itself; the hosted page names two files beside it. The
// core stays packed until the worker has it.

import { gunzipped, packedPart } from './packed_part';
import { scriptUrl } from './trusted';
import { Channel } from './channel';

interface Parts {
  readonly script: string;
  readonly wasm: ArrayBuffer;
}

let parts: Promise<Parts> | undefined;

export async function openChannel(onLost: () => void): Promise<[Channel, ArrayBuffer]> {
  parts ??= findParts();
  const { script, wasm } = await parts;
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(scriptUrl(url));
  URL.revokeObjectURL(url);
  return [new Channel(worker, onLost), wasm];
}

async function findParts(): Promise<Parts> {
  const script = document.getElementById('worker-script');
  const wasm = document.getElementById('core-wasm');
  if (script instanceof HTMLLinkElement && wasm instanceof HTMLLinkElement) {
    const [text, core] = await Promise.all([fetched(script.href), fetched(wasm.href)]);
    return { script: await text.text(), wasm: await core.arrayBuffer() };
  }
  return {
    script: await gunzipped(packedPart('worker-script')),
    wasm: packedPart('core-wasm').buffer,
  };
}

async function fetched(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response;
}
