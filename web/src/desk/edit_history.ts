// Changes that can be undone and redone exactly, newest first, as far back as anyone goes.
// A new change takes the place of those that were undone, in whichever history they are.
// Histories of the page are numbered together, so that one undo goes through all of them in
// the order in which things happened.

const mostEdits = 200;

let lastSerial = 0;

interface Numbered<Edit> {
  readonly edit: Edit;
  readonly serial: number;
}

export class EditHistory<Edit> {
  private edits: readonly Numbered<Edit>[] = [];
  private inForce = 0; // those after it can be redone
  private turned = 0; // the last serial of all when something here was undone or redone

  get canUndo(): boolean {
    return this.inForce > 0;
  }

  get canRedo(): boolean {
    return this.turned === lastSerial && this.inForce < this.edits.length;
  }

  // When the edit happened that would be undone, or redone; 0: there is none.
  get undoSerial(): number {
    return this.edits[this.inForce - 1]?.serial ?? 0;
  }

  get redoSerial(): number {
    return this.edits[this.inForce]?.serial ?? 0;
  }

  add(edit: Edit): void {
    const added = { edit, serial: ++lastSerial };
    this.edits = [...this.edits.slice(0, this.inForce), added].slice(-mostEdits);
    this.inForce = this.edits.length;
  }

  // The edit to be taken back, or to be made again; undefined when there is none.
  undo(): Edit | undefined {
    this.turned = lastSerial;
    return this.canUndo ? this.edits[--this.inForce]?.edit : undefined;
  }

  redo(): Edit | undefined {
    return this.canRedo ? this.edits[this.inForce++]?.edit : undefined;
  }

  // What undo would give, without taking it.
  get next(): Edit | undefined {
    return this.edits[this.inForce - 1]?.edit;
  }

  clear(): void {
    this.edits = [];
    this.inForce = 0;
  }
}
