// DuckDB's native package on one report: the benchmark's questions in SQL, the
// answers as JSON on standard output.
//   node duckdb_native.mjs FILE NOW threads=all|threads=N COLUMN...
import { DuckDBInstance } from '@duckdb/node-api';
import { openOrders, QUESTIONS } from './page/questions_sql.mjs';

const [file, now, threads, ...columns] = process.argv.slice(2);
const instance = await DuckDBInstance.create(
  ':memory:',
  threads === 'threads=all' ? {} : { threads: threads.slice(8) },
);
const connection = await instance.connect();
await connection.run(openOrders(file, columns));
const [row] = (await connection.runAndReadAll(QUESTIONS(now))).getRowObjects();
console.log(
  JSON.stringify(
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value)])),
  ),
);
