// The search: a word narrows the list while it is typed, and a buyer's whole message is
// looked through for the order that it is about.

import type { Found } from '../../../wasm/parcelwise';
import type { Desk } from './desk';
import type { WorkList } from './work_list';

export class Finder {
  text = '';
  found: Found | undefined; // of this very text

  private sought = ''; // the text that the list was last asked for
  private turns = 0;

  constructor(
    private readonly desk: Desk,
    private readonly list: WorkList,
  ) {}

  async seek(text: string): Promise<void> {
    this.text = text;
    await this.refresh();
    if (text !== this.text) return;
    this.sought = text;
    await this.list.narrow({ search: this.found?.sought ?? text });
  }

  // The list is not yet that of the text.
  get busy(): boolean {
    return this.sought !== this.text;
  }

  // Also after each check.
  async refresh(): Promise<void> {
    const turn = ++this.turns;
    const { text, desk } = this;
    const sought = desk.summary && text.trim() !== '';
    const found = sought ? await desk.ask('find', { text }) : undefined;
    if (turn === this.turns) this.found = found;
  }
}
