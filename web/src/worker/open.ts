// Starts the worker from the text and bytes that the page carries inside itself. The
// core stays packed until the worker has it.

import { packedPart, textPart } from './packed_part';
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
  const script = await textPart('worker-script');
  return { script, wasm: (await packedPart('core-wasm')).buffer };
}
