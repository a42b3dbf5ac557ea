// Layouts of label programs that the seller brings: kept on this machine as the texts that
// the command's --layout reads. The core looks at what is in them.

import type { ExportChoice, ExportKind, OwnLayout } from '../../../wasm/parcelwise';
import type { Failure } from '../worker/protocol';
import { rememberedLayouts, rememberLayouts } from './settings';

// What is asked of the desk.
interface Reader {
  answer(
    call: 'readLayout',
    ask: { text: string },
  ): Promise<
    | { readonly value?: ExportChoice | undefined; readonly failure?: Failure | undefined }
    | undefined
  >;
  learnExports(): Promise<void>;
}

export const layoutKind = (layout: OwnLayout): ExportKind => `carrier:${String(layout['id'])}`;

// What the core needs for a target; {} where it has the layout itself.
export function layoutFor(target: string): { layout?: OwnLayout } {
  const layout = rememberedLayouts().find((each) => layoutKind(each) === target);
  return layout ? { layout } : {};
}

// Of the layouts kept here, as kinds of files; one of an id that the program has takes its
// place.
export async function withOwn(
  reader: Reader,
  known: readonly ExportChoice[],
): Promise<readonly ExportChoice[]> {
  const asked = rememberedLayouts().map((layout) =>
    reader.answer('readLayout', { text: JSON.stringify(layout) }),
  );
  const own = (await Promise.all(asked)).flatMap((each) => each?.value ?? []);
  const kinds = new Set(own.map(({ kind }) => kind));
  return [...known.filter(({ kind }) => !kinds.has(kind)), ...own];
}

// Kept in place of one of its id; what the core refuses changes nothing.
export async function keepLayout(
  reader: Reader,
  text: string,
): Promise<{ kind?: ExportKind; failure?: Failure | undefined }> {
  const made = await reader.answer('readLayout', { text });
  if (!made?.value) return { failure: made?.failure };
  const layout = JSON.parse(text) as OwnLayout;
  const others = rememberedLayouts().filter((each) => each['id'] !== layout['id']);
  rememberLayouts([...others, layout]);
  await reader.learnExports();
  return { kind: made.value.kind };
}

export async function dropLayout(reader: Reader, target: string): Promise<void> {
  rememberLayouts(rememberedLayouts().filter((each) => layoutKind(each) !== target));
  await reader.learnExports();
}
