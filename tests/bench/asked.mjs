// What is asked of every contender: the words, and the column that a report
// needs to tell it. A question that the report cannot answer is not asked.
const ASKED = {
  orders: ['orders'],
  items: ['items'],
  units: ['units to ship'],
  late: ['late orders', 'promise-date'],
  today: ['due today (JST)', 'promise-date'],
  lost: ['past the 7 days to confirm', 'promise-date'],
  partly: ['partly shipped', 'quantity-shipped'],
  business: ['business orders', 'is-business-order'],
  cod: ['COD orders', 'payment-method'],
  collect: ['COD to collect, JPY', 'payment-method'],
  inGroups: ['orders that may share a parcel'],
  saved: ['shipping saved, JPY', 'shipping-price'],
};

// Rows for a table, and who answers otherwise than most. `results` are {name,
// answers} or {name, failure}; what a contender does not tell is not held against it.
export function compareAnswers(results, columns) {
  const rows = [];
  const differing = new Set();
  for (const [key, [question, column]] of Object.entries(ASKED)) {
    if (column && !columns.includes(column)) continue;
    const said = results
      .map((result) => result.answers?.[key])
      .filter((answer) => answer !== undefined);
    const votes = said.map((answer) => said.filter((other) => other === answer).length);
    const agreed = said[votes.indexOf(Math.max(...votes))];
    const told = ({ name, answers, failure }) => {
      if (failure) return 'failed';
      if (answers[key] === undefined) return 'not told';
      if (answers[key] === agreed) return agreed;
      differing.add(name);
      return `${answers[key]} (!)`;
    };
    rows.push([question, ...results.map(told)]);
  }
  return { rows, differing };
}
