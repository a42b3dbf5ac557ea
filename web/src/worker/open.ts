// Starts the worker from the text and bytes that the page carries inside itself. The
// core stays packed until the worker has it.

import { gunzipped, packedPart } from './packed_part';
import { scriptUrl } from './trusted';
import { Channel } from './channel';

interface Parts {
  readonly script: string;
  readonly wasm: ArrayBuffer;
}

let parts: Promise<Parts> | undefined;

export async function openChannel(
  onLost: () => void,
  onSilence: (silent: boolean) => void,
): Promise<[Channel, ArrayBuffer]> {
  parts ??= findParts();
  const { script, wasm } = await parts;
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(scriptUrl(url));
  URL.revokeObjectURL(url);
  return [new Channel(worker, onLost, onSilence), wasm];
}

async function findParts(): Promise<Parts> {
  const [script, wasm] = [await packedPart('worker-script'), await packedPart('core-wasm')];
  return { script: await gunzipped(script), wasm: wasm.buffer };
}
