// The moment the rules are judged at: this machine's clock, or one that the seller
// set. A moment crosses to the core as ISO 8601 with this machine's offset.

export function isoWithOffset(date: Date): string {
  const offset = -date.getTimezoneOffset();
  const two = (n: number) => String(Math.trunc(n)).padStart(2, '0');
  const sign = offset < 0 ? '-' : '+';
  const far = Math.abs(offset);
  return `${localMinute(date)}:${two(date.getSeconds())}${sign}${two(far / 60)}:${two(far % 60)}`;
}

// The value of an <input type="datetime-local">.
export function localMinute(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

// "?now=2026-11-20T09:00:00+09:00": a plus sign in a query may arrive as a space.
export function momentInAddress(address: Location): string {
  const given = /[?&#]now=([^&#]+)/.exec(address.search + address.hash)?.[1] ?? '';
  const moment = decodeURIComponent(given).replace(' ', '+');
  return Number.isNaN(Date.parse(moment)) ? '' : moment;
}

const minuteMs = 60_000;
const beatMs = 5_000;

export class Clock {
  private fixed: string;

  // `onMinute` hears whether the moment of judgement went on and somebody looks.
  constructor(onMinute: (goesOn: boolean) => void, address: Location = location) {
    this.fixed = momentInAddress(address);
    let last = Date.now();
    const tick = () => {
      last = Date.now();
      onMinute(!this.fixed && document.visibilityState === 'visible');
    };
    // A machine that slept, or whose clock was set, is noticed at the next beat: a timer of
    // a minute would go on where it stopped.
    setInterval(() => {
      if (Math.abs(Date.now() - last) >= minuteMs) tick();
    }, beatMs);
    document.addEventListener('visibilitychange', tick);
  }

  get now(): string {
    return this.fixed || isoWithOffset(new Date());
  }

  get set(): boolean {
    return this.fixed !== '';
  }

  // A moment in ISO 8601, or "" to go back to this machine's clock.
  fix(moment: string): void {
    this.fixed = moment;
  }
}
