// What wasm/parcelwise.cc exports, by hand and in the same order; what each call
// does and when it fails is core/session/session.h's.
//
// Every export answers with a Reply; no exception crosses the boundary. A
// Reply's `json` holds the type named behind the call. Amounts, instants and ids
// are those of the command's JSON. The module keeps its reports until they are
// removed: what is asked afterwards (rows, one order, rejects) is worked out on
// demand.

export interface Reply {
  readonly ok: boolean;
  readonly json: string; // "" when not ok
  readonly error: string; // a Failure as JSON; "" when ok
}

// All codes that a call can fail with: core/session/failure.h, by the alphabet.
export type FailureCode =
  | "answer"
  | "bad-argument"
  | "bad-groups"
  | "bad-journal"
  | "bad-layout"
  | "bad-plan"
  | "bad-policy"
  | "bad-shop"
  | "bad-stock"
  | "bad-terms"
  | "bad-wording"
  | "empty"
  | "long-header"
  | "no-header"
  | "not-a-report"
  | "not-a-result"
  | "not-text"
  | "not-tracking"
  | "other-report"
  | "refund"
  | "too-large"
  | "too-many-rows"
  | "unknown-columns"
  | "wrong-export";

export interface Failure<Code extends string = FailureCode> {
  readonly code: Code;
  readonly message: string; // in the language last set, one sentence on what was expected and found
  readonly pointer?: string; // bad-layout, bad-policy, bad-shop, bad-wording: JSON pointer of the wrong value
  readonly value?: string;
  readonly member?: string; // bad-terms: of CombineTerms, "own_tariff"
  readonly columns?: readonly string[]; // "unknown-columns": the file's own names
  readonly unread?: boolean; // answer, refund: accept_unread would let it pass
  readonly not_counted?: readonly RefundEvent[]; // refund: what the reports tell of the order and no line took
}

export type Language = "ja" | "en" | "it";
export type Urgency = "overdue" | "today" | "soon" | "later" | "hold" | "info";
export type ReportKind =
  | "new-orders" | "unshipped-orders" | "all-orders" | "pending-orders"
  | "returns" | "settlement" | "adjustments"; // what came back, and what went back already
export type EncodingName = "utf-8" | "utf-16le" | "utf-16be" | "cp932" | "windows-1252" | "ascii";

export interface Money { readonly currency: string; readonly minor: number }

// reader ---------------------------------------------------------------------

export interface ReportHandle { readonly report: number }
export interface ReadProgress { readonly bytes: number; readonly rows: number }

export interface ReportSummary {
  readonly report: number; // the handle
  readonly file: string;
  readonly kind: ReportKind;
  readonly encoding: EncodingName;
  readonly delimiter: "tab" | "comma";
  readonly marketplace: string; // "Amazon.co.jp", or "" when nothing in it tells
  readonly bytes: number;
  readonly rows: number; // = items + continuations + repeated_headers + blank + duplicates + rejected
  readonly items: number;
  readonly continuations: number;
  readonly repeated_headers: number;
  readonly blank: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly unused_columns: readonly string[];
  readonly missing_columns: readonly string[];
  readonly warnings: readonly { readonly row: number; readonly code: string; readonly message: string }[];
  // Of an unshipped report, after a check: the moment that it surely speaks for; null where none is known.
  readonly listing?: {
    readonly marketplace: string;
    readonly at: string | null;
    readonly age_hours: number | null;
    readonly by_seller: boolean; // the seller told the moment
    readonly outdated: boolean; // a newer one decides
    readonly damaged: boolean; // a row of it names no order: what it lacks proves nothing
  };
}

// check ----------------------------------------------------------------------

export interface CheckOptions {
  readonly out_of_stock?: readonly string[]; // SKUs
  readonly follow_ups?: readonly FollowUp[]; // answers that wait: rule "answer-due"
  readonly listing_at?: Readonly<Record<string, string>>; // file -> when that unshipped report was made, not after now
  readonly not_sent?: readonly string[]; // orders that are open for sure although the listing lacks them
  readonly stock?: string; // lines of "SKU<tab, comma or semicolon>units": a typed list or a file's text
}

export interface RuleCount {
  readonly rule: string;
  readonly name: string; // the rule's short name in the language: "Ship", "出荷"
  readonly counts: Partial<Record<Urgency, number>>; // orders
}

export interface CheckNotice {
  readonly code: "clock-behind" | "file-cut-off" | "status-unknown" | "listing-without-moment" | "listing-by-day" | "address-differs" | "refunds-not-counted" | "no-marketplace" | "answers-elsewhere";
  readonly count: number; // orders
  readonly orders: readonly string[]; // the first 20 of them
  readonly file: string | null;
  readonly text: string;
}

export interface CheckSummary {
  readonly now: string;
  // That of most orders. `seller` is the one that the seller chose ("set"): it rules the orders of its marketplace.
  readonly policy: { readonly id: string; readonly zone: string; readonly name: string; readonly chosen: "found" | "set"; readonly seller: string | null };
  // All in use, by id; last that of orders of no known marketplace, which has no name. `lacks`: kinds of files and cases that there are none of. `carriers`: Amazon's codes for a shipping confirmation.
  readonly policies: readonly {
    readonly id: string; readonly name: string | null; readonly zone: string; readonly orders: number;
    readonly lacks: readonly string[]; readonly paper: "a4" | "letter"; readonly carriers: readonly string[];
  }[];
  readonly reports: readonly ReportSummary[];
  readonly outdated: readonly number[]; // reports of unshipped orders that a newer one replaces
  readonly rejects: number;
  readonly orders: number;
  readonly items: number;
  // Orders by their most urgent action, with the money of each urgency (one entry a currency; none where no report has prices).
  readonly urgencies: readonly { readonly urgency: Urgency; readonly orders: number; readonly at_risk: readonly Money[] }[];
  readonly days: readonly { readonly day: string; readonly orders: number; readonly at_risk: readonly Money[] }[]; // orders to ship by the day of their ship-by, in their marketplace's zone: "2026-11-20"
  readonly rules: readonly RuleCount[]; // every rule that found something, in the rules' order
  // What no loaded report told, and which report would: money -> new-orders, all-orders.
  readonly missing: readonly { readonly what: "prices" | "deadlines" | "addresses" | "status"; readonly orders: number; readonly brings: readonly ReportKind[] }[];
  readonly notices: readonly CheckNotice[]; // on the files as a whole, told on top
  readonly incomplete: number; // orders with rows that could not be read
  readonly journal?: JournalNews; // where one was set
}

// work list --------------------------------------------------------------------

export interface RowQuery {
  readonly rule?: string; // only orders with an action of this rule
  readonly urgency?: Urgency; // only orders whose action (of `rule`, or the most urgent) has it
  readonly day?: string; // only orders whose action is due on this day of their marketplace
  readonly search?: string; // order id, e-mail alias, SKU, recipient or buyer name; width and case do not matter
  readonly sort?: "urgency" | "due" | "at_risk" | "order_id" | "recipient"; // default urgency: the contract's order of actions
  readonly descending?: boolean;
  readonly change?: ChangeName; // only orders of this list of Changes
  readonly without?: readonly string[]; // order ids to leave out
  readonly without_gone?: boolean; // and those in a confirmation, or left
  readonly offset: number;
  readonly limit: number; // at most 1,000
}

export interface Row {
  readonly order_id: string;
  readonly rule: string;
  readonly urgency: Urgency;
  readonly title: string;
  readonly due: string | null;
  readonly policy: string; // of the order's marketplace: "amazon-jp"
  readonly estimated: boolean; // no report tells the due date
  readonly incomplete: boolean; // rows of the order could not be read
  readonly at_risk: Money | null;
  readonly recipient: string; // "" where no report has it
  readonly sku: string; // first line's
  readonly product: string; // first line's
  readonly lines: number;
  readonly units: number; // still to ship
  readonly also: readonly string[]; // the order's other rules, most urgent first
  readonly progress?: ProgressState; // where a journal names the order
  readonly service: { readonly name: string; readonly price: Money } | null; // the cheapest that fits; where the terms in force tell one, on pages of at most 100 rows
}

export interface RowPage { readonly total: number; readonly offset: number; readonly rows: readonly Row[] }

// one order --------------------------------------------------------------------

export interface Evidence { readonly column: string; readonly value: string }

export interface OrderAction {
  readonly rule: string;
  readonly name: string;
  readonly urgency: Urgency;
  readonly title: string;
  readonly due: string | null;
  readonly estimated: boolean; // no report tells the due date
  readonly at_risk: Money | null;
  readonly evidence: readonly Evidence[];
  readonly source: readonly string[]; // "S5", "S28"
  readonly source_text: string; // the rule's own sentence, in the language
  readonly steps: readonly string[];
}

export interface OrderLine {
  readonly order_item_id: string;
  readonly sku: string;
  readonly product: string;
  readonly purchased: number | null;
  readonly shipped: number | null;
  readonly to_ship: number | null;
  readonly item_price: Money | null;
  readonly shipping_price: Money | null;
  readonly gift_wrap_price: Money | null;
  readonly promotion: Money | null; // item and shipping promotion, positive
}

// An action of an order that the seller has ticked off.
export interface TickKey {
  readonly order: string; // order id
  readonly rule: string;
}

// One that the last check still finds.
export interface FoundTick extends TickKey {
  readonly urgency: Urgency;
  readonly foremost: boolean; // the order's most urgent action, the one a row shows
  readonly ship_by: string | null; // the day of its ship-by, in the marketplace's zone
  readonly at_risk: Money | null;
}

export interface UnreadRow { readonly file: string; readonly row: number; readonly code: string }

export interface OrderDetail {
  readonly order_id: string;
  // As on an envelope, in the country's order; `name` is the recipient's line. No lines where no report has the address.
  readonly ship_to: { readonly lines: readonly string[]; readonly name: number };
  readonly policy: string; // of its marketplace: "amazon-jp", or "unknown"
  readonly left: boolean; // the newest unshipped report lacks it: confirmed or cancelled
  readonly status_unknown: boolean;
  readonly unread: readonly UnreadRow[]; // rows that name it and could not be read
  readonly actions: readonly OrderAction[];
  readonly lines: readonly OrderLine[];
  // Whether a refund can be worked out, and if not, why: a Failure's message.
  readonly refundable: boolean;
  readonly not_refundable: string; // "" when refundable
  // The refund that the reports suggest: a returned parcel, items out of stock; null where they suggest none.
  readonly suggested_refund: RefundRequest | null;
  // Every column that any loaded report told of this order, in the reports' words.
  readonly told: readonly { readonly file: string; readonly row: number; readonly values: readonly Evidence[] }[];
  readonly parcel: FollowedOrder | null; // of an accepted group
  readonly progress?: OrderProgress; // where a journal names the order
  readonly services: OrderServices["orders"][number] | null; // of an order to ship, where the terms in force have a tariff and sizes
  readonly tracking: OrderTracking | null;
}

// rejects ----------------------------------------------------------------------

export interface RejectQuery { readonly file?: string; readonly offset: number; readonly limit: number }
export interface Reject {
  readonly file: string;
  readonly row: number; // 1 is the header line
  readonly column: string;
  readonly value: string;
  readonly code: string;
  readonly message: string;
}
export interface RejectPage { readonly total: number; readonly offset: number; readonly rejects: readonly Reject[] }

// refunds ----------------------------------------------------------------------

export type RefundReason =
  | "undeliverable" | "refused" | "invalid-address" | "carrier-damage" | "wrong-item" | "defective"
  | "items-unavailable" | "combined-shipping" | "returned" | "not-received" | "goodwill";

// What a seller decides; every amount that follows is the core's.
export interface RefundRequest {
  readonly order_id: string;
  readonly reason: RefundReason;
  readonly items?: readonly { readonly order_item_id: string; readonly quantity?: number }[]; // none: the lines that the reason picks
  readonly amount?: string; // combined-shipping: saved; goodwill: given; in the major unit: "770", "12,50" where the policy has a decimal comma
  readonly outbound_cost?: string; // "550": real cost of a way to the buyer that was free; the policy must let it stay
  readonly condition?: "as-new" | "opened" | "opened-media" | "used" | "damaged"; // returned
  readonly days?: number; // returned: since the buyer got it
  readonly concession?: "other" | "return-shipping"; // goodwill
  readonly fee_rate?: string; // referral fee: "15%"; the policy's where there is none
  readonly accept_unread?: boolean; // what could not be read or placed of the order was looked up
  readonly made?: string; // a planned one's past: when it was made,
  readonly exported?: string; // and written into which file
  readonly file?: string;
  readonly accept_done?: boolean; // it looks done, and is still to be made
}

export interface RefundEvent {
  readonly file: string;
  readonly row: number;
  readonly order_id: string;
  readonly amount: Money | null; // null: nobody can read it
  readonly why: "no-such-line" | "other-currency" | "unknown-kind" | "unread-row" | "equal-events";
  readonly other_file?: string; // equal-events: the settlement that shows the upload done
  readonly other_row?: number;
}

export interface RefundAmounts {
  readonly item_price: Money;
  readonly item_tax: Money;
  readonly shipping_price: Money;
  readonly shipping_tax: Money;
  readonly gift_wrap_price: Money;
  readonly gift_wrap_tax: Money;
  readonly item_promotion: Money; // promotions are positive and reduce
  readonly ship_promotion: Money;
  readonly total: Money;
}

export interface RefundLine extends RefundAmounts {
  readonly order_item_id: string;
  readonly sku: string;
  readonly quantity: number; // 0: a part of the price, no unit
}

export interface Refund {
  readonly order_id: string;
  readonly reason: RefundReason;
  readonly lines: readonly RefundLine[]; // the chosen ones
  readonly total: Money; // what the buyer gets
  readonly charged: Money; // for the whole order
  readonly already_refunded: Money;
  readonly remaining: Money; // charged - already_refunded - total; a concession leaves it
  readonly concession?: { readonly kind: "other" | "return-shipping"; readonly amount: Money; readonly cap: Money | null }; // goodwill: no lines, `remaining` untouched
  readonly withheld: readonly { readonly component: string; readonly amount: Money; readonly why: string }[];
  readonly seller: {
    readonly refund_fee: Money | null; // what Amazon keeps; null while the referral fee is not known
    readonly referral_returned: Money | null;
    readonly points_returned: number;
  };
  readonly steps: readonly string[];
  readonly warnings: readonly string[];
  // For the sheet: every line of the order, chosen or not, with what is left of it.
  readonly order_lines: readonly {
    readonly order_item_id: string;
    readonly sku: string;
    readonly product: string;
    readonly units: number; // bought
    readonly units_left: number; // not refunded yet
    readonly unsent: number;
    readonly charged: RefundAmounts;
    readonly refunded: RefundAmounts; // before this refund, the plan's earlier ones included
  }[];
  readonly caps: readonly { readonly name: "charged" | "concession" | "return-shipping"; readonly limit: Money; readonly room: Money }[];
  readonly tax_inside: Money | null; // the tax within `total` where prices include it; null where no report tells
  readonly not_counted: readonly RefundEvent[]; // of the order
  readonly source: readonly string[]; // "S11"
  readonly source_text: string;
  readonly request: RefundRequest;
}

export interface RefundReasonChoice {
  readonly reason: RefundReason;
  readonly name: string; // "The parcel came back: undeliverable"
  readonly needs: readonly ("amount" | "condition" | "days" | "concession")[]; // fields of RefundRequest beyond lines
  readonly partial: boolean; // may be true of some lines alone: none is taken for granted
}

export interface RefundPlanRow {
  readonly index: number; // in the plan
  readonly order_id: string;
  readonly reason: RefundReason;
  readonly reason_name: string;
  readonly units: number;
  readonly skus: readonly string[];
  readonly total: Money | null; // null when the refund cannot be made
  readonly refund_fee: Money | null;
  readonly looks_done: boolean; // the reports tell this very refund: accept_done would let it pass
  readonly error: string; // "" when it can
}

export interface RefundPlan {
  readonly refunds: number;
  readonly failed: number; // refunds that cannot be made as asked: their rows say why
  readonly totals: readonly Money[]; // one a currency
  readonly rows: readonly RefundPlanRow[]; // from `offset`, at most `limit`
}

// answers to buyers --------------------------------------------------------------

export type AnswerCaseId =
  | "where-is-my-order" | "not-received" | "price-breakdown" | "returned-undeliverable" | "store-payment-details" | "points"
  | "change-order" | "combine-shipping" | "receipt" | "items-unavailable" | "contact-buyer" | "no-reply" | "cancel-request"
  | "damaged-wrong-or-missing" | "wants-to-return" | "kept-too-long" | "tax-invoice" | "delivery-wish";

// What only the seller knows. What a report tells is not asked; what is said of it all the same counts for nothing.
export interface SellerInput {
  readonly sent?: boolean; // the parcel left the house
  readonly tracking?: boolean; // sent with tracking
  readonly insured?: boolean; // or with insurance
  readonly tracking_says?: "moving" | "delivered" | "lost";
  readonly item_back?: boolean; // the parcel is back
  readonly wrote?: string; // when the buyer did, ISO 8601; now where it is not said
  readonly told_until?: string; // no-reply: the limit that the buyer was told
  readonly back_because?: "undeliverable" | "refused" | "invalid-address" | "carrier-damage";
  readonly order_item_ids?: readonly string[]; // the lines that are out of stock, damaged, wrong or missing
  readonly consent?: boolean; // the buyer agrees to get the rest
  readonly trouble?: "damaged" | "defective" | "wrong" | "missing";
  readonly photo?: boolean; // the buyer sent one
  readonly remedy?: "replacement" | "part-refund" | "return" | "refund";
  readonly return_because?: "changed-mind" | "fault";
  readonly kept?: "kept" | "returning" | "back"; // where the parcel is that nobody took
  readonly registered?: boolean; // the shop is a qualified invoice issuer
  readonly possible?: boolean; // the wished delivery can be met
  // For the message's blanks: one line each, at most 200 characters; `wish` may have more lines, at most 2,000.
  readonly amount?: string; // a refund that cannot be worked out, as it is to stand in the message: "1,200円"
  readonly shop?: string; // its name below the message
  readonly carrier?: string;
  readonly tracking_number?: string;
  readonly wish?: string; // contact-buyer, no-reply: what the seller wants to know
  readonly wished?: string; // delivery-wish: the day and time that the buyer wishes
}

export interface AnswerAsk {
  readonly id: keyof SellerInput;
  readonly kind: "yes-no" | "choice" | "lines" | "text";
  readonly question: string; // "Was the parcel sent with tracking?"
  readonly choices: readonly { readonly value: boolean | string; readonly name: string }[]; // lines: order-item-ids with "2 x SKU, product"; none for text
}

export interface AnswerCase {
  readonly case: AnswerCaseId;
  readonly name: string; // what the buyer says: "It has not arrived"
  readonly needs_order: boolean; // false: answered without an order too
  readonly asks: readonly Omit<AnswerAsk, "choices">[]; // all that it may ask
}

export interface AnswerRequest {
  readonly case: AnswerCaseId;
  readonly order_id?: string; // one of the two, or neither where the case needs no order
  readonly find?: string; // any text: the one order that it finds
  readonly language?: Language; // of the message; the marketplace's where there is none
  readonly limit_days?: number; // business days for a silent buyer, 1 to 30; the policy's where there is none
  readonly accept_unread?: boolean; // rows of the order that could not be read were looked up
  readonly said?: SellerInput;
}

export type OrderStatus = "pending" | "unshipped" | "partly-shipped" | "shipped" | "left" | "cancelled" | "untold";

export interface AnswerDeadline {
  readonly id: string; // "ship-by", "confirm-by", "amazon-by", "answer-by", "claim-answer-by", "claim-from", "claim-until", "return-until", "edit-until", "limit", ...
  readonly what: string; // "Ship by", in the language
  readonly at: string;
  readonly estimated: boolean; // counted from a date that no report tells
  readonly past: boolean;
}

export interface Answer {
  readonly case: AnswerCaseId;
  readonly case_name: string;
  readonly order_id: string; // "" where the answer needs none
  readonly found: "here" | "pending" | "not-here";
  readonly status: OrderStatus | null;
  readonly outcome: string; // which of the case's answers this is: "late"
  // false: the case does not fit the order; the verdict says why, `nearest` is the case that does.
  readonly fits: boolean;
  readonly nearest: AnswerCaseId | null;
  readonly verdict: string;
  // combine-shipping alone: what speaks against one parcel; no orders: it is true of all.
  readonly against: readonly { readonly code: string; readonly text: string; readonly orders: readonly string[] }[];
  readonly do: readonly string[];
  readonly do_not: readonly string[];
  readonly deadlines: readonly AnswerDeadline[]; // by their instant
  readonly asks: readonly AnswerAsk[]; // only what no report tells and nobody said
  readonly refund: Refund | null;
  readonly breakdown: PriceBreakdown | null; // price-breakdown alone
  readonly follow_up: FollowUp | null; // for the work list: CheckOptions.follow_ups
  readonly message: AnswerMessage;
  readonly source: readonly string[]; // "S9"
  readonly source_text: string; // what the FAQ says of it
}

export interface AnswerMessage {
  readonly language: Language;
  readonly subject: string;
  readonly body: string; // plain text; what is missing stands in it as "【配送会社】", "[carrier]"
  readonly blanks: readonly { readonly field: keyof SellerInput; readonly text: string }[]; // empty: ready to copy
  // Every value that was put into the body, in its order: a report's, counted by the policy from a report's date or from now, or the seller's own.
  readonly filled: readonly { readonly field: string; readonly text: string; readonly from: "report" | "counted" | "seller" }[];
}

export interface PriceBreakdown {
  readonly lines: readonly (RefundAmounts & {
    readonly order_item_id: string;
    readonly sku: string;
    readonly product: string;
    readonly quantity: number;
  })[];
  readonly sums: RefundAmounts;
  readonly tax_inside: Money | null; // the tax within the total, where prices include it
}

// An answer that still waits for something.
export interface FollowUp {
  readonly order_id: string;
  readonly due: string;
  readonly what: string; // for the list: "The buyer's answer is due"
}

export interface FoundOrder {
  readonly order_id: string;
  readonly by: "order-id" | "tracking-number" | "email" | "sku" | "name"; // what of it was found
  readonly status: OrderStatus;
  readonly status_name: string;
  readonly recipient: string; // "" where no report has it
  readonly sku: string; // first line's
  readonly product: string; // first line's
  readonly lines: number;
  readonly purchased: string | null;
  readonly deadlines: readonly AnswerDeadline[]; // ship-by and the two limits for its confirmation
}

// What a pasted message seems to say; the seller chooses.
export interface ProposedCase {
  readonly case: AnswerCaseId;
  readonly name: string;
  readonly words: readonly string[]; // of the message, that led there: "has not arrived"
}

export interface Found {
  readonly outcome: "here" | "pending" | "not-here"; // pending: all that was found is
  readonly sought: string; // what of the text was looked for: an order number written with hyphens, an address, the text
  readonly total: number;
  readonly orders: readonly FoundOrder[]; // at most 20, best match first
  readonly verdict: string;
  readonly next: readonly string[];
  readonly reports: readonly { readonly file: string; readonly kind: ReportKind; readonly newest: string | null; readonly age_hours: number | null }[]; // their newest date
  readonly proposed: readonly ProposedCase[]; // best first; none where the text says nothing clear
}

// orders that share parcels --------------------------------------------------------

export interface CombineChoices {
  readonly tariffs: readonly { readonly id: string; readonly name: string }[];
  readonly prefectures: readonly { readonly id: string; readonly name: string }[]; // "東京都", "Tokyo 東京都"
}

// Every member may be missing; {} compares what was charged.
export interface CombineTerms {
  readonly tariffs?: readonly string[]; // ids of CombineChoices; the cheapest of all counts
  readonly own_tariff?: string; // a tariff's text, CSV or JSON
  readonly from?: string; // prefecture
  readonly basis?: "cost" | "charge"; // cost needs a tariff
  readonly keep?: "dearest" | "cheapest" | "first";
  readonly skus?: string; // a SKU table's text
  readonly parcels?: readonly { readonly orders: readonly string[]; readonly size: string }[]; // sizes by hand: "60" or a service
}

export interface TermsInForce {
  readonly basis: "cost" | "charge";
  readonly tariffs: readonly {
    readonly id: string; // "own" for a table of the seller's
    readonly name: string;
    readonly as_of: string | null; // "2025-12-01": its prices are list prices as of that day
    readonly currency: string;
    readonly sizes: readonly { readonly size: string; readonly name: string }[];
  }[];
  readonly skus: number;
  readonly unused_columns: readonly string[]; // of the SKU table
}

// By order ids. Orders that were accepted or taken out are in no other group.
export interface GroupDecisions {
  readonly groups: readonly AcceptedGroup[];
  readonly declined: readonly (readonly string[])[];
  readonly apart: readonly string[]; // taken out: each travels alone
}
export interface AcceptedGroup {
  readonly orders: readonly string[];
  readonly parcels?: readonly { readonly orders: readonly string[] }[]; // none: one for all
}

export interface CombineGroup {
  readonly orders: readonly string[];
  readonly verdict: "suggest" | "ask" | "blocked";
  readonly reasons: readonly { readonly code: string; readonly text: string; readonly orders: readonly string[] }[];
  readonly ship_by: string | null;
  readonly charged: readonly { readonly order_id: string; readonly shipping: Money | null; readonly refunded: Money | null }[];
  readonly basis: "cost" | "charge";
  readonly cost: { readonly separate: Money; readonly combined: Money } | null;
  readonly saved: Money | null; // null where something is missing
  readonly refunds: readonly { readonly order_id: string; readonly amount: Money; readonly lines: readonly { readonly order_item_id: string; readonly amount: Money }[] }[];
  readonly steps: readonly string[];
  readonly parcels: readonly { readonly orders: readonly string[]; readonly service: string; readonly cost: Money }[]; // on the cost basis
  readonly missing: readonly string[]; // why costs were not compared
  // As the reports write them; what differs is marked.
  readonly addresses: readonly {
    readonly order_id: string;
    readonly lines: readonly { readonly column: string; readonly parts: readonly { readonly text: string; readonly differs: boolean }[] }[];
  }[];
  readonly for: readonly string[]; // what speaks for one parcel
  readonly requests: readonly RefundRequest[]; // what accepting it plans
}

// What became of an order of an accepted group.
export interface FollowedOrder {
  readonly order_id: string;
  readonly standing: "not-told" | "to-confirm" | "refused" | "lost" | "left" | "shipped" | "cancelled";
  readonly text: string;
  readonly ship_by: string | null; // of one that is still unshipped
  readonly confirm_by: string | null; // likewise: the two limits
  readonly amazon_by: string | null;
  readonly days_left: number | null; // below 0: past
  readonly amazon_days_left: number | null;
  readonly refund: Money | null; // in the plan
  readonly steps: readonly {
    readonly step: "pack" | "confirm" | "check" | "refund";
    readonly text: string;
    readonly done: boolean | null; // by the reports; null: the seller's own mark counts
  }[];
}

export interface GroupQuery { readonly show: "open" | "declined" | "blocked"; readonly offset: number; readonly limit: number }

export interface GroupPage {
  readonly open: number; // groups
  readonly declined: number;
  readonly blocked: number;
  readonly accepted: number;
  readonly refused: number; // orders of accepted groups that need a look
  readonly offset: number;
  readonly groups: readonly CombineGroup[]; // of `show`, at most 200
  // At most 200, those that need a look first. `ship_by`: of the first order that has to leave. `again`: what accepting it now would plan; null where that cannot be worked out.
  readonly accepted_groups: readonly { readonly orders: readonly string[]; readonly ship_by: string | null; readonly followed: readonly FollowedOrder[]; readonly again: readonly RefundRequest[] | null }[];
}

// files that leave ---------------------------------------------------------------

export type ExportKind =
  | "shipping-confirmation" | "cancellations" // for Amazon's upload page
  | "adjustments" // the refund plan as upload files
  | "yamato-b2" | "sagawa-ehiden3" | "clickpost" | "yuprint" // carriers' files
  | `carrier:${string}` // by a layout: its id, "carrier:ups-batch"
  | "calendar" | "worklist" | "picklist";

// One of the seller's own settings that a kind reads.
export interface ExportSetting {
  readonly name: string; // its place in ShopSettings, RFC 6901: "/sender/phone", "/carriers/yamato-b2/customer_code"
  readonly label: string; // in the language
  readonly required: boolean; // without it nothing is written
  readonly pattern?: string; // for <input pattern>: "[0-9]{10,12}"; only "a|b|c" lists choices
}

export interface ExportChoice {
  readonly kind: ExportKind;
  readonly name: string; // in the language
  readonly for: "amazon" | "carrier" | "you";
  readonly settings: readonly ExportSetting[];
}

// What the seller knows of the shop: core/policy/shop_settings.h. Every text may be missing.
export interface ShopSettings {
  readonly sender?: { readonly name?: string; readonly phone?: string; readonly postal_code?: string; readonly address?: string; readonly building?: string };
  readonly goods?: string; // contents, as a label says them
  readonly labels?: Readonly<Record<string, string>>; // the same, by SKU
  readonly carriers?: Readonly<Record<string, Readonly<Record<string, string>>>>; // by ExportKind
}

// A layout that the seller brings: core/policy/own_layout.h. The core looks at what is in it.
export type OwnLayout = Readonly<Record<string, unknown>>;

export interface ExportOptions {
  readonly layout?: OwnLayout; // of "carrier:ID", where it is not the program's own
  readonly orders?: readonly string[]; // ids; none: every order that may be shipped
  readonly without?: readonly string[]; // where no orders are chosen: ids to leave out, unless they share a parcel with one that leaves
  readonly groups?: readonly (readonly string[])[]; // accepted groups: order ids that travel together
  readonly shop?: ShopSettings;
  readonly carrier?: string; // shipping-confirmation: where no tracking file tells; "yamato", "sagawa", "japan-post" or Amazon's code
  readonly ship_date?: string; // shipping-confirmation: "2026-11-20", where no file tells a day for certain; else today
  readonly without_tracking?: boolean; // shipping-confirmation: confirm orders without a number too
  readonly accept_unread?: boolean; // shipping-confirmation: orders with rows that could not be read were looked up
  readonly splits?: readonly OrderSplit[]; // orders in several parcels: a label row for each, and a number for its units
  readonly retry?: boolean; // a file for Amazon: only what the last uploadResult refused, and may be sent again
  readonly reason?: string; // cancellations: Amazon's code for every order; else BuyerCanceled where the buyer asked
}

// An order that leaves in several parcels: the units of each, by its lines.
export interface OrderSplit {
  readonly order_id: string;
  readonly parcels: readonly (readonly { readonly order_item_id: string; readonly quantity: number }[])[]; // 2 to 26
}

export interface RowNote {
  readonly order_id: string;
  readonly column: string;
  readonly value: string;
  readonly message: string; // what is wrong and what to do
}

export interface WrittenFiles {
  // Where each file's bytes stand in the heap until the next call; slice them at once.
  readonly files: readonly { readonly name: string; readonly at: number; readonly bytes: number }[];
  readonly rows: number;
  readonly companions: number; // orders that share a parcel with a chosen one and so came along
  readonly orders_left_out: number; // an order may have several notes
  readonly left_out: readonly RowNote[]; // in none of the files
  readonly warnings: readonly RowNote[]; // written, but worth a look
  readonly health: readonly string[]; // what the file means for the account's health: a text for each marketplace, and one for each offer that is hit; none where nothing in it counts
  readonly unnamed: readonly { readonly sku: string; readonly name: string }[]; // left out for what they are called: ask for ShopSettings.labels
  readonly event: JournalEvent | null; // what the journal is to note once the files are handed over, without their name; null where nothing happens to an order
}

// services ---------------------------------------------------------------------------

// A service of a tariff of the terms.
export interface NamedService {
  readonly tariff: string; // "yamato", "own"
  readonly service: string; // "60", "click-post"
  readonly name: string;
}

// As the command's `services` prints it.
export interface OrderServices {
  readonly orders: readonly {
    readonly order_id: string;
    // The cheapest first, at most 5; none where `missing` says why.
    readonly services: readonly (NamedService & { readonly price: Money; readonly valid_from: string; readonly mark: string; readonly list_price: boolean })[];
    readonly missing: readonly string[];
  }[];
  readonly by_service: readonly (NamedService & { readonly orders: readonly string[]; readonly total: Money })[]; // each order by its cheapest
  readonly total: Money;
  readonly without: number; // orders that no service was found for
}

// tracking numbers -----------------------------------------------------------------

export type TrackingForm = "yamato-b2" | "sagawa-ehiden3" | "clickpost" | "yuprint" | "table" | "lines";
export type TrackingMeaning = "order" | "number" | "shipped" | "name" | "contents" | "carrier" | "postal_code" | "phone" | "item" | "quantity";

// A seller's word on files whose column names are not known.
export interface TrackingMapping {
  readonly columns?: Readonly<Record<string, TrackingMeaning>>; // by the file's own names
  readonly carrier?: string; // whose numbers they are where no file tells
}

export interface TrackingHandle {
  readonly tracking: number; // for removeTracking
  readonly form: TrackingForm;
  readonly rows: number;
}

// rows = numbers + proposed + duplicates + refused + unmatched + deleted + blank
export interface TrackingFileSummary extends TrackingHandle {
  readonly file: string;
  readonly encoding: EncodingName;
  readonly numbers: number; // rows that gave an order its number
  readonly proposed: number; // rows that fit one order by its recipient, and wait for the seller's word
  readonly duplicates: number; // rows that said the same again, or that a pasted line overruled
  readonly refused: number;
  readonly unmatched: number; // sound, but no order was found
  readonly deleted: number; // slips that the carrier's program calls deleted
  readonly blank: number;
}

export interface TrackingNote {
  readonly file: string;
  readonly row: number; // 1 is the header line
  readonly code: string;
  readonly column: string;
  readonly value: string;
  readonly order_id: string; // "" where none is known
  readonly message: string;
}

// A row that names no order, but fits one by its recipient.
export interface TrackingProposal {
  readonly file: string;
  readonly row: number;
  readonly order_id: string;
  readonly number: string;
  readonly by: "name-and-postal-code" | "name"; // the name alone where the file has no postal codes
  readonly name: string; // as the row has them
  readonly postal_code: string;
}

export interface TrackingSummary {
  readonly files: readonly TrackingFileSummary[];
  readonly orders: readonly string[]; // ids that have a number
  readonly proposed_total: number;
  readonly proposed: readonly TrackingProposal[]; // not accepted, at most 1,000; by order
  readonly questions: readonly TrackingQuestion[]; // by order
  readonly notes_total: number;
  readonly notes: readonly TrackingNote[]; // rows that gave none, at most 1,000
  readonly warnings_total: number;
  readonly warnings: readonly TrackingNote[]; // likewise: numbers that count, but are worth a look
  readonly event?: JournalEvent | null; // where a journal was set: the numbers that it does not know yet
}

// What a number is for where that is not the whole order.
export interface TrackingPart {
  readonly order_item_id: string;
  readonly quantity: number;
  readonly number: string;
  readonly carrier: string;
}

// Several numbers for one order, or one for a part of it, and no row says which units
// they are for. The answer is pasted: one line of the order and its number, or a table of order-id,
// order-item-id, quantity and tracking-number.
export interface TrackingQuestion {
  readonly order_id: string;
  readonly numbers: readonly string[];
  readonly lines: readonly { readonly order_item_id: string; readonly sku: string; readonly product: string; readonly units: number }[]; // units still to ship
}

export interface OrderTracking {
  readonly parts: readonly TrackingPart[]; // none where one number is for the whole order; else `number` is the first of them
  readonly number: string;
  readonly carrier: string; // "yamato"; "" where no file tells
  readonly service: string; // the carrier's own: "ネコポス"
  readonly shipped: string | null; // "2026-11-20"
  readonly file: string;
  readonly row: number;
}

// Amazon's answer to an uploaded file, its processing report.
export interface UploadResult {
  readonly file: string;
  readonly encoding: EncodingName;
  readonly processed: number; // records of the upload, not orders
  readonly successful: number;
  readonly file_refused: boolean; // nothing of the file was looked at
  readonly rows: readonly UploadResultRow[]; // as they stand there
  readonly refused: readonly string[]; // order ids that are here, and of which a line was refused
  readonly elsewhere: number; // orders that no report has: perhaps the result of another upload
  readonly untold: number; // records that were not accepted, and nothing says which
}

export interface UploadResultRow {
  readonly row: number;
  readonly record: string; // Amazon's own count of the upload's rows; "0" is the file itself
  readonly order_id: string;
  readonly order_item_id: string; // "" for all of the order
  readonly here: boolean; // some report has the order
  readonly code: string;
  readonly type: string; // "Fatal", "Error", "Warning"
  readonly known: boolean; // the code is one that is told of
  readonly outcome: "refused" | "file-refused" | "unknown"; // no order is confirmed by a result alone
  readonly again: boolean; // the line may be sent again, once it is mended
  readonly message: string; // Amazon's words
  readonly meaning: string;
  readonly advice: string; // what to do
}

// paper ---------------------------------------------------------------------------

export interface SlipOrder {
  readonly order_id: string;
  readonly barcode: readonly number[]; // Code 128: widths of bar, space, bar, ... in modules, without quiet zones
  readonly purchased: string | null;
  readonly business: boolean; // its slip is obligatory
  readonly gift: boolean;
  readonly po: string; // "" where there is none
  readonly messages: readonly string[]; // to whoever gets the gift
  readonly lines: readonly { readonly sku: string; readonly product: string; readonly units: number; readonly price: Money | null }[]; // by SKU; no price where a gift is in the parcel
}

export interface Slip {
  readonly to: readonly string[]; // address lines in the country's order; none where no report has it
  readonly name: number; // which of them is the recipient
  readonly language: Language; // of the place it goes to
  readonly orders: readonly SlipOrder[];
}

export interface Slips {
  readonly sender: readonly string[]; // lines; none where the shop's settings tell nothing
  readonly slips: readonly Slip[]; // one a shipment
  readonly picked: readonly { readonly sku: string; readonly product: string; readonly units: number; readonly orders: number }[]; // the pick list
  readonly companions: number; // as in WrittenFiles
  readonly orders_left_out: number;
  readonly left_out: readonly RowNote[];
  readonly warnings: readonly RowNote[];
}

// the journal ----------------------------------------------------------------------

// What happened on this machine. Nothing of a buyer stands in it.
export interface JournalEvent {
  readonly at: string;
  readonly what:
    | "listing" | "carrier-file" | "numbers" | "confirmation-file" | "cancellation-file" | "refund-file"
    | "accepted" | "declined" | "planned" | "done" | "hold" | "release" | "note" | "undo";
  readonly kind?: string; // carrier-file: "yamato-b2"; numbers: whose they are, "yamato"
  readonly file?: string;
  readonly marketplace?: string; // listing
  readonly listing_at?: string | null; // listing: the moment it surely speaks for
  readonly orders?: readonly string[];
  readonly details?: Readonly<Record<string, unknown>>; // listing: to see changes by
  readonly numbers?: Readonly<Record<string, string>>; // numbers: by order id
  readonly text?: string; // hold, note
  readonly of?: number; // undo: the place of the event taken back
}

export interface JournalPlace { readonly place: number } // of the event, for its undo

export interface JournalSummary {
  readonly events: number;
  readonly from: number; // the place of the first event kept
  readonly notices: readonly { readonly pointer: string; readonly text: string }[]; // events left out, and of unknown kinds
  readonly kept: string | null; // the journal's file, where old entries went
}

export type ProgressState = "new" | "label-made" | "numbered" | "in-confirmation" | "left" | "came-back" | "held";
export interface OrderProgress {
  readonly order_id: string;
  readonly state: ProgressState;
  readonly number?: string;
  readonly label_file?: string;
  readonly confirmation_file?: string;
  readonly label_at?: string;
  readonly numbered_at?: string;
  readonly confirmed_at?: string;
  readonly left_at?: string;
  readonly done?: boolean;
  readonly hold?: string; // why
  readonly notes?: readonly string[];
}

export type ChangeName = "new" | "left_confirmed" | "left_otherwise" | "came_back" | "still_open" | "changed";

// What a check says of the journal.
export interface JournalNews {
  readonly since: string | null; // when the listing compared with was loaded; null: there was none
  readonly counts: Readonly<Record<ChangeName, number>>;
  readonly progress: Partial<Readonly<Record<ProgressState, number>>>; // orders by state
  readonly noted: readonly JournalEvent[]; // listings that the journal did not have, in their order
}

export interface Changes {
  readonly since: string | null;
  readonly new: readonly string[];
  readonly left_confirmed: readonly string[];
  readonly left_otherwise: readonly string[];
  readonly came_back: readonly string[];
  readonly still_open: readonly string[];
  readonly changed: readonly { readonly order_id: string; readonly what: "quantity" | "ship-by" | "address" | "cancel-request" }[];
  readonly progress: readonly OrderProgress[]; // of all that are named here, by id
}

export interface PolicyChoice { readonly id: string; readonly name: string; readonly zone: string; readonly currency: string }

export interface ParcelwiseModule {
  readonly HEAPU8: Uint8Array; // read it anew after each call: memory may have grown

  // Where the next chunk's bytes go: a buffer of `bytes` (at most 16 MiB) in the heap, the same one until a larger is asked for.
  inputBuffer(bytes: number): number;

  setLanguage(language: string): Reply; // {}: of messages, titles, steps; "en" until set
  policies(): Reply; // PolicyChoice[]
  setPolicy(text: string): Reply; // PolicyChoice: an id, a policy's JSON text, or "" for the one found from the reports. On failure the old one stays.

  openReport(file: string, encoding: string, kind: string): Reply; // ReportHandle; "" finds encoding and kind
  feedReport(report: number, bytes: number): Reply; // ReadProgress; the bytes stand in the input buffer. On failure this report is gone, the others stay.
  closeReport(report: number): Reply; // ReportSummary; on failure as feedReport
  removeReport(report: number): Reply; // {}
  removeAll(): Reply; // {}: forgets everything loaded and gives the memory back to the allocator

  check(now: string, options: string): Reply; // CheckSummary of all closed reports; `now` is ISO 8601 with offset, `options` a CheckOptions
  rows(query: string): Reply; // RowPage of the last check
  order(orderId: string): Reply; // OrderDetail of the last check
  ticked(ticks: string): Reply; // FoundTick[] of a TickKey[], by the last check
  rejects(query: string): Reply; // RejectPage of the last check

  refundReasons(): Reply; // RefundReasonChoice[], in the language
  refund(request: string): Reply; // Refund of a RefundRequest for the last check, after what the plan gives back already; on failure code "refund" or "bad-argument"
  setPlan(requests: string): Reply; // RefundPlan without rows, of RefundRequest[] (or a saved plan's text); a request that cannot be read refuses the whole, and the old plan stays. Kept until set anew; worked out anew after each check.
  plan(query: string): Reply; // RefundPlan with rows of {"offset", "limit"}
  answerCases(): Reply; // AnswerCase[], in the language
  answer(request: string): Reply; // Answer of an AnswerRequest for the last check, after what the plan gives back already; on failure code "answer": what was asked and the nearest thing that can be done
  find(text: string): Reply; // Found, over everything loaded
  setWording(text: string): Reply; // {texts}: the seller's own messages as JSON, or "" for ours. On failure ("bad-wording") the old ones stay.
  exportKinds(): Reply; // ExportChoice[], in the language
  writeFiles(kind: string, options: string): Reply; // WrittenFiles of an ExportKind and ExportOptions; on failure code "bad-shop" or "bad-argument"

  readLayout(text: string): Reply; // ExportChoice of a layout's text; on failure code "bad-layout"
  services(orders: string): Reply; // OrderServices of string[] order ids, [] for all that may be shipped, by the terms in force; on failure "bad-argument", and "bad-terms" where they have no tariff or no sizes
  slips(options: string): Reply; // Slips of ExportOptions; fails as writeFiles

  combineChoices(): Reply; // CombineChoices, in the language
  setTerms(terms: string): Reply; // TermsInForce of CombineTerms; on failure "bad-terms", and the old ones stay
  setGroups(decisions: string): Reply; // {}: GroupDecisions, kept until set anew; on failure "bad-groups", and the old ones stay
  groups(query: string): Reply; // GroupPage of a GroupQuery for the last check

  openTracking(file: string, bytes: number, mapping: string): Reply; // TrackingHandle of a carrier's file that stands whole in the input buffer; `mapping` is a TrackingMapping or "". On failure code "not-tracking", "unknown-columns" with the file's `columns`, "no-header", "empty", "too-large" or "too-many-rows", and what was there stays. Kept until removed, also by removeAll; writeFiles uses it.
  pasteTracking(file: string, text: string, mapping: string): Reply; // the same of lines, each an order and its number; they go before any file
  removeTracking(tracking: number): Reply; // {}
  acceptProposed(numbers: string): Reply; // {"accepted": n} of {"ORDER": "NUMBER"}: which proposals count from now on; what is no longer proposed counts for nothing
  tracking(options: string): Reply; // TrackingSummary for the last check; of ExportOptions the groups count

  uploadResult(file: string, bytes: number): Reply; // UploadResult of a processing report that stands whole in the input buffer; it is kept for "retry" until removeAll. On failure code "not-a-result"
  setJournal(text: string, now: string): Reply; // JournalSummary of what the page has kept, or "" for a new journal; on failure code "bad-journal", and the old one stays. Folded in, and added to, by the next check.
  noteEvent(event: string): Reply; // JournalPlace of a JournalEvent
  journal(): Reply; // the journal's file, whole
  changes(): Reply; // Changes of the last check

  findings(): Reply; // the command's whole `check` JSON, for export and for comparison with the native build
}

export interface ModuleOptions {
  readonly wasmBinary: Uint8Array | ArrayBuffer;
  readonly print?: (text: string) => void;
  readonly printErr?: (text: string) => void;
}

declare const createParcelwise: (options: ModuleOptions) => Promise<ParcelwiseModule>;
export default createParcelwise;
