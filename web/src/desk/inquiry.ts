// What a buyer says of an order, and the core's answer to it. Whatever only the seller
// knows is sent to the core at once; an answer that a later word has overtaken is dropped.

import type {
  Answer,
  AnswerAsk,
  AnswerCaseId,
  AnswerRequest,
  SellerInput,
  Language,
} from '../../../wasm/parcelwise';
import type { Desk } from './desk';
import { rememberedSignature, rememberSignature } from './settings';
import type { Failure } from '../worker/protocol';

type Id = keyof SellerInput;

// What was typed into blanks, by order and case: brought back where one comes back to it
// while the page is open. The shop's name outlives the page by itself.
export type Typed = Map<string, SellerInput>;

const typedIds: readonly Id[] = ['amount', 'carrier', 'tracking_number', 'wish', 'wished'];

export class Inquiry {
  case: AnswerCaseId | undefined;
  asked: readonly AnswerAsk[] = []; // in the order they came up, also those answered since
  blanks: ReadonlyMap<Id, string> = new Map(); // of the message, also those filled since
  given: SellerInput = {};
  answer: Answer | undefined; // the last one, kept while a failure is shown
  failure: Failure | undefined;
  acceptUnread = false; // rows of the order that could not be read were looked up

  private language: Language | undefined; // of the message; the marketplace's own
  private turns = 0;

  constructor(
    readonly order: string, // "" where none was found
    private readonly desk: Desk,
    private readonly typed: Typed,
    private readonly changed: () => void,
  ) {}

  // `announcedLimit`: when a case of this order that waits already is due.
  async choose(buyerSays: AnswerCaseId | undefined, announcedLimit = ''): Promise<void> {
    this.case = buyerSays;
    const typed = this.typed.get(this.place) ?? {};
    this.given = { ...typed, shop: rememberedSignature(), told_until: announcedLimit };
    this.answer = undefined;
    this.asked = [];
    this.blanks = new Map(Object.keys(typed).map((id) => [id as Id, id]));
    await this.refresh();
  }

  // What was asked after this one may no longer matter, and is asked anew where it does.
  async give<I extends Id>(id: I, value: SellerInput[I]): Promise<void> {
    const at = this.asked.findIndex((each) => each.id === id);
    const given: Record<string, unknown> = { ...this.given, [id]: value };
    for (const later of at < 0 ? [] : this.asked.slice(at + 1)) {
      if (later.kind !== 'text') delete given[later.id];
    }
    if (at >= 0) this.asked = this.asked.slice(0, at + 1);
    this.given = given;
    if (typedIds.includes(id)) {
      this.typed.set(this.place, { ...this.typed.get(this.place), [id]: value });
    }
    if (id === 'shop') rememberSignature(String(value));
    await this.refresh();
  }

  async accept(looked: boolean): Promise<void> {
    this.acceptUnread = looked;
    await this.refresh();
  }

  async write(language: Language): Promise<void> {
    this.language = language;
    this.blanks = new Map(); // they are named in the message's language
    await this.refresh();
  }

  // Also after each check, which may know more or less of the order.
  async refresh(): Promise<void> {
    const turn = ++this.turns;
    const request = this.request(this.given);
    if (!request) {
      this.failure = undefined;
      return this.changed();
    }
    const outcome = await this.desk.answer('answer', request);
    if (turn !== this.turns || !outcome) return;
    this.failure = outcome.failure;
    this.answer = outcome.value ?? this.answer;
    if (outcome.value) this.note(outcome.value);
    this.changed();
  }

  // In another language: what is answered is no longer asked, so each is asked without.
  async translate(): Promise<void> {
    const again: AnswerAsk[] = [];
    for (const ask of this.asked) {
      const { [ask.id]: _, ...others } = this.given;
      const request = this.request(others);
      const answer = request && (await this.desk.ask('answer', request));
      again.push(answer?.asks.find(({ id }) => id === ask.id) ?? ask);
    }
    this.asked = again;
    await this.refresh();
  }

  private get place(): string {
    return `${this.order} ${this.case ?? ''}`;
  }

  private request(given: SellerInput): AnswerRequest | undefined {
    const { case: buyerSays, order, language } = this;
    if (!buyerSays) return undefined;
    return {
      case: buyerSays,
      ...(order && { order_id: order }),
      ...(language && { language }),
      ...(this.acceptUnread && { accept_unread: true }),
      said: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')),
    };
  }

  private note({ asks, message }: Answer): void {
    const known = new Set(this.asked.map(({ id }) => id));
    this.asked = [
      ...this.asked.map((each) => asks.find(({ id }) => id === each.id) ?? each),
      ...asks.filter(({ id }) => !known.has(id)),
    ];
    this.blanks = new Map([
      ...this.blanks,
      // What nobody is asked for, a day that no report tells, is filled in the message.
      ...message.blanks
        .filter(({ field }) => field === 'shop' || typedIds.includes(field))
        .map(({ field, text }) => [field, text] as const),
    ]);
  }
}
