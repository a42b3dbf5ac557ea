// uDSV at its fastest: the File read as text at once, no enclosure, string
// tuples handed to the questions one by one so that none is kept.
import { inferSchema, initParser } from '/peers/udsv/dist/uDSV.mjs';
import { answering } from './answering.mjs';
import { Questions } from './questions.mjs';

answering({
  ready: () => ({}),
  async run({ file, now, encoding }) {
    const text =
      encoding === 'utf-8'
        ? await file.text()
        : new TextDecoder(encoding).decode(await file.arrayBuffer());
    const schema = inferSchema(text.slice(0, 1 << 16), { col: '\t', row: '\n', encl: '' });
    const questions = new Questions(
      schema.cols.map((column) => column.name),
      now,
    );
    initParser(schema).stringArrs(text, (row) => {
      questions.row(row);
    });
    return { answers: questions.answers() };
  },
});
