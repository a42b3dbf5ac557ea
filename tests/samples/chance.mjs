// Seeded chance: the same seed gives the same reports on every machine and
// every version of Node. Whole-number arithmetic only (mulberry32).
export class Chance {
  #state;

  constructor(seed) {
    this.#state = (Math.imul(seed | 0, 0x9e3779b1) ^ 0x5bd1e995) >>> 0;
  }

  // In [0, 1).
  next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  below(limit) {
    return Math.floor(this.next() * limit);
  }

  // From `low` to `high`, both included.
  between(low, high) {
    return low + this.below(high - low + 1);
  }

  happens(probability) {
    return this.next() < probability;
  }

  pick(choices) {
    return choices[this.below(choices.length)];
  }

  // [[choice, weight], ...]
  weighted(choices) {
    let total = 0;
    for (const [, weight] of choices) total += weight;
    let left = this.next() * total;
    for (const [choice, weight] of choices) {
      left -= weight;
      if (left < 0) return choice;
    }
    return choices[choices.length - 1][0];
  }

  digits(count) {
    let text = '';
    while (count > 0) {
      const take = Math.min(count, 7);
      text += String(this.below(10 ** take)).padStart(take, '0');
      count -= take;
    }
    return text;
  }

  letters(count) {
    let text = '';
    for (let i = 0; i < count; i++) text += 'abcdefghijklmnopqrstuvwxyz0123456789'[this.below(36)];
    return text;
  }
}
