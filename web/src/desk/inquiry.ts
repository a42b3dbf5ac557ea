// What a buyer says of an order, and the core's answer to it. Whatever only the seller
// knows is sent to the core at once; an answer that a later word has overtaken is dropped.

import type {
  Answer,
  AnswerAsk,
  AnswerCaseId,
  AnswerRequest,
  AnswerSaid,
  Failure,
  Language,
} from '../../../wasm/parcelwise';
import type { Desk } from './desk';
import { rememberedSignature, rememberSignature } from './settings';

type Id = keyof AnswerSaid;

// What was typed into blanks, by order and case: brought back where one comes back to it
// while the page is open. The shop's name outlives the page by itself.
export type Typed = Map<string, AnswerSaid>;

const typedIds: readonly Id[] = ['amount', 'carrier', 'tracking_number', 'wish'];

export class Inquiry {
  case: AnswerCaseId | undefined;
  asked: readonly AnswerAsk[] = []; // in the order they came up, also those answered since
  blanks: ReadonlyMap<Id, string> = new Map(); // of the message, also those filled since
  said: AnswerSaid = {};
  answer: Answer | undefined; // the last one, kept while a failure is shown
  failure: Failure | undefined;

  private language: Language | undefined; // of the message; the marketplace's own
  private turns = 0;

  constructor(
    readonly order: string, // "" where none was found
    private readonly desk: Desk,
    private readonly typed: Typed,
    private readonly changed: () => void,
  ) {}

  // `toldUntil`: when a case of this order that waits already is due.
  async choose(buyerSays: AnswerCaseId | undefined, toldUntil = ''): Promise<void> {
    this.case = buyerSays;
    const typed = this.typed.get(this.place) ?? {};
    this.said = { ...typed, shop: rememberedSignature(), told_until: toldUntil };
    this.answer = undefined;
    this.asked = [];
    this.blanks = new Map(Object.keys(typed).map((id) => [id as Id, id]));
    await this.refresh();
  }

  // What was asked after this one may no longer matter, and is asked anew where it does.
  async say<I extends Id>(id: I, value: AnswerSaid[I]): Promise<void> {
    const at = this.asked.findIndex((each) => each.id === id);
    const said: Record<string, unknown> = { ...this.said, [id]: value };
    for (const later of at < 0 ? [] : this.asked.slice(at + 1)) {
      if (later.kind !== 'text') delete said[later.id];
    }
    if (at >= 0) this.asked = this.asked.slice(0, at + 1);
    this.said = said;
    if (typedIds.includes(id)) {
      this.typed.set(this.place, { ...this.typed.get(this.place), [id]: value });
    }
    if (id === 'shop') rememberSignature(String(value));
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
    const request = this.request(this.said);
    if (!request) {
      this.failure = undefined;
      return this.changed();
    }
    const told = await this.desk.answer('answer', request);
    if (turn !== this.turns || !told) return;
    this.failure = told.failure;
    this.answer = told.value ?? this.answer;
    if (told.value) this.note(told.value);
    this.changed();
  }

  // In another language: what is answered is no longer asked, so each is asked without.
  async retell(): Promise<void> {
    const again: AnswerAsk[] = [];
    for (const ask of this.asked) {
      const { [ask.id]: _, ...others } = this.said;
      const request = this.request(others);
      const told = request && (await this.desk.ask('answer', request));
      again.push(told?.asks.find(({ id }) => id === ask.id) ?? ask);
    }
    this.asked = again;
    await this.refresh();
  }

  private get place(): string {
    return `${this.order} ${this.case ?? ''}`;
  }

  private request(said: AnswerSaid): AnswerRequest | undefined {
    const { case: buyerSays, order, language } = this;
    if (!buyerSays) return undefined;
    return {
      case: buyerSays,
      ...(order && { order_id: order }),
      ...(language && { language }),
      said: Object.fromEntries(Object.entries(said).filter(([, value]) => value !== '')),
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
      ...message.blanks.map(({ field, text }) => [field, text] as const),
    ]);
  }
}
