// The interface's words in English, and the shape every other catalogue must have.
// {names} are filled in; a plural has one text for each of the language's forms.
// Rule names, titles, steps and reasons are the core's and are not found here.

export interface Plural {
  readonly one?: string;
  readonly other: string;
}

const plural = (one: string, other: string): Plural => ({ one, other });

export const en = {
  title: 'Parcelwise: what each order needs today',
  tagline: 'What each order needs, and by when',
  privacy: 'Your reports stay on this machine. No server, no account, no upload.',
  skip: 'Skip to the work list',
  language: 'Language',
  theme: 'Appearance',
  themes: { auto: 'Automatic', light: 'Light', dark: 'Dark' },
  footer: 'Made for sellers, not affiliated with Amazon. Check each decision in Seller Central.',
  save: 'Save Parcelwise as one file',
  keys: 'Keyboard: / searches, ↑ and ↓ move through the list, Enter opens an order, Esc closes it.',

  clock: {
    asOf: 'As of {time}',
    change: 'Change the time',
    label: 'Judge the orders as of (this machine’s time zone)',
    back: 'Use this machine’s clock',
    fixed: 'Set by hand',
  },

  wayIn: {
    title: 'Drop today’s order reports here',
    lead: 'One or several at once: unshipped, new, all or pending orders. The work list appears at once.',
    where: 'In Seller Central you find them under Orders > Order Reports.',
    pick: 'Choose files',
    paste: 'Paste',
    sample: 'Try the sample',
    addMore: 'Add reports',
    pasteLabel: 'Paste a report',
    pasteHint: 'Copy the report with its header line, then press Ctrl+V or ⌘V in this field.',
    pasteEmpty: 'There was no text to paste.',
    pastedName: 'Pasted report {n}',
    release: 'Let go to read these files',
    sampleNote: 'This is a sample with made-up people. The clock is set to the sample’s own morning.',
    clear: 'Clear everything',
    facts: {
      private: 'Private',
      privateText: 'Files are read in this browser. A security policy keeps the page from contacting any other server.',
      offline: 'Works offline',
      offlineText: 'After the first visit, or as a single file on your disk, it needs no connection.',
      exact: 'Accountable',
      exactText: 'Each task names its reason, its deadline and the rule behind it. No row is dropped silently.',
    },
  },

  kinds: {
    'new-orders': 'New orders',
    'unshipped-orders': 'Unshipped orders',
    'all-orders': 'All orders',
    'pending-orders': 'Pending orders',
  },

  files: {
    title: plural('{n} report', '{n} reports'),
    marketplace: 'Marketplace',
    kindOf: 'Kind of report, {name}',
    encodingOf: 'Encoding, {name}',
    automatic: 'Automatic',
    detected: '{value} (detected)',
    waiting: 'Waiting',
    reading: 'Reading {name}',
    readingShare: '{percent} read',
    checking: 'Checking the orders',
    cancel: 'Cancel',
    cancelOf: 'Cancel reading {name}',
    remove: 'Remove {name}',
    again: 'Read again',
    lines: plural('{n} line', '{n} lines'),
    rejected: plural('{n} row not accepted', '{n} rows not accepted'),
    warnings: plural('{n} remark', '{n} remarks'),
    warningRow: 'Row {row}: {message}',
    refused: 'Not read.',
    kept: 'Left as it was.',
    gone: 'The file can no longer be read: it was moved, deleted or changed on the disk.',
    lost: 'The calculation broke down twice while reading this file. It may be too large for this machine’s memory.',
    policyRefused: 'The policy was not taken; the earlier one stays.',
    policyAt: 'At {pointer}: {value}',
  },

  missing: {
    prices: plural(
      '{n} order without prices: the amount at stake is not known. Add {reports}.',
      '{n} orders without prices: the amounts at stake are not known. Add {reports}.',
    ),
    deadlines: plural(
      '{n} order without a ship-by date: it is estimated from the purchase date. Add {reports}.',
      '{n} orders without a ship-by date: it is estimated from the purchase date. Add {reports}.',
    ),
    addresses: plural(
      '{n} order without an address. Add {reports}.',
      '{n} orders without an address. Add {reports}.',
    ),
    status: plural(
      '{n} order without a status. Add {reports}.',
      '{n} orders without a status. Add {reports}.',
    ),
  },

  urgencies: {
    overdue: 'Overdue',
    today: 'Today',
    soon: 'Soon',
    later: 'Later',
    hold: 'On hold',
    info: 'To note',
  },

  headline: {
    overdue: plural('{n} order is overdue. Start here.', '{n} orders are overdue. Start here.'),
    today: plural('{n} order is due today.', '{n} orders are due today.'),
    soon: plural(
      'Nothing is due today. {n} order is due soon.',
      'Nothing is due today. {n} orders are due soon.',
    ),
    calm: 'Nothing is due today.',
    empty: 'These reports hold no order that needs anything.',
  },

  views: {
    label: 'Views',
    work: 'Work list',
    rejects: 'Row check',
  },

  list: {
    title: 'Work list',
    all: 'All orders',
    orders: plural('{n} order', '{n} orders'),
    done: plural('{n} done', '{n} done'),
    atStake: '{money} at stake',
    tiles: 'Filter by urgency',
    search: 'Search',
    searchHint: 'Order, e-mail, SKU or name',
    rule: 'Rule',
    allRules: 'All rules',
    urgency: 'Urgency',
    allUrgencies: 'All urgencies',
    clear: 'Clear filters',
    caption: 'Orders and what they need, {range}',
    columns: {
      done: 'Done',
      urgency: 'Urgency',
      todo: 'What to do',
      due: 'By when',
      stake: 'At stake',
      order: 'Order',
      recipient: 'Recipient',
    },
    also: 'Also: {rules}',
    moreLines: plural('and {n} more line', 'and {n} more lines'),
    units: plural('{n} unit to ship', '{n} units to ship'),
    noDeadline: 'No deadline',
    unknown: 'Not known',
    none: 'No order matches these filters.',
    range: '{from}–{to} of {total}',
    pages: 'Pages',
    previous: 'Previous page',
    next: 'Next page',
    tick: 'Mark {order} as done: {rule}',
    ticked: '{order} marked as done.',
    unticked: '{order} marked as not done.',
    undo: 'Undo',
    shown: plural('{n} order shown.', '{n} orders shown.'),
    print: 'Print the list',
  },

  order: {
    title: 'Order {order}',
    panel: 'Order details',
    close: 'Close',
    copy: 'Copy the order number',
    copied: 'Order number copied.',
    loading: 'Looking up the order',
    due: 'By when',
    yourTime: 'Your time: {time}',
    stake: 'At stake',
    why: 'Why',
    steps: 'What to do',
    source: 'Rule',
    done: 'Done',
    lines: 'Lines of the order',
    told: 'What the reports say',
    toldRow: '{file}, row {row}',
    reveal: 'Show personal data',
    conceal: 'Hide personal data',
    concealed: 'hidden',
    columns: {
      item: 'Item',
      purchased: 'Bought',
      shipped: 'Shipped',
      toShip: 'To ship',
      price: 'Price',
      shipping: 'Shipping',
      wrap: 'Gift wrap',
      promotion: 'Promotion',
    },
  },

  rejects: {
    title: 'Row check',
    columns: 'Columns not used',
    lead: 'Every row of every file is accounted for. A row that cannot be trusted is shown here, never repaired or guessed.',
    sums: 'Rows by file',
    found: 'Rows not accepted',
    none: 'Every row was accepted.',
    file: 'File',
    allFiles: 'All files',
    row: 'Row',
    column: 'Column',
    value: 'Text in the file',
    reason: 'Reason',
    rows: 'Rows',
    items: 'Lines',
    continuations: 'Continued',
    headers: 'Repeated headers',
    blank: 'Blank',
    duplicates: 'Duplicates',
    rejected: 'Not accepted',
    sum: 'Sum',
    agrees: 'Adds up',
    differs: 'Does not add up',
    empty: '(empty)',
  },

  notice: {
    starting: 'Starting',
    recovering: 'The calculation broke down and was started again. Your reports are read once more from their files; nothing is lost.',
    stopped: 'The calculation keeps breaking down. Close other programs or take a large report off the desk, then start it again. If it never starts, this browser may be too old.',
    startAgain: 'Start again',
    unchecked: 'The orders could not be checked: {message}',
    cancelled: 'Reading of {name} was cancelled.',
    marksNotKept: 'This browser stores nothing here: marks last until the page is closed.',
    update: 'A new version of Parcelwise is ready.',
    updateNow: 'Load it',
    checked: plural('{n} order checked.', '{n} orders checked.'),
    dismiss: 'Dismiss',
  },
} as const;

type Same<T> = T extends Plural
  ? Plural
  : T extends string
    ? string
    : { readonly [K in keyof T]: Same<T[K]> };

export type Words = Same<typeof en>;
