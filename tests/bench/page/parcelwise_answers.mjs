// Parcelwise's own JSON read as the benchmark's answers. A CheckSummary counts
// orders by rule and urgency; what it does not say (units, sums) is asked of the
// work list and of single orders, outside the clock.
const all = (counts) => Object.values(counts).reduce((sum, n) => sum + n, 0);

// Whether a report of new orders alone left open which of them still are to be sent.
export const statusUnknown = ({ rules }) =>
  rules.some(({ rule, counts }) => rule === 'status-unknown' && all(counts) > 0);

export function answersOf(summary) {
  const counts = Object.fromEntries(summary.rules.map(({ rule, counts }) => [rule, counts]));
  const of = (rule, urgency) =>
    (urgency ? counts[rule]?.[urgency] : counts[rule] && all(counts[rule])) ?? 0;
  return {
    orders: summary.orders,
    items: summary.items,
    late: of('ship', 'overdue'),
    today: of('ship', 'today'),
    lost: of('confirm-or-lose', 'overdue'),
    partly: of('finish-partial-confirmation'),
    ...(statusUnknown(summary)
      ? {} // of such an order nothing else is asked of the seller
      : {
          business: of('packing-slip'),
          cod: of('cash-on-delivery'),
          inGroups: of('combine'),
        }),
  };
}

export const evidence = (action, column) =>
  action.evidence.find((piece) => piece.column === column)?.value;

// `rows` and `order` are the module's calls. Where rules do not tell all orders apart, what
// the report says of each is asked.
export function answersOnDemand({ rows, order, unknown }) {
  const answers = { units: 0, collect: 0 };
  const everyRow = (query, use) => {
    for (let offset = 0, total = 1; offset < total; offset += 1000) {
      const page = rows({ ...query, offset, limit: 1000 });
      total = page.total;
      page.rows.forEach(use);
    }
  };
  everyRow({}, (row) => (answers.units += row.units));
  if (unknown) {
    Object.assign(answers, { business: 0, cod: 0 });
    const ids = new Set();
    everyRow({}, ({ order_id }) => ids.add(order_id));
    for (const id of ids) {
      const values = order(id).told.flatMap((each) => each.values);
      const of = (name) => values.find(({ column }) => column === name)?.value;
      if (of('is-business-order') === 'true') ++answers.business;
      if (of('payment-method') !== 'COD') continue;
      ++answers.cod;
      answers.collect += Number(of('cod-collectible-amount'));
    }
    return answers;
  }
  everyRow({ rule: 'cash-on-delivery' }, (row) => {
    const action = order(row.order_id).actions.find(({ rule }) => rule === 'cash-on-delivery');
    answers.collect += Number(evidence(action, 'cod-collectible-amount'));
  });
  return answers;
}

// The command's whole check JSON.
export function answersOfFindings({ orders, items, summary, actions }) {
  const collect = actions
    .filter(({ rule }) => rule === 'cash-on-delivery')
    .reduce((sum, action) => sum + Number(evidence(action, 'cod-collectible-amount')), 0);
  return {
    ...answersOf({
      orders,
      items,
      rules: Object.entries(summary).map(([rule, counts]) => ({ rule, counts })),
    }),
    collect,
  };
}
