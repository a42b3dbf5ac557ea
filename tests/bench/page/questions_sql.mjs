// The same questions in SQL, for DuckDB in the browser and natively. Column names
// and types are given, quoting is off: nothing is left to be guessed. Instants are
// TIMESTAMPs in UTC (the cast reads the offset): zones would need an extension.
const quotedName = (name) => `"${name}"`;
const quotedText = (text) => `'${text.replaceAll("'", "''")}'`;

// Full-width forms and hyphens to ASCII, spaces (the last two) gone: DuckDB has NFC but no NFKC.
const WIDE = '０１２３４５６７８９－ー‐− 　';
const NARROW = '0123456789----';

// Each step is taken only by the addresses that hold what it looks for.
function folded(address) {
  const when = (text, found, then) =>
    `(CASE WHEN regexp_matches(${text}, '${found}') THEN ${then} ELSE ${text} END)`;
  const narrow = `translate(lower(${address}), '${WIDE}', '${NARROW}')`;
  let numbered = 'narrow';
  [...'一二三四五六七八九'].forEach((kanji, index) => {
    numbered = `replace(${numbered}, '${kanji}丁目', '${index + 1}丁目')`;
  });
  // No look-ahead in RE2: words behind a digit to hyphens, then hyphens that no digit follows go.
  const words = `regexp_replace(numbered, '([0-9])(丁目|番地|番|号室|号)', '\\1-', 'g')`;
  return {
    narrow,
    numbered: when('narrow', '[一二三四五六七八九]丁目', numbered),
    hyphened: `regexp_replace(${when('numbered', '[0-9][丁番号]', words)}, '-([^0-9]|$)', '\\1', 'g')`,
  };
}

// One row an order.
export function openOrders(file, columns) {
  const has = (name) => columns.includes(name);
  const types = columns.map((name) => `${quotedText(name)}: 'VARCHAR'`).join(', ');
  const first = (name, otherwise) => (has(name) ? `first(${quotedName(name)})` : otherwise);
  const sum = (name) => (has(name) ? `sum(${quotedName(name)}::INTEGER)` : '0');
  return `CREATE TEMP TABLE orders AS
    SELECT "order-id" AS id, count(*) AS items,
      ${sum('quantity-shipped')} AS shipped, ${has('quantity-to-ship') ? sum('quantity-to-ship') : sum('quantity-purchased')} AS to_ship,
      ${first('promise-date', 'NULL')}::TIMESTAMP AS promise,
      ${first('payment-method', "''")} = 'COD' AS cod,
      try_cast(${first('cod-collectible-amount', "'0'")} AS BIGINT) AS collect,
      coalesce(${first(has('scheduled-delivery-start-date') ? 'scheduled-delivery-start-date' : 'delivery-start-date', "''")}, '') AS delivery_window,
      ${sum('shipping-price')} - ${has('ship-promotion-discount') ? `coalesce(sum(abs(try_cast("ship-promotion-discount" AS INTEGER))), 0)` : '0'} AS shipping_paid,
      ${first('is-business-order', "''")} = 'true' AS business,
      ${first('is-buyer-requested-cancellation', "''")} = 'true' AS cancel,
      concat_ws(' ', first("ship-country"), first("ship-postal-code"), first("ship-state"), first("ship-address-1"), first("ship-address-2")) AS address
    FROM read_csv(${quotedText(file)}, delim = '\t', quote = '', escape = '', header = true, auto_detect = false, columns = {${types}})
    WHERE sku <> ''
    GROUP BY id`;
}

const fold = folded('address');

// One row of answers.
export const QUESTIONS = (now) => `
  WITH dated AS (
    SELECT *, TIMESTAMP ${quotedText(now)} AS now_at,
      floor((epoch(promise) + 32400) / 86400) AS day, floor((epoch(TIMESTAMP ${quotedText(now)}) + 32400) / 86400) AS now_day
    FROM orders),
  narrowed AS (
    SELECT ${fold.narrow} AS narrow, delivery_window, shipping_paid, coalesce(cod, false) AS blocked
    FROM orders WHERE to_ship > 0 AND NOT cancel),
  counted AS (SELECT ${fold.numbered} AS numbered, * FROM narrowed),
  houses AS (
    SELECT count(*) AS n, sum(shipping_paid) AS paid, max(shipping_paid) AS dearest
    FROM counted GROUP BY ${fold.hyphened}
    HAVING count(*) > 1 AND NOT bool_or(blocked) AND min(delivery_window) = max(delivery_window))
  SELECT count(*) AS orders, sum(items) AS items, sum(to_ship) AS units,
    count(*) FILTER (to_ship > 0 AND now_at > promise) AS late,
    count(*) FILTER (to_ship > 0 AND now_at <= promise AND day = now_day) AS today,
    count(*) FILTER (to_ship > 0 AND now_at > promise AND now_day > day + 7) AS lost,
    count(*) FILTER (to_ship > 0 AND shipped > 0) AS partly,
    count(*) FILTER (business) AS business,
    count(*) FILTER (cod) AS cod,
    coalesce(sum(collect) FILTER (cod), 0) AS collect,
    coalesce((SELECT sum(n) FROM houses), 0) AS "inGroups",
    coalesce((SELECT sum(paid - dearest) FROM houses), 0) AS saved
  FROM dated`;
