// DuckDB-WASM as its own documents tell: its worker, the File registered by
// handle so that it is read in place, the questions in SQL.
import { openOrders, QUESTIONS } from './questions_sql.mjs';

export function duckdbContender() {
  let db, connection;
  return {
    async ready() {
      const duckdb = await import('@duckdb/duckdb-wasm');
      const dist = new URL('/peers/@duckdb/duckdb-wasm/dist/', location.href);
      db = new duckdb.AsyncDuckDB(
        new duckdb.VoidLogger(),
        new Worker(new URL('duckdb-browser-eh.worker.js', dist)),
      );
      await db.instantiate(new URL('duckdb-eh.wasm', dist).href);
      connection = await db.connect();
      this.protocol = duckdb.DuckDBDataProtocol.BROWSER_FILEREADER;
      return { version: await db.getVersion() };
    },
    async run(file, { now, columns }) {
      await db.registerFileHandle('report.txt', file, this.protocol, true);
      await connection.query(openOrders('report.txt', columns));
      const table = await connection.query(QUESTIONS(now));
      const row = table.toArray()[0].toJSON();
      await connection.query('DROP TABLE orders');
      await db.dropFile('report.txt');
      return {
        answers: Object.fromEntries(
          Object.entries(row).map(([name, value]) => [name, Number(value)]),
        ),
      };
    },
  };
}
