// The browser's Back closes what lies over the list before it leaves the page. As long as
// something is open, one entry of the history stands for it: going back takes it away.

const mark = 'parcelwise-open';

export interface OpenLayers {
  anyOpen(): boolean;
  closeTopmost(): void;
}

export class BackButton {
  private entry: 'none' | 'there' | 'leaving';
  private wasOpen = false;

  constructor(private readonly layers: OpenLayers) {
    this.entry = history.state === mark ? 'there' : 'none'; // of before a reload
    addEventListener('popstate', ({ state }) => this.wentBack(state));
  }

  // After each change of what is open.
  follow(): void {
    const isOpen = this.layers.anyOpen();
    if (isOpen && this.entry === 'none') this.enter();
    else if (!isOpen && this.wasOpen && this.entry === 'there') {
      this.entry = 'leaving'; // closed by hand: its entry is not to ask for a press more
      history.back();
    }
    this.wasOpen = isOpen;
  }

  private enter(): void {
    try {
      history.pushState(mark, '');
      this.entry = 'there';
    } catch {
      // Asked for too often, or not allowed here: Back leaves the page, as without this.
    }
  }

  private wentBack(state: unknown): void {
    const leaving = this.entry === 'leaving';
    this.entry = state === mark ? 'there' : 'none';
    if (!leaving && this.entry === 'none' && this.layers.anyOpen()) this.layers.closeTopmost();
    this.follow();
  }
}
