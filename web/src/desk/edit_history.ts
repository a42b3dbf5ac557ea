// Changes that can be undone and redone exactly, newest first, as far back as anyone goes.
// A new change takes the place of those that were undone.

const mostEdits = 200;

export class EditHistory<Edit> {
  private edits: readonly Edit[] = [];
  private inForce = 0; // those after it can be redone

  get canUndo(): boolean {
    return this.inForce > 0;
  }

  get canRedo(): boolean {
    return this.inForce < this.edits.length;
  }

  add(edit: Edit): void {
    this.edits = [...this.edits.slice(0, this.inForce), edit].slice(-mostEdits);
    this.inForce = this.edits.length;
  }

  // The edit to be taken back, or to be made again; undefined when there is none.
  undo(): Edit | undefined {
    return this.canUndo ? this.edits[--this.inForce] : undefined;
  }

  redo(): Edit | undefined {
    return this.canRedo ? this.edits[this.inForce++] : undefined;
  }

  clear(): void {
    this.edits = [];
    this.inForce = 0;
  }
}
